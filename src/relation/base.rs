//! The five relations of NIST IR 8477, read as the literature's RCC-5.

/// How the source relates to the target, both read as sets of what they ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Relation {
    /// The same set.
    Equal = 0,
    /// The source is strictly part of the target.
    SubsetOf = 1,
    /// The source strictly contains the target.
    SupersetOf = 2,
    /// They share something, and each has something that the other lacks.
    IntersectsWith = 3,
    /// They share nothing.
    NoRelationship = 4,
}

impl Relation {
    /// All five, in the order of the specification's table.
    pub const ALL: [Self; 5] = [
        Self::Equal,
        Self::SubsetOf,
        Self::SupersetOf,
        Self::IntersectsWith,
        Self::NoRelationship,
    ];

    /// The relation read from the target's side.
    #[must_use]
    pub const fn converse(self) -> Self {
        match self {
            Self::SubsetOf => Self::SupersetOf,
            Self::SupersetOf => Self::SubsetOf,
            other => other,
        }
    }

    /// The word of the language.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::SubsetOf => "subset-of",
            Self::SupersetOf => "superset-of",
            Self::IntersectsWith => "intersects-with",
            Self::NoRelationship => "no-relationship",
        }
    }
}
