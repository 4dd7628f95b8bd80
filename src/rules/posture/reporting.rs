//! Roles that report to each other.

use super::{Context, Rule, named};
use xwalk_analysis::posture::governance;
use xwalk_diagnostic::{Diagnostic, code};

code! {
    /// Roles report to each other in a circle.
    ///
    /// Then none of them reports to anybody outside the circle: what they know never reaches the board, and nobody
    /// supervises them.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// role board "Board of directors" {
    /// }
    /// role ciso "Chief information security officer" {
    ///   reports-to cio
    /// }
    /// role cio "Chief information officer" {
    ///   reports-to ciso
    /// }
    /// ```
    ///
    /// Let one of them report to the board, or to a role that does.
    REPORTING_IN_CIRCLE = "XW0840" "reporting-in-circle" Error;
}

pub(crate) const RULE: Rule = Rule {
    code: REPORTING_IN_CIRCLE,
    check,
};

fn check(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let posture = &context.model.posture;
    let organizations = posture.organizations.ids();
    let circles = organizations.flat_map(|id| governance(context.model, id, &[]).circles);
    let found = circles.filter_map(|circle| {
        let name = |id| posture.roles[id].name;
        let first = &posture.roles[*circle.first()?];
        let next = circle.iter().cycle().skip(1);
        let message = match circle.as_slice() {
            [own] => format!("the role `{}` reports to itself", name(*own)),
            _ => format!(
                "{} report to each other: {}",
                named(circle.iter().map(|id| name(*id))),
                circle
                    .iter()
                    .zip(next.clone())
                    .map(|(id, other)| format!("`{}` to `{}`", name(*id), name(*other)))
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
        };
        let mut roles = posture.of(&posture.roles, first.organization);
        let help = match roles.find(|(_, role)| role.is_board) {
            Some((_, board)) => format!(
                "let one of them report to `{0}`: `reports-to {0}`",
                board.name
            ),
            None => "let one of them report to the board, a role without `reports-to`".to_owned(),
        };
        let others = circle.iter().zip(next).skip(1);
        let found = Diagnostic::new(REPORTING_IN_CIRCLE, first.place, message).help(help);
        Some(others.fold(found, |found, (id, other)| {
            let label = format!("which reports to `{}`", name(*other));
            found.also(posture.roles[*id].place, label)
        }))
    });
    found.collect()
}
