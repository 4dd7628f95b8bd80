//! Pictures of a posture.

use crate::report::Posture;
use crate::report::posture::{Landscape, Roadmap};

pub(super) fn tiers(_: &Posture<'_>) -> String {
    String::new()
}

pub(super) fn verdicts(_: &Posture<'_>) -> String {
    String::new()
}

pub(super) fn gantt(_: &Roadmap<'_>, _: &Posture<'_>) -> String {
    String::new()
}

pub(super) fn burn_up(_: &Roadmap<'_>) -> String {
    String::new()
}

pub(super) fn architecture(_: &Landscape<'_>) -> String {
    String::new()
}

pub(super) fn risks(_: &Posture<'_>) -> String {
    String::new()
}
