//! Roadmaps that ask for more than there is.

use super::{Context, Rule};
use xwalk_analysis::posture::{load, schedule};
use xwalk_diagnostic::{Diagnostic, code};

code! {
    /// In a quarter, a roadmap takes more working days than the organization has for it.
    ///
    /// `capacity` is what all initiatives together may take. The dates are the earliest that are possible, so some of it
    /// can perhaps wait; what cannot wait will be late.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    ///   capacity 20d per quarter
    /// }
    /// assessment acme-2026 "Assessment 2026" of iso-ts-27103@2026 {
    ///   assessed      2026-09-30
    ///   achieved-from 3
    ///   ID.AM.a tier 2 -> 4
    /// }
    /// roadmap acme-2027 "Roadmap 2027" for acme-2026 {
    ///   phase foundations "Foundations" {
    ///     initiative register "Asset register" {
    ///       effort 30d
    ///       starts 2027-01-11
    ///     }
    ///   }
    /// }
    /// ```
    ///
    /// Let an initiative start later or last longer, plan less, or find more people.
    OVER_CAPACITY = "XW0803" "over-capacity" Warning;
}

pub(crate) const RULE: Rule = Rule {
    code: OVER_CAPACITY,
    check,
};

fn check(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let posture = &context.model.posture;
    let mut found = Vec::new();
    for (id, roadmap) in posture.roadmaps.iter() {
        let Some(capacity) = posture.organizations[roadmap.organization].capacity else {
            continue;
        };
        let load = load(posture, id, &schedule(posture, id));
        let over: Vec<String> = load
            .quarters
            .iter()
            .filter(|quarter| quarter.excess() > 0)
            .map(|quarter| format!("{}d in {}", quarter.effort, quarter.quarter))
            .collect();
        if over.is_empty() {
            continue;
        }
        let message = format!(
            "the roadmap `{}` takes {}, where the capacity is {capacity}d",
            roadmap.name,
            crate::context::listed(over.into_iter())
        );
        found.push(
            Diagnostic::new(OVER_CAPACITY, roadmap.place, message)
                .also(
                    posture.organizations[roadmap.organization].place,
                    "whose capacity it is",
                )
                .help("let an initiative start later (`starts 2027-04-01`) or last longer (`lasts 6mo`), or raise the capacity"),
        );
    }
    found
}
