//! What `coverage` and `gaps` have in common.

use super::args::Pair;
use super::{Context, Outcome, RunError, find};
use clap::ValueEnum;
use xwalk_analysis::Facts;
use xwalk_model::{FrameworkId, Model};
use xwalk_report::answers::CoverageBetween;
use xwalk_source::SourceMap;

/// How far a pair of frameworks cover each other, and what that was found from.
pub struct Found<'a, 's> {
    pub model: &'a Model<'s>,
    pub sources: &'a SourceMap,
    pub facts: &'a Facts,
    /// The one that is covered, and the one that covers it.
    pub frameworks: [FrameworkId; 2],
    pub between: CoverageBetween<'a>,
}

/// What is asked of a pair of frameworks.
#[derive(Clone, Copy, Debug)]
pub enum Asked {
    /// How far they cover each other.
    Pair,
    /// What is left to do as well, which also tells how controls of other frameworks stand.
    Remainder,
}

/// Finds how far a pair of frameworks cover each other and hands it on; fails if neither a mapping nor a proof connects
/// the two. Claims that are lost are reported, since the answer goes without them.
pub fn with_coverage<F: ValueEnum + Send + Sync>(
    pair: &Pair<F>,
    asked: Asked,
    context: Context<'_>,
    answer: impl FnOnce(&Found<'_, '_>) -> Result<(), RunError>,
) -> Result<Outcome, RunError> {
    let workspace = context.open(pair.question.workspace.path())?;
    let (compilation, outcome) = context.asked(&workspace)?;
    let model = &compilation.model;
    let frameworks = [
        find::framework(model, &pair.of)?,
        find::framework(model, &pair.by)?,
    ];
    let options = xwalk_analysis::Options {
        status_floor: pair.question.status,
    };
    let facts = match asked {
        Asked::Pair => compilation.facts_of(options, frameworks),
        Asked::Remainder => compilation.facts(options),
    };
    let between = CoverageBetween::of(model, &workspace.sources, &facts, frameworks);
    let between = between.ok_or_else(|| {
        let [of, by] = frameworks.map(|id| model.frameworks[id].label());
        RunError::Usage(format!(
            "neither a mapping nor a proof connects `{of}` and `{by}`"
        ))
    })?;
    answer(&Found {
        model,
        sources: &workspace.sources,
        facts: &facts,
        frameworks,
        between,
    })?;
    Ok(outcome)
}
