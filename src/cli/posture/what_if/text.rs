//! What would be so, as people read it.

use super::Page;
use crate::analysis::posture::Verdict;
use crate::cli::columns::Columns;
use crate::cli::posture::{counted, indented, verdicts};
use crate::model::FrameworkId;

impl Page<'_, '_> {
    pub(super) fn text(&self) -> String {
        let what_if = self.what_if;
        let mut text = format!(
            "{}: what if only {} done\n",
            self.organization.title,
            match self.initiatives(&what_if.initiatives).as_slice() {
                [one] => format!("{one} is"),
                several => format!("{} are", several.join(", ")),
            }
        );
        text += &self.left_out();
        text += &self.tiers();
        text += &self.counts();
        for turned in &what_if.turned {
            text += &self.changes(turned.framework);
        }
        text += &self.risks();
        text
    }

    fn left_out(&self) -> String {
        let left_out = self.what_if.left_out.iter();
        let lines = left_out.map(|one| {
            format!(
                "  {}: {} for it\n",
                self.model.posture.initiatives[one.initiative].name,
                match self.initiatives(&one.waiting).as_slice() {
                    [one] => format!("{one} waits"),
                    several => format!("{} wait", several.join(", ")),
                }
            )
        });
        let lines: String = lines.collect();
        if lines.is_empty() {
            return lines;
        }
        format!(
            "\nHas to be done first, and was not asked about: what it raises is not counted\n{lines}"
        )
    }

    fn tiers(&self) -> String {
        let what_if = self.what_if;
        let mut text = format!(
            "\n{}\n",
            counted(what_if.moved.len(), "tier rises", "tiers rise")
        );
        let mut columns = Columns::default();
        for moved in &what_if.moved {
            let title = self.words.title(moved.control).to_owned();
            columns.push([self.words.moved(moved), title]);
        }
        text += &indented(&columns.text());
        if !what_if.idle.is_empty() {
            text += &format!(
                "  Not raised, since not applicable or there already: {}\n",
                self.words.names(&what_if.idle)
            );
        }
        text
    }

    fn counts(&self) -> String {
        let what_if = self.what_if;
        let mut columns = Columns::right(&[1, 2, 3, 4, 5, 6]);
        let head = ["", "assessable"].into_iter();
        columns.push(head.chain(Verdict::ALL.map(Verdict::word)));
        for turned in &what_if.turned {
            let count =
                |verdict: Verdict| match (turned.before.of(verdict), turned.after.of(verdict)) {
                    (before, after) if before == after => before.to_string(),
                    (before, after) => format!("{before} -> {after}"),
                };
            let mut cells = vec![
                self.words.label(turned.framework),
                turned.after.total().to_string(),
            ];
            cells.extend(Verdict::ALL.map(count));
            columns.push(cells);
        }
        format!(
            "\n{}\n{}",
            counted(what_if.changed.len(), "verdict changes", "verdicts change"),
            indented(&columns.text())
        )
    }

    fn changes(&self, framework: FrameworkId) -> String {
        let changed = self.what_if.changed.iter();
        let changed =
            changed.filter(|it| self.model.controls[it.change.control].framework == framework);
        let mut columns = Columns::default();
        for changed in changed {
            let control = changed.change.control;
            columns.push([
                self.model.controls[control].identifier,
                self.words.title(control),
                &verdicts::changed(&changed.change),
                &self.words.why(&changed.after),
            ]);
        }
        match columns.text() {
            text if text.is_empty() => text,
            text => format!("\n{}\n{}", self.words.label(framework), indented(&text)),
        }
    }

    fn risks(&self) -> String {
        let posture = &self.model.posture;
        let mut columns = Columns::right(&[2]);
        for treated in &self.what_if.treated {
            let risk = &posture.risks[treated.risk];
            let above = match self.organization.tolerance {
                Some(tolerance) if risk.level() > tolerance => "above tolerance",
                _ => "",
            };
            columns.push([
                risk.name.to_owned(),
                risk.title.to_string(),
                risk.level().to_string(),
                above.to_owned(),
                format!("by {}", self.initiatives(&treated.by).join(", ")),
            ]);
        }
        match columns.text() {
            text if text.is_empty() => text,
            text => format!("\nRisks treated\n{}", indented(&text)),
        }
    }
}
