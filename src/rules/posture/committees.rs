//! Committees in which somebody is not heard.

use super::{Context, Rule, assessed};
use crate::context::listed;
use xwalk_analysis::posture::{Heard, governance};
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_model::posture::Organization;

code! {
    /// No committee represents all the parties that cybersecurity concerns.
    ///
    /// ISO/IEC TS 27103 wants IT, legal, compliance, risk and business at one table. A committee represents the parties
    /// that its members and its chair represent.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// role ciso "Chief information security officer" {
    ///   represents it, risk, compliance, business
    /// }
    /// committee steering "Cybersecurity steering committee" {
    ///   members ciso
    /// }
    /// assessment acme-2026 "Assessment 2026" of iso-ts-27103@2026 {
    ///   assessed      2026-09-30
    ///   achieved-from 3
    ///   ID.AM.a tier 2 -> 4
    /// }
    /// ```
    ///
    /// Add to the members a role that represents the missing party. Other committees may be smaller: only one has to be
    /// complete. Where decisions and escalations are declared, a committee has to be declared as well.
    UNHEARD_PARTY = "XW0809" "unheard-party" Warning;
}

pub(crate) const RULE: Rule = Rule {
    code: UNHEARD_PARTY,
    check,
};

fn check(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let posture = &context.model.posture;
    let found = assessed(posture).filter_map(|id| {
        let governance = governance(context.model, id, &[]);
        let committees = &governance.committees;
        if committees.is_empty() && governance.is_begun() {
            return Some(no_committee(&posture.organizations[id]));
        }
        let fullest: &Heard = committees.iter().min_by_key(|heard| heard.missing.len())?;
        let example = fullest.missing.first()?;
        let committee = &posture.committees[fullest.committee];
        let words: Vec<String> = fullest
            .missing
            .iter()
            .map(|party| format!("`{}`", party.word()))
            .collect();
        let message = format!(
            "nobody in the committee `{}` represents {}",
            committee.name,
            listed(words.into_iter())
        );
        let mut roles = posture.of(&posture.roles, id);
        let help = match roles.find(|(_, role)| role.represents.contains(example)) {
            Some((_, role)) => format!(
                "add `{}`, which represents `{}`, to its members",
                role.name,
                example.word()
            ),
            None => format!(
                "write `represents {}` in the role that does, and add it to the members",
                example.word()
            ),
        };
        Some(Diagnostic::new(UNHEARD_PARTY, committee.place, message).help(help))
    });
    found.collect()
}

fn no_committee(organization: &Organization<'_>) -> Diagnostic {
    let message = format!(
        "`{}` has no committee that represents `it`, `legal`, `compliance`, `risk` and `business`",
        organization.name
    );
    Diagnostic::new(UNHEARD_PARTY, organization.place, message).help(
        "declare one, `committee steering \"…\" { members … }`, whose members represent all five",
    )
}
