//! What is proved of a control beyond what rows say of it.

use super::{Page, indented};
use crate::analysis::{Facts, Proved};
use crate::cli::columns::Columns;
use crate::model::ControlId;

impl Page<'_, '_> {
    /// The pairs of which it is one end, apart from the rows, by framework.
    pub(super) fn proved(&self, facts: &Facts, id: ControlId) -> String {
        let pairs = facts.proved.iter();
        let pairs: Vec<&Proved> = pairs
            .filter(|pair| [pair.source, pair.target].contains(&id))
            .collect();
        if pairs.is_empty() {
            return String::new();
        }
        let mut columns = Columns::default();
        for pair in pairs {
            let (other, label) = if pair.source == id {
                (pair.target, pair.proof.label)
            } else {
                (pair.source, pair.proof.label.converse())
            };
            let merit = &pair.proof.merit;
            let mixed = if merit.mixes_rationales() {
                ", mixed rationales"
            } else {
                ""
            };
            let rows = match pair.proof.rows().len() {
                1 => "by 1 row and the hierarchy".to_owned(),
                count => format!("by {count} rows"),
            };
            columns.push([
                self.model.controls[id].identifier.to_owned(),
                label.to_string(),
                self.model.qualified(other),
                self.title(other).to_owned(),
                format!("{}{mixed}", merit.status.word()),
                rows,
            ]);
        }
        format!(
            "\nProved by rows together, stated by none (`xwalk why` shows each proof)\n{}",
            indented(&columns.text())
        )
    }
}
