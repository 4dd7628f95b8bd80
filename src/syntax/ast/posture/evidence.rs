//! `evidence`.

use super::{Decimal, Heading, Supports};
use crate::ast::{Date, Duration, Name, Spanned, Text};
use xwalk_source::Span;

/// Evidence as declared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence<'s> {
    /// Name, title, organization.
    pub head: Heading<'s>,
    /// `supports PR.AC.a, …`.
    pub supports: Vec<Supports<'s>>,
    /// `file "…"`: relative to the file that names it.
    pub file: Option<Text<'s>>,
    /// `file "…" digest "…"`: the SHA-256 of what was approved, 64 hexadecimal digits.
    pub digest: Option<Text<'s>>,
    /// `require …`, all of which must hold.
    pub requirements: Vec<Requirement<'s>>,
    /// `collected DATE`.
    pub collected: Option<Spanned<Date>>,
    /// `valid 90d`: how long after that it may be relied on.
    pub valid: Option<Spanned<Duration>>,
    /// `owner ROLE`.
    pub owner: Option<Name<'s>>,
}

/// What the file must say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement<'s> {
    /// The whole entry.
    pub span: Span,
    /// Where to look.
    pub probe: Probe<'s>,
}

/// Where a requirement looks, and what it wants to see there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Probe<'s> {
    /// `"/enrolled_percent" >= 98`: the value at a JSON pointer (RFC 6901).
    Pointer(Text<'s>, Test, Expected<'s>),
    /// `column "enrolled" is "yes"`: every cell of a column of a CSV file.
    Column(Text<'s>, Test, Expected<'s>),
    /// `matches "…"`: a regular expression that is found in the text.
    Matches(Text<'s>),
}

/// How a value is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Test {
    /// `>=`, with numbers.
    AtLeast,
    /// `<=`, with numbers.
    AtMost,
    /// `>`, with numbers.
    MoreThan,
    /// `<`, with numbers.
    LessThan,
    /// `is`, with numbers and texts.
    Is,
    /// `is-not`, with numbers and texts.
    IsNot,
}

impl Test {
    /// All tests.
    pub const ALL: [Self; 6] = [
        Self::AtLeast,
        Self::AtMost,
        Self::MoreThan,
        Self::LessThan,
        Self::Is,
        Self::IsNot,
    ];

    /// The sign or word of the language.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::AtLeast => ">=",
            Self::AtMost => "<=",
            Self::MoreThan => ">",
            Self::LessThan => "<",
            Self::Is => "is",
            Self::IsNot => "is-not",
        }
    }

    /// Whether it holds of something that compares so with what is expected.
    #[must_use]
    pub fn holds(self, found_to_expected: std::cmp::Ordering) -> bool {
        match self {
            Self::AtLeast => found_to_expected.is_ge(),
            Self::AtMost => found_to_expected.is_le(),
            Self::MoreThan => found_to_expected.is_gt(),
            Self::LessThan => found_to_expected.is_lt(),
            Self::Is => found_to_expected.is_eq(),
            Self::IsNot => found_to_expected.is_ne(),
        }
    }
}

/// What a value is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected<'s> {
    /// A number.
    Number(Decimal),
    /// A text, compared character by character.
    Text(Text<'s>),
}
