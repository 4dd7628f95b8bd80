//! CSV: one file per table in `csv/`, for spreadsheets and data tools.
//!
//! RFC 4180 in UTF-8 without a byte order mark, a header first. Controls are named in full (`iso-27001@2022:4.10`), so
//! that no spreadsheet takes an identifier for a number or a date, and so that tables join on these names.

mod catalog;
mod claims;
mod context;
mod guard;
mod overlap;
mod proofs;
mod remainder;
mod table;
mod verdicts;

use xwalk_format::{Artifact, EmitError, Emitter};
use xwalk_report::Report;

/// The row of [`EMITTERS`](super::EMITTERS).
pub const EMITTER: Emitter = Emitter {
    name: "csv",
    about: "csv/*.csv, one file per table, for spreadsheets and data tools",
    emit: |report, _| emit(report),
};

/// What writes one table.
type Write = for<'r> fn(&'r Report<'r>) -> csv::Result<Vec<u8>>;

/// The tables and the names of their files.
const TABLES: &[(&str, Write)] = &[
    ("about", context::about),
    ("frameworks", catalog::frameworks),
    ("controls", catalog::controls),
    ("activities", catalog::activities),
    ("withdrawn", catalog::withdrawn),
    ("mappings", claims::mappings),
    ("rows", claims::rows),
    ("proved", proofs::proved),
    ("contradictions", proofs::contradictions),
    ("coverage", verdicts::coverage),
    ("verdicts", verdicts::verdicts),
    ("gaps", verdicts::gaps),
    ("remainder", remainder::remainder),
    ("classes", overlap::classes),
    ("covers", overlap::covers),
    ("findings", context::findings),
    ("definitions", context::definitions),
];

/// The text of a table that is no part of a report, in the form of these files.
///
/// # Errors
///
/// If the table cannot be written.
pub fn text<const WIDTH: usize>(
    header: [&str; WIDTH],
    records: impl IntoIterator<Item = [String; WIDTH]>,
) -> Result<String, EmitError> {
    let bytes = table::table_of_texts(header, records).map_err(|error| failed(&error))?;
    // Of texts comes text.
    Ok(String::from_utf8(bytes).unwrap_or_default())
}

fn failed(error: &csv::Error) -> EmitError {
    EmitError {
        format: EMITTER.name,
        reason: error.to_string(),
    }
}

fn emit(report: &Report<'_>) -> Result<Vec<Artifact>, EmitError> {
    let tables = TABLES.iter();
    tables
        .map(|(name, write)| {
            let bytes = write(report).map_err(|error| failed(&error))?;
            Ok(Artifact::new(format!("csv/{name}.csv"), bytes))
        })
        .collect()
}
