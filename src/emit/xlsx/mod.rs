//! The workbook: what a compliance lead opens.
//!
//! [`plan`] fixes sheets, names and lines; then every sheet is written by its own file, most of them as one
//! [`table`]. Texts of users are only ever written as texts, and links to the web only after [`place::web`] has
//! looked at them. [`posture`] writes the workbook of an assessed organization with the same parts.

mod address;
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
mod lookup;
mod matrix;
mod measure;
mod once;
mod page;
mod pen;
mod place;
mod plan;
pub(in crate::emit) mod posture;
mod proof;
mod proved;
mod rows;
mod style;
mod summary;
mod table;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use self::plan::Plan;
use super::{Artifact, EmitError, Emitter};
use crate::report::{Meta, Report};

/// The format's row in the table of all formats.
pub(super) const EMITTER: Emitter = Emitter {
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
    Ok(vec![Artifact { path, bytes }])
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
    let mut book = Workbook::new();
    book.set_properties(&properties(&report.meta)?);
    summary::write(&mut book, &plan)?;
    crosswalk::write(&mut book, &plan)?;
    rows::write(&mut book, &plan)?;
    proved::write(&mut book, &plan)?;
    contradictions::write(&mut book, &plan)?;
    coverage::write(&mut book, &plan)?;
    gaps::write(&mut book, &plan)?;
    once::write(&mut book, &plan)?;
    for matrix in &plan.matrices {
        matrix::write(&mut book, &plan, matrix)?;
    }
    frameworks::write(&mut book, &plan)?;
    definitions::write(&mut book, &plan)?;
    book.save_to_buffer()
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
