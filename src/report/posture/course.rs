//! The course of a roadmap: its dates, the work it asks of each owner, and what it changes.

use crate::JsonSchema;
use serde::Serialize;

use super::Moved;
use super::named::{Declared, NamedControl, NamedFramework};
use super::namer::Namer;
use super::tally::ByVerdict;
use crate::published::{As, ControlName, Day, FrameworkKey, Hideable, Name, written_as};
use xwalk_analysis::posture::{self, BurnUp, Period, Quarter, Schedule, Tally};
use xwalk_model::posture::{InitiativeId, RoleId};
use xwalk_syntax::ast::Date;

/// When an initiative is done.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Dates {
    /// As early as possible.
    #[serde(with = "As::<Days>")]
    pub earliest: Period,
    /// As late as possible without delaying the end of the roadmap.
    #[serde(with = "As::<Days>")]
    pub latest: Period,
    /// The working days by which it can begin later.
    pub slack: i64,
    /// Whether it has no slack, so that it decides when the roadmap is over.
    #[serde(rename = "critical")]
    pub is_critical: bool,
}

/// What a roadmap asks for in a quarter.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct QuarterLoad<'m> {
    /// The quarter: `2027-Q1`.
    #[serde(with = "As::<QuarterName>")]
    pub quarter: Quarter,
    /// All effort of this roadmap, in whole working days: the running total is rounded, so that no day is lost.
    #[schemars(with = "Hideable<u64>")]
    pub effort: u64,
    /// The effort of the other roadmaps of the organization, in working days.
    #[schemars(with = "Hideable<u64>")]
    pub elsewhere: u64,
    /// By owner.
    #[serde(with = "As::<Hideable<Vec<Share>>>")]
    pub owners: Vec<(Option<Declared<'m>>, u64)>,
    /// What the organization can do in a quarter, in working days; absent where it does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<Hideable<u32>>")]
    pub capacity: Option<u32>,
    /// By how many working days the effort of all roadmaps together is more than that; 0 where it does not say.
    #[schemars(with = "Hideable<u64>")]
    pub excess: u64,
}

/// A quarter: `2027-Q1`.
#[derive(Serialize, JsonSchema)]
#[schemars(inline, extend("pattern" = "^[0-9]{4}-Q[1-4]$"))]
pub struct QuarterName(String);

written_as!(QuarterName: Quarter, |quarter| format!("{:04}-Q{}", quarter.year, quarter.number));

/// The work that is asked of an owner.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Share<'m> {
    /// A role; absent for what has no owner.
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<Name<'m>>,
    /// Working days.
    effort: u64,
}

written_as!(Share<'_>: (Option<Declared<'_>>, u64), |(owner, effort)| Share {
    owner: owner.as_deref().map(Name),
    effort: *effort,
});

/// How the verdicts change as the initiatives are done, as early as possible.
///
/// Where drafts are held back, they do not count here either: what reads `cannot tell (draft)` in the verdicts is counted
/// as `cannot tell`.
#[derive(Debug)]
pub struct Rise<'m> {
    /// The baseline, and the adopted frameworks, in the order of all tallies.
    pub frameworks: Vec<NamedFramework>,
    /// The verdicts as it is now.
    pub now: Vec<Tally>,
    /// One step for each initiative that has dates, in order of their ends.
    pub steps: Vec<RiseStep<'m>>,
}

/// The state when an initiative is over, together with all that are over before it.
#[derive(Debug)]
pub struct RiseStep<'m> {
    /// Which.
    pub initiative: Declared<'m>,
    /// The day on which it is over.
    pub over: Date,
    /// The tiers that rise by it.
    pub moved: Vec<Moved>,
    /// What it is declared to raise, and does not: what is not applicable, or has that tier by then.
    pub idle: Vec<NamedControl>,
    /// The verdicts after it.
    pub tallies: Vec<Tally>,
}

/// A span of days.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Period", deny_unknown_fields)]
pub struct Days {
    /// The first day.
    begins: Day,
    /// The day after the last one.
    over: Day,
}

written_as!(Days: Period, |period| Days {
    begins: Day::of(period.begins),
    over: Day::of(period.over),
});

/// How the verdicts change as initiatives are done, as early as possible. Where drafts are held back, they do not
/// count here either: what reads `cannot-tell-draft` in the verdicts is counted as `cannot_tell`.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Course<'r> {
    /// As it is now.
    now: Vec<Counts<'r>>,
    /// One step for each initiative that has dates, in the order in which they are over.
    steps: Vec<CourseStep<'r>>,
}

/// The state when an initiative is over, together with all that are over before it.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct CourseStep<'r> {
    /// The initiative.
    initiative: Name<'r>,
    /// The day on which it is over.
    over: Day,
    /// The tiers that rise by it.
    moved: &'r [Moved],
    /// What it is declared to raise, and does not: what is not applicable, or has that tier by then.
    #[schemars(with = "Vec<ControlName>")]
    idle: &'r [NamedControl],
    /// The verdicts after it.
    verdicts: Vec<Counts<'r>>,
}

/// How many assessable controls of a framework have each verdict.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Counts<'r> {
    /// The framework.
    framework: FrameworkKey<'r>,
    /// The counts.
    counts: ByVerdict,
}

written_as!(Course<'_>: Rise<'_>, |rise| Course::of(rise));

impl<'r> Course<'r> {
    fn of(rise: &'r Rise<'_>) -> Self {
        let counts = |tallies: &[Tally]| {
            let counted = rise.frameworks.iter().zip(tallies);
            counted
                .map(|(framework, tally)| Counts {
                    framework: FrameworkKey(framework),
                    counts: ByVerdict::from(&tally.into()),
                })
                .collect()
        };
        let steps = rise.steps.iter();
        Self {
            now: counts(&rise.now),
            steps: steps
                .map(|step| CourseStep {
                    initiative: Name(&step.initiative),
                    over: Day::of(step.over),
                    moved: &step.moved,
                    idle: &step.idle,
                    verdicts: counts(&step.tallies),
                })
                .collect(),
        }
    }
}

impl Dates {
    pub(super) fn of(schedule: &Schedule, initiative: InitiativeId) -> Option<Self> {
        let scheduled = schedule.of(initiative)?;
        Some(Self {
            earliest: scheduled.earliest,
            latest: scheduled.latest,
            slack: scheduled.slack(),
            is_critical: scheduled.is_critical(),
        })
    }
}

impl<'m> QuarterLoad<'m> {
    pub(super) fn all(names: Namer<'m, '_>, load: &posture::Load) -> Vec<Self> {
        let quarters = load.quarters.iter();
        quarters
            .map(|load| Self {
                quarter: load.quarter,
                effort: load.effort,
                elsewhere: load.elsewhere,
                owners: owners(names, &load.owners),
                capacity: load.capacity,
                excess: load.excess(),
            })
            .collect()
    }
}

/// Efforts by owner.
pub(super) fn owners<'m>(
    names: Namer<'m, '_>,
    owners: &[(Option<RoleId>, u64)],
) -> Vec<(Option<Declared<'m>>, u64)> {
    let owners = owners.iter();
    owners
        .map(|(owner, effort)| (names.owner(*owner), *effort))
        .collect()
}

impl<'m> Rise<'m> {
    pub(super) fn new(names: Namer<'m, '_>, burn_up: &BurnUp) -> Self {
        let frameworks = burn_up.frameworks.iter();
        let steps = burn_up.steps.iter();
        Self {
            frameworks: frameworks.map(|id| names.framework(*id)).collect(),
            now: burn_up.now.clone(),
            steps: steps
                .map(|step| RiseStep {
                    initiative: names.initiative(step.initiative),
                    over: step.over,
                    moved: Moved::all(names, &step.moved),
                    idle: names.controls(&step.idle),
                    tallies: step.tallies.clone(),
                })
                .collect(),
        }
    }
}

impl Rise<'_> {
    /// How many controls of a framework, by its position, are met as it is now.
    #[must_use]
    pub fn met_now(&self, framework: usize) -> usize {
        met(&self.now, framework)
    }

    /// How many of its controls are assessable, and counted.
    #[must_use]
    pub fn assessable(&self, framework: usize) -> usize {
        self.now.get(framework).map_or(0, Tally::total)
    }
}

impl RiseStep<'_> {
    /// The last day of work on it.
    #[must_use]
    pub fn last_day(&self) -> Date {
        self.over.plus_days(-1)
    }

    /// How many controls of a framework, by its position, are met then.
    #[must_use]
    pub fn met(&self, framework: usize) -> usize {
        met(&self.tallies, framework)
    }
}

fn met(tallies: &[Tally], framework: usize) -> usize {
    let tally = tallies.get(framework);
    tally.map_or(0, |tally| tally.of(posture::Verdict::Met))
}
