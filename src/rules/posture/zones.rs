//! Times of incidents that are times of an unknown place.

use super::{Context, PresentRule, Seen};
use crate::context::{count, listed};
use xwalk_analysis::posture::incidents;
use xwalk_diagnostic::{Diagnostic, code};

code! {
    /// Times of incidents have no time zone.
    ///
    /// It is then not known where they were taken. The time between two of them is computed as if the clocks never
    /// changed, so that across a change to or from summer time it is an hour too long or too short. A date alone is not
    /// reported: it stands for its first second in UTC.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization bakery "Bakery" {
    ///   baseline nist-csf@2.0
    /// }
    /// playbook till-offline "The tills are offline" {
    ///   exercised 2026-02-20
    ///   measured  "tills.csv" occurred "down" detected "noticed" responded "up"
    /// }
    /// ```
    ///
    /// ```csv tills.csv
    /// shop,down,noticed,up
    /// Mill Lane,2026-01-15T10:00:00Z,2026-01-15T10:04:00Z,2026-01-15T10:30:00Z
    /// Harbour,2026-03-29T01:49,2026-03-29T03:15,2026-03-29T04:00
    /// ```
    ///
    /// Write the zone after each time: `Z` for UTC, or how far the clock is ahead of it, such as `+02:00`.
    TIMES_WITHOUT_ZONE = "XW0837" "times-without-zone" Warning;
}

pub(crate) const RULE: PresentRule = PresentRule {
    code: TIMES_WITHOUT_ZONE,
    check,
};

fn check(context: &Context<'_, '_>, seen: &Seen<'_>) -> Vec<Diagnostic> {
    let playbooks = context.model.posture.playbooks.iter();
    let found = playbooks.filter_map(|(_, playbook)| {
        let measured = playbook.measured.as_ref()?;
        let incidents = incidents(playbook, &seen.present.files, seen.present.today)?;
        let lines = incidents.without_zone;
        let (lines_of, have) = match lines.len() {
            0 => return None,
            1 => ("line", "has"),
            _ => ("lines", "have"),
        };
        let message = format!(
            "{} of the playbook `{}` {have} times without a time zone: {lines_of} {} of `{}`",
            count(lines.len(), "incident"),
            playbook.name,
            listed(lines.iter().map(ToString::to_string)),
            measured.file
        );
        Some(Diagnostic::new(TIMES_WITHOUT_ZONE, measured.place, message).help(
            "write the zone after each time: `2026-05-11T08:30:00Z` in UTC, or `2026-05-11T10:30:00+02:00`",
        ))
    });
    found.collect()
}
