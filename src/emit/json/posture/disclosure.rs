//! `posture.disclosure.json`: what shows the values that are hidden in an export. It stays with its maker.

use crate::JsonSchema;
use serde::{Deserialize, Serialize};

use xwalk_redaction::{Disclosure, sha256};

/// The name of this form.
const DISCLOSURE_FORM: &str = "xwalk-disclosure";

/// The version of this form.
const VERSION: u32 = 1;

/// What shows values that are hidden in a posture export.
///
/// Whoever has one of them can check it against the export. The whole file shows everything that is hidden: it stays with
/// the maker of the export, who gives away single disclosures, in a file of this form that holds no others.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "xwalk-disclosure 1")]
pub struct DisclosuresV1 {
    /// The name of this form.
    #[schemars(extend("const" = DISCLOSURE_FORM))]
    pub schema: String,
    /// The version of this form.
    #[schemars(extend("const" = VERSION))]
    pub version: u32,
    /// The SHA-256 of the export, as `sha256sum` computes it.
    #[schemars(extend("pattern" = "^[0-9a-f]{64}$"))]
    pub export: String,
    /// The disclosures, in the order of the export: what holds others comes before them.
    pub disclosures: Vec<Disclosure>,
}

impl DisclosuresV1 {
    /// The disclosures of an export of these bytes.
    pub(super) fn new(export: &[u8], disclosures: Vec<Disclosure>) -> Self {
        Self {
            schema: DISCLOSURE_FORM.to_owned(),
            version: VERSION,
            export: sha256(export),
            disclosures,
        }
    }

    /// Whether it is of this form and version.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.schema == DISCLOSURE_FORM && self.version == VERSION
    }
}
