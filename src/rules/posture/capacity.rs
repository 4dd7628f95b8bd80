//! Roadmaps that ask for more than there is.

use super::{Context, Rule, named};
use crate::context::listed;
use xwalk_analysis::posture::{Load, Loads, Quarter, working_day};
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_model::posture::{OrganizationId, RoadmapId};

code! {
    /// In a quarter, roadmaps take more working days than the organization has for them.
    ///
    /// `capacity` is what all initiatives of all roadmaps together may take. The dates are the earliest that are possible, so some of it
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
    let organizations = context.model.posture.organizations.ids();
    let found = organizations.filter_map(|id| over(context, id));
    found.collect()
}

/// One finding for an organization whose roadmaps ask for too much together, at the first of them.
fn over(context: &Context<'_, '_>, id: OrganizationId) -> Option<Diagnostic> {
    let posture = &context.model.posture;
    let organization = &posture.organizations[id];
    let capacity = organization.capacity?;
    let loads = Loads::of(posture, id);
    let over: Vec<(Quarter, u64)> = loads
        .quarters
        .iter()
        .filter(|(_, effort)| **effort > u64::from(capacity))
        .map(|(quarter, effort)| (*quarter, *effort))
        .collect();
    let (last, _) = over.last()?;
    let asks = |load: &Load| {
        let mut quarters = load.quarters.iter().filter(|it| it.effort > 0);
        quarters.any(|it| over.iter().any(|(quarter, _)| *quarter == it.quarter))
    };
    let asking = loads.roadmaps.iter().filter(|(_, load)| asks(load));
    let asking: Vec<RoadmapId> = asking.map(|(roadmap, _)| *roadmap).collect();
    let (first, others) = asking.split_first()?;
    let names = named(asking.iter().map(|id| posture.roadmaps[*id].name));
    let together = match others {
        [] => format!("the roadmap {names} takes"),
        _ => format!("the roadmaps {names} together take"),
    };
    let days = over
        .iter()
        .map(|(quarter, effort)| format!("{effort}d in {quarter}"));
    let days: Vec<String> = days.collect();
    let message = format!(
        "{together} {}, where the capacity is {capacity}d",
        listed(days.into_iter())
    );
    // In the first quarter behind the last that is too full there is room, if there is such a quarter.
    let later = match last.next().first_day().map(working_day) {
        Some(day) => format!("start later (`starts {day}` or after that)"),
        None => "start later".to_owned(),
    };
    let found = Diagnostic::new(OVER_CAPACITY, posture.roadmaps[*first].place, message)
        .also(organization.place, "whose capacity it is")
        .help(format!(
            "let an initiative of these quarters {later}, plan less, or raise the capacity"
        ));
    Some(others.iter().fold(found, |found, id| {
        found.also(posture.roadmaps[*id].place, "this takes part of it")
    }))
}
