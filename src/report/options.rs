//! What a report depends on besides the model.

use std::sync::Arc;

use super::{Choice, PostureOptions};
use xwalk_model::FrameworkId;
use xwalk_syntax::ast::{Date, Status};

/// What a report depends on besides the model.
#[derive(Clone, Debug)]
pub struct Options {
    /// The title of the whole; made from the pivot where it is `None`.
    pub title: Option<String>,
    /// The day that the report speaks of.
    pub date: Date,
    /// Leave out licensed wording.
    pub public: bool,
    /// The weakest status that counts; the facts must have been found with the same.
    pub status_floor: Status,
    /// Whether that status was asked for by name: then nothing below it counts, not even what an organization accepts.
    pub is_floor_named: bool,
    /// Which frameworks are shown, with the mappings between them.
    pub choice: Choice,
    /// The framework on the left of the crosswalk; chosen where it is `None` or not kept.
    pub pivot: Option<FrameworkId>,
    /// What postures depend on besides; none are read without it.
    pub posture: Option<Arc<PostureOptions>>,
}

impl Options {
    /// A report of everything, as of a day.
    #[must_use]
    pub const fn on(date: Date) -> Self {
        Self {
            title: None,
            date,
            public: false,
            status_floor: Status::Draft,
            is_floor_named: false,
            choice: Choice::Everything,
            pivot: None,
            posture: None,
        }
    }
}
