//! The playbooks: what sets them off, how much runs by itself, how fast they are, against their limits.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::lead::Thing;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::words;
use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::style::{Rank, Tone};
use crate::emit::xlsx::table::Column;
use crate::report::posture::Playbook;

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Playbooks",
    table: "tblPlaybooks",
    about: "every playbook: trigger, what detects and carries it out, share of automated steps, last exercise",
    write,
};

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head())?;
    for playbook in &plan.posture.preparedness.playbooks {
        table.line(Rank::Leaf, 0, cells(plan, playbook))?;
    }
    table.finish()
}

fn head() -> Head {
    let columns = [
        ("Playbook", 24.0),
        ("Title", 28.0),
        ("Trigger", 34.0),
        ("Detected by", 18.0),
        ("Carried out by", 18.0),
        ("Supports", 34.0),
        ("Steps", 8.0),
        ("Automated", 11.5),
        ("Automated %", 11.5),
        ("Last exercise", 12.0),
        ("Counts until", 12.0),
        ("Exercise counts", 15.0),
        ("What it is", 40.0),
    ];
    Head {
        purpose: "How prepared the organization is: what sets a playbook off, how much of it runs by itself (counted from its steps), and when it was last tried."
            .to_owned(),
        reading: "Counts until: the last day on which the last exercise counts. How fast it is stands on the sheet Playbook times."
            .to_owned(),
        columns: columns.map(|(header, width)| Column::new(header, width)).into(),
        frozen: 2,
        empty: "No playbook is declared.",
    }
}

fn cells<'r>(plan: &Plan<'r>, playbook: &'r Playbook<'r>) -> Vec<Cell<'r>> {
    let supports = words::supports(&playbook.supports, |control| plan.name(control));
    let supports = Cell::identifier(supports);
    vec![
        Cell::identifier(playbook.name),
        Cell::text(playbook.title),
        Cell::maybe(playbook.trigger),
        match playbook.detector {
            Some(detector) => plan.lead.named(Thing::Technology, detector),
            None => Cell::muted("nothing"),
        },
        plan.lead.maybe(Thing::Technology, playbook.executor),
        match playbook.supports.first() {
            Some(first) => plan.lead.to(Thing::Assessed, &first.control, supports),
            None => supports,
        },
        Cell::count(playbook.steps.len()),
        Cell::count(playbook.automated),
        match playbook.automated_basis_points {
            Some(share) => Cell::share(u32::try_from(share).unwrap_or(10_000)),
            None => Cell::centred("–"),
        },
        Cell::maybe_date(playbook.exercised),
        Cell::maybe_date(playbook.exercise_counts_until),
        exercise(plan, playbook),
        Cell::maybe(playbook.doc),
    ]
}

/// Whether the last exercise still counts.
fn exercise(plan: &Plan<'_>, playbook: &Playbook<'_>) -> Cell<'static> {
    match playbook.exercise_counts_until {
        Some(until) if until >= plan.report.meta.date => Cell::toned("✓ yes", Tone::Good),
        Some(_) => Cell::toned("✗ too long ago", Tone::Bad),
        None if playbook.exercised.is_some() => Cell::toned("✗ not yet", Tone::Bad),
        None => Cell::toned("✗ never", Tone::Bad),
    }
}
