//! How fast the playbooks are: measured times against their limits.

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
    name: "Playbook times",
    table: "tblPlaybookTimes",
    about: "measured times to detect and to respond (mean, median, 90th percentile) against the limits",
    write,
};

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head())?;
    for playbook in &plan.posture.preparedness.playbooks {
        let measured = playbook.measured.as_ref();
        let detect = measured.and_then(|measured| measured.detect.as_ref());
        let respond = measured.and_then(|measured| measured.respond.as_ref());
        for (what, limit, times) in [
            ("detect", playbook.detect, detect),
            ("respond", playbook.respond, respond),
        ] {
            let cells = cells(plan, playbook, what, limit, times);
            table.line(Rank::Leaf, 0, cells)?;
        }
    }
    table.finish()
}

fn head() -> Head {
    let columns = [
        ("Playbook", 26.0),
        ("Title", 30.0),
        ("Time to", 10.0),
        ("Limit", 9.0),
        ("Limit (hours)", 10.0),
        ("Mean", 15.0),
        ("Median", 15.0),
        ("90th percentile", 15.0),
        ("90th percentile (hours)", 13.0),
        ("Within the limit", 18.0),
        ("Incidents measured", 11.0),
        ("Incidents in the file", 11.0),
        ("Faults in the file", 10.0),
        ("File of incidents", 36.0),
    ];
    Head {
        purpose: "To detect: from the beginning of an incident until it is detected. To respond: from detection until the response is complete. Measured from the file of incidents."
            .to_owned(),
        reading: "90th percentile: nine of ten incidents took at most as long; it is compared with the limit. A dash: no limit is declared, or nothing was measured."
            .to_owned(),
        columns: columns.map(|(header, width)| Column::new(header, width)).into(),
        frozen: 3,
        empty: "No playbook is declared.",
    }
}

fn cells<'r>(
    plan: &Plan<'r>,
    playbook: &'r Playbook<'r>,
    what: &'static str,
    limit: Option<Duration>,
    times: Option<&Statistics>,
) -> Vec<Cell<'r>> {
    const HOUR: u64 = 60 * 60;
    let none = || Cell::centred("–");
    let seconds = limit.map(|limit| limit.minutes() * 60);
    let span = |seconds: Option<u64>| {
        seconds.map_or_else(none, |seconds| Cell::centred(words::span(seconds)))
    };
    let hours =
        |seconds: Option<u64>| seconds.map_or_else(none, |seconds| Cell::quotient(seconds, HOUR));
    let slowest = times.map(|times| times.percentile_90);
    let measured = playbook.measured.as_ref();
    vec![
        plan.lead.named(Thing::Playbook, playbook.name),
        Cell::text(playbook.title),
        Cell::text(what),
        limit.map_or_else(none, |limit| Cell::centred(limit.to_string())),
        hours(seconds),
        span(times.map(|times| times.mean)),
        span(times.map(|times| times.median)),
        span(slowest),
        hours(slowest),
        match (seconds, slowest) {
            (None, _) => Cell::toned("? no limit", Tone::Open),
            (_, None) => Cell::toned("? not measured", Tone::Open),
            (Some(limit), Some(slowest)) if slowest <= limit => Cell::toned("✓ within", Tone::Good),
            _ => Cell::toned("✗ too slow", Tone::Bad),
        },
        Cell::count(times.map_or(0, |times| times.count)),
        Cell::maybe_count(measured.map(|measured| measured.incidents)),
        Cell::maybe_count(measured.map(|measured| measured.faults)),
        Cell::maybe(measured.map(|measured| measured.file)),
    ]
}
