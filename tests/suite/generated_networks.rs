//! Generated networks are honest: what they call true has a model, each false claim is refuted, and they are as large as
//! asked for.

#[path = "../../benches/networks/mod.rs"]
mod networks;

use std::collections::BTreeSet;

use networks::{Chain, Collection, Generated, chain, collection, read, write};
use xwalk::reason::{Claim, Network};
use xwalk::relation::{Label, Relation};

const COLLECTIONS: [Collection; 3] = [
    Collection {
        statements: 3_000,
        injected: 0,
    },
    Collection {
        statements: 3_000,
        injected: 60,
    },
    Collection {
        statements: 30_000,
        injected: 300,
    },
];

const CHAINS: [Chain; 3] = [
    Chain {
        nodes: 2,
        clashes: 1,
        span: 50,
    },
    Chain {
        nodes: 2_000,
        clashes: 0,
        span: 1,
    },
    Chain {
        nodes: 2_000,
        clashes: 20,
        span: 50,
    },
];

fn generated() -> impl Iterator<Item = Generated> {
    let collections = COLLECTIONS.into_iter().map(collection);
    collections.chain(CHAINS.into_iter().map(chain))
}

fn network(generated: Generated) -> Network {
    Network::new(generated.nodes, generated.statements).unwrap()
}

#[test]
fn a_plan_is_kept() {
    for plan in COLLECTIONS {
        let generated = collection(plan);
        assert_eq!(generated.statements.len(), plan.statements);
        assert_eq!(generated.injected.len(), plan.injected);
        let is_false = |claim| generated.injected.contains(claim);
        let claims = generated.statements.iter().map(|said| &said.claim);
        assert_eq!(
            claims.filter(|claim| is_false(claim)).count(),
            plan.injected
        );
    }
    for plan in CHAINS {
        let generated = chain(plan);
        assert_eq!(generated.nodes as usize, 2 * plan.nodes);
        assert_eq!(generated.injected.len(), plan.clashes);
    }
}

#[test]
fn a_collection_says_what_published_ones_say() {
    let mut rows = collection(COLLECTIONS[2]).statements;
    rows.retain(|said| said.claim != Claim::GIVEN);
    let share = |said: &[Label]| {
        let such = rows.iter().filter(|row| said.contains(&row.label));
        100 * such.count() / rows.len()
    };
    let only = Label::only;
    let either = [only(Relation::SubsetOf), only(Relation::SupersetOf)];
    assert!((45..=57).contains(&share(&[only(Relation::IntersectsWith)])));
    assert!((25..=35).contains(&share(&either)));
    assert!((3..=8).contains(&share(&[only(Relation::Equal)])));
    assert!((2..=6).contains(&share(&[Label::OVERLAPS])));
    assert!((2..=6).contains(&share(&[Label::WITHIN, Label::CONTAINS])));
    assert!((1..=3).contains(&share(&[only(Relation::NoRelationship)])));
}

#[test]
fn the_same_plan_gives_the_same_network() {
    assert!(generated().eq(generated()));
}

#[test]
fn a_file_gives_back_what_was_written() {
    for generated in generated() {
        let mut file = Vec::new();
        write(&generated, &mut file).unwrap();
        assert!(read(file.as_slice()).unwrap() == generated);
    }
}

#[test]
fn without_its_false_claims_a_network_contradicts_nothing() {
    for mut generated in generated() {
        let injected = std::mem::take(&mut generated.injected);
        generated
            .statements
            .retain(|said| !injected.contains(&said.claim));
        assert!(network(generated).decide().is_consistent());
    }
}

/// A false claim in one sense may contradict only what another false claim has set aside in another one: it is found once
/// that one is corrected.
#[test]
fn every_false_claim_of_a_collection_is_found_as_those_found_before_are_taken_back() {
    for plan in COLLECTIONS {
        let mut generated = collection(plan);
        let mut injected = std::mem::take(&mut generated.injected);
        let mut rounds = 0;
        while !injected.is_empty() {
            let decision = network(generated.clone()).decide();
            let conflicts = decision.conflicts().iter();
            let claims: BTreeSet<Claim> = conflicts
                .flat_map(|conflict| conflict.claims.iter().copied())
                .collect();
            let (found, hidden): (Vec<Claim>, Vec<Claim>) =
                injected.iter().partition(|claim| claims.contains(claim));
            for claim in &found {
                assert!(decision.is_disputed(*claim) || decision.is_apart(*claim));
            }
            assert!(
                20 * hidden.len() < injected.len(),
                "{hidden:?} of {injected:?}"
            );
            generated
                .statements
                .retain(|said| !found.contains(&said.claim));
            injected = hidden;
            rounds += 1;
        }
        assert!(rounds <= 2);
    }
}
