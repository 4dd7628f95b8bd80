//! `technology` and `playbook`.

use super::Heading;
use crate::ast::{ControlRef, Date, Duration, Name, Spanned, SupportProperty, Text};
use xwalk_source::Span;

/// A technology as declared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Technology<'s> {
    /// Name, title, organization.
    pub head: Heading<'s>,
    /// `kind siem`.
    pub kind: Option<Name<'s>>,
    /// `supports DE.AE.a, DE.CM.a integral-to`.
    pub supports: Vec<Supports<'s>>,
    /// `feeds TECHNOLOGY, …`.
    pub feeds: Vec<Name<'s>>,
}

/// A control that something supports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supports<'s> {
    /// The control.
    pub control: ControlRef<'s>,
    /// `example-of`, `integral-to` or `precedes`, where it is said.
    pub property: Option<SupportProperty>,
}

/// What is done when something happens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Playbook<'s> {
    /// Name, title, organization.
    pub head: Heading<'s>,
    /// `trigger "…"`.
    pub trigger: Option<Text<'s>>,
    /// `detector TECHNOLOGY`.
    pub detector: Option<Name<'s>>,
    /// `executor TECHNOLOGY`.
    pub executor: Option<Name<'s>>,
    /// `supports RS.RP.a, …`.
    pub supports: Vec<Supports<'s>>,
    /// `step "…" automated by TECHNOLOGY`, `step "…" manual by ROLE`, in order.
    pub steps: Vec<PlaybookStep<'s>>,
    /// `exercised DATE`: when it was last exercised.
    pub exercised: Option<Spanned<Date>>,
    /// `detect within 15min`.
    pub detect: Option<Spanned<Duration>>,
    /// `respond within 4h`.
    pub respond: Option<Spanned<Duration>>,
    /// `measured "incidents.csv" occurred "…" detected "…" responded "…"`.
    pub measured: Option<Measured<'s>>,
}

/// A step of a playbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaybookStep<'s> {
    /// The whole entry.
    pub span: Span,
    /// What is done.
    pub title: Text<'s>,
    /// Who or what does it.
    pub by: Agent<'s>,
}

/// Who or what does a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Agent<'s> {
    /// `automated by TECHNOLOGY`.
    Automated(Name<'s>),
    /// `manual by ROLE`.
    Manual(Name<'s>),
}

/// A file of incidents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured<'s> {
    /// The file, relative to the one that names it.
    pub file: Text<'s>,
    /// What its columns are called.
    pub columns: Columns<Text<'s>>,
}

/// The columns of a file of incidents, each a point of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns<T> {
    /// When the incident began.
    pub occurred: T,
    /// When it was noticed.
    pub detected: T,
    /// When the response was complete.
    pub responded: T,
}
