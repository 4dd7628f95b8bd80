//! The roadmaps, as they are declared, and their course.

use crate::JsonSchema;
use serde::Serialize;

use super::course::{Course, Days, Share};
use super::course::{Dates, QuarterLoad, Rise, owners};
use super::named::{Declared, NamedControl};
use super::namer::Namer;
use crate::published::{As, ControlName, Day, Hideable, Name, TimeSpan};
use xwalk_analysis::posture::{
    BurnUp, CurrentState, Load, Loads, Period, Projector, Schedule, schedule,
};
use xwalk_model::posture;
use xwalk_model::posture::{InitiativeId, OrganizationId, RoadmapId};
use xwalk_syntax::ast::{Date, Duration};

/// The way from an assessment to its targets.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Roadmap<'m> {
    /// Its name.
    #[schemars(with = "Name")]
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// The assessment that it starts from. It is in `assessments` if it is the newest of its framework.
    #[schemars(with = "Name")]
    pub assessment: Declared<'m>,
    /// Its phases, in order.
    pub phases: Vec<Phase<'m>>,
    /// From its first day to the day on which it is over.
    #[serde(with = "As::<Hideable<Days>>")]
    pub whole: Period,
    /// The initiatives that decide when it is over, each waiting for the one before.
    #[schemars(with = "Hideable<Vec<Name>>")]
    pub critical: Vec<Declared<'m>>,
    /// The initiatives that wait for themselves in a circle, so that nobody can say when they are done: none where
    /// everything is in order.
    #[schemars(with = "Vec<Vec<Name>>")]
    pub circles: Vec<Vec<Declared<'m>>>,
    /// The work it asks of each owner, quarter by quarter, if everything is done as early as possible.
    #[schemars(with = "Hideable<Vec<QuarterLoad>>")]
    pub load: Vec<QuarterLoad<'m>>,
    /// What it asks of each owner in all.
    #[serde(with = "As::<Hideable<Vec<Share>>>")]
    pub owners: Vec<(Option<Declared<'m>>, u64)>,
    /// How the verdicts change in its course.
    #[serde(rename = "course", with = "As::<Hideable<Course>>")]
    pub rise: Rise<'m>,
}

/// A phase of a roadmap.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Phase<'m> {
    /// Its name.
    #[schemars(with = "Name")]
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// Its initiatives, in order.
    pub initiatives: Vec<Initiative<'m>>,
}

/// An initiative.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Initiative<'m> {
    #[serde(skip)]
    declared: Declared<'m>,
    /// Its name.
    #[schemars(with = "Name")]
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// The controls that it raises.
    pub raises: Vec<Raise>,
    /// The risks that it treats.
    #[schemars(with = "Hideable<Vec<Name>>")]
    pub treats: Vec<Declared<'m>>,
    /// The initiatives that must be over before it begins.
    #[schemars(with = "Vec<Name>")]
    pub after: Vec<Declared<'m>>,
    /// Working days of one person.
    #[schemars(with = "Hideable<u32>")]
    pub effort: u32,
    /// Who answers for it: a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<Hideable<Name>>")]
    pub owner: Option<Declared<'m>>,
    /// The day before which it does not begin.
    #[serde(with = "As::<Option<Day>>", skip_serializing_if = "Option::is_none")]
    pub starts: Option<Date>,
    /// How long it takes by the calendar; absent where it takes as many working days as its effort.
    #[serde(
        with = "As::<Option<TimeSpan>>",
        skip_serializing_if = "Option::is_none"
    )]
    pub lasts: Option<Duration>,
    /// When it is done; absent where it waits for itself, or for what does.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<Hideable<Dates>>")]
    pub dates: Option<Dates>,
}

/// A control that an initiative raises.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Raise {
    /// The control.
    #[schemars(with = "ControlName")]
    pub control: NamedControl,
    /// The tier that it has at least when the initiative is over.
    pub to: u32,
}

impl<'m> Roadmap<'m> {
    pub(super) fn all(
        names: Namer<'m, '_>,
        organization: OrganizationId,
        projector: &Projector<'_, '_>,
        state: &CurrentState,
    ) -> Vec<Self> {
        let posture = &names.model.posture;
        let roadmaps = posture.of(&posture.roadmaps, organization);
        let loads = Loads::of(posture, organization);
        roadmaps
            .map(|(id, _)| {
                let schedule = schedule(posture, id);
                let load = loads.of_roadmap(id);
                let burn_up = BurnUp::of(names.model, projector, state, &schedule);
                Self::new(names, id, &schedule, &load, &burn_up)
            })
            .collect()
    }

    pub(super) fn new(
        names: Namer<'m, '_>,
        id: RoadmapId,
        schedule: &Schedule,
        load: &Load,
        burn_up: &BurnUp,
    ) -> Self {
        let roadmap = &names.model.posture.roadmaps[id];
        let phases = roadmap.phases.iter();
        let named = |ids: &[InitiativeId]| ids.iter().map(|id| names.initiative(*id)).collect();
        let circles = schedule.circles.iter();
        Self {
            name: roadmap.name,
            title: &roadmap.title,
            assessment: names.assessment(roadmap.assessment),
            phases: phases
                .map(|phase| Phase::new(names, phase, schedule))
                .collect(),
            whole: schedule.whole,
            critical: named(&schedule.critical),
            circles: circles.map(|circle| named(circle)).collect(),
            load: QuarterLoad::all(names, load),
            owners: owners(names, &load.owners),
            rise: Rise::new(names, burn_up),
        }
    }
}

impl<'m> Phase<'m> {
    fn new(names: Namer<'m, '_>, phase: &'m posture::Phase<'_>, schedule: &Schedule) -> Self {
        let initiatives = &names.model.posture.initiatives;
        let initiatives = initiatives.range(phase.first_initiative, phase.end_initiative);
        Self {
            name: phase.name,
            title: &phase.title,
            initiatives: initiatives
                .map(|(id, _)| Initiative::new(names, id, Dates::of(schedule, id)))
                .collect(),
        }
    }
}

impl<'m> Initiative<'m> {
    /// As everything else names it.
    #[must_use]
    pub const fn declared(&self) -> Declared<'m> {
        self.declared
    }

    fn new(names: Namer<'m, '_>, id: InitiativeId, dates: Option<Dates>) -> Self {
        let initiative = &names.model.posture.initiatives[id];
        let raises = initiative.raises.iter();
        let raises = raises.map(|raise| Raise {
            control: names.control(raise.control),
            to: raise.to,
        });
        let treats = initiative.treats.iter();
        let after = initiative.after.iter();
        Self {
            declared: names.initiative(id),
            name: initiative.name,
            title: &initiative.title,
            raises: raises.collect(),
            treats: treats.map(|risk| names.risk(*risk)).collect(),
            after: after.map(|id| names.initiative(*id)).collect(),
            effort: initiative.effort,
            owner: names.owner(initiative.owner),
            starts: initiative.starts,
            lasts: initiative.lasts,
            dates,
        }
    }
}
