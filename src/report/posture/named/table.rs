//! The controls and frameworks of a model by name.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::{NamedControl, NamedFramework};
use crate::Wordings;
use xwalk_model::posture::{InitiativeId, OrganizationId};
use xwalk_model::{ControlId, FrameworkId, Id, Model, Table};

/// The controls and frameworks of a model by name, each control made when it is named first.
pub(in crate::posture) struct NameTable<'m> {
    controls: Table<ControlId, OnceCell<NamedControl>>,
    frameworks: Table<FrameworkId, NamedFramework>,
    wordings: Wordings<'m>,
    /// The names that several initiatives of an organization have, in different roadmaps.
    shared: BTreeSet<(OrganizationId, &'m str)>,
}

impl<'m> NameTable<'m> {
    pub fn new(model: &'m Model<'_>, public: bool) -> Self {
        let frameworks = model.frameworks.values();
        Self {
            controls: model.controls.ids().map(|_| OnceCell::new()).collect(),
            frameworks: frameworks.map(NamedFramework::new).collect(),
            wordings: Wordings::of(model, public),
            shared: shared(model),
        }
    }

    /// The roadmap of an initiative, if its name alone does not tell it from all others of the organization.
    pub fn roadmap_of(&self, model: &'m Model<'_>, id: InitiativeId) -> Option<&'m str> {
        let initiative = &model.posture.initiatives[id];
        let roadmap = &model.posture.roadmaps[initiative.roadmap];
        let is_shared = self
            .shared
            .contains(&(roadmap.organization, initiative.name));
        is_shared.then_some(roadmap.name)
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
            let title = self.wordings.title(id, control);
            let control = (id.index(), control);
            NamedControl::new(control, framework, (level.into_owned(), title), above)
        });
        named.clone()
    }
}

fn shared<'m>(model: &'m Model<'_>) -> BTreeSet<(OrganizationId, &'m str)> {
    let initiatives = model.posture.initiatives.iter();
    let mut seen = BTreeSet::new();
    let names = initiatives.map(|(_, initiative)| {
        let roadmap = &model.posture.roadmaps[initiative.roadmap];
        (roadmap.organization, initiative.name)
    });
    names.filter(|name| !seen.insert(*name)).collect()
}
