//! The risk register.

use schemars::JsonSchema;
use serde::Serialize;

use super::hidden::Hideable;
use super::words::{ControlName, Name, Owner, owner};
use crate::report::posture;

/// A risk of the register.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Risk<'r> {
    /// Its name.
    name: Name<'r>,
    /// Its title.
    title: &'r str,
    /// The controls whose absence makes it worse.
    threatens: Vec<ControlName<'r>>,
    /// How likely, on the organization's own scale.
    likelihood: u32,
    /// How grave, on the organization's own scale.
    impact: u32,
    /// Likelihood times impact.
    level: u32,
    /// Whether the level is above what the organization tolerates; absent where it does not say what it tolerates.
    #[serde(skip_serializing_if = "Option::is_none")]
    above_tolerance: Option<bool>,
    /// Who answers for it: a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Owner<'r>,
    /// What is done about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = ["mitigate", "accept", "transfer", "avoid"]))]
    treatment: Option<&'static str>,
    /// The initiatives that treat it.
    treated_by: Hideable<Vec<Name<'r>>>,
}

impl<'r> Risk<'r> {
    pub(super) fn new(risk: &'r posture::Risk<'r>) -> Self {
        Self {
            name: Name(risk.name),
            title: risk.title,
            threatens: ControlName::all(&risk.threatens),
            likelihood: risk.likelihood,
            impact: risk.impact,
            level: risk.level,
            above_tolerance: risk.is_above,
            owner: owner(risk.owner),
            treatment: risk.treatment.map(|treatment| treatment.word()),
            treated_by: Hideable(Name::all(&risk.treated_by)),
        }
    }
}
