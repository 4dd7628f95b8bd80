//! Incidents that have not been detected.

use super::{Context, PresentRule, Seen};
use crate::context::count;
use xwalk_analysis::posture::incidents;
use xwalk_diagnostic::{Diagnostic, code};

code! {
    /// Incidents of a playbook have not been detected.
    ///
    /// They have a beginning and no detection, so that they count in none of the times that are shown: mean, median and
    /// percentile are those of the others.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization harbour "Harbour authority" {
    ///   baseline nist-csf@2.0
    /// }
    /// playbook lost-laptop "A laptop is lost" {
    ///   exercised 2026-03-02
    ///   measured  "laptops.csv" occurred "last_seen" detected "missed" responded "wiped"
    /// }
    /// ```
    ///
    /// ```csv laptops.csv
    /// laptop,last_seen,missed,wiped
    /// L-017,2026-02-11T17:30:00+01:00,2026-02-12T08:05:00+01:00,2026-02-12T08:40:00+01:00
    /// L-042,2025-11-03T12:00:00+01:00,,
    /// ```
    ///
    /// Write when they were detected, or find out why they were not.
    INCIDENTS_UNDETECTED = "XW0838" "incidents-undetected" Warning;
}

pub(crate) const RULE: PresentRule = PresentRule {
    code: INCIDENTS_UNDETECTED,
    check,
};

fn check(context: &Context<'_, '_>, seen: &Seen<'_>) -> Vec<Diagnostic> {
    let playbooks = context.model.posture.playbooks.iter();
    let found = playbooks.filter_map(|(_, playbook)| {
        let measured = playbook.measured.as_ref()?;
        let incidents = incidents(playbook, &seen.present.files, seen.present.today)?;
        let oldest = incidents.detect.oldest?;
        let (open, all) = (incidents.detect.open, incidents.count);
        let (have, since) = match open {
            1 => ("has", format!("it began on {oldest}")),
            _ => ("have", format!("the oldest began on {oldest}")),
        };
        let message = format!(
            "of {} of the playbook `{}`, {open} {have} not been detected: {since}",
            count(all, "incident"),
            playbook.name
        );
        let help = format!(
            "write when, in the column `{}`; until then the times that are shown are those of the others",
            measured.columns.detected
        );
        Some(Diagnostic::new(INCIDENTS_UNDETECTED, measured.place, message).help(help))
    });
    found.collect()
}
