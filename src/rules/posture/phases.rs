//! Phases that begin before the one before them is over.

use super::{Context, Rule, named};
use xwalk_analysis::posture::{EarlyPhase, phases_begun_early, schedule};
use xwalk_diagnostic::{Diagnostic, code};

code! {
    /// An initiative begins before the previous phase is over.
    ///
    /// Initiatives are scheduled as early as `after` and `starts` allow; the phase that they belong to does not change
    /// their dates.
    /// Whoever reads the phases one after the other expects something else.
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
    ///       effort 30d
    ///       starts 2027-01-11
    ///     }
    ///   }
    ///   phase extension "Extension" {
    ///     initiative discovery "Discovery" {
    ///       effort 15d
    ///       starts 2027-02-01
    ///     }
    ///   }
    /// }
    /// ```
    ///
    /// Let it come `after` the last initiative of the previous phase, let it start later, or move it to that phase.
    PHASE_BEGUN_EARLY = "XW0839" "phase-begun-early" Warning;
}

pub(crate) const RULE: Rule = Rule {
    code: PHASE_BEGUN_EARLY,
    check,
};

fn check(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let posture = &context.model.posture;
    let roadmaps = posture.roadmaps.ids();
    let early = roadmaps.flat_map(|id| phases_begun_early(posture, id, &schedule(posture, id)));
    early.filter_map(|early| told(context, &early)).collect()
}

/// One finding for a phase, at the first initiative that begins early.
fn told(context: &Context<'_, '_>, early: &EarlyPhase) -> Option<Diagnostic> {
    let posture = &context.model.posture;
    let mut initiatives = early.early.iter().map(|id| &posture.initiatives[*id]);
    let first = initiatives.next()?;
    let last = &posture.initiatives[early.last];
    let phases = &posture.roadmaps[first.roadmap].phases;
    let phase = |at: usize| phases.get(at).map_or("", |phase| phase.name);
    let names = early.early.iter().map(|id| posture.initiatives[*id].name);
    let (noun, begin, it) = match early.early.len() {
        1 => ("initiative", "begins", "it"),
        _ => ("initiatives", "begin", "them"),
    };
    let message = format!(
        "the {noun} {} of the phase `{}` {begin} before the phase `{}` is over: its last day is {}, with `{}`",
        named(names),
        phase(first.phase),
        phase(early.before),
        early.over.plus_days(-1),
        last.name
    );
    let help = format!(
        "let {it} come `after {}` or start later (`starts {}`), or move {it} to the phase `{}`",
        last.name,
        xwalk_analysis::posture::working_day(early.over),
        phase(early.before)
    );
    let found =
        Diagnostic::new(PHASE_BEGUN_EARLY, first.place, message).also(last.place, "this ends last");
    let found = initiatives.fold(found, |found, other| {
        found.also(other.place, "begins early as well")
    });
    Some(found.help(help))
}
