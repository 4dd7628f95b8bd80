//! How much was carried over, in a few lines.

use std::collections::BTreeSet;

use super::Told;
use crate::analysis::{Again, Link, Why};
use crate::model::{ControlId, RowId};
use crate::relation::Label;

impl Told<'_, '_> {
    /// The counts, and what would make them better.
    pub fn summary(&self) -> String {
        let migration = &self.migration;
        let lost: Vec<&Again> = self.again(|why| *why == Why::Lost);
        let gone: BTreeSet<ControlId> = lost
            .iter()
            .flat_map(|again| self.edition_end(again.row).controls())
            .copied()
            .collect();
        let name = self.writer.model.mappings[self.mapping].name;
        let mut text = format!(
            "{name} for {}: {} proved, {} to look at again; {} lost",
            self.label(self.new),
            count(migration.carried.len(), "row"),
            count(migration.again.len() - lost.len(), "old row"),
            count(gone.len(), "control"),
        );
        if !lost.is_empty() {
            text += &format!(" with {}", count(lost.len(), "old row"));
        }
        text += &format!(", {} new", migration.new.len());
        if !migration.without_row.is_empty() {
            text += &format!(", {} without a row before", migration.without_row.len());
        }
        text.push('\n');
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
                let successors = self.migration.succession.of_control(*old);
                let related = |link: &Link| match link {
                    Link::Row(row) => self.writer.model.rows[*row].label == Label::RELATED,
                    _ => false,
                };
                let mut links = successors.iter().map(|successor| &successor.link);
                if !successors.is_empty() && links.all(related) {
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
