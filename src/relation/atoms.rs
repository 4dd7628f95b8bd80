//! The four things that can be said of a pair of sets and reasoned about exactly.

use super::{Label, Relation};

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
    pub fn label(self) -> Label {
        let within = Label::WITHIN;
        let contains = Label::CONTAINS;
        let overlaps = Label::RELATED;
        let complement = |label: Label| Label::from_bits(!label.bits());
        [
            (self.within, within),
            (self.contains, contains),
            (self.not_within, complement(within)),
            (self.not_contains, complement(contains)),
            (self.overlaps, overlaps),
            (self.disjoint, Label::only(Relation::NoRelationship)),
        ]
        .into_iter()
        .filter(|(said, _)| *said)
        .fold(Label::ANY, |label, (_, atom)| label.and(atom))
    }

    /// The strongest atoms that a label implies, if together they say exactly that label.
    pub(super) fn of(label: Label) -> Option<Self> {
        if label.is_contradiction() {
            return None;
        }
        let complement = |other: Label| Label::from_bits(!other.bits());
        let atoms = Self {
            within: label.implies(Label::WITHIN),
            contains: label.implies(Label::CONTAINS),
            not_within: label.implies(complement(Label::WITHIN)),
            not_contains: label.implies(complement(Label::CONTAINS)),
            overlaps: label.implies(Label::RELATED),
            disjoint: label.implies(Label::only(Relation::NoRelationship)),
        };
        (atoms.label() == label).then_some(atoms)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fourteen_labels_are_conjunctions_of_atoms() {
        let expressible = (1..=Label::ANY.bits())
            .filter(|bits| Label::from_bits(*bits).atoms().is_some())
            .count();
        // "Everything possible" is the empty conjunction: it says nothing and is one of the fourteen.
        assert_eq!(expressible, 14);
    }
}
