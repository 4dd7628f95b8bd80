//! What `coverage` and `gaps` have in common.

use super::args::Pair;
use super::{Context, Outcome, RunError, find};
use xwalk_report::answers::CoverageBetween;

/// Finds how far a pair of frameworks cover each other and hands it on; fails if neither a mapping nor a proof connects
/// the two. Claims that are lost are reported, since the answer goes without them.
pub fn with_coverage(
    pair: &Pair,
    context: Context<'_>,
    answer: impl FnOnce(&CoverageBetween<'_>) -> Result<(), RunError>,
) -> Result<Outcome, RunError> {
    let workspace = context.open(pair.question.workspace.path())?;
    let (compilation, outcome) = context.asked(&workspace)?;
    let model = &compilation.model;
    let frameworks = [
        find::framework(model, &pair.of)?,
        find::framework(model, &pair.by)?,
    ];
    let facts = compilation.facts(xwalk_analysis::Options {
        status_floor: pair.question.status,
    });
    let between = CoverageBetween::of(model, &workspace.sources, &facts, frameworks);
    let between = between.ok_or_else(|| {
        let [of, by] = frameworks.map(|id| model.frameworks[id].label());
        RunError::Usage(format!(
            "neither a mapping nor a proof connects `{of}` and `{by}`"
        ))
    })?;
    answer(&between)?;
    Ok(outcome)
}
