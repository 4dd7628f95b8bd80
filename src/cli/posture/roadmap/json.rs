//! A roadmap, as programs read it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Page;
use crate::analysis::posture::{Period, QuarterLoad, Scheduled, Step, Tally};
use crate::cli::posture::json::{MovedV1, TallyV1};
use crate::model::posture::{InitiativeId, RoleId};

#[derive(Serialize)]
pub(super) struct DocumentV1<'a> {
    schema: &'static str,
    version: u32,
    organization: &'a str,
    roadmap: &'a str,
    title: &'a str,
    assessment: &'a str,
    whole: PeriodV1,
    /// In the order of the text.
    phases: Vec<PhaseV1<'a>>,
    /// Each begins as soon as the one before is over.
    critical_path: Vec<&'a str>,
    quarters: Vec<QuarterV1<'a>>,
    /// In working days; `null` for what nobody owns.
    owners: Vec<OwnerV1<'a>>,
    /// The verdicts as it is now, by framework.
    now: BTreeMap<String, TallyV1>,
    /// In the order in which the initiatives are over.
    after: Vec<StepV1<'a>>,
    findings: Vec<String>,
}

#[derive(Serialize)]
struct PeriodV1 {
    begins: String,
    /// What comes after may begin on this day.
    over: String,
}

#[derive(Serialize)]
struct PhaseV1<'a> {
    name: &'a str,
    title: &'a str,
    /// In the order of work; what has no dates comes last.
    initiatives: Vec<InitiativeV1<'a>>,
}

#[derive(Serialize)]
struct InitiativeV1<'a> {
    name: &'a str,
    title: &'a str,
    owner: Option<&'a str>,
    effort_days: u32,
    after: Vec<&'a str>,
    treats: Vec<&'a str>,
    is_critical: bool,
    /// `null` where it waits for itself, or for what does.
    dates: Option<DatesV1>,
}

#[derive(Serialize)]
struct DatesV1 {
    earliest: PeriodV1,
    latest: PeriodV1,
    slack_days: i64,
}

#[derive(Serialize)]
struct QuarterV1<'a> {
    quarter: String,
    effort_days: u64,
    capacity_days: Option<u32>,
    excess_days: u64,
    owners: Vec<OwnerV1<'a>>,
}

#[derive(Serialize)]
struct OwnerV1<'a> {
    owner: Option<&'a str>,
    effort_days: u64,
}

#[derive(Serialize)]
struct StepV1<'a> {
    initiative: &'a str,
    over: String,
    raised: Vec<MovedV1>,
    /// What is not applicable, or stands there by then.
    not_raised: Vec<String>,
    verdicts: BTreeMap<String, TallyV1>,
}

impl<'a> Page<'a, '_> {
    /// The roadmap for programs.
    pub(super) fn document(&self) -> DocumentV1<'a> {
        let posture = &self.model.posture;
        let roadmap = &posture.roadmaps[self.roadmap];
        let critical = self.schedule.critical.iter();
        DocumentV1 {
            schema: "xwalk-roadmap",
            version: 1,
            organization: posture.organizations[roadmap.organization].name,
            roadmap: roadmap.name,
            title: &roadmap.title,
            assessment: posture.assessments[roadmap.assessment].name,
            whole: self.schedule.whole.into(),
            phases: self.phases_v1(),
            critical_path: critical.map(|id| self.initiative(*id)).collect(),
            quarters: self
                .load
                .quarters
                .iter()
                .map(|it| self.quarter_v1(it))
                .collect(),
            owners: self.owners_v1(&self.load.owners),
            now: self.verdicts_v1(&self.burn_up.now),
            after: self
                .burn_up
                .steps
                .iter()
                .map(|it| self.step_v1(it))
                .collect(),
            findings: self.found(),
        }
    }

    fn phases_v1(&self) -> Vec<PhaseV1<'a>> {
        let phases = self.model.posture.roadmaps[self.roadmap].phases.iter();
        let dated = self.schedule.initiatives.iter();
        let dated = dated.map(|it| (it.initiative, Some(it)));
        let undated = self.schedule.undated.iter().map(|id| (*id, None));
        let all: Vec<_> = dated.chain(undated).collect();
        phases
            .enumerate()
            .map(|(at, phase)| {
                let of_phase = all.iter();
                let of_phase =
                    of_phase.filter(|(id, _)| self.model.posture.initiatives[*id].phase == at);
                PhaseV1 {
                    name: phase.name,
                    title: &phase.title,
                    initiatives: of_phase
                        .map(|(id, dates)| self.initiative_v1(*id, *dates))
                        .collect(),
                }
            })
            .collect()
    }

    fn initiative_v1(&self, id: InitiativeId, dates: Option<&Scheduled>) -> InitiativeV1<'a> {
        let posture = &self.model.posture;
        let initiative = &posture.initiatives[id];
        let after = initiative.after.iter();
        let treats = initiative.treats.iter();
        InitiativeV1 {
            name: initiative.name,
            title: &initiative.title,
            owner: initiative.owner.map(|id| posture.roles[id].name),
            effort_days: initiative.effort,
            after: after.map(|id| self.initiative(*id)).collect(),
            treats: treats.map(|id| posture.risks[*id].name).collect(),
            is_critical: self.schedule.critical.contains(&id),
            dates: dates.map(|it| DatesV1 {
                earliest: it.earliest.into(),
                latest: it.latest.into(),
                slack_days: it.slack(),
            }),
        }
    }

    fn quarter_v1(&self, load: &QuarterLoad) -> QuarterV1<'a> {
        QuarterV1 {
            quarter: load.quarter.to_string(),
            effort_days: load.effort,
            capacity_days: load.capacity,
            excess_days: load.excess(),
            owners: self.owners_v1(&load.owners),
        }
    }

    fn owners_v1(&self, owners: &[(Option<RoleId>, u64)]) -> Vec<OwnerV1<'a>> {
        let owners = owners.iter();
        owners
            .map(|(owner, effort)| OwnerV1 {
                owner: owner.map(|id| self.model.posture.roles[id].name),
                effort_days: *effort,
            })
            .collect()
    }

    fn step_v1(&self, step: &Step) -> StepV1<'a> {
        StepV1 {
            initiative: self.initiative(step.initiative),
            over: step.over.to_string(),
            raised: self.words.moved_v1(&step.moved),
            not_raised: self.words.qualified(&step.idle),
            verdicts: self.verdicts_v1(&step.tallies),
        }
    }

    fn verdicts_v1(&self, tallies: &[Tally]) -> BTreeMap<String, TallyV1> {
        let frameworks = self.burn_up.frameworks.iter().zip(tallies);
        frameworks
            .map(|(id, tally)| (self.words.label(*id), TallyV1::from(*tally)))
            .collect()
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
