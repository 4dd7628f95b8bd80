//! Evidence that does not bear out what it is said to support.

use super::{Context, PresentRule, Seen};
use xwalk_analysis::posture::{Deficiency, DeficiencyKind, Failure, why};
use xwalk_diagnostic::{Code, Diagnostic, code};
use xwalk_model::posture::Evidence;
use xwalk_syntax::ast::Date;

code! {
    /// The file of a piece of evidence does not exist, or is not read.
    ///
    /// Its name is relative to the folder of the file that names it. It is read only if it lies within the workspace, also
    /// after links are followed, is a regular file, and has no more than 256 MiB. A file that nobody can open shows nothing:
    /// the tiers of the controls that it supports are unsupported.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// evidence mfa-export "MFA enrolment" {
    ///   supports  PR.AC.a
    ///   file      "evidence/mfa.json"
    ///   collected 2026-10-01
    /// }
    /// ```
    ///
    /// Put it there, or correct its name.
    EVIDENCE_MISSING = "XW0823" "evidence-missing" Warning;

    /// A piece of evidence was collected on a day that has not come yet.
    ///
    /// The day is that of `--date`, of `SOURCE_DATE_EPOCH`, or today in UTC. Evidence from the future shows nothing, and
    /// casts doubt on the rest.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// evidence mfa-export "MFA enrolment" {
    ///   supports  PR.AC.a
    ///   file      "evidence/mfa.json"
    ///   collected 2027-10-01
    /// }
    /// ```
    ///
    /// ```json evidence/mfa.json
    /// {"enrolled_percent": 99}
    /// ```
    ///
    /// Write the day on which it was collected.
    EVIDENCE_FUTURE_DATED = "XW0824" "evidence-future-dated" Warning;

    /// A piece of evidence is older than it may be.
    ///
    /// It may be relied on for as long as `valid` says, from the day on which it was collected; the last of these days
    /// still counts.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// evidence mfa-export "MFA enrolment" {
    ///   supports  PR.AC.a
    ///   file      "evidence/mfa.json"
    ///   collected 2026-06-01
    ///   valid     90d
    /// }
    /// ```
    ///
    /// ```json evidence/mfa.json
    /// {"enrolled_percent": 99}
    /// ```
    ///
    /// Collect it again, and write the day.
    EVIDENCE_STALE = "XW0825" "evidence-stale" Warning;

    /// The file of a piece of evidence is not the one that was approved.
    ///
    /// `digest` is the SHA-256 of the file as somebody has looked at it. The file that is there now differs, if only by a
    /// line end.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// evidence mfa-export "MFA enrolment" {
    ///   supports  PR.AC.a
    ///   file      "evidence/mfa.json" digest "0000000000000000000000000000000000000000000000000000000000000000"
    ///   collected 2026-10-01
    /// }
    /// ```
    ///
    /// ```json evidence/mfa.json
    /// {"enrolled_percent": 99}
    /// ```
    ///
    /// Bring the approved file back, or have the new one approved and write its digest.
    EVIDENCE_CHANGED = "XW0826" "evidence-changed" Warning;

    /// A piece of evidence does not show what it must.
    ///
    /// Each `require` names where to look (a JSON pointer, a column of a CSV file, or an expression) and what has to be
    /// there. In a column, every cell has to meet the requirement, and there has to be at least one. A file that cannot be
    /// read, or that two programs could read in two ways (a column or a member of an object twice, a line with too few cells),
    /// shows nothing; neither does a workbook such as `.xlsx`. A control whose evidence fails counts as below its threshold
    /// where evidence is required.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// evidence mfa-export "MFA enrolment" {
    ///   supports  PR.AC.a
    ///   file      "evidence/mfa.json"
    ///   require   "/enrolled_percent" >= 98
    ///   collected 2026-10-01
    /// }
    /// ```
    ///
    /// ```json evidence/mfa.json
    /// {"enrolled_percent": 97.5}
    /// ```
    ///
    /// Correct what it shows, collect it again, or lower the tier that it is meant to support.
    EVIDENCE_FAILING = "XW0827" "evidence-failing" Warning;
}

pub(crate) const MISSING: PresentRule = PresentRule {
    code: EVIDENCE_MISSING,
    check: |context, seen| each(context, seen, DeficiencyKind::Missing),
};
pub(crate) const FUTURE_DATED: PresentRule = PresentRule {
    code: EVIDENCE_FUTURE_DATED,
    check: |context, seen| each(context, seen, DeficiencyKind::FutureDated),
};
pub(crate) const STALE: PresentRule = PresentRule {
    code: EVIDENCE_STALE,
    check: |context, seen| each(context, seen, DeficiencyKind::Stale),
};
pub(crate) const CHANGED: PresentRule = PresentRule {
    code: EVIDENCE_CHANGED,
    check: |context, seen| each(context, seen, DeficiencyKind::Changed),
};
pub(crate) const FAILING: PresentRule = PresentRule {
    code: EVIDENCE_FAILING,
    check: |context, seen| each(context, seen, DeficiencyKind::Failing),
};

/// A finding for each flaw of one kind.
fn each(context: &Context<'_, '_>, seen: &Seen<'_>, fault: DeficiencyKind) -> Vec<Diagnostic> {
    let posture = &context.model.posture;
    let mut found = Vec::new();
    for examined in &seen.examined {
        let evidence = &posture.evidence[examined.evidence];
        let flaws = examined.flaws.iter().filter(|flaw| flaw.fault() == fault);
        found.extend(flaws.filter_map(|flaw| {
            diagnostic(
                evidence,
                flaw,
                seen.present.today,
                examined.digest.as_deref().unwrap_or_default(),
            )
        }));
    }
    found
}

fn diagnostic(
    evidence: &Evidence<'_>,
    flaw: &Deficiency,
    today: Date,
    digest: &str,
) -> Option<Diagnostic> {
    let (name, file) = (evidence.name, evidence.file.as_ref());
    let at = |code: &'static Code, message: String| Diagnostic::new(code, evidence.place, message);
    Some(match flaw {
        Deficiency::Missing(unread) => Diagnostic::new(
            EVIDENCE_MISSING,
            evidence.file_place,
            format!("the file `{file}` of the evidence `{name}` {unread}"),
        )
        .help(unread.help()),
        Deficiency::FutureDated => at(
            EVIDENCE_FUTURE_DATED,
            format!("the evidence `{name}` was collected on {}, and the date is {today}", evidence.collected),
        )
        .help("write the day on which it was collected; to judge it on another day, use `--date`"),
        Deficiency::Stale(until) => at(
            EVIDENCE_STALE,
            format!("the evidence `{name}` could be relied on until {until}, and the date is {today}"),
        )
        .help("collect it again, and write the day after `collected`"),
        Deficiency::Changed => Diagnostic::new(
            EVIDENCE_CHANGED,
            evidence.file_place,
            format!("the file `{file}` of the evidence `{name}` has changed since it was approved"),
        )
        .help(format!(
            "restore the approved file, or have the new one approved and write `digest \"{digest}\"`"
        )),
        Deficiency::Failing(at, failure) => {
            let requirement = evidence.requirements.get(*at)?;
            let message = format!(
                "the evidence `{name}` fails: {}",
                why(&requirement.probe, file, failure)
            );
            let help = match failure {
                Failure::BadPattern => "correct the expression; `.` stands for any character, `\\\\.` for a full stop",
                Failure::Unreadable(_, refusal) => refusal.cause.help().unwrap_or("collect the evidence again"),
                Failure::PatternTooLarge => "write it shorter: `{1,1000}` and classes such as `\\\\w` make it large",
                Failure::TooMuchWork => {
                    "ask for something that is found sooner: a text that stands there, a pointer, or a column of a smaller file"
                }
                Failure::NoValue | Failure::NotComparable | Failure::NoColumn(_) => {
                    "correct the place that the requirement names, or collect the evidence again"
                }
                _ => "correct what it shows and collect it again, or lower the tier that it is to support",
            };
            Diagnostic::new(EVIDENCE_FAILING, requirement.place, message).help(help)
        }
    })
}
