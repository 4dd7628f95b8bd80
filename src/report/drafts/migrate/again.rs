//! What is to be looked at again, as comments.

use std::collections::BTreeMap;

use super::carrying::Carrying;
use super::summary::count;
use xwalk_analysis::{Again, Why};
use xwalk_model::{ControlId, End, RowId};
use xwalk_write::spelled_text;

impl Carrying<'_, '_> {
    /// The comments below the rows.
    pub fn comments(&self) -> String {
        let again = self.migration.again.iter();
        let (lost, again): (Vec<&Again>, Vec<&Again>) =
            again.partition(|again| again.why == Why::Lost);
        let new = self.label(self.new);
        let name = self.writer.model.mappings[self.mapping].name;
        let mut text = String::new();
        if !again.is_empty() {
            text += &heading(&format!(
                "To be looked at again: old rows from which nothing follows for {new}, or not for everything that their controls became."
            ));
            text += &self.groups(&again);
        }
        if !lost.is_empty() {
            text += &heading(&format!(
                "Lost: nothing in {new} continues these controls. Their rows have no place in the new edition."
            ));
            text += &self.groups(&lost);
        }
        for (controls, what) in [
            (
                &self.migration.new,
                format!(
                    "New: these controls of {new} continue nothing of {}.",
                    self.label(self.old)
                ),
            ),
            (
                &self.migration.without_row,
                format!(
                    "Without a row: these controls of {new} continue old ones, to which {name} has no row either."
                ),
            ),
        ] {
            if !controls.is_empty() {
                text += &heading(&what);
                let lines = controls.iter().map(|id| self.titled(*id));
                text.extend(lines.map(|line| format!("//   {line}\n")));
            }
        }
        text
    }

    /// Rows by what they name of the old edition.
    fn groups(&self, rows: &[&Again]) -> String {
        let mut groups: BTreeMap<&End, Vec<&Again>> = BTreeMap::new();
        for again in rows {
            groups
                .entry(self.edition_end(again.row))
                .or_default()
                .push(again);
        }
        let groups = groups.into_iter();
        groups.map(|(end, rows)| self.group(end, &rows)).collect()
    }

    fn group(&self, end: &End, rows: &[&Again]) -> String {
        let mut text = "//\n".to_owned();
        for old in end.controls() {
            text += &format!("// {}\n", self.titled(*old));
            let became = self.became(*old).into_iter();
            for line in became.chain(self.too_little(*old, rows)) {
                text += &format!("//   {line}\n");
            }
        }
        if *end == End::Everything {
            text += &format!("// all of {}\n", self.label(self.old));
        }
        let mut by_reason: Vec<(String, Vec<RowId>)> = Vec::new();
        for again in rows {
            let why = self.why(again);
            match by_reason.iter_mut().find(|(reason, _)| *reason == why) {
                Some((_, rows)) => rows.push(again.row),
                None => by_reason.push((why, vec![again.row])),
            }
        }
        for (why, rows) in by_reason {
            text += &why;
            for row in rows {
                let place = format!(" ({})", self.writer.row_place(row));
                text += &format!("//   - {}\n", self.old_row(row, &place));
            }
        }
        text
    }

    /// The line above rows that says why they have to be looked at.
    fn why(&self, again: &Again) -> String {
        let why = match &again.why {
            Why::Lost => return String::new(),
            Why::LeftOut(eligibility) => {
                format!("left out, {}", eligibility.left_out().unwrap_or_default())
            }
            Why::Apart => {
                "contradicted by rows of another rationale: decide which one the new edition keeps"
                    .to_owned()
            }
            Why::Supportive => "says nothing about sets".to_owned(),
            Why::NothingFollows(open) if again.partly => {
                format!(
                    "carried over in part; nothing follows for {}",
                    self.listed(open)
                )
            }
            Why::NothingFollows(open) => format!("nothing follows for {}", self.listed(open)),
            Why::NotAll(open) => format!(
                "does not follow for {} of the new edition: {}",
                count(open.len(), "control"),
                self.listed(open)
            ),
        };
        format!("//   {why}:\n")
    }

    /// What a row names of the old edition.
    pub fn edition_end(&self, row: RowId) -> &End {
        let row = &self.writer.model.rows[row];
        if self.writer.model.mappings[row.mapping].from == self.old {
            &row.source
        } else {
            &row.target
        }
    }

    /// `A-1 "Doors are locked"`.
    fn titled(&self, id: ControlId) -> String {
        let title = &self.writer.model.controls[id].title;
        format!("{} {}", self.name(id), spelled_text(title))
    }

    /// The first controls, and how many more there are.
    pub fn listed(&self, controls: &[ControlId]) -> String {
        const SHOWN: usize = 8;
        let names: Vec<&str> = controls.iter().map(|id| self.name(*id)).collect();
        match names.get(..SHOWN) {
            Some(first) if names.len() > SHOWN => {
                format!("{} and {} more", first.join(", "), names.len() - SHOWN)
            }
            _ => names.join(", "),
        }
    }

    pub fn name(&self, id: ControlId) -> &str {
        self.writer.model.controls[id].identifier
    }
}

fn heading(text: &str) -> String {
    format!("\n// {text}\n")
}
