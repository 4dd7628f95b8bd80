//! What other constructs name.

use xwalk_model::posture::{AssessmentId, EvidenceId, RiskId, RoleId, TechnologyId};

use super::names::Names;

/// The names of what other constructs name.
pub struct Declarations<'s> {
    pub roles: Names<'s, RoleId>,
    pub technologies: Names<'s, TechnologyId>,
    pub risks: Names<'s, RiskId>,
    pub evidence: Names<'s, EvidenceId>,
    pub assessments: Names<'s, AssessmentId>,
}
