//! An output format.

use crate::{Artifact, EmitError};
use xwalk_report::Report;

/// An output format. It is made from the report, and from what else it takes: templates, or nothing.
pub struct Emitter<T = ()> {
    /// The name on the command line: `xlsx`.
    pub name: &'static str,
    /// One line of help.
    pub about: &'static str,
    /// Writes the report in this format.
    pub emit: fn(&Report<'_>, &T) -> Result<Vec<Artifact>, EmitError>,
}
