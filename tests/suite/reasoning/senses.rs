//! Claims that are made in several senses.

use xwalk::reason::{Claim, Network, Node, Reasoner, Statement};
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

fn says(claim: u32, sense: u8, a: u32, relation: Relation, b: u32) -> Statement {
    Statement {
        a: Node(a),
        b: Node(b),
        label: Label::only(relation),
        sense,
        claim: Claim(claim),
    }
}

#[test]
fn what_it_takes_two_senses_to_contradict_stands_in_each_and_joins_in_nothing() {
    let statements = vec![
        says(0, 0, 0, Relation::Equal, 1),
        says(1, 1, 0, Relation::NoRelationship, 1),
        // It says the same as the first, which its repetition is not to uphold.
        says(2, 0, 1, Relation::Equal, 0),
        says(3, 0, 1, Relation::SubsetOf, 2),
        says(4, 1, 1, Relation::SubsetOf, 3),
    ];
    let network = Network::new(4, statements).unwrap();
    let decision = network.decide();
    assert_eq!(decision.conflicts().len(), 1);
    assert!(decision.disputed().is_empty());
    assert_eq!(decision.apart(), [Claim(0), Claim(1), Claim(2)]);

    let known = |reasoner: &Reasoner<'_>, other| reasoner.about(Node(0)).label(Node(other));
    let all = Reasoner::new(&network, &decision);
    let of_sense = |sense| Reasoner::of(&network, move |said| said.sense == sense);
    let (first, second) = (of_sense(0), of_sense(1));
    assert_eq!([1, 2, 3].map(|other| known(&all, other)), [Label::ANY; 3]);
    assert_eq!(known(&first, 1), Label::only(Relation::Equal));
    assert_eq!(known(&first, 2), Label::only(Relation::SubsetOf));
    assert_eq!(known(&first, 3), Label::ANY);
    assert_eq!(known(&second, 1), Label::only(Relation::NoRelationship));
}

#[test]
fn what_contradicts_itself_in_one_sense_is_decided_before_it_meets_another_sense() {
    let statements = vec![
        says(0, 0, 0, Relation::Equal, 1),
        says(1, 0, 0, Relation::SubsetOf, 1),
        says(2, 1, 0, Relation::NoRelationship, 1),
    ];
    let decision = Network::new(2, statements).unwrap().decide();
    assert_eq!(decision.disputed(), [Claim(0), Claim(1)]);
    assert!(decision.apart().is_empty());
}
