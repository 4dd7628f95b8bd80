//! CSV: one file per table in `csv/`, for spreadsheets and data tools.
//!
//! RFC 4180 in UTF-8 without a byte order mark, a header first. Controls are named in full (`iso-27001@2022:4.10`), so
//! that no spreadsheet takes an identifier for a number or a date, and so that tables join on these names.

mod catalog;
mod claims;
mod context;
mod overlap;
mod proofs;
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
    ("classes", overlap::classes),
    ("covers", overlap::covers),
    ("findings", context::findings),
    ("definitions", context::definitions),
];

fn emit(report: &Report<'_>) -> Result<Vec<Artifact>, EmitError> {
    let tables = TABLES.iter();
    tables
        .map(|(name, write)| {
            let bytes = write(report).map_err(|error| EmitError {
                format: EMITTER.name,
                reason: error.to_string(),
            })?;
            Ok(Artifact {
                path: format!("csv/{name}.csv"),
                bytes,
            })
        })
        .collect()
}
