//! The risk register.

use super::namer::Namer;
use crate::analysis::posture::register;
use crate::model::posture::OrganizationId;
use crate::syntax::ast::posture::Treatment;

/// A risk of the register.
#[derive(Debug)]
pub struct Risk<'m> {
    /// Its name.
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// The controls that it threatens.
    pub threatens: Vec<String>,
    /// How likely.
    pub likelihood: u32,
    /// How grave.
    pub impact: u32,
    /// The product of the two.
    pub level: u32,
    /// Whether that is more than the organization tolerates, where it says what it tolerates.
    pub is_above: Option<bool>,
    /// Who answers for it.
    pub owner: Option<&'m str>,
    /// What is done about it.
    pub treatment: Option<Treatment>,
    /// The initiatives that treat it.
    pub treated_by: Vec<&'m str>,
}

impl<'m> Risk<'m> {
    pub(super) fn all(names: Namer<'m, '_>, organization: OrganizationId) -> Vec<Self> {
        let posture = &names.model.posture;
        let register = register(posture, organization);
        let register = register.into_iter();
        register
            .map(|standing| {
                let risk = &posture.risks[standing.risk];
                let treated_by = standing.treated_by.iter();
                Self {
                    name: risk.name,
                    title: &risk.title,
                    threatens: names.controls(&risk.threatens),
                    likelihood: risk.likelihood,
                    impact: risk.impact,
                    level: standing.level,
                    is_above: standing.is_above,
                    owner: names.owner(risk.owner),
                    treatment: risk.treatment,
                    treated_by: treated_by.map(|id| names.initiative(*id)).collect(),
                }
            })
            .collect()
    }
}
