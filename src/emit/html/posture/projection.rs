//! What is said of the verdicts on a framework as a whole, wherever they stand.

use crate::emit::html::markup::Markup;
use crate::report::posture::{Projection, Status, Verdict};

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

/// From which tier the controls of each assessment count as fulfilled.
pub(super) fn thresholds(markup: &mut Markup, projection: &Projection) {
    for (at, threshold) in projection.thresholds.iter().enumerate() {
        markup.raw(if at == 0 { "tier " } else { ", tier " });
        markup.number(threshold.tier as usize).raw(" of ");
        markup.text(&threshold.assessment);
    }
    if projection.thresholds.is_empty() {
        markup.raw("–");
    }
}
