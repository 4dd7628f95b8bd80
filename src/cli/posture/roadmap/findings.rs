//! What is wrong with a roadmap, or missing in it.

use super::Page;
use crate::analysis::posture::{phases_out_of_order, register};
use crate::model::ControlId;

impl Page<'_, '_> {
    pub(super) fn findings(&self) -> String {
        let all = self.found();
        if all.is_empty() {
            return "\nNothing is found to be wrong or missing.\n".to_owned();
        }
        let lines: String = all.iter().map(|one| format!("  {one}\n")).collect();
        format!("\nFindings\n{lines}")
    }

    /// One sentence for each finding.
    pub(super) fn found(&self) -> Vec<String> {
        let mut found = Vec::new();
        self.order(&mut found);
        let over = self.load.quarters.iter().filter(|it| it.excess() > 0);
        found.extend(over.map(|it| {
            let (quarter, effort, excess) = (it.quarter, it.effort, it.excess());
            format!("{quarter} takes {effort}d, which is {excess}d more than the capacity")
        }));
        for step in self.burn_up.steps.iter().filter(|it| !it.idle.is_empty()) {
            found.push(format!(
                "{} does not raise {}: not applicable, or there by then",
                self.initiative(step.initiative),
                self.words.names(&step.idle)
            ));
        }
        self.risks(&mut found);
        let below = self.below_target();
        if !below.is_empty() {
            found.push(format!(
                "below target when all is done: {}",
                self.words.names(&below)
            ));
        }
        found
    }

    fn order(&self, found: &mut Vec<String>) {
        let posture = &self.model.posture;
        let roadmap = &posture.roadmaps[self.roadmap];
        if !self.words.stands.assessments.contains(&roadmap.assessment) {
            let assessment = posture.assessments[roadmap.assessment].name;
            found.push(format!(
                "{assessment} is not the newest assessment: the verdicts begin at the newest"
            ));
        }
        for circle in &self.schedule.circles {
            let names = self.initiatives(circle);
            found.push(format!(
                "wait for each other, so that they never begin: {names}"
            ));
        }
        if !self.schedule.undated.is_empty() {
            let names = self.initiatives(&self.schedule.undated);
            found.push(format!("without dates, and counted nowhere: {names}"));
        }
        for (id, other) in phases_out_of_order(posture, self.roadmap) {
            found.push(format!(
                "{} comes after {}, which is of a later phase",
                self.initiative(id),
                self.initiative(other)
            ));
        }
    }

    fn risks(&self, found: &mut Vec<String>) {
        let posture = &self.model.posture;
        let organization = posture.roadmaps[self.roadmap].organization;
        let register = register(posture, organization);
        let neglected = register.iter().filter(|standing| standing.is_neglected());
        found.extend(neglected.map(|standing| {
            let (risk, level) = (posture.risks[standing.risk].name, standing.level);
            format!(
                "the risk {risk} of {level} is above the tolerance, and nothing is done about it"
            )
        }));
    }

    /// The controls that the roadmap leaves below their targets, by framework and identifier.
    fn below_target(&self) -> Vec<ControlId> {
        let stands = &self.burn_up.stands;
        let assessments = stands.assessments.iter();
        let assessed = assessments.flat_map(|id| &self.model.posture.assessments[*id].controls);
        let below = assessed.filter(|it| {
            let then = stands.of_control(it.control).and_then(|stand| stand.tier);
            then.zip(it.target())
                .is_some_and(|(then, target)| then < target)
        });
        below.map(|it| it.control).collect()
    }
}
