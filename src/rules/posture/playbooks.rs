//! Playbooks that are missing or untried.

use super::{Context, PresentRule, Rule, Seen, assessed};
use crate::context::{count, listed};
use xwalk_analysis::posture::{CurrentState, Preparedness, preparedness};
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_syntax::ast::Date;

code! {
    /// Controls of response and recovery have no playbook.
    ///
    /// The functions `Respond` and `Recover` of the baseline ask for what is done when something happens. Without a
    /// playbook, that has to be improvised. Controls that are not applicable are left out.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// playbook contain-ransomware "Ransomware containment" {
    ///   supports  RS.RP.a, RS.MI.a
    ///   exercised 2026-05-11
    /// }
    /// assessment acme-2026 "Assessment 2026" of iso-ts-27103@2026 {
    ///   assessed      2026-09-30
    ///   achieved-from 3
    ///   ID.AM.a tier 2 -> 4
    /// }
    /// ```
    ///
    /// Add them to `supports` of the playbook that covers them, or write one.
    CONTROL_WITHOUT_PLAYBOOK = "XW0818" "control-without-playbook" Note;

    /// A playbook has not been exercised for more than a year, or never.
    ///
    /// The day is that of `--date`, of `SOURCE_DATE_EPOCH`, or today in UTC. An exercise on a day that has not come yet
    /// does not count.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// playbook contain-ransomware "Ransomware containment" {
    ///   supports  RS.RP.a, RS.MI.a
    ///   exercised 2025-05-11
    /// }
    /// ```
    ///
    /// Exercise it, and write the day.
    PLAYBOOK_NOT_EXERCISED = "XW0819" "playbook-not-exercised" Warning;
}

pub(crate) const WITHOUT: Rule = Rule {
    code: CONTROL_WITHOUT_PLAYBOOK,
    check: without,
};
pub(crate) const EXERCISED: PresentRule = PresentRule {
    code: PLAYBOOK_NOT_EXERCISED,
    check: exercised,
};

fn without(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let posture = &context.model.posture;
    let found = assessed(posture).filter_map(|id| {
        posture.of(&posture.playbooks, id).next()?;
        // Whatever the day is: an assessment that is dated to the future says what will not be applicable.
        let newest = CurrentState::newest(posture, id, Date::LAST);
        let uncovered = preparedness(context.model, id, &newest).uncovered;
        if uncovered.is_empty() {
            return None;
        }
        let organization = &posture.organizations[id];
        let message = format!(
            "{} of response and recovery {} no playbook of `{}`: {}",
            count(uncovered.len(), "control"),
            if uncovered.len() == 1 { "has" } else { "have" },
            organization.name,
            listed(uncovered.iter().map(|control| context.name(*control)))
        );
        Some(
            Diagnostic::new(CONTROL_WITHOUT_PLAYBOOK, organization.place, message).help(
                "add them to `supports` of the playbook that says what is done, or write one",
            ),
        )
    });
    found.collect()
}

fn exercised(context: &Context<'_, '_>, seen: &Seen<'_>) -> Vec<Diagnostic> {
    let playbooks = context.model.posture.playbooks.iter();
    let found = playbooks.filter_map(|(_, playbook)| {
        let (name, today) = (playbook.name, seen.present.today);
        let message = match (
            playbook.exercised,
            Preparedness::exercised_until(playbook, today),
        ) {
            (None, _) => format!("the playbook `{name}` was never exercised"),
            (Some(day), None) => {
                format!(
                    "the playbook `{name}` was last exercised on {day}, and the date is {today}"
                )
            }
            (Some(day), Some(until)) if until < today => format!(
                "the playbook `{name}` was last exercised on {day}, more than a year before {today}"
            ),
            _ => return None,
        };
        Some(
            Diagnostic::new(PLAYBOOK_NOT_EXERCISED, playbook.place, message).help(format!(
                "exercise it, and write the day: `exercised {today}`"
            )),
        )
    });
    found.collect()
}
