//! What is said of the verdicts on a framework as a whole, wherever they stand.

use std::collections::BTreeSet;

use serde::Serialize;

use super::page::Page;

use crate::view::view;
use xwalk_report::posture::{Control, Projection, Status, Verdict};

view! {
    /// From which tier the controls of an assessment count as fulfilled.
    #[derive(Serialize)]
    pub(super) struct JudgedFrom<'r> {
        /// The tier.
        tier: usize,
        /// The assessment.
        assessment: &'r str,
    }
}

/// The tiers from which verdicts are judged.
pub(super) fn judged_from(projection: &Projection) -> Vec<JudgedFrom<'_>> {
    let thresholds = projection.thresholds.iter();
    thresholds
        .map(|threshold| JudgedFrom {
            tier: threshold.tier as usize,
            assessment: &threshold.assessment,
        })
        .collect()
}

/// How many verdicts rest on a row that nobody has reviewed.
pub(super) fn drafts(projection: &Projection) -> usize {
    resting_on_drafts(projection).count()
}

/// How many of these rest on no draft rows but those of mappings that the organization accepts.
pub(super) fn accepted_drafts(page: Page<'_>, projection: &Projection) -> usize {
    let mappings = page.posture.mappings.iter();
    let accepted: BTreeSet<&str> = mappings
        .filter(|mapping| mapping.accepted.is_some())
        .map(|mapping| mapping.name)
        .collect();
    let is_answered_for = |row: &String| {
        let claim = page.places.claim(row);
        claim.is_some_and(|claim| {
            claim.status > Status::Draft || accepted.contains(claim.mapping.name)
        })
    };
    resting_on_drafts(projection)
        .filter(|control| {
            let mut rows = control.grounds.iter().flat_map(|ground| &ground.rows);
            rows.all(is_answered_for)
        })
        .count()
}

fn resting_on_drafts(projection: &Projection) -> impl Iterator<Item = &Control> {
    let counted = projection.controls.iter();
    counted.filter(|control| {
        let mut grounds = control.grounds.iter();
        control.assessable
            && control.verdict != Verdict::CannotTellDraft
            && grounds.any(|ground| ground.status == Some(Status::Draft))
    })
}
