//! What is known of a pair: a set of the five relations.

use super::{Atoms, Relation};

/// A set of the relations that are still possible, one bit each. Never empty unless the rows contradict each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label(u8);

impl Label {
    /// Nothing is possible: a contradiction.
    pub const NONE: Self = Self(0);
    /// Everything is possible: nothing is known.
    pub const ANY: Self = Self(0b1_1111);
    /// They share something, nobody says what (`overlaps`).
    pub const OVERLAPS: Self = Self(0b0_1111);
    /// The source lies within the target, or is the same.
    pub const WITHIN: Self = Self(0b0_0011);
    /// The source contains the target, or is the same.
    pub const CONTAINS: Self = Self(0b0_0101);

    /// Exactly this relation.
    #[must_use]
    pub const fn only(relation: Relation) -> Self {
        Self(1 << relation as u8)
    }

    /// The union of several relations.
    #[must_use]
    pub fn any_of(relations: impl IntoIterator<Item = Relation>) -> Self {
        relations
            .into_iter()
            .fold(Self::NONE, |label, relation| label.or(Self::only(relation)))
    }

    /// One or the other is known.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Both are known.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether nothing is left: the claims contradict each other.
    #[must_use]
    pub const fn is_contradiction(self) -> bool {
        self.0 == 0
    }

    /// Whether everything that this label allows, the other one allows too: this one says at least as much.
    #[must_use]
    pub const fn implies(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Whether this relation is still possible.
    #[must_use]
    pub const fn allows(self, relation: Relation) -> bool {
        self.0 & (1 << relation as u8) != 0
    }

    /// The relations that are possible, in the order of the specification.
    pub fn relations(self) -> impl Iterator<Item = Relation> {
        Relation::ALL
            .into_iter()
            .filter(move |relation| self.allows(*relation))
    }

    /// The label read from the other side: `subset-of` and `superset-of` change places.
    #[must_use]
    pub const fn converse(self) -> Self {
        const WITHIN: u8 = Label::only(Relation::SubsetOf).0;
        const AROUND: u8 = Label::only(Relation::SupersetOf).0;
        // The two are neighbours, so that a shift turns the one into the other.
        const { assert!(WITHIN << 1 == AROUND) };
        let symmetric = self.0 & !(WITHIN | AROUND);
        Self(symmetric | (self.0 & WITHIN) << 1 | (self.0 & AROUND) >> 1)
    }

    /// What is left when this is ruled out.
    #[must_use]
    pub const fn complement(self) -> Self {
        Self(self.0 ^ Self::ANY.0)
    }

    /// The strongest atoms that say exactly this label, if there are some: those of [`Label::SAYABLE`] have them.
    #[must_use]
    pub const fn atoms(self) -> Option<Atoms> {
        Atoms::of(self)
    }

    /// The bits, one per relation in the order of [`Relation::ALL`].
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// A label from its bits; bits above the fifth are dropped.
    #[must_use]
    pub const fn from_bits(bits: u8) -> Self {
        Self(bits & Self::ANY.0)
    }
}

impl std::fmt::Display for Label {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if *self == Self::OVERLAPS {
            return formatter.write_str("overlaps");
        }
        for (at, relation) in self.relations().enumerate() {
            if at > 0 {
                formatter.write_str("|")?;
            }
            formatter.write_str(relation.word())?;
        }
        Ok(())
    }
}
