//! How long it took to detect and to respond, against the limits of a playbook.

use crate::view::view;
use xwalk_report::posture::{self, Duration, Measured, Playbook, Statistics, spelled};

view! {
    /// Times and their limits.
    pub(super) struct Times<'r> {
        /// To detect.
        detect: Time,
        /// To respond.
        respond: Time,
        /// The file of incidents, if there is one.
        measured: Option<Incidents<'r>>,
    }
}

view! {
    /// A time and its limit.
    pub(in crate::posture) struct Time {
        /// The limit, if there is one.
        limit: Option<String>,
        /// What was found, if anything was measured.
        found: Option<Durations>,
        /// How many incidents are open, and how many of these are over the limit already; missing where none is.
        open: Option<String>,
        /// Whether the limit is kept.
        holds: bool,
        /// Whether it is not.
        missed: bool,
    }
}

view! {
    /// What was found of a time.
    struct Durations {
        /// Of how many incidents, of all that are on record.
        incidents: String,
        /// The mean.
        mean: String,
        /// The median.
        median: String,
        /// What nine in ten do not exceed.
        percentile_90: String,
    }
}

view! {
    /// A file of incidents.
    struct Incidents<'r> {
        /// The file.
        file: &'r str,
        /// How many incidents it records.
        count: usize,
        /// Whether these are several.
        several: bool,
        /// How many things in it could not be read.
        faults: usize,
    }
}

/// The times of a playbook, where they are limited or measured.
pub(super) fn times<'r>(playbook: &'r Playbook<'r>) -> Option<Times<'r>> {
    let measured = playbook.measured.as_ref();
    let (detect, respond) = (playbook.detect, playbook.respond);
    if measured.is_none() && detect.is_none() && respond.is_none() {
        return None;
    }
    Some(Times {
        detect: time(detect, measured.map(|it| (it, &it.detect))),
        respond: time(respond, measured.map(|it| (it, &it.respond))),
        measured: measured.map(incidents),
    })
}

fn time(limit: Option<Duration>, found: Option<(&Measured<'_>, &posture::Times)>) -> Time {
    let times = found.map(|(_, times)| times);
    let is_kept = times.and_then(|times| times.is_kept);
    Time {
        limit: limit.map(|limit| limit.to_string()),
        found: found.and_then(|(measured, times)| {
            let statistics = times.statistics?;
            Some(durations(measured.incidents, statistics))
        }),
        open: times.and_then(open),
        holds: is_kept == Some(true),
        missed: is_kept == Some(false),
    }
}

/// `4`, or `4, 3 over the limit`; nothing where none is open.
fn open(times: &posture::Times) -> Option<String> {
    match (times.open, times.overdue) {
        (0, _) => None,
        (open, 0) => Some(open.to_string()),
        (open, overdue) => Some(format!("{open}, {overdue} over the limit")),
    }
}

fn durations(all: usize, found: Statistics) -> Durations {
    Durations {
        incidents: format!("{} of {all}", found.count),
        mean: spelled(found.mean),
        median: spelled(found.median),
        percentile_90: spelled(found.percentile_90),
    }
}

fn incidents<'r>(measured: &'r Measured<'r>) -> Incidents<'r> {
    Incidents {
        file: measured.file,
        count: measured.incidents,
        several: measured.incidents != 1,
        faults: measured.faults,
    }
}
