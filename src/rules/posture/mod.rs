//! Findings on the posture of an organization.
//!
//! That something is missing is said where it was begun and where it matters: of an organization that is assessed, and
//! that has declared something of the kind: of decisions, committees and escalations two. A sketch is left in peace.

mod acceptances;
mod accountability;
mod applicable;
mod assessments;
mod capacity;
mod committees;
mod decisions;
mod escalations;
mod evidence;
mod incidents;
mod initiatives;
mod kinds;
mod phases;
mod playbooks;
mod reporting;
mod risks;
mod shared;
mod technologies;
mod undetected;
mod unsupported;
mod zones;

use super::Context;
use super::{PresentRule, Rule, Seen};
use shared::{assessed, named};

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
    technologies::UNDRAWN,
    playbooks::WITHOUT,
    assessments::RULE,
    assessments::APPROVED,
    phases::RULE,
    reporting::RULE,
    kinds::UNKNOWN,
    kinds::MISSING,
    acceptances::CHANGED,
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
    assessments::FUTURE_DATED,
    zones::RULE,
    undetected::RULE,
    applicable::RULE,
    acceptances::LATER,
];
