//! Technologies and playbooks.

use std::borrow::Cow;

use super::{OrganizationId, RoleId};
use crate::{ControlId, id};
use xwalk_source::Place;
use xwalk_syntax::ast::posture::{Columns, TechnologyKind};
use xwalk_syntax::ast::{Date, Duration, SupportProperty};

id! {
    /// The number of a technology.
    TechnologyId
}

id! {
    /// The number of a playbook.
    PlaybookId
}

/// A technology.
#[derive(Debug)]
pub struct Technology<'s> {
    /// Its organization.
    pub organization: OrganizationId,
    /// Its name.
    pub name: &'s str,
    /// The title; the name where none is given.
    pub title: Cow<'s, str>,
    /// The doc comment.
    pub doc: Option<Cow<'s, str>>,
    /// What sort of technology it is, as written: `siem`, `edr`, `iam`.
    pub kind: TechnologyKind<'s>,
    /// Where that is written.
    pub kind_place: Place,
    /// What it supports, ordered by control, each once.
    pub supports: Vec<Supports>,
    /// The technologies that it feeds, in order, each once; perhaps itself.
    pub feeds: Vec<TechnologyId>,
    /// Where its header stands.
    pub place: Place,
}

/// A control that something supports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Supports {
    /// The control; inner ones stand for themselves, not for all below them.
    pub control: ControlId,
    /// How, where it is said.
    pub property: Option<SupportProperty>,
    /// Where it is named.
    pub place: Place,
}

/// What is done when something happens.
#[derive(Debug)]
pub struct Playbook<'s> {
    /// Its organization.
    pub organization: OrganizationId,
    /// Its name.
    pub name: &'s str,
    /// The title; the name where none is given.
    pub title: Cow<'s, str>,
    /// The doc comment.
    pub doc: Option<Cow<'s, str>>,
    /// What sets it off, in the author's words.
    pub trigger: Option<Cow<'s, str>>,
    /// What notices.
    pub detector: Option<TechnologyId>,
    /// What carries it out.
    pub executor: Option<TechnologyId>,
    /// What it supports, ordered by control, each once.
    pub supports: Vec<Supports>,
    /// Its steps, in order.
    pub steps: Vec<PlaybookStep<'s>>,
    /// When it was last tried.
    pub exercised: Option<Date>,
    /// The limit for the time from the beginning of an incident until it is detected.
    pub detect: Option<Duration>,
    /// The limit for the time from detection until the response is complete.
    pub respond: Option<Duration>,
    /// Where incidents are recorded.
    pub measured: Option<Measured<'s>>,
    /// Where its header stands.
    pub place: Place,
}

/// A step of a playbook.
#[derive(Debug)]
pub struct PlaybookStep<'s> {
    /// What is done.
    pub title: Cow<'s, str>,
    /// Who or what does it. What could not be resolved was reported, and is `None` within.
    pub by: Agent,
    /// The entry.
    pub place: Place,
}

/// Who or what does a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agent {
    /// A technology does it by itself.
    Automated(Option<TechnologyId>),
    /// A role does it.
    Manual(Option<RoleId>),
}

/// A CSV file of incidents, one to a line.
#[derive(Debug)]
pub struct Measured<'s> {
    /// The file, relative to the folder of the file that names it (`place.source`).
    pub file: Cow<'s, str>,
    /// The names of its columns, each a point of time (RFC 3339, or a date).
    pub columns: Columns<Cow<'s, str>>,
    /// Where the file is named.
    pub place: Place,
}
