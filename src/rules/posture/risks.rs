//! Risks about which nothing is done.

use super::{Context, Rule};
use xwalk_analysis::posture::register;
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_syntax::ast::posture::Treatment;

code! {
    /// A risk is greater than what is tolerated, and nothing is done about it.
    ///
    /// Likelihood times impact is above the `tolerance` of the organization. Either an initiative `treats` it, or it must
    /// be accepted, transferred or avoided. `treatment mitigate` states an intention: as long as no initiative carries it
    /// out, nothing happens. An initiative that waits for itself in a circle, or for one that does, never begins.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline  iso-ts-27103@2026
    ///   tolerance 9
    /// }
    /// risk ransomware "Claims platform encrypted" {
    ///   threatens  PR.DS.a, RC.RP.a
    ///   likelihood 3
    ///   impact     5
    ///   treatment  mitigate
    /// }
    /// ```
    ///
    /// Write `treats` in the initiative that reduces it, or decide: `treatment accept`, `transfer` or `avoid`.
    NEGLECTED_RISK = "XW0813" "neglected-risk" Warning;
}

pub(crate) const RULE: Rule = Rule {
    code: NEGLECTED_RISK,
    check,
};

fn check(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let posture = &context.model.posture;
    let mut found = Vec::new();
    for (id, organization) in posture.organizations.iter() {
        let Some(tolerance) = organization.tolerance else {
            continue;
        };
        for entry in register(posture, id) {
            if !entry.is_neglected() {
                continue;
            }
            let risk = &posture.risks[entry.risk];
            let what = match risk.treatment {
                _ if !entry.treated_by.is_empty() => {
                    "only initiatives treat it that wait for each other and never begin"
                }
                Some(Treatment::Mitigate) => "is to be mitigated, but no initiative treats it",
                _ => "has neither a treatment nor an initiative",
            };
            let message = format!(
                "the risk `{}` is {} ({} x {}), above the tolerance of {tolerance}, and {what}",
                risk.name, entry.level, risk.likelihood, risk.impact
            );
            let which = match entry.treated_by.as_slice() {
                [] => "an initiative",
                _ => "an initiative that can begin",
            };
            let found_one = Diagnostic::new(NEGLECTED_RISK, risk.place, message).help(format!(
                "write `treats {}` in {which}, or decide with `treatment accept`, `transfer` or `avoid`",
                risk.name
            ));
            found.push(entry.treated_by.iter().fold(found_one, |found, id| {
                found.also(posture.initiatives[*id].place, "this never begins")
            }));
        }
    }
    found
}
