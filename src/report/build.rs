//! The report on a model, part by part.

use super::context::Context;
use super::definitions::DEFINITIONS;
use super::posture::{Exports, postures};
use super::selection::Selection;
use super::wording::Wordings;
use super::{
    Options, Report, controls, coverage, findings, frameworks, mappings, meta, overlap, proofs,
    rows,
};
use xwalk_analysis::Facts;
use xwalk_diagnostic::Diagnostic;
use xwalk_model::Model;
use xwalk_source::SourceMap;

/// Makes the report on a model: everything that the outputs say, in the order in which they say it.
#[must_use]
pub fn build<'m, 's: 'm>(
    model: &'m Model<'s>,
    facts: &Facts,
    sources: &'m SourceMap,
    diagnostics: &[Diagnostic],
    options: &Options,
) -> Report<'m> {
    let context = Context {
        model,
        facts,
        sources,
        options,
        selection: Selection::new(model, sources, &options.choice),
        wordings: Wordings::of(model, options.public),
    };
    let frameworks = frameworks::frameworks(&context);
    let proved = proofs::proved(&context);
    Report {
        meta: meta::meta(&context, &frameworks),
        coverage: coverage::coverage(&context, &frameworks),
        controls: controls::controls(&context, &proved),
        mappings: mappings::mappings(&context),
        rows: rows::rows(&context),
        proved,
        contradictions: proofs::contradictions(&context),
        overlap: overlap::overlap(&context),
        postures: options.posture.as_ref().map_or_else(Vec::new, |posture| {
            postures(model, sources, options, posture)
        }),
        exports: options
            .posture
            .as_ref()
            .map(|posture| Exports::of(model, sources, options, posture)),
        findings: findings::findings(sources, diagnostics),
        definitions: DEFINITIONS.to_vec(),
        frameworks,
    }
}
