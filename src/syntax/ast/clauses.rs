//! What stands behind the targets of a row.

use std::borrow::Cow;

use super::{Date, Spanned, Text};

/// The clauses of one row; they hold for each of its targets. What a row says wins over its mapping.
///
/// Files have millions of rows: what is rare or large is boxed, and what is small stands without its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clauses<'s> {
    /// `syntactic | semantic | functional`.
    pub rationale: Option<Rationale>,
    /// `strength 0-10`.
    pub strength: Option<u8>,
    /// `confidence low | medium | high | 80%`.
    pub confidence: Option<Confidence>,
    /// `status draft | reviewed | final | withdrawn`.
    pub status: Option<Status>,
    /// `example-of | integral-to | precedes`, with `supports` and `supported-by`.
    pub property: Option<Property>,
    /// What few rows say.
    pub rare: Option<Box<RareClauses<'s>>>,
}

/// The clauses that few rows have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RareClauses<'s> {
    /// `author "…" [on DATE]`.
    pub author: Option<Attribution<'s>>,
    /// `reviewer "…" [on DATE]`.
    pub reviewer: Option<Attribution<'s>>,
    /// `source "…"`.
    pub source: Option<Text<'s>>,
    /// `when "…"`: the only condition under which the claim holds.
    pub when: Option<Text<'s>>,
    /// `from 1 "Sheet1!B14"`: where an import found the row.
    pub from: Option<ImportedFrom<'s>>,
    /// `seen "…" "…"`: digests of the wording of both ends when it was reviewed.
    pub seen: Option<Spanned<Digests<'s>>>,
}

/// Digests of the wording of the source and of the target.
pub type Digests<'s> = (Cow<'s, str>, Cow<'s, str>);

/// Who, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution<'s> {
    /// A person or organization, as written.
    pub name: Text<'s>,
    /// The day, where it is given.
    pub on: Option<Spanned<Date>>,
}

/// The place in a foreign file from which a row was imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedFrom<'s> {
    /// The number of the mapping's `origin`.
    pub origin: Spanned<u32>,
    /// The place in it, as that format names places.
    pub place: Text<'s>,
}

/// Why two controls correspond (IR 8477 section 4.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rationale {
    /// The wording is alike.
    Syntactic,
    /// The meaning of the wording is similar.
    Semantic,
    /// The result of carrying it out is alike.
    Functional,
}

impl Rationale {
    /// The word of the language.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Syntactic => "syntactic",
            Self::Semantic => "semantic",
            Self::Functional => "functional",
        }
    }
}

/// How sure the author is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Confidence {
    /// `low`.
    Low,
    /// `medium`.
    Medium,
    /// `high`.
    High,
    /// A percentage, 0 to 100.
    Percent(u8),
}

impl Confidence {
    /// As a percentage, so that words and numbers can be held against each other: `low` is 25, `medium` 50, `high` 75.
    #[must_use]
    pub const fn percent(self) -> u8 {
        match self {
            Self::Low => 25,
            Self::Medium => 50,
            Self::High => 75,
            Self::Percent(number) => number,
        }
    }
}

impl std::fmt::Display for Confidence {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Low => formatter.write_str("low"),
            Self::Medium => formatter.write_str("medium"),
            Self::High => formatter.write_str("high"),
            Self::Percent(number) => write!(formatter, "{number}%"),
        }
    }
}

/// How far a claim has progressed, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Taken back: it counts nowhere.
    Withdrawn,
    /// Written by its author.
    Draft,
    /// Read by a second person.
    Reviewed,
    /// Released.
    Final,
}

impl Status {
    /// The word of the language.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Withdrawn => "withdrawn",
            Self::Draft => "draft",
            Self::Reviewed => "reviewed",
            Self::Final => "final",
        }
    }
}

/// What `supports` means more exactly (IR 8477 section 4.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Property {
    /// One way among others.
    ExampleOf,
    /// Needed for it.
    IntegralTo,
    /// Has to come first.
    Precedes,
}

impl Property {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::ExampleOf, Self::IntegralTo, Self::Precedes];

    /// The word of the language.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::ExampleOf => "example-of",
            Self::IntegralTo => "integral-to",
            Self::Precedes => "precedes",
        }
    }
}
