//! A roadmap, as programs read it.

use std::collections::BTreeMap;

use crate::JsonSchema;
use serde::Serialize;

use crate::contract::{Contract, contract};
use crate::posture::json::{MovedV1, TallyV1};
use xwalk_analysis::posture::Tally;
use xwalk_report::posture::{
    Dates, Declared, Initiative, NamedControl, Period, Phase, Planned, QuarterLoad, Rise, RiseStep,
};

/// The answer for programs.
pub const CONTRACT: Contract = contract!(
    "roadmap" 1,
    "The answer of `roadmap --format json`",
    "docs/answers/roadmap.md",
    Contract::schema_of::<DocumentV1<'_>>
);

/// The schedule of a roadmap, what it asks of whom, and what it changes. Everything is done as early as possible.
#[derive(Serialize, JsonSchema)]
pub struct DocumentV1<'a> {
    /// The name of the organization.
    organization: &'a str,
    /// The name of the roadmap.
    roadmap: &'a str,
    /// Its title.
    title: &'a str,
    /// The assessment from which it starts, by name.
    assessment: &'a str,
    /// From its first day to its end.
    whole: PeriodV1,
    /// Its phases, in the order of the text.
    phases: Vec<PhaseV1<'a>>,
    /// The initiatives that decide when it ends: each begins as soon as the one before is over.
    #[schemars(with = "Vec<String>")]
    critical_path: &'a [Declared<'a>],
    /// The working days of each quarter, without gaps.
    quarters: Vec<QuarterV1<'a>>,
    /// The working days of each owner in all, those that nobody owns first.
    owners: Vec<OwnerV1<'a>>,
    /// The verdicts as it is now, by framework with its edition.
    now: BTreeMap<&'a str, TallyV1>,
    /// The state after each initiative that has dates, in order of their ends.
    after: Vec<StepV1<'a>>,
    /// What is wrong or missing, one sentence each.
    findings: &'a [String],
}

/// Days of the calendar.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Period")]
struct PeriodV1 {
    /// The first day.
    begins: String,
    /// The day after the last day of work: what comes after may begin on it.
    over: String,
}

/// A phase of the roadmap.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Phase")]
struct PhaseV1<'a> {
    /// Its name.
    name: &'a str,
    /// Its title.
    title: &'a str,
    /// Its initiatives in the order of work; those without dates come last.
    initiatives: Vec<InitiativeV1<'a>>,
}

/// An initiative.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Initiative")]
struct InitiativeV1<'a> {
    /// Its name.
    name: &'a str,
    /// Its title.
    title: &'a str,
    /// The role that owns it; `null` where nobody does.
    owner: Option<&'a str>,
    /// Working days of one person.
    effort_days: u32,
    /// The initiatives that must be over before it begins.
    #[schemars(with = "Vec<String>")]
    after: &'a [Declared<'a>],
    /// The risks that it treats.
    #[schemars(with = "Vec<String>")]
    treats: &'a [Declared<'a>],
    /// Whether it has no slack, so that it decides when the roadmap ends.
    is_critical: bool,
    /// When it is done; `null` where it waits for itself, or for what does.
    dates: Option<DatesV1>,
}

/// When an initiative is done.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Dates")]
struct DatesV1 {
    /// As early as possible.
    earliest: PeriodV1,
    /// As late as possible without delaying the end of the roadmap.
    latest: PeriodV1,
    /// The working days by which it can begin later.
    slack_days: i64,
}

/// The effort of one quarter.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Quarter")]
struct QuarterV1<'a> {
    /// Which: `2027 Q1`.
    quarter: String,
    /// All effort of this roadmap, in whole working days: the running total is rounded, so that no day is lost.
    effort_days: u64,
    /// The effort of the other roadmaps of the organization.
    elsewhere_days: u64,
    /// What the organization can do in a quarter; `null` where it does not say.
    capacity_days: Option<u32>,
    /// By how much the effort of all roadmaps together exceeds that.
    excess_days: u64,
    /// The effort of each owner.
    owners: Vec<OwnerV1<'a>>,
}

/// The effort of one owner.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "OwnerEffort")]
struct OwnerV1<'a> {
    /// The role; `null` for what nobody owns.
    owner: Option<&'a str>,
    /// Working days.
    effort_days: u64,
}

/// The state when an initiative is over, together with all that are over before it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Step")]
struct StepV1<'a> {
    /// Which.
    initiative: &'a str,
    /// The day after its last day of work.
    over: String,
    /// The tiers that rise by it.
    raised: Vec<MovedV1<'a>>,
    /// The controls that it is declared to raise, and does not: they are not applicable, or have that tier by then.
    #[schemars(with = "Vec<String>")]
    not_raised: &'a [NamedControl],
    /// The verdicts after it, by framework with its edition.
    verdicts: BTreeMap<&'a str, TallyV1>,
}

impl<'a> DocumentV1<'a> {
    pub fn new(planned: &'a Planned<'_>) -> Self {
        let roadmap = &planned.roadmap;
        let rise = &roadmap.rise;
        Self {
            organization: planned.organization,
            roadmap: roadmap.name,
            title: roadmap.title,
            assessment: roadmap.assessment.name,
            whole: roadmap.whole.into(),
            phases: roadmap.phases.iter().map(PhaseV1::new).collect(),
            critical_path: &roadmap.critical,
            quarters: roadmap.load.iter().map(QuarterV1::new).collect(),
            owners: owners(&roadmap.owners),
            now: verdicts(rise, &rise.now),
            after: rise
                .steps
                .iter()
                .map(|step| StepV1::new(rise, step))
                .collect(),
            findings: &planned.findings,
        }
    }
}

impl<'a> PhaseV1<'a> {
    fn new(phase: &'a Phase<'_>) -> Self {
        let initiatives = phase.initiatives.iter();
        Self {
            name: phase.name,
            title: phase.title,
            initiatives: initiatives.map(InitiativeV1::new).collect(),
        }
    }
}

impl<'a> InitiativeV1<'a> {
    fn new(initiative: &'a Initiative<'_>) -> Self {
        let dates = initiative.dates.as_ref();
        Self {
            name: initiative.name,
            title: initiative.title,
            owner: initiative.owner.map(|role| role.name),
            effort_days: initiative.effort,
            after: &initiative.after,
            treats: &initiative.treats,
            is_critical: dates.is_some_and(|dates| dates.is_critical),
            dates: dates.map(DatesV1::new),
        }
    }
}

impl DatesV1 {
    fn new(dates: &Dates) -> Self {
        Self {
            earliest: dates.earliest.into(),
            latest: dates.latest.into(),
            slack_days: dates.slack,
        }
    }
}

impl<'a> QuarterV1<'a> {
    fn new(load: &'a QuarterLoad<'_>) -> Self {
        Self {
            quarter: load.quarter.to_string(),
            effort_days: load.effort,
            elsewhere_days: load.elsewhere,
            capacity_days: load.capacity,
            excess_days: load.excess,
            owners: owners(&load.owners),
        }
    }
}

impl<'a> StepV1<'a> {
    fn new(rise: &'a Rise<'_>, step: &'a RiseStep<'_>) -> Self {
        Self {
            initiative: step.initiative.name,
            over: step.over.to_string(),
            raised: step.moved.iter().map(MovedV1::new).collect(),
            not_raised: &step.idle,
            verdicts: verdicts(rise, &step.tallies),
        }
    }
}

impl From<Period> for PeriodV1 {
    fn from(period: Period) -> Self {
        Self {
            begins: period.begins.to_string(),
            over: period.over.to_string(),
        }
    }
}

fn owners<'a>(owners: &[(Option<Declared<'a>>, u64)]) -> Vec<OwnerV1<'a>> {
    let owners = owners.iter();
    owners
        .map(|(owner, effort)| OwnerV1 {
            owner: owner.map(|role| role.name),
            effort_days: *effort,
        })
        .collect()
}

fn verdicts<'a>(rise: &'a Rise<'_>, tallies: &[Tally]) -> BTreeMap<&'a str, TallyV1> {
    let frameworks = rise.frameworks.iter().zip(tallies);
    frameworks
        .map(|(framework, tally)| (&**framework, TallyV1::new(&tally.into())))
        .collect()
}
