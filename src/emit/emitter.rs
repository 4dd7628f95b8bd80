//! What an output format is.

use super::artifact::{Artifact, EmitError};
use super::html::Templates;
use crate::report::Report;

/// An output format. A new one is one file and one row in [`EMITTERS`](super::EMITTERS).
pub struct Emitter {
    /// The name on the command line: `xlsx`.
    pub name: &'static str,
    /// One line of help.
    pub about: &'static str,
    /// Writes the report in this format; pages are made from the templates.
    pub emit: fn(&Report<'_>, &Templates) -> Result<Vec<Artifact>, EmitError>,
}
