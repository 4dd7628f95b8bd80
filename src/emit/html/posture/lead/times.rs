//! How long it took to detect and to respond, against the limits of a playbook.

use crate::view::view;
use xwalk_report::posture::{Duration, Measured, Playbook, Statistics, spelled};

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
    }
}

view! {
    /// What was found of a time.
    struct Durations {
        /// Of how many incidents.
        incidents: usize,
        /// The mean.
        mean: String,
        /// The median.
        median: String,
        /// What nine in ten do not exceed.
        percentile_90: String,
        /// Whether that is within the limit, where there is one.
        holds: bool,
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
        detect: time(detect, measured.and_then(|it| it.detect)),
        respond: time(respond, measured.and_then(|it| it.respond)),
        measured: measured.map(incidents),
    })
}

fn time(limit: Option<Duration>, found: Option<Statistics>) -> Time {
    Time {
        limit: limit.map(|limit| limit.to_string()),
        found: found.map(|found| self::found(limit, found)),
    }
}

fn found(limit: Option<Duration>, found: Statistics) -> Durations {
    Durations {
        incidents: found.count,
        mean: spelled(found.mean),
        median: spelled(found.median),
        percentile_90: spelled(found.percentile_90),
        holds: limit.is_some_and(|limit| found.keep(limit)),
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
