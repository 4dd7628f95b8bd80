//! What an output format is.

use super::html::Templates;
use crate::report::Report;

/// A file of the output, not yet written.
#[derive(Debug)]
pub struct Artifact {
    /// The path below the output folder, with forward slashes.
    pub path: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// What went wrong while an output was written: never the user's text, which is checked before.
#[derive(Debug, thiserror::Error)]
#[error("the {format} output could not be made: {reason}")]
pub struct EmitError {
    /// The name of the format.
    pub format: &'static str,
    /// The reason, in words.
    pub reason: String,
}

/// An output format. A new one is one file and one row in [`EMITTERS`](super::EMITTERS).
pub struct Emitter {
    /// The name on the command line: `xlsx`.
    pub name: &'static str,
    /// One line of help.
    pub about: &'static str,
    /// Writes the report in this format; pages are made from the templates.
    pub emit: fn(&Report<'_>, &Templates) -> Result<Vec<Artifact>, EmitError>,
}
