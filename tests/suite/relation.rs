//! The algebra of relations against sets themselves: every small one, and many drawn at random.

use std::collections::BTreeSet;

use proptest::prelude::*;
use xwalk::relation::{Atoms, Label, Relation, Word};

use Relation::{Equal, IntersectsWith, NoRelationship, SubsetOf, SupersetOf};

/// A set of small numbers.
type Set = BTreeSet<u32>;

/// How two sets lie, by the definitions.
fn lie(a: &Set, b: &Set) -> Relation {
    match (a.is_subset(b), b.is_subset(a)) {
        (true, true) => Equal,
        (true, false) => SubsetOf,
        (false, true) => SupersetOf,
        (false, false) if a.is_disjoint(b) => NoRelationship,
        (false, false) => IntersectsWith,
    }
}

/// Whether everything that the atoms say is so, by the definitions.
fn hold(atoms: Atoms, a: &Set, b: &Set) -> bool {
    (!atoms.within || a.is_subset(b))
        && (!atoms.contains || a.is_superset(b))
        && (!atoms.not_within || !a.is_subset(b))
        && (!atoms.not_contains || !a.is_superset(b))
        && (!atoms.overlaps || !a.is_disjoint(b))
        && (!atoms.disjoint || a.is_disjoint(b))
}

/// All non-empty sets of the first `size` numbers.
fn universe(size: u32) -> Vec<Set> {
    let members = |mask: u32| (0..size).filter(move |member| mask & 1 << member != 0);
    (1..1_u32 << size)
        .map(|mask| members(mask).collect())
        .collect()
}

/// Every label, contradiction included.
fn labels() -> impl Iterator<Item = Label> + Clone {
    (0..32).map(Label::from_bits)
}

/// Every conjunction of atoms.
fn conjunctions() -> impl Iterator<Item = Atoms> {
    (0..64_u8).map(|bits| Atoms {
        within: bits & 1 != 0,
        contains: bits & 2 != 0,
        not_within: bits & 4 != 0,
        not_contains: bits & 8 != 0,
        overlaps: bits & 16 != 0,
        disjoint: bits & 32 != 0,
    })
}

/// What occurs between the first and the last of three non-empty sets of `size` things, for each pair of relations
/// between neighbours.
fn occurring(size: u32) -> [[Label; 5]; 5] {
    let sets = universe(size);
    let relations: Vec<Vec<Relation>> = sets
        .iter()
        .map(|a| sets.iter().map(|b| lie(a, b)).collect())
        .collect();
    let mut occurring = [[Label::NONE; 5]; 5];
    for (a, of_a) in relations.iter().enumerate() {
        for (ab, of_b) in of_a.iter().zip(&relations) {
            for (bc, ac) in of_b.iter().zip(&relations[a]) {
                let cell = &mut occurring[*ab as usize][*bc as usize];
                *cell = cell.or(Label::only(*ac));
            }
        }
    }
    occurring
}

#[test]
fn composition_allows_what_occurs_among_sets_and_nothing_else() {
    let table =
        Relation::ALL.map(|ab| Relation::ALL.map(|bc| Label::only(ab).then(Label::only(bc))));
    // With four things there is room for every case already; seven are one for each region of three sets.
    for size in [4, 5, 7] {
        assert_eq!(occurring(size), table, "{size} things");
    }
    // With three, two sets that both intersect a third have no room to lie apart.
    assert_ne!(occurring(3), table);
}

#[test]
fn composition_of_labels_is_the_union_over_their_relations() {
    for first in labels() {
        for next in labels() {
            let pairs = first
                .relations()
                .flat_map(|ab| next.relations().map(move |bc| (ab, bc)));
            let union = pairs.fold(Label::NONE, |known, (ab, bc)| {
                known.or(Label::only(ab).then(Label::only(bc)))
            });
            assert_eq!(first.then(next), union, "{first} then {next}");
        }
    }
}

#[test]
fn known_cells_of_the_published_table_hold() {
    let only = Label::only;
    assert_eq!(only(SubsetOf).then(only(SubsetOf)), only(SubsetOf));
    assert_eq!(
        only(SubsetOf).then(only(NoRelationship)),
        only(NoRelationship)
    );
    assert_eq!(only(SubsetOf).then(only(SupersetOf)), Label::ANY);
    assert_eq!(only(SupersetOf).then(only(SubsetOf)), Label::OVERLAPS);
    assert_eq!(
        only(IntersectsWith).then(only(SubsetOf)),
        Label::any_of([SubsetOf, IntersectsWith])
    );
    assert_eq!(only(IntersectsWith).then(only(IntersectsWith)), Label::ANY);
}

#[test]
fn equality_is_the_identity_and_a_contradiction_stays_one() {
    let equal = Label::only(Equal);
    for label in labels() {
        assert_eq!(equal.then(label), label);
        assert_eq!(label.then(equal), label);
        assert_eq!(label.then(Label::NONE), Label::NONE);
        assert_eq!(Label::NONE.then(label), Label::NONE);
    }
}

#[test]
fn composition_is_a_relation_algebra() {
    for a in labels() {
        for b in labels() {
            assert_eq!(a.then(b).converse(), b.converse().then(a.converse()));
            for c in labels() {
                assert_eq!(a.then(b).then(c), a.then(b.then(c)), "{a}, {b}, {c}");
                assert_eq!(a.or(b).then(c), a.then(c).or(b.then(c)));
                // The cycle law: a triangle is possible or not from whichever corner it is looked at.
                let possible = |label: Label| !label.is_contradiction();
                assert_eq!(
                    possible(a.then(b).and(c)),
                    possible(a.converse().then(c).and(b))
                );
            }
        }
    }
}

#[test]
fn the_converse_is_the_same_pair_seen_from_the_other_side() {
    let sets = universe(4);
    for a in &sets {
        for b in &sets {
            assert_eq!(lie(b, a), lie(a, b).converse());
        }
    }
    for label in labels() {
        let converse = Label::any_of(label.relations().map(Relation::converse));
        assert_eq!(label.converse(), converse);
        assert_eq!(label.converse().converse(), label);
    }
}

#[test]
fn the_complement_allows_what_the_label_does_not() {
    for label in labels() {
        for relation in Relation::ALL {
            assert_ne!(label.allows(relation), label.complement().allows(relation));
        }
    }
}

#[test]
fn atoms_hold_exactly_where_their_label_does() {
    let sets = universe(4);
    for atoms in conjunctions() {
        for a in &sets {
            for b in &sets {
                let said = hold(atoms, a, b);
                assert_eq!(said, atoms.label().allows(lie(a, b)), "{atoms:?}");
            }
        }
    }
}

#[test]
fn fourteen_labels_can_be_said_each_with_its_strongest_atoms() {
    let said: BTreeSet<Label> = conjunctions()
        .map(Atoms::label)
        .filter(|label| !label.is_contradiction())
        .collect();
    assert_eq!(said, BTreeSet::from(Label::SAYABLE));
    assert_eq!(said.len(), 14);
    for label in labels() {
        let atoms = label.atoms();
        assert_eq!(atoms.is_some(), said.contains(&label), "{label}");
        let Some(strongest) = atoms else { continue };
        assert_eq!(strongest.label(), label);
        for atoms in conjunctions().filter(|atoms| atoms.label() == label) {
            assert!(
                each(atoms)
                    .zip(each(strongest))
                    .all(|(one, all)| all || !one)
            );
        }
    }
}

fn each(atoms: Atoms) -> impl Iterator<Item = bool> {
    [
        atoms.within,
        atoms.contains,
        atoms.not_within,
        atoms.not_contains,
        atoms.overlaps,
        atoms.disjoint,
    ]
    .into_iter()
}

#[test]
fn what_can_be_said_can_be_said_from_either_side_and_of_both_at_once() {
    for label in Label::SAYABLE {
        assert!(label.converse().atoms().is_some());
        for other in Label::SAYABLE {
            let both = label.and(other);
            assert!(both.is_contradiction() || both.atoms().is_some());
        }
    }
}

#[test]
fn what_follows_from_what_can_be_said_can_be_said() {
    for first in Label::SAYABLE {
        for next in Label::SAYABLE {
            assert!(first.then(next).atoms().is_some(), "{first} then {next}");
        }
    }
}

#[test]
fn every_word_reads_back_and_says_the_same_from_the_other_side() {
    for word in Word::ALL {
        assert_eq!(Word::parse(word.word()), Some(word));
        assert_eq!(word.converse().label(), word.label().converse());
        assert_eq!(word.converse().converse(), word);
        // Every word says something of sets, or that there is a relationship; `contrary` neither.
        let says = [
            word.label() != Label::ANY,
            word.relates(),
            word == Word::Contrary,
        ];
        assert_eq!(says.into_iter().filter(|says| *says).count(), 1, "{word:?}");
        assert!(!word.is_supportive() || word.label() == Label::ANY);
        assert!(word.label().atoms().is_some());
    }
    assert_eq!(Word::parse("Equal"), None);
    assert_eq!(Word::Set(SubsetOf).label(), Label::only(SubsetOf));
    assert_eq!(
        Word::Overlaps.label(),
        Label::only(NoRelationship).complement()
    );
}

/// Three sets of up to forty things that lie in some of the seven regions, so that no case is rare.
fn three_sets() -> impl Strategy<Value = [Set; 3]> {
    (1..128_u8).prop_flat_map(|regions| {
        let inhabited: Vec<u8> = (1..8)
            .filter(|region| regions & 1 << (region - 1) != 0)
            .collect();
        let things = prop::collection::vec(prop::sample::select(inhabited), 1..40);
        things.prop_map(|things| {
            [1, 2, 4].map(|set| {
                let members = (0_u32..)
                    .zip(&things)
                    .filter(|(_, region)| *region & set != 0);
                members.map(|(thing, _)| thing).collect()
            })
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_known_of_any_sets_is_so(
        sets in three_sets(),
        doubts in [0..32_u8, 0..32_u8],
    ) {
        let [a, b, c] = &sets;
        prop_assume!(sets.iter().all(|set| !set.is_empty()));
        // What is known may be less than what is so.
        let [ab, bc] = [(a, b, doubts[0]), (b, c, doubts[1])]
            .map(|(x, y, doubt)| Label::only(lie(x, y)).or(Label::from_bits(doubt)));
        let ac = lie(a, c);
        prop_assert!(ab.then(bc).allows(ac));
        prop_assert!(ab.then(bc).converse().allows(lie(c, a)));
        for label in Label::SAYABLE {
            let atoms = label.atoms().unwrap();
            prop_assert_eq!(hold(atoms, a, c), label.allows(ac));
        }
    }
}
