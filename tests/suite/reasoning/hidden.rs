//! Networks of many nodes, made of what is true of hidden sets, against path consistency.
//!
//! Path consistency takes nothing away that is possible, and what chains of statements say it takes away. So what is
//! known has to be just what it leaves, if what is known is neither too much nor less than all chains say.

use rayon::prelude::*;
use xwalk::reason::{Node, Reasoner};

use super::draw::{Labels, Recipe};
use super::held::Held;
use super::proofs;
use super::search::Pairs;
use super::sets::{label_of, lie};
use crate::chance::Chance;

#[test]
fn much_is_known_of_many_nodes_and_never_too_much() {
    let held: Held = (0..400).into_par_iter().map(hold).sum();
    held.tell("40 to 60 nodes");
    assert_eq!(held.consistent, 400);
}

fn hold(seed: u64) -> Held {
    let mut chance = Chance::new(seed);
    let nodes = 40 + chance.below(21);
    let recipe = Recipe {
        nodes: nodes as u32,
        statements: nodes + chance.below(4 * nodes),
        labels: Labels::Mostly(0),
        shared: 20,
        given: 0,
        loops: 1,
    };
    let (drawn, sets) = recipe.draw_from_sets(&mut chance);
    let network = drawn.network();
    let decision = network.decide();
    assert!(decision.is_consistent());
    let mut pairs = Pairs::of(drawn.nodes, &drawn.statements);
    assert!(pairs.close());

    let reasoner = Reasoner::new(&network, &decision);
    let mut held = Held {
        networks: 1,
        consistent: 1,
        ..Held::default()
    };
    for node in 0..nodes {
        let knowledge = reasoner.about(Node(node as u32));
        for other in 0..nodes {
            let known = knowledge.label(Node(other as u32));
            let truth = lie(sets[node], sets[other]);
            assert!(known.allows(truth), "{node} and {other} in {network:#?}");
            assert_eq!(
                known,
                label_of(pairs.get(node, other)),
                "{node} and {other} in {network:#?}"
            );
            held.labels += 1;
        }
        if chance.percent(5) {
            held.proofs += proofs::hold(&network, &decision, &knowledge);
        }
    }
    held
}
