//! What is wrong with a user's text: collected, never thrown.
//!
//! A diagnostic has a permanent code, a severity, a message, a primary place, other places that matter, and a
//! help that says what to do. Everything that is found is reported at once.

mod code;
pub mod codes;
mod declare;
mod finding;
mod levels;
mod nearest;
pub mod render;
mod unusual;

#[cfg(feature = "schemas")]
use schemars::JsonSchema;
#[cfg(not(feature = "schemas"))]
use xwalk_schema::JsonSchema;

pub use code::{Code, Level, Severity};
pub use finding::{Diagnostic, Label};
pub use levels::Levels;
pub use nearest::nearest;
pub use unusual::unusual_blanks;
