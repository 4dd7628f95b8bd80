//! Where organizations stand as others get to see it.

use std::fmt;
use std::sync::Arc;

use super::{Posture, PostureOptions, build};
use crate::Options;
use xwalk_model::Model;
use xwalk_source::SourceMap;
use xwalk_syntax::ast::{Date, Status};

/// Where organizations stand as others get to see it. Made when it is asked for, since only one format shows it, and it is
/// as large as all else.
pub struct Exports<'m> {
    model: &'m Model<'m>,
    sources: &'m SourceMap,
    status_floor: Status,
    today: Date,
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
            status_floor: options.status_floor,
            today: options.date,
            options: Arc::clone(posture),
        }
    }

    /// Each organization that is assessed, by name, with what rests on draft rows held back; `None` where others see the
    /// same as its own people.
    #[must_use]
    pub fn make(&self) -> Option<Vec<Posture<'m>>> {
        let holds_back = !self.options.allow_draft && self.status_floor < Status::Reviewed;
        holds_back.then(|| {
            build::all(
                self.model,
                self.sources,
                self.status_floor,
                self.today,
                &self.options,
                true,
            )
        })
    }
}

impl fmt::Debug for Exports<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Exports").finish_non_exhaustive()
    }
}
