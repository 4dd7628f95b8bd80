//! The course of a roadmap: its dates, the work it asks of each owner, and what it changes.

use schemars::JsonSchema;
use serde::Serialize;

use super::hidden::Hideable;
use super::profiles::Moved;
use super::verdicts::ByVerdict;
use super::words::{ControlName, Name};
use crate::emit::json::words::{Day, FrameworkKey};
use crate::report::posture;

/// A span of days.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Period {
    /// The first day.
    begins: Day,
    /// The day after the last one.
    over: Day,
}

/// When an initiative is done.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Dates {
    /// As early as it can be.
    earliest: Period,
    /// As late as it can be without the roadmap being over later.
    latest: Period,
    /// The calendar days between the two.
    slack: i64,
    /// Whether it lies on the critical path.
    critical: bool,
}

/// What a roadmap asks in a quarter of a year.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "QuarterLoad", deny_unknown_fields)]
pub(super) struct Load<'r> {
    /// The quarter: `2027-Q1`.
    #[schemars(extend("pattern" = "^[0-9]{4}-Q[1-4]$"))]
    quarter: String,
    /// All effort, in working days.
    effort: Hideable<u64>,
    /// Of whom.
    owners: Hideable<Vec<Share<'r>>>,
    /// What the organization can do in a quarter, in working days; absent where it does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    capacity: Option<Hideable<u32>>,
    /// By how many working days the effort is more than that; 0 where it does not say.
    excess: Hideable<u64>,
}

/// What is asked of an owner.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Share<'r> {
    /// A role; absent for what has no owner.
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<Name<'r>>,
    /// Working days.
    effort: u64,
}

/// How the verdicts turn as initiatives are done, as early as they can be. Where drafts are held back, they say nothing
/// here either: what reads `cannot-tell-draft` in the verdicts is counted as `cannot_tell`.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Course<'r> {
    /// As it is now.
    now: Vec<Counts<'r>>,
    /// One step for each initiative that has dates, in the order in which they are over.
    steps: Vec<CourseStep<'r>>,
}

/// What is so when an initiative is over, and all that are over before it.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct CourseStep<'r> {
    /// The initiative.
    initiative: Name<'r>,
    /// The day on which it is over.
    over: Day,
    /// The tiers that rise by it.
    moved: Vec<Moved<'r>>,
    /// What it says that it raises, and does not: what is not applicable, or stands there by then.
    idle: Vec<ControlName<'r>>,
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

impl From<posture::Period> for Period {
    fn from(period: posture::Period) -> Self {
        Self {
            begins: Day::of(period.begins),
            over: Day::of(period.over),
        }
    }
}

impl Dates {
    pub(super) fn new(dates: &posture::Dates) -> Self {
        Self {
            earliest: dates.earliest.into(),
            latest: dates.latest.into(),
            slack: dates.slack,
            critical: dates.is_critical,
        }
    }
}

impl<'r> Load<'r> {
    pub(super) fn new(load: &'r posture::QuarterLoad<'r>) -> Self {
        Self {
            quarter: format!("{:04}-Q{}", load.quarter.year, load.quarter.number),
            effort: Hideable(load.effort),
            owners: Hideable(Share::all(&load.owners)),
            capacity: load.capacity.map(Hideable),
            excess: Hideable(load.excess),
        }
    }
}

impl<'r> Share<'r> {
    pub(super) fn all(owners: &[(Option<&'r str>, u64)]) -> Vec<Self> {
        let owners = owners.iter();
        owners
            .map(|&(owner, effort)| Self {
                owner: owner.map(Name),
                effort,
            })
            .collect()
    }
}

impl<'r> Course<'r> {
    pub(super) fn new(rise: &'r posture::Rise<'r>) -> Self {
        let steps = rise.steps.iter();
        let counts = |tallies: &[_]| Counts::all(&rise.frameworks, tallies);
        Self {
            now: counts(&rise.now),
            steps: steps
                .map(|step| CourseStep {
                    initiative: Name(step.initiative),
                    over: Day::of(step.over),
                    moved: Moved::all(&step.moved),
                    idle: ControlName::all(&step.idle),
                    verdicts: counts(&step.tallies),
                })
                .collect(),
        }
    }
}

impl<'r> Counts<'r> {
    fn all<'t, T>(frameworks: &'r [String], tallies: &'t [T]) -> Vec<Self>
    where
        &'t T: Into<posture::Tally>,
    {
        let counted = frameworks.iter().zip(tallies);
        counted
            .map(|(framework, tally)| {
                let tally: posture::Tally = tally.into();
                Self {
                    framework: FrameworkKey(framework),
                    counts: ByVerdict::new(|verdict| tally.of(verdict)),
                }
            })
            .collect()
    }
}
