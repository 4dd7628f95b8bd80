//! The workbook: what a compliance lead opens.
//!
//! [`plan`] fixes sheets, names and lines; then every sheet is written by its own file, most of them as one
//! [`table`]. Texts of users are only ever written as texts, and links to the web only after [`place::web`] has
//! looked at them. [`posture`] writes the workbook of an assessed organization with the same parts.

mod address;
mod book;
mod cell;
mod column;
mod contradictions;
mod cover;
mod coverage;
mod crosswalk;
mod definitions;
mod frameworks;
mod gaps;
mod letter;
mod lines;
mod lookup;
mod matrix;
mod measure;
mod overlap;
mod page;
mod pen;
mod place;
mod plan;
pub mod posture;
mod proof;
mod proved;
mod remainder;
mod rows;
mod splice;
mod style;
mod summary;
mod table;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, XlsxError};

use self::book::Book;
use self::plan::Plan;
use xwalk_format::{Artifact, EmitError, Emitter};
use xwalk_report::{Meta, Report};

/// The format's row in the table of all formats.
pub const EMITTER: Emitter = Emitter {
    name: "xlsx",
    about: "a workbook with crosswalk, rows, proofs, coverage, gaps and matrices",
    emit: |report, _| emit(report),
};

/// Writes the report as `crosswalk.xlsx`.
fn emit(report: &Report<'_>) -> Result<Vec<Artifact>, EmitError> {
    let bytes = workbook(report).map_err(|error| EmitError {
        format: "xlsx",
        reason: reason(error),
    })?;
    let path = "crosswalk.xlsx".to_owned();
    Ok(vec![Artifact::new(path, bytes)])
}

/// What went wrong, in words.
fn reason(error: XlsxError) -> String {
    match error {
        XlsxError::CustomError(reason) => reason,
        other => other.to_string(),
    }
}

fn workbook(report: &Report<'_>) -> Result<Vec<u8>, XlsxError> {
    let plan = Plan::new(report);
    let mut book = Book::new(plan.binding(), &properties(&report.meta)?);
    summary::write(&mut book, &plan)?;
    let mut tables = Vec::new();
    tables.extend(crosswalk::table(&plan));
    tables.push(rows::table(&plan));
    tables.extend(proved::table(&plan));
    tables.extend(contradictions::table(&plan));
    tables.push(coverage::table(&plan));
    tables.push(gaps::table(&plan));
    tables.extend(remainder::table(&plan));
    tables.extend(overlap::table(&plan));
    tables.extend(
        plan.matrices
            .iter()
            .map(|matrix| matrix::table(&plan, matrix)),
    );
    tables.push(frameworks::table(&plan));
    tables.push(definitions::table(&plan));
    for table in tables {
        book.add(table)?;
    }
    book.save()
}

/// What file managers show. The time is the report's day, so that the same input gives the same bytes.
fn properties(meta: &Meta<'_>) -> Result<DocProperties, XlsxError> {
    let day = ExcelDateTime::from_ymd(meta.date.year, meta.date.month, meta.date.day)?;
    Ok(DocProperties::new()
        .set_title(&meta.title)
        .set_subject("Correspondences between control frameworks, coverage and gaps")
        .set_author(meta.generator)
        .set_keywords("compliance, crosswalk, coverage, NIST IR 8477")
        .set_creation_datetime(&day)
        .set_custom_property("Date", meta.date.to_string())
        .set_custom_property("Generator", meta.generator)
        .set_custom_property("Status that counts", meta.status_floor.word())
        .set_custom_property("Public", meta.public))
}
