//! How long it took to detect and to respond, against the limits of a playbook.

use crate::posture::words::seconds;
use crate::view::view;
use xwalk_report::posture::{Duration, Measured, Playbook, Statistics};

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
        mean: Span,
        /// The median.
        median: Span,
        /// What nine in ten do not exceed.
        percentile_90: Span,
        /// Whether all three are within the limit.
        holds: bool,
        /// Whether some of them are.
        holds_partly: bool,
    }
}

view! {
    /// A span of time.
    struct Span {
        /// How long.
        text: String,
        /// Whether that is over the limit.
        is_over: bool,
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
    let limit = limit.map(|limit| limit.minutes() * 60);
    let [mean, median, percentile_90] =
        [found.mean, found.median, found.percentile_90].map(|time| Span {
            text: seconds(time),
            is_over: limit.is_some_and(|limit| time > limit),
        });
    let over = [mean.is_over, median.is_over, percentile_90.is_over];
    Durations {
        incidents: found.count,
        holds: over.iter().all(|is_over| !is_over),
        holds_partly: over.iter().any(|is_over| !is_over),
        mean,
        median,
        percentile_90,
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
