//! Conflicts that hold no smaller one.
//!
//! A shortest argument for one demand takes no claim in vain. But where a claim makes several statements, or where what
//! is given leads around, some of the same claims may contradict each other by another statement of theirs, or refuse
//! another demand: one for which that is not the shortest argument, so that it is not reported.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::clashes::among;
use super::demand::{self, Pair};
use super::explain::{Explainer, Limits};
use super::numbered::Numbered;
use super::{Chain, Claim, Conflict, Network, Node, Statement, StatementId, Step};
use xwalk_relation::Label;

/// Conflicts of more claims are left as they are: nobody follows them claim by claim.
const MOST_CLAIMS: usize = 64;

/// Looks for smaller conflicts within conflicts.
#[derive(Debug)]
pub(super) struct Smaller<'n> {
    network: &'n Network,
    /// The statements of the claims that take part, ascending.
    statements: FxHashMap<Claim, Vec<u32>>,
    given: Given,
}

/// What is given.
#[derive(Debug)]
enum Given {
    /// No more than that each node lies within one other: for each, the statement that says so, or `NOTHING`. A node that
    /// no claim speaks of then has one way up, so that all that follows for it follows for the first node there that a
    /// claim does speak of. What leads up from such nodes is all that matters.
    Hierarchy(Numbered<u32>),
    /// Something else: any of these statements may matter.
    Anything(Vec<u32>),
}

const NOTHING: u32 = u32::MAX;

impl<'n> Smaller<'n> {
    /// Reads a network once, for these conflicts.
    pub fn new(network: &'n Network, conflicts: &[Conflict]) -> Self {
        let claims = conflicts.iter().flat_map(|conflict| &conflict.claims);
        let claims = claims.map(|claim| (*claim, Vec::new()));
        let mut statements: FxHashMap<Claim, Vec<u32>> = claims.collect();
        let mut given = Vec::new();
        for (id, said) in network.iter() {
            if !said.is_disputable() {
                given.push(id.0);
            } else if let Some(statements) = statements.get_mut(&said.claim) {
                statements.push(id.0);
            }
        }
        Self {
            network,
            statements,
            given: Given::of(network, given),
        }
    }

    /// A conflict within this one that holds no smaller one.
    pub fn smallest(&self, mut conflict: Conflict) -> Conflict {
        while let Some(smaller) = self.smaller(&conflict) {
            conflict = smaller;
        }
        conflict
    }

    fn smaller(&self, conflict: &Conflict) -> Option<Conflict> {
        if conflict.claims.len() > MOST_CLAIMS {
            return None;
        }
        let part = Part::new(self.network, self.around(&conflict.claims)?);
        // In the order of their statements, so that no numbering of the claims shows.
        let mut claims = conflict.claims.clone();
        claims.sort_by_key(|claim| self.statements.get(claim));
        claims
            .into_iter()
            .find_map(|claim| part.conflict_without(claim))
    }

    /// The statements of these claims and what is given around them, ascending; `None` if every claim makes one statement
    /// and nothing given leads from one to another.
    fn around(&self, claims: &[Claim]) -> Option<Vec<u32>> {
        let own = claims.iter().filter_map(|claim| self.statements.get(claim));
        let mut around: Vec<u32> = own.flatten().copied().collect();
        let mut leads_around = around.len() > claims.len();
        match &self.given {
            Given::Hierarchy(wholes) => {
                let said = around
                    .iter()
                    .filter_map(|id| self.network.statement(StatementId(*id)));
                let nodes: BTreeSet<Node> = said.flat_map(|said| [said.a, said.b]).collect();
                let mut seen = FxHashSet::default();
                for node in &nodes {
                    let mut at = *node;
                    while let Some((statement, whole)) = self.whole(wholes, at)
                        && seen.insert(statement)
                    {
                        around.push(statement);
                        leads_around |= nodes.contains(&whole);
                        at = whole;
                    }
                }
            }
            Given::Anything(given) => {
                around.extend(given);
                leads_around = true;
            }
        }
        around.sort_unstable();
        leads_around.then_some(around)
    }

    /// What a node is given to lie within, and the statement that says so.
    fn whole(&self, wholes: &Numbered<u32>, node: Node) -> Option<(u32, Node)> {
        let statement = wholes[node.0];
        let said = self.network.statement(StatementId(statement))?;
        Some((statement, if said.a == node { said.b } else { said.a }))
    }
}

impl Given {
    fn of(network: &Network, given: Vec<u32>) -> Self {
        let mut wholes = Numbered::all(NOTHING, network.nodes() as usize);
        for id in &given {
            let Some(said) = network.statement(StatementId(*id)) else {
                continue;
            };
            let part = match said.label {
                Label::ANY => continue,
                Label::WITHIN => said.a,
                Label::CONTAINS => said.b,
                _ => return Self::Anything(given),
            };
            if wholes[part.0] != NOTHING {
                return Self::Anything(given);
            }
            wholes[part.0] = *id;
        }
        Self::Hierarchy(wholes)
    }
}

/// Some statements of a network as a network of their own.
struct Part {
    network: Network,
    /// The number of each node in the whole network.
    nodes: Numbered<u32>,
    /// The number of each statement there.
    statements: Numbered<u32>,
}

impl Part {
    fn new(whole: &Network, statements: Vec<u32>) -> Self {
        let said = statements
            .iter()
            .filter_map(|id| whole.statement(StatementId(*id)));
        let mut said: Vec<Statement> = said.copied().collect();
        let mut nodes: Vec<u32> = said.iter().flat_map(|said| [said.a.0, said.b.0]).collect();
        nodes.sort_unstable();
        nodes.dedup();
        let place = |node: Node| Node(nodes.binary_search(&node.0).unwrap_or_default() as u32);
        for said in &mut said {
            (said.a, said.b) = (place(said.a), place(said.b));
        }
        Self {
            network: Network::new(nodes.len() as u32, said).unwrap_or_default(),
            nodes: nodes.into(),
            statements: statements.into(),
        }
    }

    /// What contradicts itself without a claim, by the fewest claims.
    fn conflict_without(&self, claim: Claim) -> Option<Conflict> {
        const ALL: Limits = Limits {
            claims: u32::MAX,
            steps: usize::MAX,
        };
        let mut explainer = Explainer::new(&self.network);
        explainer.set_aside(&[claim]);
        let wanted = |pair: &Pair| explainer.takes_part(pair.statement);
        let (remainders, exclusions) = (
            demand::remainders(&self.network),
            demand::exclusions(&self.network),
        );
        let clashes = among(&self.network, wanted, remainders, exclusions);
        let explained = explainer.explain(&clashes, ALL, &FxHashSet::default());
        let conflicts = explained
            .conflicts
            .into_iter()
            .map(|(_, conflict)| conflict);
        let fewest =
            conflicts.min_by_key(|conflict| (conflict.claims.len(), conflict.chain.steps.len()));
        Some(self.in_the_whole(fewest?))
    }

    /// A conflict of this part, in the numbers of the whole network.
    fn in_the_whole(&self, conflict: Conflict) -> Conflict {
        let node = |node: Node| Node(self.nodes[node.0]);
        let statement = |statement: StatementId| StatementId(self.statements[statement.0]);
        let steps = conflict.chain.steps.iter().map(|step| Step {
            statement: statement(step.statement),
            to: node(step.to),
            ..*step
        });
        Conflict {
            chain: Chain {
                from: node(conflict.chain.from),
                steps: steps.collect(),
            },
            denial: statement(conflict.denial),
            ..conflict
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use xwalk_relation::Relation;

    fn conflicts(statements: &[(u32, u32, Label, u32)]) -> Vec<Vec<u32>> {
        let said = statements.iter().map(|(a, b, label, claim)| Statement {
            a: Node(*a),
            b: Node(*b),
            label: *label,
            sense: 0,
            claim: Claim(*claim),
        });
        let decision = Network::new(5, said.collect()).unwrap().decide();
        let claims = |conflict: &Conflict| conflict.claims.iter().map(|claim| claim.0).collect();
        decision.conflicts().iter().map(claims).collect()
    }

    #[test]
    fn a_claim_is_left_out_if_another_one_says_as_much_by_another_statement() {
        let equal = Label::only(Relation::Equal);
        let disjoint = Label::only(Relation::NoRelationship);
        let found = conflicts(&[
            (1, 0, Label::WITHIN, 3),
            (1, 0, Label::WITHIN, 1),
            (1, 2, equal, 1),
            (2, 0, disjoint, 2),
        ]);
        assert_eq!(found, [[1, 2]]);
    }

    #[test]
    fn a_claim_is_left_out_if_what_is_given_says_as_much() {
        let equal = Label::only(Relation::Equal);
        let disjoint = Label::only(Relation::NoRelationship);
        let given = Claim::GIVEN.0;
        let found = conflicts(&[
            (0, 1, Label::WITHIN, given),
            (1, 0, Label::WITHIN, 1),
            (1, 2, Label::WITHIN, 2),
            (0, 2, disjoint, 3),
            (0, 3, equal, 4),
            (0, 3, disjoint, 4),
        ]);
        assert_eq!(found, [vec![4], vec![2, 3]]);
    }
}
