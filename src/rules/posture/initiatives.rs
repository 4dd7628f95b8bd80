//! Initiatives that cannot be done in the order that is written.

use super::named;
use super::{Context, Rule};
use xwalk_analysis::posture::{phases_out_of_order, schedule};
use xwalk_diagnostic::{Diagnostic, code};

code! {
    /// Initiatives of a roadmap wait for each other.
    ///
    /// None of them can ever begin, and neither can what comes after them: they have no dates, and the roadmap has no end.
    /// The others are scheduled as if these were not there.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// assessment acme-2026 "Assessment 2026" of iso-ts-27103@2026 {
    ///   assessed      2026-09-30
    ///   achieved-from 3
    ///   ID.AM.a tier 2 -> 4
    /// }
    /// roadmap acme-2027 "Roadmap 2027" for acme-2026 {
    ///   phase foundations "Foundations" {
    ///     initiative register "Asset register" {
    ///       after  discovery
    ///       effort 30d
    ///     }
    ///     initiative discovery "Discovery" {
    ///       after  register
    ///       effort 15d
    ///     }
    ///   }
    /// }
    /// ```
    ///
    /// Remove one `after`; where two really need each other, they are one initiative, or three.
    INITIATIVES_IN_CIRCLE = "XW0801" "initiatives-in-circle" Error;

    /// An initiative comes after one of a later phase.
    ///
    /// Phases are presented, planned and paid for in their order. What must come first belongs in an earlier phase, or in
    /// the same one.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// assessment acme-2026 "Assessment 2026" of iso-ts-27103@2026 {
    ///   assessed      2026-09-30
    ///   achieved-from 3
    ///   ID.AM.a tier 2 -> 4
    /// }
    /// roadmap acme-2027 "Roadmap 2027" for acme-2026 {
    ///   phase foundations "Foundations" {
    ///     initiative discovery "Discovery" {
    ///       after  register
    ///       effort 15d
    ///     }
    ///   }
    ///   phase extension "Extension" {
    ///     initiative register "Asset register" {
    ///       effort 30d
    ///     }
    ///   }
    /// }
    /// ```
    ///
    /// Move one of the two to the phase of the other.
    PHASES_OUT_OF_ORDER = "XW0802" "phases-out-of-order" Warning;
}

pub(crate) const CIRCLE: Rule = Rule {
    code: INITIATIVES_IN_CIRCLE,
    check: circles,
};
pub(crate) const PHASES: Rule = Rule {
    code: PHASES_OUT_OF_ORDER,
    check: phases,
};

fn circles(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let posture = &context.model.posture;
    let circles = posture
        .roadmaps
        .ids()
        .flat_map(|roadmap| schedule(posture, roadmap).circles);
    let found = circles.filter_map(|circle| {
        let name = |id| posture.initiatives[id].name;
        let first = *circle.first()?;
        let place = posture.initiatives[first].place;
        let next = circle.iter().cycle().skip(1);
        let message = match circle.as_slice() {
            [own] => format!("the initiative `{}` comes after itself", name(*own)),
            _ => {
                let steps = circle.iter().zip(next.clone());
                let steps: Vec<String> = steps
                    .map(|(id, other)| format!("`{}` comes after `{}`", name(*id), name(*other)))
                    .collect();
                format!(
                    "{} wait for each other: {}",
                    named(circle.iter().map(|id| name(*id))),
                    steps.join(", ")
                )
            }
        };
        let help = format!(
            "remove one `after`, such as `after {}` of `{}`",
            next.clone().next().map_or("", |id| name(*id)),
            name(first)
        );
        let others = circle.iter().zip(next).skip(1);
        let found = Diagnostic::new(INITIATIVES_IN_CIRCLE, place, message).help(help);
        Some(others.fold(found, |found, (id, other)| {
            let label = format!("which comes after `{}`", name(*other));
            found.also(posture.initiatives[*id].place, label)
        }))
    });
    found.collect()
}

fn phases(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let posture = &context.model.posture;
    let pairs = posture
        .roadmaps
        .ids()
        .flat_map(|roadmap| phases_out_of_order(posture, roadmap));
    let found = pairs.map(|(id, other)| {
        let (initiative, other) = (&posture.initiatives[id], &posture.initiatives[other]);
        let phases = &posture.roadmaps[initiative.roadmap].phases;
        let phase = |at: usize| phases.get(at).map_or("", |phase| phase.name);
        let message = format!(
            "the initiative `{}` of the phase `{}` comes after `{}`, which is of the later phase `{}`",
            initiative.name,
            phase(initiative.phase),
            other.name,
            phase(other.phase)
        );
        let help = format!(
            "move `{}` to the phase `{}`, or `{}` to `{}`",
            initiative.name,
            phase(other.phase),
            other.name,
            phase(initiative.phase)
        );
        Diagnostic::new(PHASES_OUT_OF_ORDER, initiative.place, message)
            .also(other.place, "this has to be over first")
            .help(help)
    });
    found.collect()
}
