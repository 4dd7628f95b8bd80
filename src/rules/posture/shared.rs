//! What rules on posture have in common.

use crate::context::listed;
use xwalk_model::posture::{OrganizationId, Posture};

/// The organizations that are assessed.
pub fn assessed(posture: &Posture<'_>) -> impl Iterator<Item = OrganizationId> {
    let ids = posture.organizations.ids();
    ids.filter(|id| posture.of(&posture.assessments, *id).next().is_some())
}

/// Names in backticks with `and` before the last.
pub fn named<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    listed(names.into_iter())
}
