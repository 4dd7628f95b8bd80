//! What every part of the report is made from.

use super::Options;
use super::selection::Selection;
use super::wording::Wordings;
use xwalk_analysis::Facts;
use xwalk_model::Model;
use xwalk_source::SourceMap;

/// What every part of the report is made from.
pub(super) struct Context<'a, 'm, 's> {
    pub model: &'m Model<'s>,
    pub facts: &'a Facts,
    pub sources: &'a SourceMap,
    pub options: &'a Options,
    pub selection: Selection,
    pub wordings: Wordings<'m>,
}
