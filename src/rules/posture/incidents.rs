//! Playbooks that are too slow, and files of incidents that do not say how fast they are.

use super::{Context, PresentRule, Seen};
use crate::context::count;
use xwalk_analysis::posture::{IncidentFault, Statistics, incidents, spelled};
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_model::posture::Playbook;
use xwalk_syntax::ast::Duration;

code! {
    /// Incidents were detected or responded to later than the playbook allows.
    ///
    /// A limit is kept if nine incidents in ten keep it: the 90th percentile is at most the limit. Time to detect counts
    /// from the beginning of an incident, time to respond from its detection.
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
    /// It is a CSV file with commas and a line of headings. Times are written `2026-05-11T08:30:00Z`, with a zone such as
    /// `+02:00`, or as a date alone; an empty cell is a point in time that has not been reached yet.
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
        let Some(measured) = &playbook.measured else {
            continue;
        };
        let incidents = incidents(measured, &seen.present.files);
        let missed = [
            missed(playbook, "detect", playbook.detect, incidents.detect),
            missed(playbook, "respond", playbook.respond, incidents.respond),
        ];
        found.extend(
            missed
                .into_iter()
                .flatten()
                .map(|missed| missed.also(measured.place, "the source of the times")),
        );
    }
    found
}

fn missed(
    playbook: &Playbook<'_>,
    what: &str,
    limit: Option<Duration>,
    times: Option<Statistics>,
) -> Option<Diagnostic> {
    let (limit, times) = (limit?, times?);
    if times.keep(limit) {
        return None;
    }
    let message = format!(
        "the playbook `{}` is to {what} within {limit}, and the 90th percentile of {} is {}",
        playbook.name,
        count(times.count, "incident"),
        spelled(times.percentile_90)
    );
    let help = format!(
        "their mean is {}, their median {}; respond faster, or declare a limit that can be met",
        spelled(times.mean),
        spelled(times.median)
    );
    Some(Diagnostic::new(LIMIT_MISSED, playbook.place, message).help(help))
}

fn unreadable(context: &Context<'_, '_>, seen: &Seen<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (_, playbook) in context.model.posture.playbooks.iter() {
        let Some(measured) = &playbook.measured else {
            continue;
        };
        let faults = incidents(measured, &seen.present.files).faults;
        let Some(first) = faults.first() else {
            continue;
        };
        let file = measured.file.as_ref();
        let what = match first {
            IncidentFault::Missing => format!("the file `{file}` is not there"),
            IncidentFault::Unreadable => format!("`{file}` cannot be read as CSV"),
            IncidentFault::NoColumn(heading) => {
                format!("`{file}` does not have the column `{heading}`")
            }
            IncidentFault::NoTime(line, heading, cell) => {
                format!(
                    "`{heading}` in line {line} of `{file}` is `{cell}`, which is not a point in time"
                )
            }
            IncidentFault::Backwards(line, first, second) => {
                format!("in line {line} of `{file}`, `{first}` is later than `{second}`")
            }
        };
        let more = match faults.len() {
            1 => String::new(),
            several => format!("; and {} more", several - 1),
        };
        let help = match first {
            IncidentFault::Missing => {
                "put it there, or correct its name: it is relative to the folder of the file that names it"
            }
            IncidentFault::Unreadable => {
                "save it as CSV with commas, a line of headings, and the same number of cells in every line"
            }
            IncidentFault::NoColumn(_) => "write the headings as they appear in the file",
            IncidentFault::NoTime(..) => {
                "write times as `2026-05-11T08:30:00Z`; leave the cell empty where that has not happened yet"
            }
            IncidentFault::Backwards(..) => {
                "correct the times; the incident is left out until then"
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
