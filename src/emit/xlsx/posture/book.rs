//! The whole file, one for each organization that is assessed.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, XlsxError};

use super::plan::Plan;
use super::sheets::SHEETS;
use super::summary;
use crate::book::Book;
use xwalk_format::{Artifact, EmitError, Emitter};
use xwalk_report::posture::Posture;
use xwalk_report::{Meta, Report};

/// The row of `EMITTERS`.
pub const EMITTER: Emitter = Emitter {
    name: "posture-xlsx",
    about: "a workbook of an assessed organization: tiers, verdicts, gaps, roadmap, risks, evidence, governance",
    emit: |report, _| emit(report),
};

/// One workbook for each organization that is assessed.
fn emit(report: &Report<'_>) -> Result<Vec<Artifact>, EmitError> {
    let postures = report.postures.iter();
    postures
        .map(|posture| {
            let path = match report.postures.len() {
                1 => "posture.xlsx".to_owned(),
                _ => format!("posture-{}.xlsx", posture.organization.name),
            };
            let bytes = write(report, posture).map_err(|error| EmitError {
                format: EMITTER.name,
                reason: crate::reason(error),
            })?;
            Ok(Artifact::new(path, bytes))
        })
        .collect()
}

/// The bytes of the workbook.
fn write(report: &Report<'_>, posture: &Posture<'_>) -> Result<Vec<u8>, XlsxError> {
    let plan = Plan::new(report, posture);
    let properties = properties(&report.meta, posture, plan.binding().title)?;
    let mut book = Book::new(plan.binding(), &properties);
    summary::write(&mut book, &plan)?;
    for sheet in SHEETS {
        book.add((sheet.make)(&plan))?;
    }
    book.save()
}

/// What file managers show. The time is the report's day, so that the same input gives the same bytes.
fn properties(
    meta: &Meta<'_>,
    posture: &Posture<'_>,
    title: &str,
) -> Result<DocProperties, XlsxError> {
    let day = ExcelDateTime::from_ymd(meta.date.year, meta.date.month, meta.date.day)?;
    let mut properties = DocProperties::new()
        .set_title(title)
        .set_subject("Where an organization stands against the frameworks that it answers to")
        .set_author(meta.generator)
        .set_company(posture.organization.title)
        .set_keywords("compliance, posture, assessment, gaps, roadmap")
        .set_creation_datetime(&day)
        .set_custom_property("Date", meta.date.to_string())
        .set_custom_property("Generator", meta.generator)
        .set_custom_property("Organization", posture.organization.name)
        .set_custom_property("Status that counts", meta.status_floor.word())
        .set_custom_property("Drafts allowed", posture.allow_draft)
        .set_custom_property("Export number", posture.sequence.to_string());
    if let Some(day) = posture.valid_until {
        properties = properties.set_custom_property("Valid until", day.to_string());
    }
    Ok(properties)
}
