//! Assessments of which one does not know which is the newer.

use super::{Context, Rule};
use xwalk_analysis::posture::earlier;
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
}

pub(crate) const RULE: Rule = Rule {
    code: SAME_DAY,
    check,
};

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
