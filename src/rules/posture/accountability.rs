//! Controls for which nobody answers, or more than one.

use std::collections::BTreeMap;

use super::{Context, Rule, assessed, named};
use crate::context::{count, listed};
use xwalk_analysis::posture::{CurrentState, governance};
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_model::posture::{AssessmentId, OrganizationId};
use xwalk_syntax::ast::Date;

code! {
    /// Nobody is accountable for an assessed control.
    ///
    /// The role that answers for a control is the one that is `accountable` for it, or for the nearest category or function
    /// above it. A gap for which nobody answers will not be closed by anybody.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// role ciso "Chief information security officer" {
    ///   accountable ID, PR, DE, RS, RC
    /// }
    /// assessment acme-2026 "Assessment 2026" of iso-27001@2022 {
    ///   assessed      2026-09-30
    ///   achieved-from 3
    ///   A.5.1 tier 2 -> 4
    /// }
    /// ```
    ///
    /// Name it, or a category or function above it, with `accountable` in one role; a control of another framework than
    /// the baseline by its full name, `iso-27001@2022:A.5.1`.
    NOBODY_ACCOUNTABLE = "XW0804" "nobody-accountable" Warning;

    /// Several roles are accountable for the same control.
    ///
    /// Where two answer, nobody does. A role may answer for part of what another role answers for: the more specific one
    /// applies.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// role ciso "Chief information security officer" {
    ///   accountable ID
    /// }
    /// role cio "Chief information officer" {
    ///   reports-to  ciso
    ///   accountable ID
    /// }
    /// ```
    ///
    /// Leave it to one of them; the other can own the work (`owner`), or answer for a part.
    SEVERAL_ACCOUNTABLE = "XW0805" "several-accountable" Warning;

    /// No role is accountable for a function as a whole.
    ///
    /// Each of its parts may be in good hands, but whoever asks how the organization protects, or how it recovers,
    /// wants an answer from one person.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// role ciso "Chief information security officer" {
    ///   accountable ID, PR, DE, RS, RC.RP
    /// }
    /// assessment acme-2026 "Assessment 2026" of iso-ts-27103@2026 {
    ///   assessed      2026-09-30
    ///   achieved-from 3
    ///   ID.AM.a tier 2 -> 4
    /// }
    /// ```
    ///
    /// Name the function with `accountable` in one role; roles that answer for its parts keep them.
    UNOWNED_FUNCTION = "XW0806" "unowned-function" Warning;
}

pub(crate) const NOBODY: Rule = Rule {
    code: NOBODY_ACCOUNTABLE,
    check: nobody,
};
pub(crate) const SEVERAL: Rule = Rule {
    code: SEVERAL_ACCOUNTABLE,
    check: several,
};
pub(crate) const FUNCTIONS: Rule = Rule {
    code: UNOWNED_FUNCTION,
    check: functions,
};

/// The organizations that are assessed and have begun to say who answers for what.
fn begun(context: &Context<'_, '_>) -> impl Iterator<Item = OrganizationId> {
    let posture = &context.model.posture;
    assessed(posture).filter(|id| {
        let mut roles = posture.of(&posture.roles, *id);
        roles.any(|(_, role)| !role.accountable.is_empty())
    })
}

fn nobody(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let posture = &context.model.posture;
    let mut missing: BTreeMap<AssessmentId, Vec<String>> = BTreeMap::new();
    for organization in begun(context) {
        // What is dated to a day that has not come has to be answered for as well.
        let newest = CurrentState::newest(posture, organization, Date::LAST);
        let governance = governance(context.model, organization, &newest);
        for answers in governance.accountability.controls {
            if answers.at.is_none() {
                let missing = missing.entry(answers.assessment).or_default();
                missing.push(context.name(answers.control));
            }
        }
    }
    let found = missing.into_iter().map(|(id, controls)| {
        let assessment = &posture.assessments[id];
        let message = format!(
            "nobody is accountable for {} of the assessment `{}`: {}",
            count(controls.len(), "control"),
            assessment.name,
            listed(controls.into_iter())
        );
        let organization = &posture.organizations[assessment.organization];
        let help = if assessment.framework == organization.baseline {
            "name them, or a category or function above them, with `accountable` in one role"
                .to_owned()
        } else {
            let framework = &context.model.frameworks[assessment.framework];
            format!(
                "name them, or what is above them, with `accountable {}:…` in one role",
                framework.label()
            )
        };
        Diagnostic::new(NOBODY_ACCOUNTABLE, assessment.place, message).help(help)
    });
    found.collect()
}

fn several(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let posture = &context.model.posture;
    let mut found = Vec::new();
    for organization in posture.organizations.ids() {
        for clash in governance(context.model, organization, &[])
            .accountability
            .clashes
        {
            let mut roles = clash.roles.iter().map(|role| &posture.roles[*role]);
            let Some(first) = roles.next() else { continue };
            let message = format!(
                "{} are {} accountable for {}: exactly one has to be",
                named(clash.roles.iter().map(|role| posture.roles[*role].name)),
                if clash.roles.len() == 2 {
                    "both"
                } else {
                    "all"
                },
                context.name(clash.control)
            );
            let diagnostic = Diagnostic::new(SEVERAL_ACCOUNTABLE, first.place, message)
                .help("leave it to one of them; the others can answer for a part of it, or own the work with `owner`");
            found.push(roles.fold(diagnostic, |found, role| {
                found.also(role.place, "accountable as well")
            }));
        }
    }
    found
}

fn functions(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let found = begun(context).filter_map(|id| {
        let organization = &context.model.posture.organizations[id];
        let unowned = governance(context.model, id, &[])
            .accountability
            .unowned_functions;
        let baseline = &context.model.frameworks[organization.baseline];
        let level = baseline.level_name(0);
        let names: Vec<String> = unowned.iter().map(|id| context.name(*id)).collect();
        let (lack, roles, parts) = match names.as_slice() {
            [] => return None,
            [_] => ("lacks", "one role", "its parts"),
            _ => ("each lack", "one role, or each in another", "their parts"),
        };
        let message = format!(
            "{} {lack} a role that is accountable for the whole {level}",
            listed(names.iter().cloned())
        );
        let bare: Vec<&str> = names.iter().map(|name| name.trim_matches('`')).collect();
        Some(
            Diagnostic::new(UNOWNED_FUNCTION, organization.place, message).help(format!(
                "write `accountable {}` in {roles}; roles that answer for {parts} keep them",
                bare.join(", ")
            )),
        )
    });
    found.collect()
}
