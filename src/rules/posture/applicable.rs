//! What is not applicable in one place and assessed in another.

use super::{Context, PresentRule, Seen};
use xwalk_analysis::Floor;
use xwalk_analysis::posture::{CurrentState, logic_of};
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_model::ControlId;
use xwalk_model::posture::{Assessed, OrganizationId};
use xwalk_relation::{Label, Relation};
use xwalk_syntax::ast::Status;

code! {
    /// A control is assessed as not applicable, and another one that asks for exactly the same has a tier.
    ///
    /// The tier decides: it says more than that nothing has to be done. But both cannot be right, unless the
    /// two do not ask for the same.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework house@1 "House rules" {
    ///   H "Assets"
    /// }
    /// mapping house-iso from house@1 to iso-ts-27103@2026 {
    ///   rationale functional
    ///   H equal ID.AM.a
    /// }
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// assessment acme-2026 of iso-ts-27103@2026 {
    ///   assessed      2026-09-30
    ///   achieved-from 3
    ///   ID.AM.a not-applicable "Nothing of value"
    /// }
    /// assessment house-2026 of house@1 {
    ///   assessed      2026-09-30
    ///   achieved-from 3
    ///   H tier 3
    /// }
    /// ```
    ///
    /// Assess both alike, or correct the rows by which they ask for the same.
    APPLICABLE_ELSEWHERE = "XW0843" "applicable-elsewhere" Warning;
}

pub(crate) const RULE: PresentRule = PresentRule {
    code: APPLICABLE_ELSEWHERE,
    check,
};

fn check(context: &Context<'_, '_>, seen: &Seen<'_>) -> Vec<Diagnostic> {
    let organizations = context.model.posture.organizations.ids();
    organizations
        .flat_map(|id| of_organization(context, seen, id))
        .collect()
}

fn of_organization(
    context: &Context<'_, '_>,
    seen: &Seen<'_>,
    organization: OrganizationId,
) -> Vec<Diagnostic> {
    let model = context.model;
    let state = CurrentState::of(model, organization, seen.present.today);
    let not_applicable = state
        .iter()
        .filter(|(_, stand)| stand.is_some_and(|stand| stand.tier.is_none()));
    let not_applicable: Vec<ControlId> = not_applicable.map(|(control, _)| control).collect();
    if not_applicable.is_empty() {
        return Vec::new();
    }
    let assessed = |control: ControlId| -> Option<&Assessed<'_>> {
        let stand = state.of_control(control)?;
        model.posture.assessments[stand.assessment].of(control)
    };
    // Rows whose conditions hold here count here.
    let own;
    let logic = match model.posture.organizations[organization].holds.as_slice() {
        [] => context.logic,
        _ => {
            own = logic_of(model, organization, &Floor::of(Status::Draft), None);
            &own
        }
    };
    let provers = logic.provers(model);
    let mut found = Vec::new();
    for control in not_applicable {
        let Some(row) = assessed(control) else {
            continue;
        };
        let mut equal: Vec<ControlId> = Vec::new();
        for prover in &provers {
            let known = prover.about(control);
            let same = Label::only(Relation::Equal);
            let same = known.iter().filter(|(_, label)| *label == same);
            equal.extend(same.map(|(other, _)| other));
        }
        equal.sort_unstable();
        let decides = equal.into_iter().find_map(|other| {
            let row = assessed(other)?;
            Some((other, row, row.current()?))
        });
        if let Some((other, decides, tier)) = decides {
            let message = format!(
                "`{}` is not applicable here, and `{}`, which asks for the same, is assessed at tier {tier}: the tier decides",
                model.controls[control].identifier,
                model.qualified(other),
            );
            found.push(
                Diagnostic::new(APPLICABLE_ELSEWHERE, row.place, message)
                    .also(decides.place, "assessed here")
                    .help("assess both alike, or correct the rows by which they ask for the same"),
            );
        }
    }
    found
}
