//! Chains of proper subsets, of which some two are said to cross: arguments as long as wanted, and many of them.

use std::collections::BTreeSet;

use xwalk::reason::{Claim, Network, Node, Statement};
use xwalk::relation::{Label, Relation};

use super::held::tell;
use super::verdict;
use crate::chance::Chance;

const SUBSET: Label = Label::only(Relation::SubsetOf);
const CROSSING: Label = Label::only(Relation::IntersectsWith);

/// A chain of so many nodes, and pairs that are said to cross.
fn chain(nodes: u32, crossing: impl IntoIterator<Item = (u32, u32)>) -> Network {
    let links = (1..nodes).map(|outer| (outer - 1, outer, SUBSET));
    let crossing = crossing.into_iter().map(|(a, b)| (a, b, CROSSING));
    let said = (0..)
        .zip(links.chain(crossing))
        .map(|(claim, (a, b, label))| Statement {
            a: Node(a),
            b: Node(b),
            label,
            sense: 0,
            claim: Claim(claim),
        });
    Network::new(nodes, said.collect()).unwrap()
}

/// Two nodes can cross unless every link between them is there.
fn satisfiable(statements: &[Statement]) -> bool {
    let links = statements.iter().filter(|said| said.label == SUBSET);
    let linked: BTreeSet<u32> = links.map(|said| said.a.0).collect();
    let mut crossing = statements.iter().filter(|said| said.label == CROSSING);
    crossing.all(|said| (said.a.0..said.b.0).any(|link| !linked.contains(&link)))
}

/// Holds a chain to that; how many conflicts it has.
fn hold(network: &Network) -> usize {
    verdict::hold(network, &network.decide(), &satisfiable)
}

#[test]
fn a_long_argument_is_told_where_there_is_no_short_one() {
    let network = chain(500, [(0, 499)]);
    let decision = network.decide();
    assert_eq!(decision.conflicts().len(), 1);
    assert_eq!(decision.disputed().len(), 500);
    assert_eq!(hold(&network), 1);
}

#[test]
fn short_arguments_break_up_the_long_ones() {
    let network = chain(500, [(0, 499), (200, 203)]);
    let decision = network.decide();
    assert_eq!(decision.conflicts().len(), 1);
    assert_eq!(decision.disputed().len(), 4);
    assert_eq!(hold(&network), 1);
}

#[test]
fn where_everything_crosses_everything_nothing_contradictory_remains() {
    let pairs = (0..60).flat_map(|a| (a + 1..60).map(move |b| (a, b)));
    let conflicts = hold(&chain(60, pairs));
    tell(&format!(
        "all of a chain of 60 crosses all: {conflicts} conflicts"
    ));
}

#[test]
fn long_and_short_arguments_are_minimal_and_leave_nothing_contradictory() {
    let conflicts: usize = (0..40)
        .map(|seed| {
            let mut chance = Chance::new(seed);
            let crossing: Vec<(u32, u32)> = (0..1 + chance.below(12))
                .map(|_| {
                    let span = 1 + chance.below(199);
                    let inner = chance.below(200 - span);
                    (inner as u32, (inner + span) as u32)
                })
                .collect();
            hold(&chain(200, crossing))
        })
        .sum();
    tell(&format!(
        "chains of 200 with some that cross: {conflicts} conflicts"
    ));
}
