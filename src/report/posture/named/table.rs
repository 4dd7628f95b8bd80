//! The controls and frameworks of a model by name.

use std::cell::OnceCell;

use super::{NamedControl, NamedFramework};
use crate::Wordings;
use xwalk_model::{ControlId, FrameworkId, Model, Table};

/// The controls and frameworks of a model by name, each control made when it is named first.
pub(in crate::posture) struct NameTable<'m> {
    controls: Table<ControlId, OnceCell<NamedControl>>,
    frameworks: Table<FrameworkId, NamedFramework>,
    wordings: Wordings<'m>,
}

impl<'m> NameTable<'m> {
    pub fn new(model: &'m Model<'_>) -> Self {
        let frameworks = model.frameworks.values();
        Self {
            controls: model.controls.ids().map(|_| OnceCell::new()).collect(),
            frameworks: frameworks.map(NamedFramework::new).collect(),
            wordings: Wordings::of(model, false),
        }
    }

    pub fn framework(&self, id: FrameworkId) -> NamedFramework {
        self.frameworks[id].clone()
    }

    pub fn control(&self, model: &Model<'_>, id: ControlId) -> NamedControl {
        let named = self.controls[id].get_or_init(|| {
            let control = &model.controls[id];
            let above = control.parent.map(|parent| self.control(model, parent));
            let framework = self.framework(control.framework);
            let level = model.frameworks[control.framework].level_name(control.depth);
            let worded = self.wordings.overlaid(id);
            NamedControl::new(control, framework, (level.into_owned(), worded), above)
        });
        named.clone()
    }
}
