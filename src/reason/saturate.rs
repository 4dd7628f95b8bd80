//! Everything that is known of one node: atoms carried along statements until nothing new comes.

use super::atom::{Atom, AtomSet, Transitions};
use super::incident::Incidents;
use super::scratch::{Scratch, ScratchPool};
use super::{Chain, Decision, Network, Node, Proof, Statement, StatementId};
use xwalk_relation::{Label, Relation};

/// A network without what was set aside, ready to be asked what follows from it.
///
/// The network has to be consistent: made so by [`Network::decide`], whose decision it takes.
#[derive(Debug)]
pub struct Reasoner<'n> {
    network: &'n Network,
    transitions: &'static Transitions,
    incidents: Incidents,
    pool: ScratchPool,
}

impl<'n> Reasoner<'n> {
    /// Takes the statements of a network that stand together in whatever senses they are made: what the decision neither
    /// set aside nor keeps apart.
    #[must_use]
    pub fn new(network: &'n Network, decision: &Decision) -> Self {
        Self::of(network, |statement| {
            !decision.is_disputed(statement.claim) && !decision.is_apart(statement.claim)
        })
    }

    /// Takes the statements of a network that are wanted. Among those that stand together, any choice is consistent, and
    /// among those of one sense that a decision did not set aside.
    #[must_use]
    pub fn of(network: &'n Network, wanted: impl Fn(&Statement) -> bool) -> Self {
        Self {
            network,
            transitions: Transitions::table(),
            incidents: Incidents::new(network, wanted),
            pool: ScratchPool::default(),
        }
    }

    /// What is known of one node against every other.
    #[must_use]
    pub fn about(&self, node: Node) -> Knowledge<'_> {
        self.about_without(node, |_| false)
    }

    /// What would be known of one node if some statements had not been made.
    #[must_use]
    pub fn about_without(
        &self,
        node: Node,
        left_out: impl Fn(StatementId) -> bool,
    ) -> Knowledge<'_> {
        let nodes = self.network.nodes() as usize;
        let mut knowledge = Knowledge {
            reasoner: self,
            from: node,
            scratch: self.pool.take(nodes),
            found: Vec::new(),
        };
        if (node.0 as usize) < nodes {
            knowledge.saturate(left_out);
        }
        knowledge
    }

    /// What is known of two nodes, and why; `None` if nothing is.
    #[must_use]
    pub fn prove(&self, a: Node, b: Node) -> Option<Proof> {
        self.about(a).proof(b)
    }
}

/// What is known of one node against every other: the intersection of what all chains of statements say.
#[derive(Debug)]
pub struct Knowledge<'r> {
    reasoner: &'r Reasoner<'r>,
    from: Node,
    /// What was found about each node.
    scratch: Scratch,
    /// What was found, in the order in which it was: by the number of statements that it takes.
    found: Vec<Entry>,
}

/// Some atom is known of a node, by way of an earlier entry and one more statement.
#[derive(Clone, Copy, Debug)]
struct Entry {
    node: u32,
    atom: Atom,
    statement: u32,
    /// The entry that it came from; itself for the beginning.
    by_way_of: u32,
    /// The entry about the same node before this one, counted from 1; 0 for the first.
    before: u32,
}

impl Knowledge<'_> {
    fn saturate(&mut self, left_out: impl Fn(StatementId) -> bool) {
        let begin = AtomSet::implied_by(Label::only(Relation::Equal));
        self.scratch.known[self.from.0] = begin;
        self.push(self.from.0, Atom::Equal, 0, 0);
        let mut at = 0;
        while let Some(found) = self.found.get(at).copied() {
            for next in self.reasoner.incidents.leading_on(found.node, found.atom) {
                let follows = self.reasoner.transitions.follow(found.atom, next.label);
                let known = self.scratch.known[next.other];
                let new = follows.without(known);
                if new.is_empty() || left_out(StatementId(next.statement)) {
                    continue;
                }
                self.scratch.known[next.other] = known.and(new);
                // What is implied by more travels no further than that does.
                for atom in follows.strongest().without(known).iter() {
                    self.push(next.other, atom, next.statement, at as u32);
                }
            }
            at += 1;
        }
    }

    fn push(&mut self, node: u32, atom: Atom, statement: u32, by_way_of: u32) {
        let before = self.scratch.latest[node];
        self.found.push(Entry {
            node,
            atom,
            statement,
            by_way_of,
            before,
        });
        self.scratch.latest[node] = self.found.len() as u32;
    }

    /// The node that this is about.
    #[must_use]
    pub const fn node(&self) -> Node {
        self.from
    }

    /// How the node relates to another one; [`Label::ANY`] if nothing is known.
    #[must_use]
    pub fn label(&self, other: Node) -> Label {
        if (other.0 as usize) < self.scratch.known.len() {
            self.scratch.known[other.0].label()
        } else {
            Label::ANY
        }
    }

    /// All other nodes of which something is known, ascending, and what.
    pub fn iter(&self) -> impl Iterator<Item = (Node, Label)> {
        let mut nodes: Vec<u32> = self.found.iter().map(|found| found.node).collect();
        nodes.sort_unstable();
        nodes.dedup();
        nodes
            .into_iter()
            .filter(|node| *node != self.from.0)
            .map(|node| (Node(node), self.scratch.known[node].label()))
    }

    /// Why that is known of another node; `None` if nothing is, and for the node itself.
    #[must_use]
    pub fn proof(&self, other: Node) -> Option<Proof> {
        let label = self.label(other);
        if label == Label::ANY || other == self.from {
            return None;
        }
        let mut chains: Vec<Chain> = AtomSet::implied_by(label)
            .strongest()
            .iter()
            .filter_map(|atom| Some(self.chain(self.earliest(other, atom)?)))
            .collect();
        chains.sort_by(|one, another| (one.steps.len(), one).cmp(&(another.steps.len(), another)));
        chains.dedup();
        drop_superfluous(&mut chains, label);
        Some(Proof {
            a: self.from,
            b: other,
            label,
            chains,
        })
    }

    /// The first entry from which an atom is known of a node.
    fn earliest(&self, node: Node, wanted: Atom) -> Option<usize> {
        let mut at = self.scratch.latest[node.0];
        let mut earliest = None;
        while let Some(found) = self.found.get((at as usize).wrapping_sub(1)) {
            if AtomSet::implied_by(found.atom.label()).has(wanted) {
                earliest = Some(at as usize - 1);
            }
            at = found.before;
        }
        earliest
    }

    /// The statements that lead to an entry.
    fn chain(&self, entry: usize) -> Chain {
        let mut taken = Vec::new();
        let mut at = entry;
        while let Some(found) = self.found.get(at).filter(|_| at > 0) {
            taken.push((found.statement, found.node));
            at = found.by_way_of as usize;
        }
        let steps = taken
            .into_iter()
            .rev()
            .map(|(statement, node)| (StatementId(statement), Node(node)));
        Chain::compose(self.reasoner.network, self.from, steps)
    }
}

impl Drop for Knowledge<'_> {
    fn drop(&mut self) {
        let scratch = std::mem::take(&mut self.scratch);
        let written = self.found.iter().map(|found| found.node);
        self.reasoner.pool.put_back(scratch, written);
    }
}

/// Drops chains, longest first, that add nothing to the others.
fn drop_superfluous(chains: &mut Vec<Chain>, label: Label) {
    for at in (0..chains.len()).rev() {
        let others = chains.iter().enumerate().filter(|(other, _)| *other != at);
        let without = others.fold(Label::ANY, |known, (_, chain)| known.and(chain.label()));
        if without == label {
            chains.remove(at);
        }
    }
}
