//! What every part of the report is made from.

use super::selection::Selection;
use super::wording::Wordings;
use super::{ControlElsewhere, Options, RowElsewhere, names};
use xwalk_analysis::Facts;
use xwalk_model::{ControlId, Model, RowId};
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

impl<'m> Context<'_, 'm, '_> {
    /// What is told of a control that the report leaves out; `None` if it is shown.
    pub fn control_elsewhere(&self, id: ControlId) -> Option<ControlElsewhere<'m>> {
        let model = self.model;
        let control = &model.controls[id];
        let is_shown = self.selection.control(model, id).is_some();
        (!is_shown).then(|| ControlElsewhere {
            identifier: control.identifier,
            framework: names::short(&model.frameworks[control.framework]),
            title: self.wordings.title(id, control),
        })
    }

    /// Where a row is that the report leaves out.
    pub fn elsewhere(&self, id: RowId) -> RowElsewhere {
        let row = &self.model.rows[id];
        RowElsewhere {
            mapping: self.model.mappings[row.mapping].name.to_owned(),
            place: self.sources.file_line(row.place),
        }
    }
}
