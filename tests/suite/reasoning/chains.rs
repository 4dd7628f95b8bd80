//! Chains, followed with the oracle's own composition.

use xwalk::reason::{Chain, Network, Node, Statement};
use xwalk::relation::Relation;

use super::search::composed;
use super::sets::{Possible, label_of, only, possible, turned};

/// Where a chain ends and what it says. Each of its steps has to hold.
pub fn follow(network: &Network, chain: &Chain) -> (Node, Possible) {
    let mut known = only(Relation::Equal);
    let mut at = chain.from;
    for step in &chain.steps {
        let said = network.statement(step.statement).unwrap();
        known = composed(known, read(said, at, step.to));
        assert_eq!(step.known, label_of(known), "{chain:#?}");
        at = step.to;
    }
    (at, known)
}

/// What a statement says of its two ends, read from one to the other.
pub fn read(said: &Statement, from: Node, to: Node) -> Possible {
    let says = possible(said.label);
    if (said.a, said.b) == (from, to) {
        says
    } else {
        assert_eq!((said.b, said.a), (from, to), "{said:?} leads elsewhere");
        turned(says)
    }
}
