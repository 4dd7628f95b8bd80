//! Where organizations stand as others get to see it.

use std::fmt;
use std::sync::Arc;

use super::{Posture, PostureOptions, build};
use crate::Options;
use xwalk_model::Model;
use xwalk_source::SourceMap;
use xwalk_syntax::ast::Status;

/// Where organizations stand as others get to see it. Made when it is asked for, since only one format shows it, and it is
/// as large as all else.
pub struct Exports<'m> {
    model: &'m Model<'m>,
    sources: &'m SourceMap,
    general: Options,
    options: Arc<PostureOptions>,
}

impl<'m> Exports<'m> {
    pub(crate) fn of(
        model: &'m Model<'m>,
        sources: &'m SourceMap,
        options: &Options,
        posture: &Arc<PostureOptions>,
    ) -> Self {
        Self {
            model,
            sources,
            general: options.clone(),
            options: Arc::clone(posture),
        }
    }

    /// Each organization that is assessed, by name, with what rests on draft rows held back; `None` where others see the
    /// same as its own people.
    #[must_use]
    pub fn make(&self) -> Option<Vec<Posture<'m>>> {
        let drafts_count = self.general.status_floor < Status::Reviewed;
        let holds_back = drafts_count && !self.options.allow_draft;
        holds_back.then(|| build::all(self.model, self.sources, &self.general, &self.options, true))
    }
}

impl fmt::Debug for Exports<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Exports").finish_non_exhaustive()
    }
}
