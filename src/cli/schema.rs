//! `xwalk schema`: the JSON Schema of an output.

use super::args::{Schema, SchemaName};
use super::{Outcome, RunError, host};
use crate::diagnostic::render::json_schema;

pub fn run(arguments: &Schema) -> Result<Outcome, RunError> {
    match arguments.output {
        SchemaName::Diagnostics => host::print(&json_schema())?,
    }
    Ok(Outcome::Clean)
}
