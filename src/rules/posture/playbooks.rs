//! Playbooks that are missing, untried or too slow.

use super::{Context, PresentRule, Rule, Seen, assessed};
use crate::analysis::posture::{IncidentFault, Preparedness, Statistics, incidents, preparedness};
use crate::diagnostic::{Diagnostic, code};
use crate::model::posture::Playbook;
use crate::rules::context::{count, listed};
use crate::syntax::ast::Duration;

code! {
    /// Controls of response and recovery have no playbook.
    ///
    /// The functions `Respond` and `Recover` of the baseline ask for what is done when something happens. What no playbook
    /// supports is thought up then. Controls that are not applicable are left out.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// playbook contain-ransomware "Ransomware containment" {
    ///   supports RS.RP.a, RS.MI.a
    /// }
    /// assessment acme-2026 "Assessment 2026" of iso-ts-27103@2026 {
    ///   assessed      2026-09-30
    ///   achieved-from 3
    ///   ID.AM.a tier 2 -> 4
    /// }
    /// ```
    ///
    /// Write them at `supports` of the playbook that does, or write one.
    CONTROL_WITHOUT_PLAYBOOK = "XW0818" "control-without-playbook" Note;

    /// A playbook was not exercised for more than a year, or never.
    ///
    /// The day is that of `--date`, of `SOURCE_DATE_EPOCH`, or today in UTC. An exercise on a day that has not come yet is
    /// none.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// playbook contain-ransomware "Ransomware containment" {
    ///   supports  RS.RP.a, RS.MI.a
    ///   exercised 2025-05-11
    /// }
    /// ```
    ///
    /// Exercise it, and write the day.
    PLAYBOOK_NOT_EXERCISED = "XW0819" "playbook-not-exercised" Warning;

    /// Incidents were detected or answered later than the playbook says.
    ///
    /// A limit is kept where nine incidents of ten keep it: the 90th percentile is at most the limit. Time to detect counts
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
    /// Become faster, or own up to the time that it takes.
    LIMIT_MISSED = "XW0820" "limit-missed" Warning;

    /// A file of incidents cannot be read, as a whole or in some lines.
    ///
    /// It is a CSV file with commas and a line of headings. Times are written `2026-05-11T08:30:00Z`, with a zone such as
    /// `+02:00`, or as a date alone; a cell that is empty is a point that has not come yet.
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
    /// Mend the file, or what is said of it at `measured`.
    UNREADABLE_INCIDENTS = "XW0821" "unreadable-incidents" Warning;
}

pub(in crate::rules) const WITHOUT: Rule = Rule {
    code: CONTROL_WITHOUT_PLAYBOOK,
    check: without,
};
pub(in crate::rules) const EXERCISED: PresentRule = PresentRule {
    code: PLAYBOOK_NOT_EXERCISED,
    check: exercised,
};
pub(in crate::rules) const LIMITS: PresentRule = PresentRule {
    code: LIMIT_MISSED,
    check: limits,
};
pub(in crate::rules) const INCIDENTS: PresentRule = PresentRule {
    code: UNREADABLE_INCIDENTS,
    check: unreadable,
};

fn without(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let posture = &context.model.posture;
    let found = assessed(posture).filter_map(|id| {
        posture.of(&posture.playbooks, id).next()?;
        let uncovered = preparedness(context.model, id).uncovered;
        if uncovered.is_empty() {
            return None;
        }
        let organization = &posture.organizations[id];
        let message = format!(
            "{} of response and recovery {} no playbook of `{}`: {}",
            count(uncovered.len(), "control"),
            if uncovered.len() == 1 { "has" } else { "have" },
            organization.name,
            listed(uncovered.iter().map(|control| context.name(*control)))
        );
        Some(
            Diagnostic::new(CONTROL_WITHOUT_PLAYBOOK, organization.place, message).help(
                "write them at `supports` of the playbook that says what is done, or write one",
            ),
        )
    });
    found.collect()
}

fn exercised(context: &Context<'_, '_>, seen: &Seen<'_>) -> Vec<Diagnostic> {
    let playbooks = context.model.posture.playbooks.iter();
    let found = playbooks.filter_map(|(_, playbook)| {
        let (name, today) = (playbook.name, seen.present.today);
        let message = match (
            playbook.exercised,
            Preparedness::exercised_until(playbook, today),
        ) {
            (None, _) => format!("the playbook `{name}` was never exercised"),
            (Some(day), None) => {
                format!("the playbook `{name}` was last exercised on {day}, and it is {today}")
            }
            (Some(day), Some(until)) if until < today => format!(
                "the playbook `{name}` was last exercised on {day}, more than a year before {today}"
            ),
            _ => return None,
        };
        Some(
            Diagnostic::new(PLAYBOOK_NOT_EXERCISED, playbook.place, message).help(format!(
                "exercise it, and write the day: `exercised {today}`"
            )),
        )
    });
    found.collect()
}

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
                .map(|missed| missed.also(measured.place, "where the times are from")),
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
    if times.percentile_90 <= limit.minutes() * 60 {
        return None;
    }
    let message = format!(
        "the playbook `{}` is to {what} within {limit}, and the 90th percentile of {} is {}",
        playbook.name,
        count(times.count, "incident"),
        spelled(times.percentile_90)
    );
    let help = format!(
        "their mean is {}, their median {}; become faster, or own up to the time that it takes",
        spelled(times.mean),
        spelled(times.median)
    );
    Some(Diagnostic::new(LIMIT_MISSED, playbook.place, message).help(help))
}

/// A number of seconds in the two greatest units that it fills: `2d 4h`, `15min`, `40s`.
fn spelled(seconds: u64) -> String {
    const UNITS: [(u64, &str); 4] = [(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")];
    let at = UNITS.iter().position(|(length, _)| seconds >= *length);
    let mut units = UNITS.iter().skip(at.unwrap_or(3));
    let Some((length, word)) = units.next() else {
        return String::new();
    };
    let great = format!("{}{word}", seconds / length);
    match units.next() {
        Some((smaller, word)) if seconds % length >= *smaller => {
            format!("{great} {}{word}", seconds % length / smaller)
        }
        _ => great,
    }
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
                    "`{heading}` in line {line} of `{file}` is `{cell}`, which is no point of time"
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
                "put it there, or mend its name: it is relative to the folder of the file that names it"
            }
            IncidentFault::Unreadable => {
                "save it as CSV with commas, a line of headings, and as many cells in every line"
            }
            IncidentFault::NoColumn(_) => "write the headings as they stand in the file",
            IncidentFault::NoTime(..) => {
                "write times as `2026-05-11T08:30:00Z`; leave the cell empty where it has not come to that yet"
            }
            IncidentFault::Backwards(..) => "mend the times; the incident is left out until then",
        };
        let message = format!(
            "the incidents of the playbook `{}`: {what}{more}",
            playbook.name
        );
        found.push(Diagnostic::new(UNREADABLE_INCIDENTS, measured.place, message).help(help));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::spelled;

    #[test]
    fn times_are_spelled_in_two_units() {
        for (seconds, text) in [
            (0, "0s"),
            (59, "59s"),
            (900, "15min"),
            (930, "15min 30s"),
            (9_000, "2h 30min"),
            (86_430, "1d"),
            (187_200, "2d 4h"),
        ] {
            assert_eq!(spelled(seconds), text);
        }
    }
}
