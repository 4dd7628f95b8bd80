//! The risk register.

use crate::JsonSchema;
use serde::Serialize;

use super::named::{Declared, NamedControl};
use super::namer::Namer;
use crate::published::{As, ControlName, Hideable, Name, Word};
use xwalk_analysis::posture::register;
use xwalk_model::posture::OrganizationId;
use xwalk_syntax::ast::posture::Treatment;

/// A risk of the register.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Risk<'m> {
    /// Its name.
    #[schemars(with = "Name")]
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// The controls whose absence makes it worse.
    #[schemars(with = "Vec<ControlName>")]
    pub threatens: Vec<NamedControl>,
    /// How likely, on the organization's own scale.
    pub likelihood: u32,
    /// How severe, on the organization's own scale.
    pub impact: u32,
    /// Likelihood times impact.
    pub level: u32,
    /// Whether the level is above what the organization tolerates; absent where it does not say what it tolerates.
    #[serde(rename = "above_tolerance", skip_serializing_if = "Option::is_none")]
    pub is_above: Option<bool>,
    /// Who answers for it: a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<Hideable<Name>>")]
    pub owner: Option<Declared<'m>>,
    /// What is done about it.
    #[serde(
        with = "As::<Option<Word<Treatment>>>",
        skip_serializing_if = "Option::is_none"
    )]
    pub treatment: Option<Treatment>,
    /// Whether something is done about it, or is decided: an initiative that can begin treats it, or it is to be accepted, passed on or
    /// avoided.
    #[serde(skip)]
    pub is_treated: bool,
    /// Whether it is above what the organization tolerates, and nothing is done about it.
    #[serde(skip)]
    pub is_neglected: bool,
    /// The initiatives that treat it.
    #[schemars(with = "Hideable<Vec<Name>>")]
    pub treated_by: Vec<Declared<'m>>,
}

impl<'m> Risk<'m> {
    pub(super) fn all(names: Namer<'m, '_>, organization: OrganizationId) -> Vec<Self> {
        let posture = &names.model.posture;
        let register = register(posture, organization);
        let register = register.into_iter();
        register
            .map(|entry| {
                let risk = &posture.risks[entry.risk];
                let treated_by = entry.treated_by.iter();
                Self {
                    name: risk.name,
                    title: &risk.title,
                    threatens: names.controls(&risk.threatens),
                    likelihood: risk.likelihood,
                    impact: risk.impact,
                    level: entry.level,
                    is_treated: entry.is_treated,
                    is_neglected: entry.is_neglected(),
                    is_above: entry.is_above,
                    owner: names.owner(risk.owner),
                    treatment: risk.treatment,
                    treated_by: treated_by.map(|id| names.initiative(*id)).collect(),
                }
            })
            .collect()
    }
}
