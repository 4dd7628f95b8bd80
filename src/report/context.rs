//! What every part of the report is made from.

use super::selection::Selection;
use super::wording::Wordings;
use super::{Options, RowElsewhere};
use xwalk_analysis::Facts;
use xwalk_model::{Model, RowId};
use xwalk_source::SourceMap;

/// What every part of the report is made from.
pub(super) struct Context<'a, 'm, 's> {
    pub model: &'m Model<'s>,
    pub facts: &'a Facts,
    pub sources: &'a SourceMap,
    pub options: &'a Options,
    pub selection: Selection,
    pub wordings: Wordings<'m>,
}

impl Context<'_, '_, '_> {
    /// Where a row is that the report leaves out.
    pub fn elsewhere(&self, id: RowId) -> RowElsewhere {
        let row = &self.model.rows[id];
        RowElsewhere {
            mapping: self.model.mappings[row.mapping].name.to_owned(),
            place: self.sources.file_line(row.place),
        }
    }
}
