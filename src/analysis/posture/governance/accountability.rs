//! Who answers for which control.

use std::collections::BTreeMap;

use crate::posture::functions::functions;
use xwalk_model::posture::{AssessmentId, OrganizationId, RoleId};
use xwalk_model::{ControlId, Model};

/// Who answers for what is assessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accountability {
    /// Every control of the assessments that are asked for, by assessment and control.
    pub controls: Vec<Answers>,
    /// Where more than one role is accountable for the very same control, in order.
    pub clashes: Vec<Clash>,
    /// The functions of the baseline (the tops of its hierarchy) for which no role is accountable as a whole.
    pub unowned_functions: Vec<ControlId>,
}

/// Who answers for an assessed control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answers {
    /// The assessment.
    pub assessment: AssessmentId,
    /// The control.
    pub control: ControlId,
    /// Where somebody is named: the control itself, or the nearest above it; nothing where nobody is.
    pub at: Option<ControlId>,
    /// Who; nothing where nobody is named, or more than one.
    pub role: Option<RoleId>,
}

/// Several roles that are accountable for the same control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The control.
    pub control: ControlId,
    /// The roles, in order, at least two.
    pub roles: Vec<RoleId>,
}

impl Accountability {
    pub(super) fn of(
        model: &Model<'_>,
        organization: OrganizationId,
        assessments: &[AssessmentId],
    ) -> Self {
        let posture = &model.posture;
        let mut named: BTreeMap<ControlId, Vec<RoleId>> = BTreeMap::new();
        for (id, role) in posture.of(&posture.roles, organization) {
            for control in &role.accountable {
                named.entry(*control).or_default().push(id);
            }
        }
        let assessed = assessments.iter().flat_map(|id| {
            let rows = posture.assessments[*id].controls.iter();
            rows.map(move |row| (*id, row))
        });
        let controls = assessed.map(|(assessment, row)| {
            // The most specific place wins: what is said of a category says nothing of a control of its own role.
            let above = |control: &ControlId| model.controls[*control].parent;
            let at = std::iter::successors(Some(row.control), above)
                .find_map(|control| Some((control, named.get(&control)?)));
            Answers {
                assessment,
                control: row.control,
                at: at.map(|(control, _)| control),
                role: at.and_then(|(_, roles)| match roles.as_slice() {
                    [role] => Some(*role),
                    _ => None,
                }),
            }
        });
        let controls = controls.collect();
        let baseline = posture.organizations[organization].baseline;
        Self {
            controls,
            unowned_functions: functions(model, baseline)
                .filter(|id| !named.contains_key(id))
                .collect(),
            clashes: named
                .into_iter()
                .filter(|(_, roles)| roles.len() > 1)
                .map(|(control, roles)| Clash { control, roles })
                .collect(),
        }
    }
}
