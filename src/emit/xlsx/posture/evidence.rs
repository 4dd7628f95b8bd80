//! All evidence, as it is declared and as it was found.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::lead::Thing;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::words;
use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::style::{Rank, Tone};
use crate::emit::xlsx::table::Column;
use crate::report::posture::Evidence;

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Evidence",
    table: "tblEvidence",
    about: "every piece of evidence: file, whether it holds and why not, dates, digests, what it supports, owner",
    write,
};

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head(plan))?;
    for evidence in &plan.posture.evidence {
        table.line(Rank::Leaf, 0, cells(plan, evidence))?;
    }
    table.finish()
}

fn head(plan: &Plan<'_>) -> Head {
    let columns = [
        ("Evidence", 24.0),
        ("Title", 34.0),
        ("State", 22.0),
        ("Why", 40.0),
        ("File", 34.0),
        ("Collected", 12.0),
        ("Valid until", 12.0),
        ("Supports", 26.0),
        ("Owner", 20.0),
        ("SHA-256 as approved", 36.0),
        ("SHA-256 as found", 36.0),
        ("Unchanged", 13.0),
    ];
    Head {
        purpose: format!(
            "The files as they were found on {}. Missing, stale, future-dated, changed since approval and failing are different findings.",
            plan.report.meta.date
        ),
        reading: "A control whose evidence does not hold is unsupported: its claimed tier is shown and counted all the same, with the mark beside it."
            .to_owned(),
        columns: columns.map(|(header, width)| Column::new(header, width)).into(),
        frozen: 2,
        empty: "No evidence is declared.",
    }
}

fn cells<'r>(plan: &Plan<'r>, evidence: &'r Evidence<'r>) -> Vec<Cell<'r>> {
    let faults = evidence.flaws.iter().map(|flaw| flaw.fault.word());
    let faults: Vec<&str> = faults.collect();
    let why: Vec<&str> = evidence
        .flaws
        .iter()
        .filter_map(|flaw| flaw.why.as_deref())
        .collect();
    let supports = words::supports(&evidence.supports, |control| plan.name(control));
    let supports = Cell::identifier(supports);
    vec![
        Cell::identifier(evidence.name),
        Cell::text(evidence.title),
        match faults.as_slice() {
            [] => Cell::toned("✓ holds", Tone::Good),
            _ => Cell::toned(format!("✗ {}", faults.join(", ")), Tone::Bad),
        },
        Cell::text(why.join("\n")),
        Cell::text(evidence.file),
        Cell::date(evidence.collected),
        Cell::maybe_date(evidence.valid_until),
        match evidence.supports.first() {
            Some(first) => plan.lead.to(Thing::Assessed, &first.control, supports),
            None => supports,
        },
        plan.lead.maybe(Thing::Role, evidence.owner),
        Cell::maybe(evidence.digest),
        Cell::maybe(evidence.found.as_deref()),
        match (evidence.digest, evidence.found.as_deref()) {
            (_, None) => Cell::toned("? no file", Tone::Open),
            (None, Some(_)) => Cell::muted("not approved"),
            (Some(approved), Some(found)) if approved.eq_ignore_ascii_case(found) => {
                Cell::toned("✓ yes", Tone::Good)
            }
            (Some(_), Some(_)) => Cell::toned("✗ no", Tone::Bad),
        },
    ]
}
