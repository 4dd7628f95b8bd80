//! Who decides what.

use xwalk_model::posture::{OrganizationId, Posture, RoleId};
use xwalk_syntax::ast::posture::Decision;

/// A kind of decision and who takes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The kind.
    pub decision: Decision,
    /// Who; exactly one where all is well.
    pub by: Vec<RoleId>,
}

pub(super) fn decisions(posture: &Posture<'_>, organization: OrganizationId) -> Vec<Decided> {
    let all = Decision::ALL.into_iter();
    all.map(|decision| Decided {
        decision,
        by: posture
            .of(&posture.roles, organization)
            .filter(|(_, role)| role.decides.contains(&decision))
            .map(|(id, _)| id)
            .collect(),
    })
    .collect()
}
