//! All networks of three nodes, and of four nodes over most of what is said in practice.

use rayon::prelude::*;
use xwalk::reason::{Claim, Network, Node, Reasoner, Statement};
use xwalk::relation::{Label, Relation};

use super::draw::turn;
use super::held::{Held, tell};
use super::sets::{ANY, label, label_of};
use super::worlds::Worlds;
use super::{proofs, search, verdict};
use crate::chance::Chance;

/// Every pair of so many nodes, the smaller first.
fn pairs(nodes: u32) -> Vec<(u32, u32)> {
    let pairs = (0..nodes).flat_map(|a| (a + 1..nodes).map(move |b| (a, b)));
    pairs.collect()
}

/// One statement for each pair: which label, the digits of a number say.
fn statements(nodes: u32, labels: &[Label], mut number: usize) -> Vec<Statement> {
    let statement = |(at, (a, b)): (usize, (u32, u32))| {
        let label = labels[number % labels.len()];
        number /= labels.len();
        Statement {
            a: Node(a),
            b: Node(b),
            label,
            sense: at as u8,
            claim: Claim(at as u32),
        }
    };
    pairs(nodes)
        .into_iter()
        .enumerate()
        .map(statement)
        .collect()
}

/// Holds everything that the reasoner says of a network to its set models.
fn hold(worlds: &Worlds, nodes: u32, statements: Vec<Statement>, prove: bool) -> Held {
    let network = Network::new(nodes, statements).unwrap();
    let decision = network.decide();
    let satisfiable = |statements: &[Statement]| !worlds.models(statements).is_empty();
    let conflicts = verdict::hold(&network, &decision, &satisfiable);

    let stand = |said: &&Statement| verdict::stands(&decision, said);
    let models = worlds.models(network.statements().iter().filter(stand));
    let reasoner = Reasoner::new(&network, &decision);
    let mut held = Held {
        networks: 1,
        consistent: decision.is_consistent().into(),
        conflicts,
        ..Held::default()
    };
    for node in (0..nodes).map(Node) {
        let knowledge = reasoner.about(node);
        let mut known = Vec::new();
        for other in (0..nodes).map(Node) {
            let exact = worlds.possible(&models, node.0 as usize, other.0 as usize);
            assert_eq!(
                knowledge.label(other),
                label_of(exact),
                "{node:?} {other:?} {network:#?}"
            );
            if exact != ANY && node != other {
                known.push((other, label_of(exact)));
            }
        }
        assert!(knowledge.iter().eq(known));
        held.labels += nodes as usize - 1;
        if prove {
            held.proofs += proofs::hold(&network, &decision, &knowledge);
        }
    }
    held
}

#[test]
fn all_networks_of_three_nodes_are_decided_and_known_as_their_set_models_say() {
    const NETWORKS: usize = 14 * 14 * 14;
    let worlds = Worlds::of(3);
    let labels: Vec<Label> = (0..14).map(label).collect();
    // Each pair is spoken of from either end.
    let held: Held = (0..8 * NETWORKS)
        .into_par_iter()
        .map(|number| {
            let mut statements = statements(3, &labels, number % NETWORKS);
            for (at, statement) in statements.iter_mut().enumerate() {
                if (number / NETWORKS) >> at & 1 == 1 {
                    turn(statement);
                }
            }
            hold(&worlds, 3, statements, true)
        })
        .sum();
    held.tell("all of three nodes");
    assert_eq!(held.networks, 21_952);
}

/// What most rows say, and what is unknown.
fn eight_labels() -> [Label; 8] {
    let [equal, subset, superset, intersects, none] = Relation::ALL.map(Label::only);
    let others = [Label::OVERLAPS, Label::WITHIN, Label::ANY];
    [
        equal, subset, superset, intersects, none, others[0], others[1], others[2],
    ]
}

#[test]
fn all_networks_of_four_nodes_over_eight_labels_are_decided_and_known_as_their_set_models_say() {
    const NETWORKS: usize = 8_usize.pow(6);
    let worlds = Worlds::of(4);
    let labels = eight_labels();
    let held: Held = (0..NETWORKS)
        .into_par_iter()
        .map(|number| {
            let mut chance = Chance::new(number as u64);
            let mut statements = statements(4, &labels, number);
            for statement in &mut statements {
                if chance.percent(50) {
                    turn(statement);
                }
            }
            let first = chance.below(6);
            statements.rotate_left(first);
            hold(&worlds, 4, statements, chance.percent(5))
        })
        .sum();
    held.tell("all of four nodes over eight labels");
    assert_eq!(held.networks, 262_144);
}

#[test]
fn the_search_finds_what_set_models_say() {
    let worlds = Worlds::of(4);
    let labels: Vec<Label> = (0..14).map(label).collect();
    let consistent: usize = (0..20_000_u64)
        .into_par_iter()
        .map(|seed| {
            let mut chance = Chance::new(seed);
            let statements = statements(4, &labels, chance.below(14_usize.pow(6)));
            let models = worlds.models(&statements);
            let mut search = search::Search::new(4, &statements);
            assert_eq!(search.is_none(), models.is_empty());
            for (a, b) in pairs(4) {
                let (a, b) = (a as usize, b as usize);
                if let Some(search) = &mut search {
                    assert_eq!(search.possible(a, b), worlds.possible(&models, a, b));
                }
            }
            usize::from(search.is_some())
        })
        .sum();
    tell(&format!(
        "search and set models agree: 20000 networks, {consistent} consistent"
    ));
}
