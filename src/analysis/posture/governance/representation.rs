//! Who is heard in a committee.

use xwalk_model::posture::{CommitteeId, OrganizationId, Posture};
use xwalk_syntax::ast::posture::Party;

/// A committee and whom its members represent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// The committee.
    pub committee: CommitteeId,
    /// Whom neither its chair nor one of its members represents, in the order of the standard.
    pub missing: Vec<Party>,
}

pub(super) fn committees(posture: &Posture<'_>, organization: OrganizationId) -> Vec<Heard> {
    let committees = posture.of(&posture.committees, organization);
    committees
        .map(|(id, committee)| {
            let seats = || committee.members.iter().chain(&committee.chair);
            let is_heard =
                |party: &Party| seats().any(|role| posture.roles[*role].represents.contains(party));
            let missing = Party::ALL.into_iter();
            let missing = missing.filter(|party| !is_heard(party)).collect();
            Heard {
                committee: id,
                missing,
            }
        })
        .collect()
}
