//! The report on a model, part by part.

use super::definitions::DEFINITIONS;
use super::selection::Selection;
use super::wording::Wordings;
use super::{
    Options, Report, controls, coverage, findings, frameworks, mappings, meta, overlap, proofs,
    rows,
};
use crate::analysis::Facts;
use crate::diagnostic::Diagnostic;
use crate::model::Model;
use crate::source::SourceMap;

/// What every part of the report is made from.
pub(super) struct Context<'a, 'm, 's> {
    pub model: &'m Model<'s>,
    pub facts: &'a Facts,
    pub sources: &'a SourceMap,
    pub options: &'a Options,
    pub selection: Selection,
    pub wordings: Wordings<'m>,
}

/// Makes the report on a model: everything that the outputs say, in the order in which they say it.
#[must_use]
pub fn build<'m, 's: 'm>(
    model: &'m Model<'s>,
    facts: &Facts,
    sources: &SourceMap,
    diagnostics: &[Diagnostic],
    options: &Options,
) -> Report<'m> {
    let context = Context {
        model,
        facts,
        sources,
        options,
        selection: Selection::new(model, &options.only),
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
        findings: findings::findings(sources, diagnostics),
        definitions: DEFINITIONS.to_vec(),
        frameworks,
    }
}
