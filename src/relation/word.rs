//! The words that a row may use, and what each says.

use super::{Label, Relation};

/// A relation word of the language. Set-theory words and `overlaps` say something about sets; the others do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Word {
    /// One of the five relations of IR 8477's set theory style.
    Set(Relation),
    /// `overlaps`: they have something in common, the author does not say what.
    Overlaps,
    /// `related-to`, crosswalk style: there is a relationship, and nothing more is said (IR 8477 section 4.1).
    RelatedTo,
    /// `equivalent`, supportive style: the same intent in other words.
    Equivalent,
    /// `supports`.
    Supports,
    /// `supported-by`.
    SupportedBy,
    /// `identical`.
    Identical,
    /// `contrary`.
    Contrary,
}

impl Word {
    /// All words, in the order of the specification.
    pub const ALL: [Self; 12] = [
        Self::Set(Relation::Equal),
        Self::Set(Relation::SubsetOf),
        Self::Set(Relation::SupersetOf),
        Self::Set(Relation::IntersectsWith),
        Self::Set(Relation::NoRelationship),
        Self::Overlaps,
        Self::RelatedTo,
        Self::Equivalent,
        Self::Supports,
        Self::SupportedBy,
        Self::Identical,
        Self::Contrary,
    ];

    /// How it is written.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Set(relation) => relation.word(),
            Self::Overlaps => "overlaps",
            Self::RelatedTo => "related-to",
            Self::Equivalent => "equivalent",
            Self::Supports => "supports",
            Self::SupportedBy => "supported-by",
            Self::Identical => "identical",
            Self::Contrary => "contrary",
        }
    }

    /// The word that is written so.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|word| word.word() == text)
    }

    /// The word that says the same when source and target change places.
    #[must_use]
    pub const fn converse(self) -> Self {
        match self {
            Self::Set(relation) => Self::Set(relation.converse()),
            Self::Supports => Self::SupportedBy,
            Self::SupportedBy => Self::Supports,
            other => other,
        }
    }

    /// What it says about the two sets; [`Label::ANY`] for `related-to` and supportive words, which say nothing about
    /// sets.
    #[must_use]
    pub const fn label(self) -> Label {
        match self {
            Self::Set(relation) => Label::only(relation),
            Self::Overlaps => Label::OVERLAPS,
            _ => Label::ANY,
        }
    }

    /// Whether it belongs to the supportive style of IR 8477.
    #[must_use]
    pub const fn is_supportive(self) -> bool {
        !matches!(self, Self::Set(_) | Self::Overlaps | Self::RelatedTo)
    }

    /// Whether it says that there is a relationship, and nothing about sets.
    #[must_use]
    pub const fn relates(self) -> bool {
        match self {
            Self::RelatedTo
            | Self::Equivalent
            | Self::Supports
            | Self::SupportedBy
            | Self::Identical => true,
            Self::Set(_) | Self::Overlaps | Self::Contrary => false,
        }
    }
}
