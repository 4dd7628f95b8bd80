//! The course of a roadmap: its dates, the work it asks of each owner, and what it changes.

use super::Moved;
use super::namer::Namer;
use crate::analysis::posture::{self, BurnUp, Period, Quarter, Schedule, Tally};
use crate::model::posture::{InitiativeId, RoleId};
use crate::syntax::ast::Date;

/// The dates of an initiative. Days are those of the calendar; what is over on a day is done the day before.
#[derive(Debug)]
pub struct Dates {
    /// As early as it can be.
    pub earliest: Period,
    /// As late as it can be without the roadmap being over later.
    pub latest: Period,
    /// The calendar days between the two.
    pub slack: i64,
    /// Whether it lies on the critical path.
    pub is_critical: bool,
}

/// The work asked of each owner in a quarter, in working days, as the initiatives are done at their earliest.
#[derive(Debug)]
pub struct QuarterLoad<'m> {
    /// Which.
    pub quarter: Quarter,
    /// All effort.
    pub effort: u64,
    /// Of whom, those without an owner first.
    pub owners: Vec<(Option<&'m str>, u64)>,
    /// What the organization can do in a quarter, where it says so.
    pub capacity: Option<u32>,
    /// By how much the effort exceeds that.
    pub excess: u64,
}

/// How the verdicts turn as the initiatives are done, as early as they can be.
///
/// Where drafts are held back, they say nothing here either: what reads `cannot tell (draft)` in the verdicts is counted
/// as `cannot tell`.
#[derive(Debug)]
pub struct Rise<'m> {
    /// The baseline, and the adopted frameworks, in the order of all tallies.
    pub frameworks: Vec<String>,
    /// The verdicts as it is now.
    pub now: Vec<Tally>,
    /// One step for each initiative that has dates, in order of their ends.
    pub steps: Vec<RiseStep<'m>>,
}

/// What is so when an initiative is over, and all that are over before it.
#[derive(Debug)]
pub struct RiseStep<'m> {
    /// Which.
    pub initiative: &'m str,
    /// The day on which it is over.
    pub over: Date,
    /// The tiers that rise by it.
    pub moved: Vec<Moved>,
    /// What it says that it raises, and does not: what is not applicable, or stands there by then.
    pub idle: Vec<String>,
    /// The verdicts after it.
    pub tallies: Vec<Tally>,
}

impl Dates {
    pub(super) fn of(schedule: &Schedule, initiative: InitiativeId) -> Option<Self> {
        let scheduled = schedule.of(initiative)?;
        Some(Self {
            earliest: scheduled.earliest,
            latest: scheduled.latest,
            slack: scheduled.slack(),
            is_critical: schedule.critical.contains(&initiative),
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
) -> Vec<(Option<&'m str>, u64)> {
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
