//! One file per format, and the table of them.

mod artifact;
mod csv;
mod emitter;
pub mod html;
mod json;
mod names;
mod xlsx;

pub use self::artifact::{Artifact, EmitError};
pub use self::emitter::Emitter;
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
