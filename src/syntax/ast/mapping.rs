//! `mapping`: the correspondences between two frameworks.

use std::borrow::Cow;

use super::{
    Attribution, Clauses, ControlRef, Date, FrameworkRef, Name, Rationale, Spanned, Status, Text,
};
use xwalk_relation::Word;
use xwalk_source::Span;

/// A mapping as declared: header and rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping<'s> {
    /// The whole construct.
    pub span: Span,
    /// Its doc comment.
    pub doc: Option<Cow<'s, str>>,
    /// `csf2-iso`.
    pub name: Name<'s>,
    /// The title in the header.
    pub title: Option<Text<'s>>,
    /// The source framework.
    pub from: FrameworkRef<'s>,
    /// The target framework.
    pub to: FrameworkRef<'s>,
    /// `source "…"`.
    pub source: Option<Text<'s>>,
    /// `url "…"`.
    pub url: Option<Text<'s>>,
    /// `author "…" [on DATE]`.
    pub author: Option<Attribution<'s>>,
    /// `reviewer "…" [on DATE]`.
    pub reviewer: Option<Attribution<'s>>,
    /// `published DATE`.
    pub published: Option<Spanned<Date>>,
    /// `version 1.2.0`.
    pub version: Option<Spanned<Version>>,
    /// `use-case "…"`.
    pub use_case: Option<Text<'s>>,
    /// What a catalog of mappings asks about it.
    pub submission: Box<Submission<'s>>,
    /// `status draft | reviewed | final | withdrawn`.
    pub status: Option<Spanned<MappingStatus>>,
    /// `style set-theory | supportive | crosswalk`.
    pub style: Option<Spanned<Style>>,
    /// What rows use that name no rationale.
    pub rationale: Option<Spanned<Rationale>>,
    /// `complete none | source | target | both`.
    pub complete: Option<Spanned<Complete>>,
    /// `comprehensive none | source | target | both`.
    pub comprehensive: Option<Spanned<Complete>>,
    /// What `complete` speaks of; empty: everything.
    pub scope: Vec<ControlRef<'s>>,
    /// `origin 1 "file.xlsx" digest "…"`, written by imports.
    pub origins: Vec<Origin<'s>>,
    /// The rows, in the order of the text.
    pub rows: Vec<Row<'s>>,
    /// Something of it besides its rows is not understood, which was reported: as it may have been a condition or a
    /// scope of all of them, none of them counts.
    pub lost: bool,
}

/// What a catalog of mappings asks about one beyond the rest (NIST IR 8278A, section 3.1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Submission<'s> {
    /// `audience "…"`.
    pub audience: Option<Text<'s>>,
    /// `home "…"`.
    pub home: Option<Text<'s>>,
    /// `contact "…"`.
    pub contact: Option<Text<'s>>,
    /// `authority "…"`.
    pub authority: Option<Text<'s>>,
    /// `citation "…"`.
    pub citations: Vec<Text<'s>>,
}

/// One line of a mapping: a claim for each of its targets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<'s> {
    /// The whole row.
    pub span: Span,
    /// The left side.
    pub source: Side<'s>,
    /// What is claimed.
    pub relation: Relation,
    /// The first target.
    pub target: Side<'s>,
    /// Further targets, each a claim of its own.
    pub more_targets: Box<[Side<'s>]>,
    /// The clauses.
    pub clauses: Clauses<'s>,
    /// The note.
    pub note: Option<Text<'s>>,
}

/// One end of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Side<'s> {
    /// One control.
    Control(ControlRef<'s>),
    /// `A + B`: the union of what its parts ask for. At least two parts.
    Union(Vec<ControlRef<'s>>),
    /// `*`: the whole other framework.
    Everything(Span),
}

/// The relation of a row: one word, or several joined by `|` (one of these, the author does not know which).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// The first word.
    pub word: Word,
    /// Further words of `r|s`.
    pub or: Box<[Word]>,
    /// All words together.
    pub span: Span,
}

/// `origin 1 "file.xlsx" digest "…"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin<'s> {
    /// Its number, which rows name.
    pub number: Spanned<u32>,
    /// The file that was imported.
    pub file: Text<'s>,
    /// SHA-256 of that file, hexadecimal.
    pub digest: Option<Text<'s>>,
}

/// The version of a mapping as OLIR counts it (IR 8278A): major changes ask users to act, minor ones only add
/// relationships, administrative ones correct typography.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// Users must change something.
    pub major: u32,
    /// Only relationships were added.
    pub minor: u32,
    /// Typography.
    pub administrative: u32,
}

impl std::fmt::Display for Version {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            formatter,
            "{}.{}.{}",
            self.major, self.minor, self.administrative
        )
    }
}

/// The status of a mapping is that of its rows.
pub type MappingStatus = Status;

/// The three styles of IR 8477.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Style {
    /// The five relations of section 4.1.
    #[default]
    SetTheory,
    /// Section 4.2.
    Supportive,
    /// Concepts only: something in common.
    Crosswalk,
}

impl Style {
    /// The word of the language.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::SetTheory => "set-theory",
            Self::Supportive => "supportive",
            Self::Crosswalk => "crosswalk",
        }
    }
}

/// Which sides of a mapping have been looked at as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Complete {
    /// Neither.
    #[default]
    None,
    /// Every assessable control of the source.
    Source,
    /// Every assessable control of the target.
    Target,
    /// Both.
    Both,
}

impl Complete {
    /// The word of the language.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Source => "source",
            Self::Target => "target",
            Self::Both => "both",
        }
    }

    /// Whether the source side is claimed complete.
    #[must_use]
    pub const fn source(self) -> bool {
        matches!(self, Self::Source | Self::Both)
    }

    /// Whether the target side is claimed complete.
    #[must_use]
    pub const fn target(self) -> bool {
        matches!(self, Self::Target | Self::Both)
    }
}
