//! Who answers, who decides, who is heard, and how word of an incident gets to the board.

mod accountability;
mod decisions;
mod escalation;
mod representation;

pub use accountability::{Accountability, Answers, Clash};
pub use decisions::Decided;
pub use escalation::{Passage, PassageFlaw};
pub use representation::Heard;

use xwalk_model::Model;
use xwalk_model::posture::OrganizationId;

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

/// The governance of an organization.
#[must_use]
pub fn governance(model: &Model<'_>, organization: OrganizationId) -> Governance {
    let posture = &model.posture;
    Governance {
        accountability: Accountability::of(model, organization),
        decisions: decisions::decisions(posture, organization),
        committees: representation::committees(posture, organization),
        escalations: escalation::escalations(posture, organization),
    }
}
