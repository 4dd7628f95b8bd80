//! Assessments of which one does not know which is the newer.

use super::{Context, PresentRule, Rule, Seen};
use xwalk_analysis::posture::{CurrentState, earlier};
use xwalk_diagnostic::{Diagnostic, code};

code! {
    /// Two assessments of one framework refer to the same day.
    ///
    /// The newest assessment of a framework counts, and changes since the previous one are reported. Of two on the same
    /// day, the one whose name comes last counts as the newer, which may not be intended; tiers that only the other one
    /// names do not count.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// assessment identify "Identify" of iso-ts-27103@2026 {
    ///   assessed      2026-09-30
    ///   achieved-from 3
    ///   ID.AM.a tier 2 -> 4
    /// }
    /// assessment protect "Protect" of iso-ts-27103@2026 {
    ///   assessed      2026-09-30
    ///   achieved-from 3
    ///   PR.AC.a tier 3
    /// }
    /// ```
    ///
    /// Write the rows of both into one, or give each the day to which it refers.
    SAME_DAY = "XW0822" "same-day-assessments" Warning;

    /// An assessment is dated in the future.
    ///
    /// Its day is compared with that of `--date`, of `SOURCE_DATE_EPOCH`, or today in UTC. Nobody can know yet what it
    /// will find, so it does not count: where the organization stands is judged by the newest assessment that has taken
    /// place.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// assessment acme-2027 "Assessment 2027" of iso-ts-27103@2026 {
    ///   assessed      2027-09-30
    ///   achieved-from 3
    ///   ID.AM.a tier 2 -> 4
    /// }
    /// ```
    ///
    /// Write the day to which it refers; what is planned belongs in targets (`tier 2 -> 4`) and a roadmap.
    ASSESSMENT_FUTURE_DATED = "XW0835" "assessment-future-dated" Warning;

    /// An assessment was approved or signed before the day to which it refers.
    ///
    /// Whoever approves an assessment approves what was found. On an earlier day that was not known.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// assessment acme-2026 "Assessment 2026" of iso-ts-27103@2026 {
    ///   assessed      2026-09-30
    ///   approved      "Board risk committee" on 2026-09-10
    ///   achieved-from 3
    ///   ID.AM.a tier 2 -> 4
    /// }
    /// ```
    ///
    /// Correct one of the two days.
    APPROVED_BEFORE_ASSESSED = "XW0836" "approved-before-assessed" Warning;
}

pub(crate) const RULE: Rule = Rule {
    code: SAME_DAY,
    check,
};

pub(crate) const FUTURE_DATED: PresentRule = PresentRule {
    code: ASSESSMENT_FUTURE_DATED,
    check: future_dated,
};
pub(crate) const APPROVED: Rule = Rule {
    code: APPROVED_BEFORE_ASSESSED,
    check: approved,
};

fn future_dated(context: &Context<'_, '_>, seen: &Seen<'_>) -> Vec<Diagnostic> {
    let (posture, today) = (&context.model.posture, seen.present.today);
    let ahead = posture.assessments.iter();
    let ahead = ahead.filter(|(_, assessment)| assessment.assessed > today);
    let found = ahead.map(|(_, assessment)| {
        let newest = CurrentState::newest(posture, assessment.organization, today);
        let mut newest = newest.iter().map(|id| &posture.assessments[*id]);
        let counts = match newest.find(|other| other.framework == assessment.framework) {
            Some(other) => format!("until then `{}` counts", other.name),
            None => "it does not count until then".to_owned(),
        };
        let message = format!(
            "`{}` refers to {}, and the date is {today}: {counts}",
            assessment.name, assessment.assessed
        );
        Diagnostic::new(ASSESSMENT_FUTURE_DATED, assessment.place, message)
            .help("write the day on which it took place; to judge it on another day, use `--date`")
    });
    found.collect()
}

fn approved(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (_, assessment) in context.model.posture.assessments.iter() {
        let signed = [
            ("signed by its assessor", &assessment.assessor),
            ("approved", &assessment.approved),
        ];
        for (done, by) in signed {
            let Some((_, Some(day))) = by else { continue };
            if *day < assessment.assessed {
                let message = format!(
                    "`{}` was {done} on {day}, before the day to which it refers, {}",
                    assessment.name, assessment.assessed
                );
                found.push(
                    Diagnostic::new(APPROVED_BEFORE_ASSESSED, assessment.place, message)
                        .help("correct one of the two days"),
                );
            }
        }
    }
    found
}

fn check(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let assessments = &context.model.posture.assessments;
    let found = assessments.iter().filter_map(|(id, later)| {
        let other = &assessments[earlier(context.model, id)?];
        if other.assessed != later.assessed {
            return None;
        }
        let message = format!(
            "`{}` and `{}` both assess `{}` on {}: `{}` counts, since its name comes last",
            other.name,
            later.name,
            context.model.frameworks[later.framework].label(),
            later.assessed,
            later.name
        );
        Some(
            Diagnostic::new(SAME_DAY, later.place, message)
                .also(other.place, "this one does not count")
                .help("write the rows of both into one, or give each the day to which it refers"),
        )
    });
    found.collect()
}
