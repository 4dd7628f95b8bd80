//! JSON: `crosswalk.json`, everything the report says, in a documented and versioned form; the posture export; playbooks in
//! the form of CACAO.
//!
//! The types here are the form: they borrow from the report, carry the description of every member, and the JSON
//! Schema is made from them. A change that readers could notice makes a version 2 beside this one.

pub mod cacao;
mod catalog;
mod claims;
mod lines;
mod overlap;
pub mod posture;
mod proofs;
#[cfg(feature = "schemas")]
mod schema;
mod v2;
mod verdicts;
mod words;

#[cfg(feature = "schemas")]
use schemars::JsonSchema;
#[cfg(not(feature = "schemas"))]
use xwalk_schema::JsonSchema;

pub use posture::{DisclosuresV1, canonical};
pub use posture::{FORM, VERSION};
#[cfg(feature = "schemas")]
pub use schema::{disclosure_schema, posture_schema, schema, schema_of};

use self::lines::written;
use self::v2::JsonV2;
use xwalk_format::{Artifact, EmitError, Emitter};
use xwalk_report::Report;

/// The row of [`EMITTERS`](super::EMITTERS).
pub const EMITTER: Emitter = Emitter {
    name: "json",
    about: "crosswalk.json, for programs: everything, documented and versioned",
    emit: |report, _| emit(report),
};

fn emit(report: &Report<'_>) -> Result<Vec<Artifact>, EmitError> {
    let bytes = written(&JsonV2::new(report)).map_err(|error| EmitError {
        format: EMITTER.name,
        reason: error.to_string(),
    })?;
    Ok(vec![Artifact::new("crosswalk.json", bytes)])
}
