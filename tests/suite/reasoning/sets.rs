//! Sets of a few things, and how they lie.

use xwalk::reason::Statement;
use xwalk::relation::{Label, Relation};

/// A set, a bit for each thing.
pub type Set = u32;

/// Some of the five relations, a bit for each.
pub type Possible = u8;

/// All five.
pub const ANY: Possible = 0b1_1111;

/// The fourteen labels, by their relations.
pub const FOURTEEN: [&[Relation]; 14] = {
    use Relation::{
        Equal as EQ, IntersectsWith as PO, NoRelationship as DR, SubsetOf as PP, SupersetOf as PI,
    };
    [
        &[EQ],
        &[PP],
        &[PI],
        &[PO],
        &[DR],
        &[EQ, PP, PI, PO],
        &[EQ, PP],
        &[EQ, PI],
        &[EQ, PP, PI, PO, DR],
        &[PP, PO],
        &[PI, PO],
        &[PO, DR],
        &[PP, PO, DR],
        &[PI, PO, DR],
    ]
};

/// One of the fourteen as the reasoner takes it.
pub fn label(number: usize) -> Label {
    Label::any_of(FOURTEEN[number].iter().copied())
}

/// A label that stands for these relations.
pub fn label_of(possible: Possible) -> Label {
    Label::from_bits(possible)
}

/// The relations that a label stands for.
pub fn possible(label: Label) -> Possible {
    label.bits()
}

/// One relation alone.
pub fn only(relation: Relation) -> Possible {
    1 << relation as u8
}

/// The same relations, read from the other side.
pub const fn turned(possible: Possible) -> Possible {
    const SUBSET: Possible = 1 << Relation::SubsetOf as u8;
    const SUPERSET: Possible = 1 << Relation::SupersetOf as u8;
    let mut turned = possible & !(SUBSET | SUPERSET);
    if possible & SUBSET != 0 {
        turned |= SUPERSET;
    }
    if possible & SUPERSET != 0 {
        turned |= SUBSET;
    }
    turned
}

/// How two sets lie, by the definitions. Neither is empty.
pub fn lie(a: Set, b: Set) -> Relation {
    match (a & b != 0, a & !b != 0, b & !a != 0) {
        (false, _, _) => Relation::NoRelationship,
        (true, false, false) => Relation::Equal,
        (true, false, true) => Relation::SubsetOf,
        (true, true, false) => Relation::SupersetOf,
        (true, true, true) => Relation::IntersectsWith,
    }
}

/// All ways to inhabit the regions that so many sets split the world into: in each, the regions inside every set, none
/// of which is empty. A region is known by the sets that it is in, which are never none.
pub fn worlds(sets: u32) -> impl Iterator<Item = Vec<Set>> {
    let regions = (1_u32 << sets) - 1;
    let inside = move |set: u32| (1..=regions).filter(move |region| region >> set & 1 == 1);
    let inside = move |set: u32| inside(set).map(|region| 1 << (region - 1)).sum::<Set>();
    let insides: Vec<Set> = (0..sets).map(inside).collect();
    (1_u32..1 << regions)
        .map(move |world| insides.iter().map(|inside| inside & world).collect())
        .filter(|sets: &Vec<Set>| sets.iter().all(|set| *set != 0))
}

/// The ends of a statement, to be counted with, and what it says.
pub fn said(statement: &Statement) -> (usize, usize, Possible) {
    let (a, b) = (statement.a.0 as usize, statement.b.0 as usize);
    (a, b, possible(statement.label))
}
