//! The burn-up: tiers and verdicts after each initiative.

use super::Page;
use crate::analysis::posture::{Moved, Step, Tally, Verdict};
use crate::cli::columns::Columns;
use crate::cli::posture::indented;

impl Page<'_, '_> {
    /// How many controls are met in each framework after each initiative; if all is asked for, the other verdicts too.
    pub(super) fn burned(&self, all: bool) -> String {
        let burn_up = &self.burn_up;
        let frameworks = &burn_up.frameworks;
        let right: Vec<usize> = (2..2 + frameworks.len()).collect();
        let mut columns = Columns::right(&right);
        let labels = frameworks.iter().map(|id| self.words.label(*id));
        let head = ["ends".to_owned(), String::new()].into_iter();
        columns.push(head.chain(labels).chain(["tiers that rise".to_owned()]));
        let met = |tallies: &[Tally]| -> Vec<String> {
            let met = tallies.iter().map(|it| it.of(Verdict::Met).to_string());
            met.collect()
        };
        let mut cells = vec!["now".to_owned(), String::new()];
        cells.extend(met(&burn_up.now));
        columns.push(cells);
        for step in &burn_up.steps {
            let mut cells = self.step(step);
            cells.extend(met(&step.tallies));
            cells.push(self.moved(&step.moved));
            columns.push(cells);
        }
        let mut cells = vec!["assessable".to_owned(), String::new()];
        cells.extend(burn_up.now.iter().map(|tally| tally.total().to_string()));
        columns.push(cells);
        let mut text = format!(
            "\nControls met after each initiative, in order of their ends\n{}",
            indented(&columns.text())
        );
        if all {
            for (at, framework) in frameworks.iter().enumerate() {
                let label = self.words.label(*framework);
                text += &format!("\nVerdicts on {label}\n{}", indented(&self.tallies(at)));
            }
        } else {
            text += "\n  `--all` shows all five verdicts.\n";
        }
        text
    }

    fn tallies(&self, at: usize) -> String {
        let mut columns = Columns::right(&[2, 3, 4, 5, 6]);
        let head = ["ends", ""].into_iter();
        columns.push(head.chain(Verdict::ALL.map(Verdict::word)));
        let counts = |tallies: &[Tally]| {
            let tally = tallies.get(at).copied().unwrap_or_default();
            Verdict::ALL.map(|verdict| tally.of(verdict).to_string())
        };
        let mut cells = vec!["now".to_owned(), String::new()];
        cells.extend(counts(&self.burn_up.now));
        columns.push(cells);
        for step in &self.burn_up.steps {
            let mut cells = self.step(step);
            cells.extend(counts(&step.tallies));
            columns.push(cells);
        }
        columns.text()
    }

    fn step(&self, step: &Step) -> Vec<String> {
        vec![
            step.over.plus_days(-1).to_string(),
            self.initiative(step.initiative).to_owned(),
        ]
    }

    fn moved(&self, moved: &[Moved]) -> String {
        let moved: Vec<String> = moved.iter().map(|it| self.words.moved(it)).collect();
        moved.join(", ")
    }
}
