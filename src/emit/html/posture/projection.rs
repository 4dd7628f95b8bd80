//! What is said of the verdicts on a framework as a whole, wherever they stand.

use serde::Serialize;

use crate::view::view;
use xwalk_report::posture::{Projection, Status, Verdict};

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
    let counted = projection
        .controls
        .iter()
        .filter(|control| control.assessable);
    counted
        .filter(|control| control.verdict != Verdict::CannotTellDraft)
        .filter(|control| {
            control
                .grounds
                .iter()
                .any(|ground| ground.status == Some(Status::Draft))
        })
        .count()
}
