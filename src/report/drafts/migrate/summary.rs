//! How much was carried over, in a few lines.

use std::collections::BTreeSet;

use super::carrying::Carrying;
use xwalk_analysis::{Again, Why};
use xwalk_model::{ControlId, End, RowId};

impl Carrying<'_, '_> {
    /// The counts, and what would make them better.
    pub fn summary(&self) -> String {
        let name = self.writer.model.mappings[self.mapping].name;
        let rows = self.migration.carried.len();
        let mut text = format!(
            "{name} for {}: {} to review\n{}\n{}\n",
            self.label(self.new),
            count(rows, "row"),
            self.old_rows_in_numbers(),
            self.new_controls_in_numbers()
        );
        let (rows, controls) = self.held_up();
        if rows > 0 {
            text += &format!(
                "note: of {} {} says no more than `related-to`, and nothing follows from that for {}.\n      \
                 Where a control was only renumbered, say `equal`; where it was split or merged, `subset-of`, `superset-of`\n      \
                 or `A equal B + C`; then its rows carry over as far as that goes\n",
                count(controls, "old control"),
                self.crosswalk_names(),
                count(rows, "row"),
            );
        }
        text
    }

    /// What became of the old rows: each counts once.
    fn old_rows_in_numbers(&self) -> String {
        let migration = &self.migration;
        let again = migration.again.len();
        let partly = migration.again.iter().filter(|again| again.partly).count();
        let mut text = format!(
            "{}: {} carried over in full, {partly} in part, {} not",
            count(migration.old_rows, "old row"),
            migration.old_rows - again,
            again - partly
        );
        let lost = self.again(|why| *why == Why::Lost);
        if !lost.is_empty() {
            let ends = lost.iter().map(|again| self.edition_end(again.row));
            let gone: BTreeSet<ControlId> = ends.flat_map(End::controls).copied().collect();
            let gone = count(gone.len(), "control");
            text += &format!(" ({} of them lost with {gone})", lost.len());
        }
        if again > 0 {
            text += "; what is not carried over in full is listed below the rows";
        }
        text
    }

    /// What is known of the new edition: each assessable control counts once.
    fn new_controls_in_numbers(&self) -> String {
        let migration = &self.migration;
        let carried = migration.carried.iter();
        let proved: BTreeSet<ControlId> = carried
            .flat_map(|carried| carried.edition.controls())
            .copied()
            .collect();
        let all = self.writer.model.assessable(self.new);
        let all: Vec<ControlId> = all.map(|(id, _)| id).collect();
        let with_row = all.iter().filter(|id| proved.contains(id)).count();
        let new = migration.new.iter().filter(|id| !proved.contains(id));
        let new = new.count();
        let mut text = format!(
            "{} of {}: {with_row} with a row, {} with none yet",
            count(all.len(), "control"),
            self.label(self.new),
            all.len() - with_row - new
        );
        if !migration.without_row.is_empty() {
            let before = migration.without_row.len();
            text += &format!(" ({before} of them had none before either)");
        }
        format!("{text}, {new} new in the edition")
    }

    fn again(&self, wanted: impl Fn(&Why) -> bool) -> Vec<&Again> {
        let again = self.migration.again.iter();
        again.filter(|again| wanted(&again.why)).collect()
    }

    /// How many rows nothing follows of because the crosswalk only calls something related, and of how many controls.
    fn held_up(&self) -> (usize, usize) {
        let mut controls: BTreeSet<ControlId> = BTreeSet::new();
        let mut rows: BTreeSet<RowId> = BTreeSet::new();
        for again in self.again(|why| matches!(why, Why::NothingFollows(_))) {
            for old in self.edition_end(again.row).controls() {
                let rows_of_it = self.migration.succession.heritage(*old);
                if !rows_of_it.is_empty() && rows_of_it.iter().all(|row| row.only_related) {
                    controls.insert(*old);
                    rows.insert(again.row);
                }
            }
        }
        (rows.len(), controls.len())
    }
}

/// `1 row`, `2 rows`.
pub fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}
