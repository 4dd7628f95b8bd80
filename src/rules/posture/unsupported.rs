//! Tiers that are claimed and not borne out.

use super::{Context, PresentRule, Seen};
use crate::context::listed;
use xwalk_analysis::posture::{CurrentState, unsupported};
use xwalk_diagnostic::{Diagnostic, code};

code! {
    /// The tier of an assessed control rests on evidence that does not hold.
    ///
    /// Its evidence is missing, stale, dated in the future, changed since it was approved, or fails. The tier is still
    /// shown, marked as unsupported; where evidence is required, it no longer counts.
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
    /// assessment acme-2026 "Assessment 2026" of iso-ts-27103@2026 {
    ///   assessed      2026-09-30
    ///   achieved-from 3
    ///   PR.AC.a tier 3
    /// }
    /// ```
    ///
    /// ```json evidence/mfa.json
    /// {"enrolled_percent": 99}
    /// ```
    ///
    /// Correct the evidence, or lower the tier.
    UNSUPPORTED_TIER = "XW0828" "unsupported-tier" Note;
}

pub(crate) const RULE: PresentRule = PresentRule {
    code: UNSUPPORTED_TIER,
    check,
};

fn check(context: &Context<'_, '_>, seen: &Seen<'_>) -> Vec<Diagnostic> {
    let posture = &context.model.posture;
    // Evidence of today says nothing of what was claimed in an assessment that another has replaced.
    let organizations = posture.organizations.ids();
    let today = seen.present.today;
    let newest = organizations.flat_map(|id| CurrentState::newest(posture, id, today));
    let found = newest.filter_map(|id| {
        let assessment = &posture.assessments[id];
        let unsupported = unsupported(posture, id, &seen.examined);
        if unsupported.is_empty() {
            return None;
        }
        let controls = unsupported.iter().map(|unsupported| {
            let evidence = unsupported.evidence.first();
            let why = evidence.map_or(String::new(), |(evidence, fault)| {
                format!(
                    " (`{}` is {})",
                    posture.evidence[*evidence].name,
                    fault.word()
                )
            });
            format!("{}{why}", context.name(unsupported.control))
        });
        let message = format!(
            "in `{}`, evidence does not hold for {}: {}",
            assessment.name,
            match unsupported.len() {
                1 => "the tier of 1 control".to_owned(),
                several => format!("the tiers of {several} controls"),
            },
            listed(controls)
        );
        Some(
            Diagnostic::new(UNSUPPORTED_TIER, assessment.place, message)
                .help("correct the evidence, or lower the tiers"),
        )
    });
    found.collect()
}
