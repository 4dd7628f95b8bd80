//! Roadmaps, as they are declared.

use schemars::JsonSchema;
use serde::Serialize;

use super::course::{Course, Dates, Load, Period, Share};
use super::hidden::Hideable;
use super::words::{ControlName, Name, Owner, TimeSpan, owner};
use crate::emit::json::words::Day;
use crate::report::posture;

/// The way from an assessment to its targets.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Roadmap<'r> {
    /// Its name.
    name: Name<'r>,
    /// Its title.
    title: &'r str,
    /// The assessment that it starts from. It stands in `assessments` if it is the newest of its framework.
    assessment: Name<'r>,
    /// Its phases, in order.
    phases: Vec<Phase<'r>>,
    /// From its first day to the day on which it is over.
    whole: Hideable<Period>,
    /// The initiatives that decide when it is over, each waiting for the one before.
    critical: Hideable<Vec<Name<'r>>>,
    /// The initiatives that wait for themselves, so that nobody can say when they are done: none where all is well.
    circles: Vec<Vec<Name<'r>>>,
    /// The work it asks of each owner, quarter by quarter, if all is done as early as it can be.
    load: Hideable<Vec<Load<'r>>>,
    /// What it asks of each owner in all.
    owners: Hideable<Vec<Share<'r>>>,
    /// How the verdicts turn as it goes.
    course: Hideable<Course<'r>>,
}

/// A phase of a roadmap.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Phase<'r> {
    /// Its name.
    name: Name<'r>,
    /// Its title.
    title: &'r str,
    /// Its initiatives, in order.
    initiatives: Vec<Initiative<'r>>,
}

/// An initiative.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Initiative<'r> {
    /// Its name.
    name: Name<'r>,
    /// Its title.
    title: &'r str,
    /// The controls that it raises.
    raises: Vec<Raise<'r>>,
    /// The risks that it treats.
    treats: Hideable<Vec<Name<'r>>>,
    /// The initiatives that must be over before it begins.
    after: Vec<Name<'r>>,
    /// Working days of one person.
    effort: Hideable<u32>,
    /// Who answers for it: a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Owner<'r>,
    /// The day before which it does not begin.
    #[serde(skip_serializing_if = "Option::is_none")]
    starts: Option<Day>,
    /// How long it takes by the calendar; absent where it takes as many working days as its effort.
    #[serde(skip_serializing_if = "Option::is_none")]
    lasts: Option<TimeSpan>,
    /// When it is done; absent where it waits for itself, or for what does.
    #[serde(skip_serializing_if = "Option::is_none")]
    dates: Option<Hideable<Dates>>,
}

/// A control that an initiative raises.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Raise<'r> {
    /// The control.
    control: ControlName<'r>,
    /// The tier that it has at least when the initiative is over.
    to: u32,
}

impl<'r> Roadmap<'r> {
    pub(super) fn new(roadmap: &'r posture::Roadmap<'r>) -> Self {
        let phases = roadmap.phases.iter();
        let circles = roadmap.circles.iter();
        let load = roadmap.load.iter();
        let phases = phases.map(|phase| Phase {
            name: Name(phase.name),
            title: phase.title,
            initiatives: phase.initiatives.iter().map(Initiative::new).collect(),
        });
        Self {
            name: Name(roadmap.name),
            title: roadmap.title,
            assessment: Name(roadmap.assessment),
            phases: phases.collect(),
            whole: Hideable(roadmap.whole.into()),
            critical: Hideable(Name::all(&roadmap.critical)),
            circles: circles.map(|circle| Name::all(circle)).collect(),
            load: Hideable(load.map(Load::new).collect()),
            owners: Hideable(Share::all(&roadmap.owners)),
            course: Hideable(Course::new(&roadmap.rise)),
        }
    }
}

impl<'r> Initiative<'r> {
    fn new(initiative: &'r posture::Initiative<'r>) -> Self {
        let raises = initiative.raises.iter();
        let raises = raises.map(|raise| Raise {
            control: ControlName(&raise.control),
            to: raise.to,
        });
        Self {
            name: Name(initiative.name),
            title: initiative.title,
            raises: raises.collect(),
            treats: Hideable(Name::all(&initiative.treats)),
            after: Name::all(&initiative.after),
            effort: Hideable(initiative.effort),
            owner: owner(initiative.owner),
            starts: initiative.starts.map(Day::of),
            lasts: initiative.lasts.map(TimeSpan::of),
            dates: initiative
                .dates
                .as_ref()
                .map(|dates| Hideable(Dates::new(dates))),
        }
    }
}
