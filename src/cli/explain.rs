//! `xwalk explain`: the page of a code, or the list of all.

use std::fmt::Write;

use super::args::Explain;
use super::columns::Columns;
use super::{Outcome, RunError};
use xwalk_diagnostic::{Code, Level};
use xwalk_host::Host;
use xwalk_workspace::codes;

pub fn run(arguments: &Explain, host: &dyn Host) -> Result<Outcome, RunError> {
    match &arguments.code {
        Some(code) => host.print(&page(codes::find(code).map_err(RunError::Usage)?))?,
        None => host.print(&list())?,
    }
    Ok(Outcome::Clean)
}

/// The page of one code.
pub fn page(code: &Code) -> String {
    let mut text = format!("{} {} ({})\n\n", code.id, code.name, level(code));
    text.push_str(&code.markdown());
    text
}

fn list() -> String {
    let mut columns = Columns::default();
    for code in codes::all() {
        columns.push([code.id, code.name, level(code), code.summary()]);
    }
    let mut text = columns.text();
    // Writing to a `String` cannot fail.
    let _written = writeln!(text, "\n`xwalk explain CODE` prints the page of one.");
    text
}

/// The level of a code that nobody has set.
fn level(code: &Code) -> &'static str {
    match code.level {
        Level::At(severity) => severity.word(),
        Level::Off => "off",
    }
}
