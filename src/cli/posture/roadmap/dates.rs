//! Phases and initiatives with their dates.

use super::Page;
use crate::analysis::posture::Scheduled;
use crate::cli::columns::Columns;
use crate::cli::posture::{counted, indented};

impl Page<'_, '_> {
    /// One line for each initiative, phase by phase, in the order of work.
    pub(super) fn dates(&self) -> String {
        let posture = &self.model.posture;
        let roadmap = &posture.roadmaps[self.roadmap];
        let whole = self.schedule.whole;
        let effort: u64 = self.load.owners.iter().map(|(_, effort)| effort).sum();
        let mut text = format!(
            "{} in {}, {effort} working days, from {} to {}\n\n",
            counted(
                self.schedule.initiatives.len(),
                "dated initiative",
                "dated initiatives"
            ),
            counted(roadmap.phases.len(), "phase", "phases"),
            whole.begins,
            whole.last_day(),
        );
        let dated = &self.schedule.initiatives;
        let mut columns = Columns::right(&[6, 7]);
        columns.push([
            "",
            "",
            "begins",
            "ends",
            "at the latest",
            "ends",
            "slack",
            "effort",
            "owner",
            "after",
        ]);
        let phases = || roadmap.phases.iter().enumerate();
        let of_phase = |at: usize| {
            let is_of_phase = move |it: &&Scheduled| posture.initiatives[it.initiative].phase == at;
            dated.iter().filter(is_of_phase)
        };
        for (at, _) in phases() {
            for scheduled in of_phase(at) {
                columns.push(self.dated(scheduled));
            }
        }
        let lines = indented(&columns.text());
        let mut lines = lines.lines();
        let mut table: Vec<&str> = lines.next().into_iter().collect();
        for (at, phase) in phases() {
            table.push(&phase.title);
            table.extend(lines.by_ref().take(of_phase(at).count()));
        }
        text += &table.join("\n");
        text += "\n";
        text += "\n  ends: the last day of work. slack: calendar days.\n";
        text += &format!(
            "  * critical path: {}\n",
            match self.schedule.critical.as_slice() {
                [] => "none".to_owned(),
                path => self.initiatives(path).replace(", ", " -> "),
            }
        );
        text
    }

    fn dated(&self, scheduled: &Scheduled) -> Vec<String> {
        let initiative = &self.model.posture.initiatives[scheduled.initiative];
        let is_critical = self.schedule.critical.contains(&scheduled.initiative);
        vec![
            if is_critical { "*" } else { "" }.to_owned(),
            initiative.name.to_owned(),
            scheduled.earliest.begins.to_string(),
            scheduled.earliest.last_day().to_string(),
            scheduled.latest.begins.to_string(),
            scheduled.latest.last_day().to_string(),
            format!("{}d", scheduled.slack()),
            format!("{}d", initiative.effort),
            self.owner(initiative.owner).to_owned(),
            self.initiatives(&initiative.after),
        ]
    }
}
