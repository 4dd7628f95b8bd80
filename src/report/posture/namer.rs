//! How an export names what the model numbers.

use super::named::{NamedControl, NamedControls};
use xwalk_model::posture::{AssessmentId, EvidenceId, InitiativeId, RiskId, RoleId, TechnologyId};
use xwalk_model::{ControlId, FrameworkId, Id, Model, RowId};

/// How an export names what the model numbers.
#[derive(Clone, Copy)]
pub(super) struct Namer<'m, 'a> {
    pub model: &'m Model<'m>,
    pub controls: &'a NamedControls,
}

impl<'m> Namer<'m, '_> {
    /// `nist-csf@2.0`.
    pub fn framework(self, id: FrameworkId) -> String {
        self.model.frameworks[id].label()
    }

    /// `nist-csf@2.0:PR.AA-05`.
    pub fn control(self, id: ControlId) -> NamedControl {
        self.controls.control(self.model, id)
    }

    /// The names of several controls.
    pub fn controls(self, ids: &[ControlId]) -> Vec<NamedControl> {
        ids.iter().map(|id| self.control(*id)).collect()
    }

    /// `csf2-iso/12`: the twelfth claim of its mapping, as in `crosswalk.json`.
    pub fn row(self, id: RowId) -> String {
        let mapping = &self.model.mappings[self.model.rows[id].mapping];
        let number = id.index() - mapping.first_row.index() + 1;
        format!("{}/{number}", mapping.name)
    }

    /// The names of several rows.
    pub fn rows(self, ids: &[RowId]) -> Vec<String> {
        ids.iter().map(|id| self.row(*id)).collect()
    }

    pub fn role(self, id: RoleId) -> &'m str {
        self.model.posture.roles[id].name
    }

    pub fn owner(self, id: Option<RoleId>) -> Option<&'m str> {
        id.map(|id| self.role(id))
    }

    pub fn risk(self, id: RiskId) -> &'m str {
        self.model.posture.risks[id].name
    }

    pub fn assessment(self, id: AssessmentId) -> &'m str {
        self.model.posture.assessments[id].name
    }

    pub fn evidence(self, id: EvidenceId) -> &'m str {
        self.model.posture.evidence[id].name
    }

    pub fn technology(self, id: TechnologyId) -> &'m str {
        self.model.posture.technologies[id].name
    }

    pub fn initiative(self, id: InitiativeId) -> &'m str {
        self.model.posture.initiatives[id].name
    }
}
