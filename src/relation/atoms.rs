//! The four things that can be said of a pair of sets and reasoned about exactly.

use super::Label;

/// A conjunction of atoms about an ordered pair (a, b). Both directions of S and N are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Atoms {
    /// S(a,b): a is a subset of or equal to b.
    pub within: bool,
    /// S(b,a): a contains b or equals it.
    pub contains: bool,
    /// N(a,b): a is not a subset of b.
    pub not_within: bool,
    /// N(b,a): a does not contain b.
    pub not_contains: bool,
    /// O(a,b): they share something.
    pub overlaps: bool,
    /// D(a,b): they share nothing.
    pub disjoint: bool,
}

impl Atoms {
    /// The relations that satisfy all atoms.
    #[must_use]
    pub const fn label(self) -> Label {
        let mut label = Label::ANY;
        let mut rest: &[(bool, Label)] = &[
            (self.within, Label::WITHIN),
            (self.contains, Label::CONTAINS),
            (self.not_within, Label::WITHIN.complement()),
            (self.not_contains, Label::CONTAINS.complement()),
            (self.overlaps, Label::OVERLAPS),
            (self.disjoint, Label::OVERLAPS.complement()),
        ];
        while let [(said, atom), others @ ..] = rest {
            if *said {
                label = label.and(*atom);
            }
            rest = others;
        }
        label
    }

    /// The strongest atoms that a label implies, if together they say exactly that label.
    pub(super) const fn of(label: Label) -> Option<Self> {
        if label.is_contradiction() {
            return None;
        }
        let atoms = Self {
            within: label.implies(Label::WITHIN),
            contains: label.implies(Label::CONTAINS),
            not_within: label.implies(Label::WITHIN.complement()),
            not_contains: label.implies(Label::CONTAINS.complement()),
            overlaps: label.implies(Label::OVERLAPS),
            disjoint: label.implies(Label::OVERLAPS.complement()),
        };
        if atoms.label().bits() == label.bits() {
            Some(atoms)
        } else {
            None
        }
    }
}

impl Label {
    /// The fourteen labels that are conjunctions of atoms, so that they can be said and reasoned about exactly: those
    /// that allow fewer relations first. The last is [`Label::ANY`], which says nothing: the empty conjunction.
    pub const SAYABLE: [Self; 14] = {
        let mut sayable = [Self::NONE; 14];
        let (mut found, mut relations) = (0, 1);
        while relations <= 5 {
            let mut bits = 1;
            while bits <= Self::ANY.bits() {
                let label = Self::from_bits(bits);
                if bits.count_ones() == relations && label.atoms().is_some() {
                    sayable[found] = label;
                    found += 1;
                }
                bits += 1;
            }
            relations += 1;
        }
        assert!(found == sayable.len());
        sayable
    };
}
