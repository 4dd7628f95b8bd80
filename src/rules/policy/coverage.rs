//! `require coverage`: shares of verdicts.

use super::UNMET_POLICY;
use crate::Context;
use crate::context::listed;
use xwalk_analysis::coverage_between;
use xwalk_analysis::{
    Basis, Coverage, Eligibility, Judgement, Rounding, Share, Tally, Verdict, percent,
};
use xwalk_diagnostic::Diagnostic;
use xwalk_model::{ControlId, FrameworkId, Requirement};
use xwalk_syntax::ast::{Bound, Comparison, CoverageVerdict};

/// One error for each bound that is not kept.
pub(super) fn check(
    context: &Context<'_, '_>,
    requirement: &Requirement,
    (of, by): (FrameworkId, FrameworkId),
    basis: Basis,
    bounds: &[Bound],
) -> Vec<Diagnostic> {
    let model = context.model;
    // A proof may go through any mapping, so that what one lacks may be what it lacks.
    let matters =
        |from, to| basis == Basis::Proved || (from, to) == (of, by) || (from, to) == (by, of);
    if context
        .mappings()
        .any(|(_, mapping)| matters(mapping.from, mapping.to) && context.is_broken(mapping))
    {
        return Vec::new();
    }
    let from_rows;
    let coverage = match basis {
        Basis::Stated => {
            from_rows = coverage_between(model, context.logic, of, by);
            from_rows.as_ref()
        }
        Basis::Proved => context.facts().coverage(of, by),
    };
    let judged: Vec<Judged<'_>> = model
        .assessable(of)
        .map(|(control, _)| (control, judgement(coverage, control, basis)))
        .collect();
    let tally: Tally = judged.iter().map(|judged| verdict_on(judged)).collect();
    let label = |framework| model.frameworks[framework].label();
    let (with_proofs, connects) = match basis {
        Basis::Stated => ("", "no mapping connects"),
        Basis::Proved => (" with proofs", "neither a mapping nor a proof connects"),
    };
    let subject = format!(
        "coverage of `{}` by `{}`{with_proofs}",
        label(of),
        label(by)
    );
    let unmet = bounds.iter().filter(|bound| !is_kept(bound, &tally));
    unmet
        .map(|bound| {
            let place = bound.span.in_source(requirement.place.source);
            let mut help = match coverage {
                _ if tally.total() == 0 => format!(
                    "`{}` has no assessable control: add what it asks for, or leave the bound out",
                    label(of)
                ),
                Some(_) => failing(context, bound, &judged),
                None => format!("{connects} the two frameworks"),
            };
            if basis == Basis::Stated && is_kept_with_proofs(context, (of, by), bound) {
                help += "; with proofs the bound is met: write `proved` before it to count them";
            }
            Diagnostic::new(UNMET_POLICY, place, message(&subject, bound, &tally))
                .label(format!(
                    "{} of {} controls",
                    tally.of(verdict(bound)),
                    tally.total()
                ))
                .help(help)
        })
        .collect()
}

/// Whether a bound that stated rows do not keep would be kept if proofs were counted.
fn is_kept_with_proofs(
    context: &Context<'_, '_>,
    (of, by): (FrameworkId, FrameworkId),
    bound: &Bound,
) -> bool {
    let coverage = context.facts().coverage(of, by);
    let tally = coverage.and_then(|coverage| coverage.tally(context.model, Basis::Proved));
    tally.is_some_and(|tally| is_kept(bound, &tally))
}

/// The verdict on a control and why; `None` where nothing connects the two frameworks.
fn judgement(coverage: Option<&Coverage>, control: ControlId, basis: Basis) -> Option<&Judgement> {
    let controls = &coverage?.controls;
    let at = controls.binary_search_by_key(&control, |covered| covered.control);
    let covered = controls.get(at.ok()?)?;
    Some(covered.on(basis).unwrap_or(&covered.stated))
}

fn message(subject: &str, bound: &Bound, tally: &Tally) -> String {
    let verdict = verdict(bound);
    let (least_or_most, away) = match bound.comparison {
        Comparison::AtLeast => ("least", Rounding::Down),
        Comparison::AtMost => ("most", Rounding::Up),
    };
    let (word, limit) = (verdict.word(), percent(bound.basis_points));
    match tally.share(verdict) {
        Some(share) => format!(
            "{subject} is {} {word}, and must be at {least_or_most} {limit}",
            share.in_hundredths(away)
        ),
        None => format!(
            "{subject} has {}, and must be at {least_or_most} {limit} {word}",
            Share::NOTHING
        ),
    }
}

/// A control with the verdict on it.
type Judged<'c> = (ControlId, Option<&'c Judgement>);

/// *Not reviewed* where there is none.
fn verdict_on((_, judgement): &Judged<'_>) -> Verdict {
    judgement.map_or(Verdict::NotReviewed, |judgement| judgement.verdict)
}

/// The controls that keep a bound from being kept; and of those, the ones that lose their rows to a contradiction.
fn failing(context: &Context<'_, '_>, bound: &Bound, judged: &[Judged<'_>]) -> String {
    let (not, asked) = match bound.comparison {
        Comparison::AtLeast => ("not ", false),
        Comparison::AtMost => ("", true),
    };
    let verdict = verdict(bound);
    let failing = judged.iter();
    let failing = failing.filter(|judged| (verdict_on(judged) == verdict) == asked);
    let (mut controls, mut disputed) = (Vec::new(), Vec::new());
    for (control, judgement) in failing {
        controls.push(context.name(*control));
        let mut rows = judgement.iter().flat_map(|judgement| &judgement.rows);
        if rows.any(|row| context.logic.eligibilities[*row] == Eligibility::Disputed) {
            disputed.push(context.name(*control));
        }
    }
    let help = format!("{not}{}: {}", verdict.word(), listed(controls.into_iter()));
    match disputed.len() {
        0 => help,
        _ => format!(
            "{help}; rows do not count because others contradict them: at {}",
            listed(disputed.into_iter())
        ),
    }
}

fn verdict(bound: &Bound) -> Verdict {
    match bound.verdict {
        CoverageVerdict::Full => Verdict::Full,
        CoverageVerdict::Overlap => Verdict::Overlap,
        CoverageVerdict::Related => Verdict::Related,
        CoverageVerdict::Gap => Verdict::Gap,
        CoverageVerdict::NotReviewed => Verdict::NotReviewed,
    }
}

/// Compares exactly, without rounding the share. Nothing keeps no bound.
fn is_kept(bound: &Bound, tally: &Tally) -> bool {
    if tally.total() == 0 {
        return false;
    }
    let share = tally.of(verdict(bound)) as u128 * 10_000;
    let limit = u128::from(bound.basis_points) * tally.total() as u128;
    match bound.comparison {
        Comparison::AtLeast => share >= limit,
        Comparison::AtMost => share <= limit,
    }
}
