//! The playbooks: what sets them off, how much runs by itself, how fast they are, against their limits.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::lead::Thing;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::words;
use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::style::{Rank, Tone};
use crate::emit::xlsx::table::Column;
use crate::report::posture::{Duration, Playbook, Statistics};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Playbooks",
    table: "tblPlaybooks",
    about: "every playbook: automation, last exercise, measured times to detect and to respond against the limits",
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
        ("Supports", 24.0),
        ("Steps", 8.0),
        ("Automated", 11.5),
        ("Automated %", 11.5),
        ("Last exercise", 12.0),
        ("Counts until", 12.0),
        ("Exercise counts", 15.0),
        ("Limit to detect", 9.0),
        ("Detect: mean", 13.0),
        ("Detect: median", 13.0),
        ("Detect: 90 %", 13.0),
        ("Detect: within limit", 15.0),
        ("Limit to respond", 9.5),
        ("Respond: mean", 13.0),
        ("Respond: median", 13.0),
        ("Respond: 90 %", 13.0),
        ("Respond: within limit", 15.0),
        ("Incidents", 10.5),
        ("File of incidents", 30.0),
    ];
    Head {
        purpose: "How prepared the organization is: automated steps are counted, times are measured from the file of incidents. To detect: from the beginning of an incident; to respond: from detection until the response is complete."
            .to_owned(),
        reading: "90 %: nine of ten incidents took at most as long. Within limit compares that with the limit. A dash: no limit is declared, or nothing was measured."
            .to_owned(),
        columns: columns.map(|(header, width)| Column::new(header, width)).into(),
        frozen: 2,
        empty: "No playbook is declared.",
    }
}

fn cells<'r>(plan: &Plan<'r>, playbook: &'r Playbook<'r>) -> Vec<Cell<'r>> {
    let supports = words::supports(&playbook.supports, |control| plan.name(control));
    let supports = Cell::identifier(supports);
    let measured = playbook.measured.as_ref();
    let mut cells = vec![
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
    ];
    cells.extend(times(
        playbook.detect,
        measured.and_then(|one| one.detect.as_ref()),
    ));
    cells.extend(times(
        playbook.respond,
        measured.and_then(|one| one.respond.as_ref()),
    ));
    cells.push(Cell::maybe_count(measured.map(|one| one.incidents)));
    cells.push(Cell::maybe(measured.map(|one| match one.faults {
        0 => one.file.to_owned(),
        faults => format!("{} (faults: {faults})", one.file),
    })));
    cells
}

/// Whether the last exercise still counts.
fn exercise(plan: &Plan<'_>, playbook: &Playbook<'_>) -> Cell<'static> {
    match playbook.exercise_counts_until {
        Some(until) if until >= plan.report.meta.date => Cell::toned("✓ yes", Tone::Good),
        Some(_) => Cell::toned("✗ too long ago", Tone::Bad),
        None => Cell::toned("✗ never", Tone::Bad),
    }
}

/// The limit, what was measured, and whether that is within it.
fn times(limit: Option<Duration>, measured: Option<&Statistics>) -> [Cell<'static>; 5] {
    let none = || Cell::centred("–");
    let span = |seconds: Option<u64>| {
        seconds.map_or_else(none, |seconds| Cell::centred(words::span(seconds)))
    };
    let within = limit.map(|limit| limit.minutes() * 60).zip(measured);
    [
        limit.map_or_else(none, |limit| Cell::centred(limit.to_string())),
        span(measured.map(|measured| measured.mean)),
        span(measured.map(|measured| measured.median)),
        span(measured.map(|measured| measured.percentile_90)),
        match within {
            None => none(),
            Some((limit, measured)) if measured.percentile_90 <= limit => {
                Cell::toned("✓ within", Tone::Good)
            }
            Some(_) => Cell::toned("✗ too slow", Tone::Bad),
        },
    ]
}
