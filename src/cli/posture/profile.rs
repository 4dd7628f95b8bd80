//! The current and the target profile, and what changed since the assessment before.

use super::{Page, counted, indented};
use crate::analysis::posture::{Benchmark, Line, Profile};
use crate::cli::columns::Columns;

/// How many controls that moved are shown, unless all are asked for.
const SHOWN: usize = 10;

impl Page<'_, '_> {
    /// One line for each function and category, with how many controls stand at each tier.
    pub(super) fn profile(&self, profile: &Profile) -> String {
        let assessment = &self.model.posture.assessments[profile.assessment];
        let framework = &self.model.frameworks[assessment.framework];
        let total = &profile.total;
        let mut scale: Vec<u32> = framework.tiers.iter().map(|tier| tier.number).collect();
        scale.extend(total.current.0.keys().chain(total.target.0.keys()));
        scale.sort_unstable();
        scale.dedup();

        let right: Vec<usize> = (2..10 + scale.len()).collect();
        let mut columns = Columns::right(&right);
        let tiers = scale.iter().map(|tier| format!("at {tier}"));
        let head = ["", "", "stands at", "target", "achieved", "of"].map(str::to_owned);
        let last = ["unsupported", "not applicable", "not assessed"].map(str::to_owned);
        columns.push(head.into_iter().chain(tiers).chain(last));
        for line in &profile.lines {
            columns.push(self.line(line, &scale));
        }
        columns.push(self.line(total, &scale));
        let mut text = format!(
            "\nProfile of {}\n{}",
            framework.label(),
            indented(&columns.text())
        );
        text += "\n  A line stands at the lowest tier of its controls, and so does its target; what is not applicable does not count.\n";
        if total.not_assessed > 0 {
            text += "  Where controls are not assessed, it stands there at best: `<=`.\n";
        }
        text
    }

    fn line(&self, line: &Line, scale: &[u32]) -> Vec<String> {
        let (name, title) = match line.control {
            Some(id) => {
                let control = &self.model.controls[id];
                let indent = "  ".repeat(usize::from(control.depth));
                (
                    format!("{indent}{}", control.identifier),
                    self.words.title(id),
                )
            }
            None => ("all".to_owned(), ""),
        };
        let at_best = if line.not_assessed > 0 { "<= " } else { "" };
        let minimum =
            |tier: Option<u32>| tier.map_or_else(|| "-".to_owned(), |tier| tier.to_string());
        let tier = match line.tier() {
            Some(tier) => format!("{at_best}{tier}"),
            None => "-".to_owned(),
        };
        let mut cells = vec![
            name,
            title.to_owned(),
            tier,
            minimum(line.target.minimum()),
            line.achieved.to_string(),
            line.assessed().to_string(),
        ];
        cells.extend(scale.iter().map(|tier| line.current.at(*tier).to_string()));
        cells.push(line.unsupported.to_string());
        cells.push(line.not_applicable.to_string());
        cells.push(line.not_assessed.to_string());
        cells
    }

    /// What changed since the assessment before.
    pub(super) fn benchmark(&self, benchmark: &Benchmark, all: bool) -> String {
        let before = &self.model.posture.assessments[benchmark.before];
        let mut text = format!(
            "\nSince {} of {}, in {}: {} raised, {} lowered, {} as before\n",
            before.name,
            before.assessed,
            self.words.label(before.framework),
            counted(benchmark.raised(), "control", "controls"),
            benchmark.lowered(),
            benchmark.same,
        );
        let shown = if all { usize::MAX } else { SHOWN };
        let mut columns = Columns::default();
        for moved in benchmark.moved.iter().take(shown) {
            let tier = |tier: Option<u32>| {
                tier.map_or_else(|| "no tier".to_owned(), |tier| format!("tier {tier}"))
            };
            columns.push([
                self.model.controls[moved.control].identifier.to_owned(),
                self.words.title(moved.control).to_owned(),
                format!("{} -> {}", tier(moved.before), tier(moved.after)),
            ]);
        }
        text += &indented(&columns.text());
        if benchmark.moved.len() > shown {
            let more = benchmark.moved.len() - shown;
            text += &format!("  {more} more; `--all` shows them.\n");
        }
        text
    }
}
