//! `policy`: what a published crosswalk must meet.

use std::borrow::Cow;

use super::{FrameworkRef, Name, Spanned, Status, Text};
use xwalk_relation::Word;
use xwalk_source::Span;

/// A policy as declared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy<'s> {
    /// The whole construct.
    pub span: Span,
    /// Its doc comment.
    pub doc: Option<Cow<'s, str>>,
    /// Its name.
    pub name: Name<'s>,
    /// The title in the header.
    pub title: Option<Text<'s>>,
    /// The mappings it speaks of; empty: all of the workspace.
    pub mappings: Vec<Name<'s>>,
    /// What it requires.
    pub requirements: Vec<Requirement<'s>>,
}

/// One `require` entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement<'s> {
    /// The whole entry.
    pub span: Span,
    /// What is required.
    pub kind: RequirementKind<'s>,
}

/// The kinds of requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RequirementKind<'s> {
    /// `coverage T by S [proved] full >= 10%, gap <= 20%`.
    Coverage {
        /// The framework that is covered.
        of: FrameworkRef<'s>,
        /// The framework that covers it.
        by: FrameworkRef<'s>,
        /// Counted with proofs, not from stated rows alone.
        proved: bool,
        /// What the shares of verdicts must meet.
        bounds: Vec<Bound>,
    },
    /// `complete MAPPING…`.
    Complete(Vec<Name<'s>>),
    /// `note on RELATION…`.
    Note(Vec<Spanned<Word>>),
    /// `reviewer on STATUS…`.
    Reviewer(Vec<Spanned<Status>>),
}

/// `full >= 10%`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The whole bound.
    pub span: Span,
    /// Of which verdict.
    pub verdict: CoverageVerdict,
    /// Which way.
    pub comparison: Comparison,
    /// The share of assessable controls, in basis points (10 % is 1000), so that `12.5%` is exact.
    pub basis_points: u32,
}

/// A verdict of coverage, as a policy names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoverageVerdict {
    /// `full`.
    Full,
    /// `overlap`.
    Overlap,
    /// `related`.
    Related,
    /// `gap`.
    Gap,
    /// `not-reviewed`.
    NotReviewed,
}

impl CoverageVerdict {
    /// All of them, best first.
    pub const ALL: [Self; 5] = [
        Self::Full,
        Self::Overlap,
        Self::Related,
        Self::Gap,
        Self::NotReviewed,
    ];

    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Overlap => "overlap",
            Self::Related => "related",
            Self::Gap => "gap",
            Self::NotReviewed => "not-reviewed",
        }
    }
}

/// The direction of a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `>=`.
    AtLeast,
    /// `<=`.
    AtMost,
}
