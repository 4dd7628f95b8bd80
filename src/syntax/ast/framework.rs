//! `framework`: a catalog of controls.

use std::borrow::Cow;

use super::{ControlRef, Date, FrameworkRef, Name, Spanned, Text};
use xwalk_source::Span;

/// A framework as declared. Controls are nested as the braces nest them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Framework<'s> {
    /// The whole construct.
    pub span: Span,
    /// Its doc comment.
    pub doc: Option<Cow<'s, str>>,
    /// `nist-csf@2.0`.
    pub id: FrameworkRef<'s>,
    /// The title in the header.
    pub title: Option<Text<'s>>,
    /// `publisher "…"`.
    pub publisher: Option<Text<'s>>,
    /// `published DATE`.
    pub published: Option<Spanned<Date>>,
    /// `url "…"`.
    pub url: Option<Text<'s>>,
    /// `licence "…"`.
    pub licence: Option<Text<'s>>,
    /// `language en`.
    pub language: Option<Name<'s>>,
    /// `levels function > category > subcategory`.
    pub levels: Vec<Name<'s>>,
    /// `nesting group | subset | whole`.
    pub nesting: Option<Spanned<Nesting>>,
    /// `tiers 1 "Partial", …`.
    pub tiers: Vec<Tier<'s>>,
    /// `succeeds nist-csf@1.1`.
    pub succeeds: Vec<FrameworkRef<'s>>,
    /// `status reconstruction "…"`: rebuilt from public summaries, with the caveat to print.
    pub reconstruction: Option<Text<'s>>,
    /// The top level of the hierarchy.
    pub controls: Vec<Control<'s>>,
    /// `withdrawn A -> B, C "…"`.
    pub withdrawn: Vec<Withdrawn<'s>>,
}

/// What the hierarchy means (IR 8477 section 4.4: parent and child is *part of*).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Nesting {
    /// Only an arrangement.
    #[default]
    Group,
    /// A child asks for part of what its parent asks.
    Subset,
    /// The children together ask for exactly what the parent asks.
    Whole,
}

impl Nesting {
    /// The word of the language.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Subset => "subset",
            Self::Whole => "whole",
        }
    }
}

/// One tier of the framework's scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tier<'s> {
    /// Its number.
    pub number: Spanned<u32>,
    /// Its name.
    pub title: Text<'s>,
}

/// A control with what is nested in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Control<'s> {
    /// The control's own line, without its block.
    pub span: Span,
    /// Its doc comment.
    pub doc: Option<Cow<'s, str>>,
    /// `PR.AA-05`.
    pub id: Name<'s>,
    /// Its title.
    pub title: Option<Text<'s>>,
    /// `#core`, without the `#`.
    pub tags: Vec<Name<'s>>,
    /// `alias GV.OC-2`.
    pub aliases: Vec<Name<'s>>,
    /// `text "…"`: the wording, where the author may reproduce it.
    pub text: Option<Text<'s>>,
    /// `superseded by A, B on DATE`.
    pub superseded: Option<Superseded<'s>>,
    /// Key activities and maturity indicators (ISO/IEC TS 27103).
    pub activities: Vec<Activity<'s>>,
    /// The next level.
    pub children: Vec<Control<'s>>,
}

/// `superseded by 6.4.2 on 2025-03-31`: the control no longer applies, others do in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Superseded<'s> {
    /// The whole entry.
    pub span: Span,
    /// What applies in its place; at least one as written.
    pub by: Vec<ControlRef<'s>>,
    /// Since when.
    pub on: Spanned<Date>,
}

/// `activity "…" on …` or `indicator "…" on …`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity<'s> {
    /// The whole entry.
    pub span: Span,
    /// Which of the two.
    pub kind: ActivityKind,
    /// Its name.
    pub title: Text<'s>,
    /// The controls that carry it.
    pub on: Vec<ControlRef<'s>>,
}

/// The two kinds of [`Activity`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActivityKind {
    /// A key activity.
    Activity,
    /// A maturity indicator.
    Indicator,
}

impl ActivityKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Activity, Self::Indicator];

    /// The word of the language.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Activity => "activity",
            Self::Indicator => "indicator",
        }
    }

    /// The name in outputs that people read.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Activity => "key activity",
            Self::Indicator => "maturity indicator",
        }
    }
}

/// An identifier that the framework no longer uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn<'s> {
    /// The whole entry.
    pub span: Span,
    /// The identifier that is gone.
    pub id: Name<'s>,
    /// Where its content went; may be empty.
    pub successors: Vec<ControlRef<'s>>,
    /// "incorporated", "moved" or what the author says.
    pub reason: Option<Text<'s>>,
}
