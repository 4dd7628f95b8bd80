//! What follows for every adopted framework.

use super::{Page, counted, indented};
use crate::analysis::posture::{Change, Projection, Verdict};
use crate::cli::columns::Columns;
use crate::model::FrameworkId;
use crate::syntax::ast::Status;

/// How many verdicts that a condition would change are shown, unless all are asked for.
const SHOWN: usize = 10;

impl Page<'_, '_> {
    /// How many controls of each framework have each verdict, and what contradicts itself.
    pub(super) fn verdicts(&self) -> String {
        let mut columns = Columns::right(&[2, 3, 4, 5, 6, 7, 8]);
        let words = Verdict::ALL.map(Verdict::word);
        let head = ["", "from tier", "assessable"];
        columns.push(head.into_iter().chain(words).chain(["by drafts"]));
        for projection in &self.facts.projections {
            let tally = projection.tally(self.model);
            let mut cells = vec![
                self.words.label(projection.framework),
                thresholds(projection),
                tally.total().to_string(),
            ];
            cells.extend(Verdict::ALL.map(|verdict| tally.of(verdict).to_string()));
            cells.push(self.by_drafts(projection).to_string());
            columns.push(cells);
        }
        let mut text = format!(
            "\nWhat follows for the baseline and for each framework that is adopted\n{}",
            indented(&columns.text())
        );
        text += "\n  met: achieved controls contain all of it. not met: it asks for all of something below the threshold.\n";
        text += "  partly evidenced: an achieved control shares something with it. `by drafts`: verdicts that rest on a draft row.\n";
        text += &self.contradictions();
        text += "\n  `xwalk posture --framework FRAMEWORK` shows every verdict with what it rests on.\n";
        text
    }

    fn by_drafts(&self, projection: &Projection) -> usize {
        let controls = projection.controls.iter();
        controls
            .filter(|projected| self.model.controls[projected.control].assessable)
            .filter(|projected| {
                let mut grounds = projected.grounds.iter();
                grounds.any(|ground| ground.status == Status::Draft)
            })
            .count()
    }

    fn contradictions(&self) -> String {
        let mut text = String::new();
        for projection in &self.facts.projections {
            let clashing = projection.controls.iter();
            let clashing = clashing.filter(|it| it.verdict == Verdict::Contradiction);
            for projected in clashing {
                let name = self.model.qualified(projected.control);
                text += &format!("  {name} {}\n", self.words.title(projected.control));
                for ground in &projected.grounds {
                    let verdict = ground.because.verdict().word();
                    let why = self.words.because(ground);
                    text += &format!("    {verdict}: {why}{}\n", self.words.by(&ground.rows));
                }
            }
        }
        if text.is_empty() {
            return text;
        }
        format!(
            "\nContradictions: what is met by one control is not met by another; a tier or a row is wrong\n{text}"
        )
    }

    /// The verdict on every assessable control of one framework, with what it rests on.
    pub(super) fn framework(&self, framework: FrameworkId) -> String {
        let mut text = self.heading();
        let projections = self.facts.projections.iter();
        for projection in projections.filter(|one| one.framework == framework) {
            let tally = projection.tally(self.model);
            let counts = Verdict::ALL.map(|it| format!("{} {}", tally.of(it), it.word()));
            text += &format!(
                "\n{}: {} of {}, judged from tier {}\n",
                self.words.label(framework),
                counts.join(", "),
                counted(tally.total(), "assessable control", "assessable controls"),
                thresholds(projection),
            );
            for verdict in Verdict::ALL {
                text += &self.with_verdict(projection, verdict);
            }
        }
        text += "\n`xwalk why A B` shows the proof for two controls A and B.\n";
        text
    }

    fn with_verdict(&self, projection: &Projection, verdict: Verdict) -> String {
        let controls = projection.controls.iter();
        let controls = controls.filter(|it| it.verdict == verdict);
        let mut columns = Columns::default();
        for projected in controls.filter(|it| self.model.controls[it.control].assessable) {
            let control = projected.control;
            columns.push([
                self.model.controls[control].identifier,
                self.words.title(control),
                &self.words.why(projected),
            ]);
        }
        let text = columns.text();
        if text.is_empty() {
            return text;
        }
        format!("\n{}\n{}", verdict.word(), indented(&text))
    }

    /// The rows that hold under a condition only, and what they would change.
    pub(super) fn conditions(&self, all: bool) -> String {
        let mut text = String::new();
        for condition in &self.facts.conditions {
            let rows = counted(condition.rows.len(), "row", "rows");
            let changes = &condition.would_change;
            if condition.holds {
                text += &format!("  \"{}\" holds: {rows} counted\n", condition.text);
                continue;
            }
            text += &format!(
                "  \"{}\" is not said to hold: {rows} left out, which would change {}\n",
                condition.text,
                counted(changes.len(), "verdict", "verdicts"),
            );
            let shown = if all { usize::MAX } else { SHOWN };
            let mut columns = Columns::default();
            for change in changes.iter().take(shown) {
                columns.push([self.model.qualified(change.control), changed(change)]);
            }
            text += &indented(&indented(&columns.text()));
            if changes.len() > shown {
                let more = changes.len() - shown;
                text += &format!("    {more} more; `--all` shows them.\n");
            }
        }
        if text.is_empty() {
            return text;
        }
        format!("\nRows that hold under a condition only\n{text}")
    }
}

pub(super) fn changed(change: &Change) -> String {
    format!("{} -> {}", change.before.word(), change.after.word())
}

/// `3`; where assessments differ in it, each.
fn thresholds(projection: &Projection) -> String {
    let tiers = projection.thresholds.iter().map(|it| it.tier);
    let mut tiers: Vec<u32> = tiers.collect();
    tiers.dedup();
    let tiers: Vec<String> = tiers.iter().map(u32::to_string).collect();
    tiers.join(" and ")
}
