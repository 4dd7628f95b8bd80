//! Roadmaps.

use std::borrow::Cow;

use super::{AssessmentId, OrganizationId, RiskId, RoleId};
use crate::{ControlId, id};
use xwalk_source::Place;
use xwalk_syntax::ast::{Date, Duration};

id! {
    /// The number of a roadmap.
    RoadmapId
}

id! {
    /// The number of an initiative, over all roadmaps.
    InitiativeId
}

/// The way from an assessment to its targets.
#[derive(Debug)]
pub struct Roadmap<'s> {
    /// The organization of its assessment.
    pub organization: OrganizationId,
    /// Its name.
    pub name: &'s str,
    /// The title; the name where none is given.
    pub title: Cow<'s, str>,
    /// The doc comment.
    pub doc: Option<Cow<'s, str>>,
    /// Where it starts from.
    pub assessment: AssessmentId,
    /// Its phases, in the order of the text.
    pub phases: Vec<Phase<'s>>,
    /// Its first initiative.
    pub first_initiative: InitiativeId,
    /// One past its last initiative.
    pub end_initiative: InitiativeId,
    /// Where its header stands.
    pub place: Place,
}

/// A phase of a roadmap.
#[derive(Debug)]
pub struct Phase<'s> {
    /// Its name.
    pub name: &'s str,
    /// The title; the name where none is given.
    pub title: Cow<'s, str>,
    /// The doc comment.
    pub doc: Option<Cow<'s, str>>,
    /// Its first initiative.
    pub first_initiative: InitiativeId,
    /// One past its last initiative.
    pub end_initiative: InitiativeId,
    /// Where its header stands.
    pub place: Place,
}

/// An initiative.
#[derive(Debug)]
pub struct Initiative<'s> {
    /// Its roadmap.
    pub roadmap: RoadmapId,
    /// The position of its phase in the roadmap.
    pub phase: usize,
    /// Its name.
    pub name: &'s str,
    /// The title; the name where none is given.
    pub title: Cow<'s, str>,
    /// The doc comment.
    pub doc: Option<Cow<'s, str>>,
    /// The controls that it raises, ordered by control, each once; all are of the assessed framework, and perhaps some
    /// are not assessed.
    pub raises: Vec<Raise>,
    /// The risks that it treats, ordered, each once.
    pub treats: Vec<RiskId>,
    /// The initiatives of the same roadmap that must be over before it begins, ordered, each once. Cycles are possible.
    pub after: Vec<InitiativeId>,
    /// Working days of one person, at least one.
    pub effort: u32,
    /// Who answers for it.
    pub owner: Option<RoleId>,
    /// The day before which it does not begin.
    pub starts: Option<Date>,
    /// How long it takes by the calendar; where nothing is said, as many working days as its effort.
    pub lasts: Option<Duration>,
    /// Where its header stands.
    pub place: Place,
}

/// A control that an initiative raises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raise {
    /// The control.
    pub control: ControlId,
    /// The tier that it has at least when the initiative is over, on the framework's scale.
    pub to: u32,
    /// The entry.
    pub place: Place,
}
