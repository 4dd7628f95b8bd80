//! `require coverage`: shares of verdicts.

use super::UNMET_POLICY;
use crate::analysis::coverage_between;
use crate::analysis::{Basis, Coverage, Options, Tally, Verdict};
use crate::diagnostic::Diagnostic;
use crate::model::{ControlId, FrameworkId, Requirement};
use crate::rules::Context;
use crate::rules::context::listed;
use crate::syntax::ast::{Bound, Comparison};

/// One error for each bound that is not kept.
pub(super) fn check(
    context: &Context<'_, '_>,
    requirement: &Requirement,
    (of, by): (FrameworkId, FrameworkId),
    basis: Basis,
    bounds: &[Bound],
) -> Vec<Diagnostic> {
    let model = context.model;
    let verdicts = match coverage_between(model, Options::default(), of, by) {
        Some(coverage) => verdicts(context, &coverage, basis),
        // No mapping connects the two, so nobody looked.
        None => model
            .assessable(of)
            .map(|(control, _)| (control, Verdict::NotReviewed))
            .collect(),
    };
    let tally: Tally = verdicts.iter().map(|(_, verdict)| *verdict).collect();
    let label = |framework| model.frameworks[framework].label();
    let unmet = bounds.iter().filter(|bound| !is_kept(bound, &tally));
    unmet
        .map(|bound| {
            let verdict = verdict(bound);
            let failing = verdicts.iter().filter(|(_, is)| match bound.comparison {
                Comparison::AtLeast => *is != verdict,
                Comparison::AtMost => *is == verdict,
            });
            let failing: Vec<String> = failing.map(|(control, _)| context.name(*control)).collect();
            let message = format!(
                "{} of `{}` by `{}` is {}, and must be at {} {}",
                verdict.word(),
                label(of),
                label(by),
                percent(tally.basis_points(verdict)),
                match bound.comparison {
                    Comparison::AtLeast => "least",
                    Comparison::AtMost => "most",
                },
                percent(bound.basis_points),
            );
            let kind = match bound.comparison {
                Comparison::AtLeast => "not ",
                Comparison::AtMost => "",
            };
            Diagnostic::new(
                UNMET_POLICY,
                bound.span.in_source(requirement.place.source),
                message,
            )
            .label(format!(
                "{} of {} controls",
                tally.of(verdict),
                tally.total()
            ))
            .help(format!(
                "{kind}{}: {}",
                verdict.word(),
                listed(failing.into_iter())
            ))
        })
        .collect()
}

/// The verdict of each assessable control; from stated rows where nothing was reasoned.
fn verdicts(
    context: &Context<'_, '_>,
    coverage: &Coverage,
    basis: Basis,
) -> Vec<(ControlId, Verdict)> {
    let assessable = coverage
        .controls
        .iter()
        .filter(|covered| context.model.controls[covered.control].assessable);
    assessable
        .map(|covered| {
            (
                covered.control,
                covered.on(basis).unwrap_or(&covered.stated).verdict,
            )
        })
        .collect()
}

fn verdict(bound: &Bound) -> Verdict {
    match bound.verdict {
        "full" => Verdict::Full,
        "overlap" => Verdict::Overlap,
        "gap" => Verdict::Gap,
        _ => Verdict::NotReviewed,
    }
}

/// Compares exactly, without rounding the share.
fn is_kept(bound: &Bound, tally: &Tally) -> bool {
    let share = tally.of(verdict(bound)) as u128 * 10_000;
    let limit = u128::from(bound.basis_points) * tally.total() as u128;
    match bound.comparison {
        Comparison::AtLeast => share >= limit,
        Comparison::AtMost => share <= limit,
    }
}

/// Basis points as a percentage: `12.5%`.
fn percent(basis_points: u32) -> String {
    let (whole, rest) = (basis_points / 100, basis_points % 100);
    match rest {
        0 => format!("{whole}%"),
        _ if rest % 10 == 0 => format!("{whole}.{}%", rest / 10),
        _ => format!("{whole}.{rest:02}%"),
    }
}
