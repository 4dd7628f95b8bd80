//! Atoms and how they travel: what is known of (a, c), if one atom is known of (a, b) and a statement says a label of
//! (b, c).

use std::sync::LazyLock;

use xwalk_relation::{Label, Relation};

/// One of the six things that can be known of an ordered pair by itself; and `Equal`, which only a node and itself
/// begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Atom {
    /// S(a,b).
    Within = 0,
    /// S(b,a).
    Contains = 1,
    /// N(a,b).
    NotWithin = 2,
    /// N(b,a).
    NotContains = 3,
    /// O(a,b).
    Overlaps = 4,
    /// D(a,b).
    Disjoint = 5,
    /// The node itself.
    Equal = 6,
}

impl Atom {
    /// The six that a pair can have.
    pub const ALL: [Self; 6] = [
        Self::Within,
        Self::Contains,
        Self::NotWithin,
        Self::NotContains,
        Self::Overlaps,
        Self::Disjoint,
    ];

    /// The relations that satisfy it.
    pub const fn label(self) -> Label {
        match self {
            Self::Within => Label::WITHIN,
            Self::Contains => Label::CONTAINS,
            Self::NotWithin => Label::from_bits(!Label::WITHIN.bits()),
            Self::NotContains => Label::from_bits(!Label::CONTAINS.bits()),
            Self::Overlaps => Label::OVERLAPS,
            Self::Disjoint => Label::only(Relation::NoRelationship),
            Self::Equal => Label::only(Relation::Equal),
        }
    }
}

/// A set of atoms, a bit each: what is known of a pair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct AtomSet(u8);

impl AtomSet {
    /// Every atom that a label implies.
    pub fn implied_by(label: Label) -> Self {
        Self::from_iter(
            Atom::ALL
                .into_iter()
                .filter(|atom| label.implies(atom.label())),
        )
    }

    /// What all of them together say.
    pub fn label(self) -> Label {
        self.iter()
            .fold(Label::ANY, |label, atom| label.and(atom.label()))
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub const fn has(self, atom: Atom) -> bool {
        self.0 & (1 << atom as u8) != 0
    }

    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The atoms that no other one of the set implies: two sets within each other overlap, and two that share nothing
    /// do not lie within each other.
    pub const fn strongest(self) -> Self {
        const OVERLAPS: u8 = 1 << Atom::Overlaps as u8;
        const NEITHER: u8 = 1 << Atom::NotWithin as u8 | 1 << Atom::NotContains as u8;
        let mut kept = self.0;
        if self.has(Atom::Within) || self.has(Atom::Contains) {
            kept &= !OVERLAPS;
        }
        if self.has(Atom::Disjoint) {
            kept &= !NEITHER;
        }
        Self(kept)
    }

    pub fn iter(self) -> impl Iterator<Item = Atom> {
        Atom::ALL.into_iter().filter(move |atom| self.has(*atom))
    }
}

impl FromIterator<Atom> for AtomSet {
    fn from_iter<I: IntoIterator<Item = Atom>>(atoms: I) -> Self {
        Self(
            atoms
                .into_iter()
                .fold(0, |bits, atom| bits | 1 << atom as u8),
        )
    }
}

/// Where each atom leads over each label, from the composition of relations.
#[derive(Clone, Debug)]
pub(super) struct Transitions([[AtomSet; 32]; 7]);

/// Worked out once: 224 compositions.
static TRANSITIONS: LazyLock<Transitions> = LazyLock::new(Transitions::new);

impl Transitions {
    /// The table.
    pub fn table() -> &'static Self {
        &TRANSITIONS
    }

    fn new() -> Self {
        let row = |atom: Atom| {
            std::array::from_fn(|bits| {
                AtomSet::implied_by(atom.label().then(Label::from_bits(bits as u8)))
            })
        };
        let [
            within,
            contains,
            not_within,
            not_contains,
            overlaps,
            disjoint,
        ] = Atom::ALL.map(row);
        Self([
            within,
            contains,
            not_within,
            not_contains,
            overlaps,
            disjoint,
            row(Atom::Equal),
        ])
    }

    /// What follows from an atom and a label.
    pub fn follow(&self, atom: Atom, label: Label) -> AtomSet {
        self.0
            .get(atom as usize)
            .and_then(|row| row.get(label.bits() as usize))
            .copied()
            .unwrap_or_default()
    }
}
