//! In which order the sheets list what they list: links are counted in it.

use std::borrow::Cow;
use std::cmp::Reverse;

use xwalk_report::posture::{Posture, Risk};

/// The risks, the greatest first, and equal ones by name.
pub(super) fn risks<'r>(posture: &'r Posture<'r>) -> Vec<&'r Risk<'r>> {
    let mut risks: Vec<_> = posture.risks.iter().collect();
    risks.sort_by_key(|risk| Reverse(risk.level));
    risks
}

/// The initiatives phase by phase.
pub(super) fn initiatives<'r>(posture: &'r Posture<'_>) -> impl Iterator<Item = Cow<'r, str>> {
    let phases = posture.roadmaps.iter().flat_map(|roadmap| &roadmap.phases);
    let initiatives = phases.flat_map(|phase| &phase.initiatives);
    initiatives.map(|initiative| initiative.declared().key())
}
