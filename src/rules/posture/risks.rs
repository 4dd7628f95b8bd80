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
    /// out, nothing happens.
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
                Some(Treatment::Mitigate) => "is to be mitigated, but no initiative treats it",
                _ => "has neither a treatment nor an initiative",
            };
            let message = format!(
                "the risk `{}` is {} ({} x {}), above the tolerance of {tolerance}, and {what}",
                risk.name, entry.level, risk.likelihood, risk.impact
            );
            found.push(Diagnostic::new(NEGLECTED_RISK, risk.place, message).help(format!(
                "write `treats {}` in an initiative, or decide with `treatment accept`, `transfer` or `avoid`",
                risk.name
            )));
        }
    }
    found
}
