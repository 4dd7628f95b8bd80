//! How fast the playbooks are: measured times against their limits.

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::target::Target;
use crate::cell::Cell;
use crate::style::{Rank, Tone};
use crate::table::{AnyTable, Column};
use xwalk_report::posture::{Duration, Measured, Playbook, Statistics, Times, spelled};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Playbook times",
    table: "tblPlaybookTimes",
    about: "measured times to detect and to respond (mean, median, 90th percentile) against the limits",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(), columns(plan));
    for playbook in &plan.posture.preparedness.playbooks {
        let measured = playbook.measured.as_ref();
        let detect = measured.map(|measured| &measured.detect);
        let respond = measured.map(|measured| &measured.respond);
        for (what, limit, times) in [
            ("detect", playbook.detect, detect),
            ("respond", playbook.respond, respond),
        ] {
            let line = Line {
                playbook,
                what,
                limit,
                times,
            };
            table.row(Rank::Leaf, 0, line);
        }
    }
    table.finish()
}

fn head() -> Head {
    Head {
        purpose: "To detect: from the beginning of an incident until it is detected. To respond: from detection until the response is complete. Measured from the file of incidents."
            .to_owned(),
        reading: "90th percentile: nine in ten incidents took no longer. A limit is kept where nine in ten keep it; an incident that is open, not detected or not responded to yet, and over the limit already does not. A dash: no limit is declared, or nothing was measured."
            .to_owned(),
        frozen: 3,
        empty: "No playbook is declared.",
    }
}

/// One of the two times of a playbook: to detect, or to respond.
#[derive(Clone, Copy)]
struct Line<'r> {
    playbook: &'r Playbook<'r>,
    what: &'static str,
    limit: Option<Duration>,
    times: Option<&'r Times>,
}

impl<'r> Line<'r> {
    fn seconds(self) -> Option<u64> {
        self.limit.map(|limit| limit.minutes() * 60)
    }

    fn statistics(self) -> Option<Statistics> {
        self.times?.statistics
    }

    fn slowest(self) -> Option<u64> {
        self.statistics().map(|times| times.percentile_90)
    }

    fn measured(self) -> Option<&'r Measured<'r>> {
        self.playbook.measured.as_ref()
    }
}

fn or_dash<T>(value: Option<T>, cell: impl Fn(T) -> Cell<'static>) -> Cell<'static> {
    value.map_or_else(|| Cell::centred("–"), cell)
}

fn span(seconds: u64) -> Cell<'static> {
    Cell::centred(spelled(seconds))
}

fn hours(seconds: u64) -> Cell<'static> {
    const HOUR: u64 = 60 * 60;
    Cell::quotient(seconds, HOUR)
}

/// A column of the sheet.
type Of<'r> = Column<'r, Line<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::cell("Playbook", 26.0, move |line| {
            plan.links.named(Target::Playbook, line.playbook.name)
        }),
        Of::text("Title", 30.0, |line| line.playbook.title),
        Of::text("Time to", 10.0, |line| line.what),
        Of::cell("Limit", 9.0, |line| {
            or_dash(line.limit, |limit| Cell::centred(limit.to_string()))
        }),
        Of::cell("Limit (hours)", 10.0, |line| or_dash(line.seconds(), hours)),
        Of::cell("Mean", 15.0, |line| {
            or_dash(line.statistics().map(|times| times.mean), span)
        }),
        Of::cell("Median", 15.0, |line| {
            or_dash(line.statistics().map(|times| times.median), span)
        }),
        Of::cell("90th percentile", 15.0, |line| {
            or_dash(line.slowest(), span)
        }),
        Of::cell("90th percentile (hours)", 13.0, |line| {
            or_dash(line.slowest(), hours)
        }),
        Of::cell("Within the limit", 18.0, |line| {
            match (line.limit, line.times.and_then(|times| times.is_kept)) {
                (None, _) => Cell::toned("? no limit", Tone::Open),
                (_, None) => Cell::toned("? not measured", Tone::Open),
                (_, Some(true)) => Cell::toned("✓ within", Tone::Good),
                (_, Some(false)) => Cell::toned("✗ too slow", Tone::Bad),
            }
        }),
        Of::count("Incidents measured", 11.0, |line| {
            line.statistics().map_or(0, |times| times.count)
        }),
        Of::count("Incidents open", 10.0, |line| {
            line.times.map_or(0, |times| times.open)
        }),
        Of::count("Open and over the limit", 12.0, |line| {
            line.times.map_or(0, |times| times.overdue)
        }),
        Of::cell("Incidents in the file", 11.0, |line| {
            Cell::maybe_count(line.measured().map(|file| file.incidents))
        }),
        Of::cell("Faults in the file", 10.0, |line| {
            Cell::maybe_count(line.measured().map(|file| file.faults))
        }),
        Of::maybe("File of incidents", 36.0, |line| {
            Some(line.measured()?.file)
        }),
    ]
}
