//! A chain of proper subsets with overlaps across it: short to say, and long to argue about.
//!
//! The chain's node at position `i` stands for the numbers from 0 to `i`.

use xwalk::reason::Node;
use xwalk::relation::{Label, Relation};

use super::draft::{Draft, Generated};
use crate::chance::Chance;

/// How long a chain should be.
#[derive(Clone, Copy, Debug)]
pub struct Chain {
    /// The nodes of the chain, at least two. There are as many nodes beside it.
    pub nodes: usize,
    /// How many pairs of the chain's nodes are said to cross each other, which is false.
    pub clashes: usize,
    /// The most steps between such two, at least one.
    pub span: usize,
}

/// A chain of this length.
pub fn chain(plan: Chain) -> Generated {
    let mut draft = Draft::default();
    let mut chance = Chance::new(40);
    let mut nodes: Vec<Node> = (0..2 * plan.nodes).map(|_| draft.node()).collect();
    shuffle(&mut nodes, &mut chance);
    let (chain, beside) = nodes.split_at(plan.nodes);
    for (inner, outer) in chain.iter().zip(chain.iter().skip(1)) {
        draft.claim(*inner, *outer, Label::only(Relation::SubsetOf));
    }
    for node in beside {
        crossing(&mut draft, chain, *node, &mut chance);
    }
    for _ in 0..plan.nodes / 2 {
        let (inner, outer) = two(chain, plan.nodes, &mut chance);
        draft.claim(inner, outer, Label::OVERLAPS);
    }
    for _ in 0..plan.clashes {
        let (inner, outer) = two(chain, plan.span, &mut chance);
        draft.inject(inner, outer, Label::only(Relation::IntersectsWith));
    }
    draft.finish(usize::MAX)
}

/// What is true of a node beside the chain, which stands for one number of the chain's and one of its own.
fn crossing(draft: &mut Draft, chain: &[Node], node: Node, chance: &mut Chance) {
    let number = chance.below(chain.len());
    let (without, with) = chain.split_at(number);
    for _ in 0..1 + chance.below(2) {
        let Some(other) = with.get(chance.below(with.len())) else {
            continue;
        };
        // The chain's first node has but one number: it would lie within.
        let crosses = Some(other) != chain.first() && chance.percent(80);
        let label = if crosses {
            Label::only(Relation::IntersectsWith)
        } else {
            Label::OVERLAPS
        };
        draft.claim(node, *other, label);
    }
    if chance.percent(30)
        && let Some(other) = without.get(chance.below(without.len()))
    {
        draft.claim(*other, node, Label::only(Relation::NoRelationship));
    }
}

/// Two nodes of the chain, at most so many steps apart.
fn two(chain: &[Node], span: usize, chance: &mut Chance) -> (Node, Node) {
    let steps = 1 + chance.below(span.min(chain.len() - 1));
    let at = chance.below(chain.len() - steps);
    let node = |at: usize| chain.get(at).copied().unwrap_or(Node(0));
    (node(at), node(at + steps))
}

/// Fisher and Yates: every order is as likely.
fn shuffle(nodes: &mut [Node], chance: &mut Chance) {
    for at in (1..nodes.len()).rev() {
        nodes.swap(at, chance.below(at + 1));
    }
}
