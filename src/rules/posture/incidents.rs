//! Playbooks that are too slow, and files of incidents that do not say how fast they are.

use super::{Context, PresentRule, Seen};
use crate::context::count;
use xwalk_analysis::posture::{IncidentFault, Times, incidents, spelled};
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_model::posture::Playbook;
use xwalk_syntax::ast::Duration;

code! {
    /// Incidents were detected or responded to later than the playbook allows.
    ///
    /// A limit is kept if nine incidents in ten keep it. Time to detect counts from the beginning of an incident, time to
    /// respond from its detection. An incident that is not detected or not responded to yet, and is over the limit already
    /// when the day of `--date`, of `SOURCE_DATE_EPOCH` or today in UTC begins, does not keep it.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// playbook contain-ransomware "Ransomware containment" {
    ///   exercised 2026-05-11
    ///   detect    within 15min
    ///   measured  "incidents.csv" occurred "began" detected "seen" responded "over"
    /// }
    /// ```
    ///
    /// ```csv incidents.csv
    /// case,began,seen,over
    /// 1,2026-05-01T08:00:00Z,2026-05-01T08:10:00Z,2026-05-01T09:00:00Z
    /// 2,2026-06-01T08:00:00Z,2026-06-01T10:30:00Z,2026-06-01T12:00:00Z
    /// ```
    ///
    /// Respond faster, or declare the time that it really takes.
    LIMIT_MISSED = "XW0820" "limit-missed" Warning;

    /// A file of incidents cannot be read, as a whole or in some lines.
    ///
    /// It is a CSV file with a line of headings, and commas, semicolons or tabs between the cells; every line has a cell
    /// for each heading. Times are written `2026-05-11T08:30:00Z`, with a zone such as `+02:00` or `+0200`, or as a date
    /// alone, which is its first second in UTC. Where one time of an incident has a zone and another has none, nobody can
    /// tell how far they are apart. An empty cell is a point in time that has not been reached yet.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// playbook contain-ransomware "Ransomware containment" {
    ///   exercised 2026-05-11
    ///   measured  "incidents.csv" occurred "began" detected "seen" responded "over"
    /// }
    /// ```
    ///
    /// ```csv incidents.csv
    /// case,began,seen,over
    /// 1,2026-05-01T08:00:00Z,2026-05-01T08:10:00Z,2026-05-01T09:00:00Z
    /// 2,2026-06-01T08:00:00Z,1.6.2026 10:30,2026-06-01T12:00:00Z
    /// ```
    ///
    /// Correct the file, or what `measured` says about it.
    UNREADABLE_INCIDENTS = "XW0821" "unreadable-incidents" Warning;
}

pub(crate) const LIMITS: PresentRule = PresentRule {
    code: LIMIT_MISSED,
    check: limits,
};
pub(crate) const INCIDENTS: PresentRule = PresentRule {
    code: UNREADABLE_INCIDENTS,
    check: unreadable,
};

fn limits(context: &Context<'_, '_>, seen: &Seen<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (_, playbook) in context.model.posture.playbooks.iter() {
        let Some(incidents) = incidents(playbook, &seen.present.files, seen.present.today) else {
            continue;
        };
        let missed = [
            missed(playbook, What::Detect, playbook.detect, &incidents.detect),
            missed(
                playbook,
                What::Respond,
                playbook.respond,
                &incidents.respond,
            ),
        ];
        let missed = missed.into_iter().flatten();
        let place = playbook.measured.as_ref().map(|measured| measured.place);
        found.extend(missed.map(|missed| match place {
            Some(place) => missed.also(place, "the source of the times"),
            None => missed,
        }));
    }
    found
}

/// What a playbook limits.
#[derive(Clone, Copy)]
enum What {
    Detect,
    Respond,
}

impl What {
    const fn infinitive(self) -> &'static str {
        match self {
            Self::Detect => "detect",
            Self::Respond => "respond",
        }
    }

    const fn not_yet(self) -> &'static str {
        match self {
            Self::Detect => "not detected",
            Self::Respond => "not responded to",
        }
    }
}

fn missed(
    playbook: &Playbook<'_>,
    what: What,
    limit: Option<Duration>,
    times: &Times,
) -> Option<Diagnostic> {
    let limit = limit?;
    if times.is_kept != Some(false) {
        return None;
    }
    let (name, to) = (playbook.name, what.infinitive());
    let open = count(times.overdue, "incident");
    let since = times
        .oldest
        .map_or_else(String::new, |day| format!(", the oldest since {day}"));
    let of_known = times.statistics.map(|known| {
        let noun = match times.overdue {
            0 => "incident",
            _ => "other incident",
        };
        format!(
            "the 90th percentile of {} is {}",
            count(known.count, noun),
            spelled(known.percentile_90)
        )
    });
    let still = format!(
        "{open} {} {} yet and beyond that already{since}",
        if times.overdue == 1 { "is" } else { "are" },
        what.not_yet()
    );
    let found = match (of_known, times.overdue) {
        (Some(known), 0) => known,
        (Some(known), _) => format!("{still}; {known}"),
        (None, _) => still,
    };
    let message = format!("the playbook `{name}` is to {to} within {limit}, and {found}");
    let help = match times.statistics {
        Some(known) => format!(
            "the mean is {}, the median {}; {to} faster, or declare a limit that can be met",
            spelled(known.mean),
            spelled(known.median)
        ),
        None => format!(
            "{to} faster, write the time where it has happened, or declare a limit that can be met"
        ),
    };
    Some(Diagnostic::new(LIMIT_MISSED, playbook.place, message).help(help))
}

fn unreadable(context: &Context<'_, '_>, seen: &Seen<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (_, playbook) in context.model.posture.playbooks.iter() {
        let Some(measured) = &playbook.measured else {
            continue;
        };
        let found_here = incidents(playbook, &seen.present.files, seen.present.today);
        let faults = found_here.map_or_else(Vec::new, |incidents| incidents.faults);
        let Some(first) = faults.first() else {
            continue;
        };
        let file = measured.file.as_ref();
        let what = match first {
            IncidentFault::Missing(unread) => format!("the file `{file}` {unread}"),
            IncidentFault::Unreadable(refusal) => refusal.told(file, "CSV"),
            IncidentFault::NoColumn(heading, columns) => {
                format!("`{file}` does not have the column `{heading}`: {columns}")
            }
            IncidentFault::NoTime(line, heading, cell) => {
                format!(
                    "`{heading}` in line {line} of `{file}` is `{cell}`, which is not a point in time"
                )
            }
            IncidentFault::Future(line, heading, day) => {
                format!(
                    "`{heading}` in line {line} of `{file}` is on {day}, which has not come yet"
                )
            }
            IncidentFault::Backwards(line, first, second) => {
                format!("in line {line} of `{file}`, `{first}` is later than `{second}`")
            }
            IncidentFault::MixedZones(line, without, with) => format!(
                "in line {line} of `{file}`, `{without}` has no time zone and `{with}` has one, so nobody can tell how far they are apart"
            ),
        };
        let more = match faults.len() {
            1 => String::new(),
            several => format!("; and {} more", several - 1),
        };
        let help = match first {
            IncidentFault::Missing(unread) => unread.help(),
            IncidentFault::Unreadable(refusal) => refusal.cause.help().unwrap_or(
                "save it as CSV with a line of headings, and the same number of cells in every line",
            ),
            IncidentFault::NoColumn(..) => "write the headings as they appear in the file",
            IncidentFault::NoTime(..) => {
                "write times as `2026-05-11T08:30:00Z` or `2026-05-11T10:30:00+02:00`; leave the cell empty where that has not happened yet"
            }
            IncidentFault::Backwards(..) | IncidentFault::Future(..) => {
                "correct the times; the incident is left out until then"
            }
            IncidentFault::MixedZones(..) => {
                "write the zone of both, `2026-05-11T08:30:00Z` or `2026-05-11T10:30:00+02:00`; the incident is left out until then"
            }
        };
        let message = format!(
            "the incidents of the playbook `{}`: {what}{more}",
            playbook.name
        );
        found.push(Diagnostic::new(UNREADABLE_INCIDENTS, measured.place, message).help(help));
    }
    found
}
