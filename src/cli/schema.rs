//! `xwalk schema`: the JSON Schema of an output.

use super::args::{Schema, SchemaName};
use super::{Outcome, RunError, host};
use crate::diagnostic::render::json_schema;
use crate::emit::{disclosure_schema, json_schema as crosswalk_schema, posture_schema};

pub fn run(arguments: &Schema) -> Result<Outcome, RunError> {
    match arguments.output {
        SchemaName::Crosswalk => host::print(&crosswalk_schema())?,
        SchemaName::Posture => host::print(&posture_schema())?,
        SchemaName::Disclosure => host::print(&disclosure_schema())?,
        SchemaName::Diagnostics => host::print(&json_schema())?,
    }
    Ok(Outcome::Clean)
}
