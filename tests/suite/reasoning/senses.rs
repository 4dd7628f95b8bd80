//! Claims that are made in several senses.

use xwalk::reason::{Claim, Network, Node, Statement};
use xwalk::relation::{Label, Relation};

#[test]
fn what_contradicts_itself_in_one_sense_is_not_hidden_by_a_shorter_argument_that_mixes_two() {
    let says = |claim, sense, a, relation, b| Statement {
        a: Node(a),
        b: Node(b),
        label: Label::only(relation),
        sense,
        claim: Claim(claim),
    };
    let network = Network::new(
        3,
        vec![
            says(0, 2, 0, Relation::SubsetOf, 1),
            says(1, 2, 0, Relation::Equal, 2),
            says(2, 2, 2, Relation::Equal, 1),
            says(3, 0, 0, Relation::Equal, 1),
        ],
    )
    .unwrap();
    let decision = network.decide();
    let [conflict] = decision.conflicts() else {
        panic!("{decision:?}");
    };
    assert_eq!(conflict.claims, [Claim(0), Claim(1), Claim(2)]);
    assert!(!conflict.mixes_senses());
    // The claim in the other sense contradicts only one that is set aside already.
    assert!(!decision.is_disputed(Claim(3)));
}
