//! `roadmap`, with `phase` and `initiative`.

use super::Heading;
use crate::ast::{ControlRef, Date, Duration, Name, Spanned};
use xwalk_source::Span;

/// A roadmap as declared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roadmap<'s> {
    /// Name, title; `of` is the assessment it starts from.
    pub head: Heading<'s>,
    /// Its phases, in order.
    pub phases: Vec<Phase<'s>>,
}

/// A phase of a roadmap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phase<'s> {
    /// Name and title; never `of`.
    pub head: Heading<'s>,
    /// Its initiatives, in the order of the text.
    pub initiatives: Vec<Initiative<'s>>,
}

/// An initiative of a roadmap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Initiative<'s> {
    /// Name and title; never `of`.
    pub head: Heading<'s>,
    /// `raises ID.AM.a, … to 4`.
    pub raises: Vec<Raise<'s>>,
    /// `treats RISK, …`.
    pub treats: Vec<Name<'s>>,
    /// `after INITIATIVE, …`.
    pub after: Vec<Name<'s>>,
    /// `effort 30d`: working days of one person.
    pub effort: Option<Spanned<u32>>,
    /// `owner ROLE`.
    pub owner: Option<Name<'s>>,
    /// `starts DATE`: not before.
    pub starts: Option<Spanned<Date>>,
    /// `lasts 3mo`.
    pub lasts: Option<Spanned<Duration>>,
}

/// A control that an initiative raises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raise<'s> {
    /// The whole entry.
    pub span: Span,
    /// The control.
    pub control: ControlRef<'s>,
    /// The tier it has then.
    pub to: Spanned<u32>,
}
