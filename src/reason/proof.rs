//! Arguments that a person can follow and a program can check: chains of statements, and what they prove together.

use super::{Network, Node, StatementId};
use xwalk_relation::{Label, Relation};

/// One step of a chain: a statement leads from where the chain stands to another node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Step {
    /// The statement.
    pub statement: StatementId,
    /// The node that it leads to.
    pub to: Node,
    /// What is known of the chain's first node and this one: everything that the statements up to here say, composed.
    pub known: Label,
}

/// Statements that lead from one node to another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chain {
    /// Where it begins.
    pub from: Node,
    /// Its steps, at least one.
    pub steps: Vec<Step>,
}

impl Chain {
    /// Follows statements from a node, each to the node given with it, and composes what they say.
    pub(super) fn compose(
        network: &Network,
        from: Node,
        taken: impl Iterator<Item = (StatementId, Node)>,
    ) -> Self {
        let mut known = Label::only(Relation::Equal);
        let mut at = from;
        let steps = taken.map(|(statement, to)| {
            let said = network.statement(statement);
            let said = said.map_or(Label::ANY, |said| said.towards(at, to));
            known = known.then(said);
            at = to;
            Step {
                statement,
                to,
                known,
            }
        });
        Self {
            from,
            steps: steps.collect(),
        }
    }

    /// What the chain as a whole says of its first node and its last; [`Label::ANY`] without steps.
    #[must_use]
    pub fn label(&self) -> Label {
        self.steps.last().map_or(Label::ANY, |step| step.known)
    }
}

/// What is known of two nodes, and why: one shortest chain for each atom, three at the most. The label is the
/// intersection of what the chains say.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Proof {
    /// The first node.
    pub a: Node,
    /// The second node.
    pub b: Node,
    /// How `a` relates to `b`.
    pub label: Label,
    /// The chains, each from `a` to `b`, shortest first; none is superfluous.
    pub chains: Vec<Chain>,
}
