//! Decisions that nobody takes, or more than one.

use super::{Context, Rule, assessed, named};
use crate::context::listed;
use xwalk_analysis::posture::governance;
use xwalk_diagnostic::{Diagnostic, code};

code! {
    /// Nobody takes a kind of decision.
    ///
    /// Which risk is accepted (`risk-acceptance`), where the organization wants to be (`targets`) and which correspondences
    /// it relies on (`mappings`) is either decided by somebody, or it just happens.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// role board "Board of directors" {
    ///   decides risk-acceptance, targets
    /// }
    /// assessment acme-2026 "Assessment 2026" of iso-ts-27103@2026 {
    ///   assessed      2026-09-30
    ///   achieved-from 3
    ///   ID.AM.a tier 2 -> 4
    /// }
    /// ```
    ///
    /// Name it with `decides` in one role.
    NOBODY_DECIDES = "XW0807" "nobody-decides" Warning;

    /// Several roles take the same kind of decision.
    ///
    /// What one of them decides another can undo, and nobody has to answer for it.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// role board "Board of directors" {
    ///   decides risk-acceptance, targets
    /// }
    /// role ciso "Chief information security officer" {
    ///   reports-to board
    ///   decides    targets, mappings
    /// }
    /// ```
    ///
    /// Leave it to one of them.
    SEVERAL_DECIDE = "XW0808" "several-decide" Warning;
}

pub(crate) const NOBODY: Rule = Rule {
    code: NOBODY_DECIDES,
    check: nobody,
};
pub(crate) const SEVERAL: Rule = Rule {
    code: SEVERAL_DECIDE,
    check: several,
};

fn nobody(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let posture = &context.model.posture;
    let found = assessed(posture).filter_map(|id| {
        let governance = governance(context.model, id, &[]);
        let decisions = &governance.decisions;
        let open = || decisions.iter().filter(|decided| decided.by.is_empty());
        let example = open().next()?.decision;
        if open().count() == decisions.len() && !governance.is_begun() {
            return None;
        }
        let words: Vec<String> = open()
            .map(|decided| format!("`{}`", decided.decision.word()))
            .collect();
        let organization = &posture.organizations[id];
        let message = format!(
            "in `{}`, no role decides {}",
            organization.name,
            listed(words.into_iter())
        );
        Some(
            Diagnostic::new(NOBODY_DECIDES, organization.place, message)
                .help(format!("write `decides {}` in one role", example.word())),
        )
    });
    found.collect()
}

fn several(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let posture = &context.model.posture;
    let mut found = Vec::new();
    for organization in posture.organizations.ids() {
        for decided in governance(context.model, organization, &[]).decisions {
            let mut roles = decided.by.iter().map(|role| &posture.roles[*role]);
            let (Some(first), true) = (roles.next(), decided.by.len() > 1) else {
                continue;
            };
            let message = format!(
                "{} {} decide `{}`: exactly one has to",
                named(decided.by.iter().map(|role| posture.roles[*role].name)),
                if decided.by.len() == 2 { "both" } else { "all" },
                decided.decision.word()
            );
            let diagnostic = Diagnostic::new(SEVERAL_DECIDE, first.place, message).help(
                "leave it to one of them, and remove the word from the `decides` of the others",
            );
            found.push(roles.fold(diagnostic, |found, role| {
                found.also(role.place, "decides it as well")
            }));
        }
    }
    found
}
