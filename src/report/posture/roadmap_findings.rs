//! What is wrong with a roadmap, or missing in it.

use super::Names;
use super::named::Declared;
use super::namer::Namer;
use xwalk_analysis::posture::{
    BurnUp, CurrentState, Load, Schedule, phases_begun_early, phases_out_of_order, register,
};
use xwalk_model::ControlId;
use xwalk_model::posture::{InitiativeId, RoadmapId};

/// A roadmap with all that was computed of it.
pub(super) struct Course<'a, 'm> {
    pub namer: Namer<'m, 'a>,
    pub names: &'a Names,
    pub roadmap: RoadmapId,
    pub schedule: &'a Schedule,
    pub load: &'a Load,
    pub burn_up: &'a BurnUp,
}

impl Course<'_, '_> {
    /// One sentence for each finding, given where the organization stands.
    pub fn findings(&self, state: &CurrentState) -> Vec<String> {
        let mut found = Vec::new();
        self.order(state, &mut found);
        let over = self.load.quarters.iter().filter(|it| it.excess() > 0);
        found.extend(over.map(|it| {
            let (quarter, effort, excess) = (it.quarter, it.effort, it.excess());
            let with_others = match it.elsewhere {
                0 => String::new(),
                others => format!(", with {others}d of other roadmaps"),
            };
            format!(
                "{quarter} takes {effort}d{with_others}, which is {excess}d more than the capacity"
            )
        }));
        for step in self.burn_up.steps.iter().filter(|it| !it.idle.is_empty()) {
            found.push(format!(
                "{} does not raise {}: not applicable, or at that tier by then",
                self.namer.initiative(step.initiative),
                self.controls(&step.idle)
            ));
        }
        self.risks(&mut found);
        let below = self.below_target();
        if !below.is_empty() {
            found.push(format!(
                "below target when all is done: {}",
                self.controls(&below)
            ));
        }
        found
    }

    fn order(&self, state: &CurrentState, found: &mut Vec<String>) {
        let posture = &self.namer.model.posture;
        let assessment = posture.roadmaps[self.roadmap].assessment;
        if !state.assessments.contains(&assessment) {
            let assessment = self.namer.assessment(assessment);
            found.push(format!(
                "{assessment} is not the newest assessment: the verdicts start from the newest one"
            ));
        }
        for circle in &self.schedule.circles {
            let names = self.initiatives(circle);
            found.push(format!("wait for each other, so they never begin: {names}"));
        }
        if !self.schedule.undated.is_empty() {
            let names = self.initiatives(&self.schedule.undated);
            found.push(format!("without dates, and counted nowhere: {names}"));
        }
        for (id, other) in phases_out_of_order(posture, self.roadmap) {
            found.push(format!(
                "{} comes after {}, which is of a later phase",
                self.namer.initiative(id),
                self.namer.initiative(other)
            ));
        }
        for phase in phases_begun_early(posture, self.roadmap, self.schedule) {
            let (early, last) = (self.initiatives(&phase.early), phase.last);
            let last = self.namer.initiative(last);
            let until = phase.over.plus_days(-1);
            found.push(format!(
                "before the phase before is over, on {until} with {last}, these begin: {early}"
            ));
        }
    }

    fn risks(&self, found: &mut Vec<String>) {
        let posture = &self.namer.model.posture;
        let register = register(posture, posture.roadmaps[self.roadmap].organization);
        let neglected = register.iter().filter(|risk| risk.is_neglected());
        found.extend(neglected.map(|neglected| {
            let (risk, level) = (self.namer.risk(neglected.risk), neglected.level);
            format!(
                "the risk {risk} of {level} is above the tolerance, and nothing is done about it"
            )
        }));
    }

    /// The controls that the roadmap leaves below their targets, by framework and identifier.
    fn below_target(&self) -> Vec<ControlId> {
        let state = &self.burn_up.state;
        let assessments = state.assessments.iter();
        let assessed =
            assessments.flat_map(|id| &self.namer.model.posture.assessments[*id].controls);
        let below = assessed.filter(|it| {
            let then = state.of_control(it.control).and_then(|stand| stand.tier);
            then.zip(it.target())
                .is_some_and(|(then, target)| then < target)
        });
        below.map(|it| it.control).collect()
    }

    fn controls(&self, controls: &[ControlId]) -> String {
        self.names.list(&self.namer.controls(controls))
    }

    fn initiatives(&self, ids: &[InitiativeId]) -> String {
        let names: Vec<Declared<'_>> = ids.iter().map(|id| self.namer.initiative(*id)).collect();
        names.join(", ")
    }
}
