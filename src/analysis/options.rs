//! What the answers depend on besides the model.

use xwalk_syntax::ast::Status;

/// What the answers depend on besides the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The weakest status that counts.
    pub status_floor: Status,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            status_floor: Status::Draft,
        }
    }
}
