//! One file per format, and the table of them.

mod csv;
pub mod html;
mod json;
mod names;
mod xlsx;

pub use self::json::{
    DisclosuresV1, canonical, disclosure_schema, posture_schema, schema as json_schema, schema_of,
};

/// The name of the form of posture exports.
pub const POSTURE_FORM: &str = json::FORM;

/// The version of that form which this program writes and reads.
pub const POSTURE_VERSION: u32 = json::VERSION;

use self::csv::EMITTER as CSV;
use self::html::EMITTER as HTML;
use self::html::posture::EMITTER as POSTURE_HTML;
use self::json::EMITTER as JSON;
use self::json::cacao::EMITTER as CACAO;
use self::json::posture::EMITTER as POSTURE;
use self::xlsx::EMITTER as XLSX;
use self::xlsx::posture::EMITTER as POSTURE_XLSX;

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

/// An output format. A new one is one file and one row in [`EMITTERS`].
pub struct Emitter {
    /// The name on the command line: `xlsx`.
    pub name: &'static str,
    /// One line of help.
    pub about: &'static str,
    /// Writes the report in this format; pages are made from the templates.
    pub emit: fn(&crate::report::Report<'_>, &html::Templates) -> Result<Vec<Artifact>, EmitError>,
}

/// All output formats.
pub const EMITTERS: &[Emitter] = &[
    CACAO,
    CSV,
    HTML,
    JSON,
    POSTURE,
    POSTURE_HTML,
    POSTURE_XLSX,
    XLSX,
];
