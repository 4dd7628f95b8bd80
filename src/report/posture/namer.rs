//! How an export names what the model numbers.

use super::named::{Declared, NameTable, NamedControl, NamedFramework};
use xwalk_model::posture::{AssessmentId, EvidenceId, InitiativeId, RiskId, RoleId, TechnologyId};
use xwalk_model::{ControlId, FrameworkId, Model, RowId};

/// How an export names what the model numbers.
#[derive(Clone, Copy)]
pub(super) struct Namer<'m, 'a> {
    pub model: &'m Model<'m>,
    pub table: &'a NameTable<'m>,
}

impl<'m> Namer<'m, '_> {
    /// `nist-csf@2.0`.
    pub fn framework(self, id: FrameworkId) -> NamedFramework {
        self.table.framework(id)
    }

    /// `nist-csf@2.0:PR.AA-05`.
    pub fn control(self, id: ControlId) -> NamedControl {
        self.table.control(self.model, id)
    }

    /// The names of several controls.
    pub fn controls(self, ids: &[ControlId]) -> Vec<NamedControl> {
        ids.iter().map(|id| self.control(*id)).collect()
    }

    /// `csf2-iso/12`: the twelfth claim of its mapping, as in `crosswalk.json`.
    pub fn row(self, id: RowId) -> String {
        self.model.row_name(id)
    }

    /// The names of several rows.
    pub fn rows(self, ids: &[RowId]) -> Vec<String> {
        ids.iter().map(|id| self.row(*id)).collect()
    }

    pub fn role(self, id: RoleId) -> Declared<'m> {
        let role = &self.model.posture.roles[id];
        Declared {
            name: role.name,
            title: &role.title,
            within: None,
        }
    }

    pub fn owner(self, id: Option<RoleId>) -> Option<Declared<'m>> {
        id.map(|id| self.role(id))
    }

    pub fn risk(self, id: RiskId) -> Declared<'m> {
        let risk = &self.model.posture.risks[id];
        Declared {
            name: risk.name,
            title: &risk.title,
            within: None,
        }
    }

    pub fn assessment(self, id: AssessmentId) -> Declared<'m> {
        let assessment = &self.model.posture.assessments[id];
        Declared {
            name: assessment.name,
            title: &assessment.title,
            within: None,
        }
    }

    pub fn evidence(self, id: EvidenceId) -> Declared<'m> {
        let evidence = &self.model.posture.evidence[id];
        Declared {
            name: evidence.name,
            title: &evidence.title,
            within: None,
        }
    }

    pub fn technology(self, id: TechnologyId) -> Declared<'m> {
        let technology = &self.model.posture.technologies[id];
        Declared {
            name: technology.name,
            title: &technology.title,
            within: None,
        }
    }

    pub fn initiative(self, id: InitiativeId) -> Declared<'m> {
        let initiative = &self.model.posture.initiatives[id];
        Declared {
            name: initiative.name,
            title: &initiative.title,
            within: self.table.roadmap_of(self.model, id),
        }
    }
}
