//! The risk register: what is above what the board accepts, and what is done about it.

use std::collections::{BTreeMap, BTreeSet};

use super::roadmap::schedule;
use xwalk_model::posture::{InitiativeId, OrganizationId, Posture, RiskId};
use xwalk_syntax::ast::posture::Treatment;

/// Where a risk stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskStanding {
    /// Which.
    pub risk: RiskId,
    /// Likelihood times impact.
    pub level: u32,
    /// Whether that is more than the organization tolerates; nothing where it does not say what it tolerates.
    pub is_above: Option<bool>,
    /// The initiatives that treat it, over all roadmaps, in order.
    pub treated_by: Vec<InitiativeId>,
    /// Whether something is done about it, or is decided: an initiative that can begin treats it, or it is to be accepted,
    /// passed on or avoided. To mitigate is a wish as long as no initiative does it, and so is what waits for itself.
    pub is_treated: bool,
}

impl RiskStanding {
    /// Whether it is above what is tolerated and nothing is done about it.
    #[must_use]
    pub fn is_neglected(&self) -> bool {
        self.is_above == Some(true) && !self.is_treated
    }
}

/// The risks of an organization, in order of their names.
#[must_use]
pub fn register(posture: &Posture<'_>, organization: OrganizationId) -> Vec<RiskStanding> {
    let roadmaps = posture.of(&posture.roadmaps, organization);
    let never: BTreeSet<InitiativeId> = roadmaps
        .flat_map(|(id, _)| schedule(posture, id).undated)
        .collect();
    let mut treats: BTreeMap<RiskId, Vec<InitiativeId>> = BTreeMap::new();
    for (id, initiative) in posture.initiatives.iter() {
        for risk in &initiative.treats {
            treats.entry(*risk).or_default().push(id);
        }
    }
    let tolerance = posture.organizations[organization].tolerance;
    let risks = posture.of(&posture.risks, organization);
    risks
        .map(|(id, risk)| {
            let treated_by = treats.remove(&id).unwrap_or_default();
            let is_decided = risk
                .treatment
                .is_some_and(|treatment| treatment != Treatment::Mitigate);
            RiskStanding {
                risk: id,
                level: risk.level(),
                is_above: tolerance.map(|tolerance| risk.level() > tolerance),
                is_treated: is_decided || treated_by.iter().any(|id| !never.contains(id)),
                treated_by,
            }
        })
        .collect()
}
