//! Arguments shown at the rows that they are made of.

use super::Context;
use xwalk_analysis::{Chain, Names, middle};
use xwalk_diagnostic::Diagnostic;
use xwalk_model::RowId;

/// Rows in the order of an argument, each once, with what it adds.
pub(super) struct Argument(Vec<(RowId, String)>);

impl Argument {
    /// The rows of some chains, numbered if there are several, without those that a sentence only counts, unless it
    /// is the one to keep.
    pub fn of<'c>(
        names: &Names<'_, '_>,
        chains: impl IntoIterator<Item = &'c Chain>,
        keep: Option<RowId>,
    ) -> Self {
        let mut rows: Vec<(RowId, usize, String)> = Vec::new();
        let mut number = 0;
        for chain in chains {
            let passed_over = middle(chain);
            for (at, (step, text)) in chain.steps.iter().zip(names.steps(chain)).enumerate() {
                let Some(row) = step.ground.row() else {
                    continue;
                };
                number += 1;
                let is_shown = !passed_over.contains(&at) || keep == Some(row);
                if is_shown && rows.iter().all(|(shown, ..)| *shown != row) {
                    rows.push((row, number, text));
                }
            }
        }
        let rows = rows.into_iter().map(|(row, at, text)| match number {
            1 => (row, text),
            _ => (row, format!("{at}. {text}")),
        });
        Self(rows.collect())
    }

    /// One more row, which ends the argument.
    pub fn then(mut self, row: RowId, text: String) -> Self {
        self.0.push((row, text));
        self
    }

    /// Marks the rows. The diagnostic stands at one of them, or beside them.
    pub fn shown(self, context: &Context<'_, '_>, diagnostic: Diagnostic) -> Diagnostic {
        self.0
            .into_iter()
            .fold(diagnostic, |diagnostic, (row, text)| {
                let place = context.claim_place(row);
                if place == diagnostic.primary.place {
                    diagnostic.label(text)
                } else {
                    diagnostic.also(place, text)
                }
            })
    }
}
