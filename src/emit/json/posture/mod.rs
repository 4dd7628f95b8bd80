//! The unified posture export: `posture.json`, a document that is signed, compared, and read without the others.

mod words;

mod assessments;
mod gaps;
mod governance;
mod plan;
mod used;
mod v1;
mod verdicts;

use serde::Serialize as _;

pub(super) use self::v1::PostureV1;
use super::lines::Lines;
use crate::emit::{Artifact, EmitError, Emitter};
use crate::report::Report;

/// The row of [`EMITTERS`](crate::emit::EMITTERS).
pub(in crate::emit) const EMITTER: Emitter = Emitter {
    name: "posture",
    about: "posture.json, for stakeholders: where an assessed organization stands, documented and versioned",
    emit,
};

/// One document for each organization that is assessed.
fn emit(report: &Report<'_>) -> Result<Vec<Artifact>, EmitError> {
    let exports = report.exports.as_ref().unwrap_or(&report.postures);
    let count = exports.len();
    let exports = exports.iter();
    exports
        .map(|export| {
            let path = match count {
                1 => "posture.json".to_owned(),
                _ => format!("posture-{}.json", export.organization.name),
            };
            let bytes =
                canonical(&PostureV1::new(&report.meta, export)).map_err(|error| EmitError {
                    format: EMITTER.name,
                    reason: error.to_string(),
                })?;
            Ok(Artifact { path, bytes })
        })
        .collect()
}

/// The one way to write a document: members by name, in the order of their bytes, one a line; LF at the end.
fn canonical(document: &PostureV1<'_>) -> serde_json::Result<Vec<u8>> {
    // Members of a value are ordered by name, whatever the order of the types.
    let document = serde_json::to_value(document)?;
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Lines::default());
    document.serialize(&mut serializer)?;
    bytes.push(b'\n');
    Ok(bytes)
}
