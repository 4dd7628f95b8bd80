//! The table of output formats, each of which is a package of its own.

pub use xwalk_emit_csv::text as csv_text;
pub use xwalk_emit_html as html;
pub use xwalk_emit_json::{DisclosuresV1, canonical};
#[cfg(feature = "schemas")]
pub use xwalk_emit_json::{disclosure_schema, posture_schema, schema as json_schema, schema_of};
pub use xwalk_format::{Artifact, EmitError};

use self::html::Templates;

/// An output format of the program; pages are made from the templates. A new one is one file and one row in [`EMITTERS`].
pub type Emitter = xwalk_format::Emitter<Templates>;

/// The name of the form of posture exports.
pub const POSTURE_FORM: &str = xwalk_emit_json::FORM;

/// The version of that form which this program writes and reads.
pub const POSTURE_VERSION: u32 = xwalk_emit_json::VERSION;

/// A format that takes no templates.
macro_rules! plain {
    ($emitter:path) => {
        Emitter {
            name: $emitter.name,
            about: $emitter.about,
            emit: |report, _| ($emitter.emit)(report, &()),
        }
    };
}

/// All output formats.
pub const EMITTERS: &[Emitter] = &[
    plain!(xwalk_emit_json::cacao::EMITTER),
    plain!(xwalk_emit_csv::EMITTER),
    xwalk_emit_html::EMITTER,
    plain!(xwalk_emit_json::EMITTER),
    plain!(xwalk_emit_json::posture::EMITTER),
    xwalk_emit_html::posture::EMITTER,
    plain!(xwalk_emit_xlsx::posture::EMITTER),
    plain!(xwalk_emit_xlsx::EMITTER),
];
