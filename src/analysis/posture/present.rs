//! The present, as it is handed in.

use super::files::Files;
use xwalk_syntax::ast::Date;

/// A day, and the files as they are on it.
#[derive(Clone, Debug)]
pub struct Present {
    /// The day.
    pub today: Date,
    /// The files that posture names.
    pub files: Files,
}
