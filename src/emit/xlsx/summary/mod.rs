//! The first sheet: what this is, what to beware of, where everything is, and the heat maps.

mod heat;
mod proofs;
mod used;

use rust_xlsxwriter::XlsxError;

use super::book::Book;
use super::cell::{Cell, Look};
use super::cover::Cover;
use super::place::address;
use super::plan::Plan;
use xwalk_report::{Report, Severity, Verdict, of_verdict};

/// Writes the sheet.
pub(super) fn write<'r>(book: &mut Book<'_>, plan: &'r Plan<'r>) -> Result<(), XlsxError> {
    let columns = plan.report.frameworks.len().clamp(9, 40);
    let mut cover = book.cover(columns)?;
    cautions(&mut cover, plan)?;
    facts(&mut cover, plan.report)?;
    proofs::facts(&mut cover, plan.report)?;
    sheets(&mut cover, plan)?;
    colours(&mut cover)?;
    heat::of_the_pivot(&mut cover, plan)?;
    heat::of_all(&mut cover, plan)?;
    proofs::added(&mut cover, plan)?;
    used::frameworks(&mut cover, plan)?;
    used::mappings(&mut cover, plan)?;
    cover.finish()
}

/// What a reader has to know before anything else.
fn cautions(cover: &mut Cover<'_>, plan: &Plan<'_>) -> Result<(), XlsxError> {
    for caveat in &plan.report.meta.caveats {
        let heading = plan.heading(caveat.framework);
        cover.caution(&format!("Caution. {heading}: {}", caveat.text))?;
    }
    Ok(())
}

fn facts(cover: &mut Cover<'_>, report: &Report<'_>) -> Result<(), XlsxError> {
    let meta = &report.meta;
    cover.fact(
        "What",
        &format!(
            "How control frameworks correspond, and what each covers of the others. Frameworks: {}, with {} controls. \
             Mappings: {}, with {} rows.",
            report.frameworks.len(),
            report.controls.len(),
            report.mappings.len(),
            report.rows.len()
        ),
    )?;
    if let Some(sentence) = meta.left_out.sentence() {
        cover.fact("Left out", &sentence)?;
    }
    cover.fact("Date", &meta.date.to_string())?;
    cover.fact("Made by", meta.generator)?;
    cover.fact(
        "What counts",
        &format!(
            "rows of status {} or better, without a condition; licensed wording is {}.",
            meta.status_floor.word(),
            if meta.public {
                "left out"
            } else {
                "included where the sources contain it"
            }
        ),
    )?;
    let severity = |severity: Severity| {
        (report.findings.iter())
            .filter(|finding| finding.severity == severity)
            .count()
    };
    cover.fact(
        "Findings",
        &format!(
            "Errors: {}. Warnings: {}. Notes: {}. (What the compiler has to say about the sources.)",
            severity(Severity::Error),
            severity(Severity::Warning),
            severity(Severity::Note)
        ),
    )?;
    cover.fact(
        "Method",
        "Each control is read as the set of outcomes that it asks for (NIST IR 8477). Coverage of T by S: suppose that \
         all of S is fulfilled; what of T is then fulfilled? Only distinct assessable controls are counted, never rows.",
    )
}

fn sheets(cover: &mut Cover<'_>, plan: &Plan<'_>) -> Result<(), XlsxError> {
    cover.heading("Sheets")?;
    if let (Some(sheet), Some(pivot)) = (&plan.crosswalk, plan.report.meta.pivot) {
        let about = format!(
            "one line per control of {}, and what corresponds to it elsewhere",
            plan.heading(pivot)
        );
        cover.link(sheet, &address(sheet, 0), &about)?;
    }
    let rows = "one line per claim, with titles, rationale, status, note and place";
    cover.link(&plan.rows, &address(&plan.rows, 0), rows)?;
    for (sheet, about) in [
        (
            &plan.proved,
            "one line per pair of controls about which the rows together prove more than any row says, with the proof",
        ),
        (
            &plan.contradictions,
            "rows that cannot all be true, with the argument and what to do",
        ),
    ] {
        if let Some(sheet) = sheet {
            cover.link(sheet, &address(sheet, 0), about)?;
        }
    }
    for (sheet, about) in [
        (
            &plan.coverage,
            "counts and shares for every pair, in both directions, by level and branch",
        ),
        (
            &plan.gaps,
            "controls to which nothing corresponds, those that are only called related, and those that nobody has reviewed",
        ),
    ] {
        cover.link(sheet, &address(sheet, 0), about)?;
    }
    if let Some(sheet) = &plan.remainder {
        let about = "what is left to do of controls that overlap: a work list with the notes of the strongest rows";
        cover.link(sheet, &address(sheet, 0), about)?;
    }
    if let Some(sheet) = &plan.overlap {
        let about =
            "controls that ask for the same thing, and what single controls cover elsewhere";
        cover.link(sheet, &address(sheet, 0), about)?;
    }
    for matrix in &plan.matrices {
        let shape = if matrix.columns.is_some() {
            "matrix"
        } else {
            "list"
        };
        let about = format!(
            "{shape}: controls of {} against {}, which can be filtered for holes",
            plan.heading(matrix.of),
            plan.heading(matrix.by)
        );
        cover.link(&matrix.sheet, &address(&matrix.sheet, 0), &about)?;
    }
    for (sheet, about) in [
        (
            &plan.frameworks,
            "all controls with hierarchy, level, tags and remarks",
        ),
        (&plan.definitions, "what every term means"),
    ] {
        cover.link(sheet, &address(sheet, 0), about)?;
    }
    Ok(())
}

/// How to read the colours.
fn colours(cover: &mut Cover<'_>) -> Result<(), XlsxError> {
    cover.heading("How to read the colours")?;
    for verdict in Verdict::ALL {
        cover.coloured(&Cell::verdict(verdict), of_verdict(verdict).meaning)?;
    }
    cover.steps(
        "share of full in the heat maps",
        Look::Heat,
        &[
            "0 % full",
            "up to 10 %",
            "up to 25 %",
            "up to 50 %",
            "up to 75 %",
            "over 75 %",
        ],
    )
}
