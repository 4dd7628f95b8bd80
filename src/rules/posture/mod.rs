//! Findings on the posture of an organization.
//!
//! That something is missing is said where it was begun and where it matters: of an organization that is assessed, and
//! that has declared something of the kind. A sketch is left in peace.

mod accountability;
mod assessments;
mod capacity;
mod committees;
mod decisions;
mod escalations;
mod evidence;
mod incidents;
mod initiatives;
mod playbooks;
mod risks;
mod technologies;
mod unsupported;

use super::Context;
use super::{PresentRule, Rule, Seen};
use crate::model::posture::{OrganizationId, Posture};

/// The rules on posture, in the order of their codes.
pub(super) const RULES: &[Rule] = &[
    initiatives::CIRCLE,
    initiatives::PHASES,
    capacity::RULE,
    accountability::NOBODY,
    accountability::SEVERAL,
    accountability::FUNCTIONS,
    decisions::NOBODY,
    decisions::SEVERAL,
    committees::RULE,
    escalations::CIRCLE,
    escalations::SHORT,
    escalations::DEADLINES,
    risks::RULE,
    technologies::FUNCTIONS,
    technologies::ISOLATED,
    technologies::SINGLE,
    technologies::CIRCLES,
    playbooks::WITHOUT,
    assessments::RULE,
];

/// The rules that look at files and at the day.
pub(super) const PRESENT: &[PresentRule] = &[
    playbooks::EXERCISED,
    incidents::LIMITS,
    incidents::INCIDENTS,
    evidence::MISSING,
    evidence::FUTURE_DATED,
    evidence::STALE,
    evidence::CHANGED,
    evidence::FAILING,
    unsupported::RULE,
];

/// The organizations that are assessed.
fn assessed(posture: &Posture<'_>) -> impl Iterator<Item = OrganizationId> {
    let ids = posture.organizations.ids();
    ids.filter(|id| posture.of(&posture.assessments, *id).next().is_some())
}

/// Names in backticks with `and` before the last.
fn named<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    super::context::listed(names.into_iter())
}
