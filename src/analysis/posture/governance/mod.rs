//! Who answers, who decides, who is heard, and how word of an incident gets to the board.

mod accountability;
mod decisions;
mod escalation;
mod representation;

pub use accountability::{Accountability, Answers, Clash};
pub use decisions::Decided;
pub use escalation::{Passage, PassageFlaw};
pub use representation::Heard;

use crate::circle::circles;
use xwalk_model::Model;
use xwalk_model::posture::{AssessmentId, OrganizationId, RoleId};

/// How an organization is governed, and what of that is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Governance {
    /// Who answers for what.
    pub accountability: Accountability,
    /// Who takes which decision: every kind, in order.
    pub decisions: Vec<Decided>,
    /// Who is heard in its committees, in order of their names.
    pub committees: Vec<Heard>,
    /// Its escalations, in order of their names.
    pub escalations: Vec<Passage>,
    /// The circles of roles that report to each other, each from its least: it reports to the next, and the last to it.
    pub circles: Vec<Vec<RoleId>>,
}

impl Governance {
    /// Whether it is more than a sketch: two of decisions, committees and escalations are there, so that the third is
    /// missing where it is not.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        let decides = self.decisions.iter().any(|decided| !decided.by.is_empty());
        let pieces = [
            decides,
            !self.committees.is_empty(),
            !self.escalations.is_empty(),
        ];
        pieces.into_iter().filter(|piece| *piece).count() >= 2
    }
}

/// The governance of an organization; who answers, for what these assessments speak of.
#[must_use]
pub fn governance(
    model: &Model<'_>,
    organization: OrganizationId,
    assessments: &[AssessmentId],
) -> Governance {
    let posture = &model.posture;
    Governance {
        accountability: Accountability::of(model, organization, assessments),
        decisions: decisions::decisions(posture, organization),
        committees: representation::committees(posture, organization),
        escalations: escalation::escalations(posture, organization),
        circles: circles(
            posture
                .of(&posture.roles, organization)
                .filter_map(|(id, role)| Some((id, role.reports_to?))),
        ),
    }
}
