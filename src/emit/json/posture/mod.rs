//! The unified posture export: `posture.json`, a document that is signed, compared, and read without the others; and
//! `posture.disclosure.json`, what shows the values that are hidden in it.

mod words;

mod assessments;
mod gaps;
mod indicators;
mod meta;
mod playbooks;

mod fields;
mod redact;

mod disclosure;
mod v2;

use serde_json::Value;

pub use self::disclosure::DisclosuresV1;
pub(super) use self::v2::PostureV2;
pub use self::v2::{FORM, VERSION};
use super::lines::written;
use xwalk_format::{Artifact, EmitError, Emitter};
use xwalk_report::posture::Exports;
use xwalk_report::{Meta, Posture, Report};

/// The row of `EMITTERS`.
pub const EMITTER: Emitter = Emitter {
    name: "posture",
    about: "posture.json, for stakeholders: where an assessed organization stands, documented and versioned",
    emit: |report, _| emit(report),
};

/// One document for each organization that is assessed, and one of disclosures beside it where something is hidden.
fn emit(report: &Report<'_>) -> Result<Vec<Artifact>, EmitError> {
    let exports = report.exports.as_ref().and_then(Exports::make);
    let exports = exports.as_ref().unwrap_or(&report.postures);
    let mut artifacts = Vec::new();
    for export in exports.iter().filter(|export| export.is_exported) {
        let name = match exports.len() {
            1 => "posture".to_owned(),
            _ => format!("posture-{}", export.organization.name),
        };
        let files = documents(&report.meta, export, &name).map_err(|error| EmitError {
            format: EMITTER.name,
            reason: error.to_string(),
        })?;
        artifacts.extend(files);
    }
    Ok(artifacts)
}

fn documents(
    meta: &Meta<'_>,
    export: &Posture<'_>,
    name: &str,
) -> serde_json::Result<Vec<Artifact>> {
    // Members of a value are ordered by name, whatever the order of the types.
    let mut document = serde_json::to_value(PostureV2::new(meta, export))?;
    let disclosures = redact::redact(&mut document, export, &meta.date.to_string())?;
    let bytes = canonical(&document)?;
    let mut artifacts = Vec::new();
    if !disclosures.is_empty() {
        let disclosures = DisclosuresV1::new(&bytes, disclosures);
        artifacts.push(Artifact {
            path: format!("{name}.disclosure.json"),
            bytes: canonical(&serde_json::to_value(disclosures)?)?,
            is_private: true,
        });
    }
    artifacts.push(Artifact::new(format!("{name}.json"), bytes));
    Ok(artifacts)
}

/// The one way to write a document: members by name, in the order of their bytes, one per line; LF at the end.
///
/// # Errors
/// None of a value that was read from JSON.
pub fn canonical(document: &Value) -> serde_json::Result<Vec<u8>> {
    written(document)
}
