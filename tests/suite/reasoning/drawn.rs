//! Networks of five to eight nodes against the search.

use rayon::prelude::*;
use xwalk::reason::{Claim, Decision, Network, Node, Reasoner, Statement};

use super::draw::{Drawn, Recipe};
use super::held::{Held, tell};
use super::search::{Search, satisfiable};
use super::sets::label_of;
use super::{proofs, verdict};
use crate::chance::Chance;

const NETWORKS: u64 = 20_000;

#[test]
fn drawn_networks_are_decided_and_known_as_the_search_says() {
    let held: Held = (0..NETWORKS).into_par_iter().map(hold).sum();
    held.tell("five to eight nodes");
    assert_eq!(held.networks, 20_000);
    assert!(held.consistent > 8_000 && held.conflicts > 8_000);
}

fn hold(seed: u64) -> Held {
    let mut chance = Chance::new(seed);
    let drawn = Recipe::small(&mut chance).draw(&mut chance);
    let network = drawn.network();
    let decision = network.decide();
    let oracle = |statements: &[Statement]| satisfiable(drawn.nodes, statements);
    let conflicts = verdict::hold(&network, &decision, &oracle);

    let mut stand = drawn.statements.clone();
    stand.retain(|said| verdict::stands(&decision, said));
    let mut search = Search::new(drawn.nodes, &stand).unwrap();
    let reasoner = Reasoner::new(&network, &decision);
    let mut held = Held {
        networks: 1,
        consistent: decision.is_consistent().into(),
        conflicts,
        ..Held::default()
    };
    for _ in 0..3 {
        let node = chance.below(drawn.nodes as usize);
        let knowledge = reasoner.about(Node(node as u32));
        for _ in 0..2 {
            let other = chance.below(drawn.nodes as usize);
            let exact = label_of(search.possible(node, other));
            let known = knowledge.label(Node(other as u32));
            assert_eq!(known, exact, "{node} and {other} in {stand:#?}");
            held.labels += 1;
        }
    }
    held.labels += in_one_sense(&drawn, &network, &decision, &mut chance);
    if chance.percent(10) {
        let knowledge = reasoner.about(Node(chance.below(drawn.nodes as usize) as u32));
        held.proofs += proofs::hold(&network, &decision, &knowledge);
    }
    held
}

/// Holds what is known in one sense, by whatever is not disputed in it, to the search; how many labels there were.
fn in_one_sense(
    drawn: &Drawn,
    network: &Network,
    decision: &Decision,
    chance: &mut Chance,
) -> usize {
    let sense = chance.below(8) as u8;
    let takes_part = |said: &Statement| {
        said.claim == Claim::GIVEN || said.sense == sense && !decision.is_disputed(said.claim)
    };
    let mut own = drawn.statements.clone();
    own.retain(takes_part);
    let mut search = Search::new(drawn.nodes, &own).unwrap();
    let reasoner = Reasoner::of(network, takes_part);
    let [node, other] = [(); 2].map(|()| chance.below(drawn.nodes as usize));
    let known = reasoner.about(Node(node as u32)).label(Node(other as u32));
    let exact = label_of(search.possible(node, other));
    assert_eq!(
        known, exact,
        "{node} and {other} in sense {sense} of {own:#?}"
    );
    1
}

#[test]
fn names_and_order_change_nothing_that_follows() {
    const TOLD: u64 = 4_000;
    let consistent: usize = (0..TOLD)
        .into_par_iter()
        .map(|seed| {
            let mut chance = Chance::new(NETWORKS + seed);
            let drawn = Recipe::small(&mut chance).draw(&mut chance);
            let (otherwise, names) = drawn.told_otherwise(&mut chance);
            usize::from(same(&drawn, &otherwise, &names))
        })
        .sum();
    tell(&format!(
        "told otherwise: {TOLD} networks, {consistent} consistent"
    ));
}

/// Whether both are consistent; if they are, the same has to be known.
fn same(one: &Drawn, other: &Drawn, names: &[Node]) -> bool {
    let networks = [one.network(), other.network()];
    let decisions = networks.each_ref().map(|network| network.decide());
    let [first, second] = &decisions;
    assert_eq!(first.is_consistent(), second.is_consistent(), "{one:#?}");
    if !first.is_consistent() {
        return false;
    }
    let [first, second] = [0, 1].map(|at| Reasoner::new(&networks[at], &decisions[at]));
    for node in (0..one.nodes).map(Node) {
        let knowledge = first.about(node);
        let renamed = second.about(names[node.0 as usize]);
        for other in (0..one.nodes).map(Node) {
            let label = renamed.label(names[other.0 as usize]);
            assert_eq!(knowledge.label(other), label, "{one:#?}");
        }
    }
    true
}

#[test]
fn what_is_given_is_never_set_aside() {
    let told: usize = (0..2_000_u64)
        .into_par_iter()
        .map(|seed| {
            let mut chance = Chance::new(seed);
            let mut drawn = Recipe::small(&mut chance).draw(&mut chance);
            for statement in &mut drawn.statements {
                statement.claim = Claim::GIVEN;
            }
            let consistent = satisfiable(drawn.nodes, &drawn.statements);
            let decision = drawn.network().decide();
            assert_eq!(decision.is_consistent(), consistent);
            assert!(decision.disputed().is_empty());
            assert!(
                decision
                    .conflicts()
                    .iter()
                    .all(|conflict| conflict.claims.is_empty())
            );
            usize::from(!consistent)
        })
        .sum();
    tell(&format!(
        "given alone: 2000 networks, {} consistent",
        2_000 - told
    ));
}
