//! `require coverage`: shares of verdicts.

use super::UNMET_POLICY;
use crate::analysis::coverage_between;
use crate::analysis::{Basis, Coverage, Tally, Verdict};
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
    let connects = |from, to| (from, to) == (of, by) || (from, to) == (by, of);
    if context
        .mappings()
        .any(|(_, mapping)| connects(mapping.from, mapping.to) && context.is_broken(mapping))
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
    let verdicts: Vec<(ControlId, Verdict)> = model
        .assessable(of)
        .map(|(control, _)| (control, verdict_of(coverage, control, basis)))
        .collect();
    let tally: Tally = verdicts.iter().map(|(_, verdict)| *verdict).collect();
    let label = |framework| model.frameworks[framework].label();
    let subject = format!("coverage of `{}` by `{}`", label(of), label(by));
    let unmet = bounds.iter().filter(|bound| !is_kept(bound, &tally));
    unmet
        .map(|bound| {
            let place = bound.span.in_source(requirement.place.source);
            let help = match coverage {
                Some(_) => failing(context, bound, &verdicts),
                None => "nothing connects the two frameworks".to_owned(),
            };
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

/// The verdict of a control; *not reviewed* where nothing connects the two frameworks.
fn verdict_of(coverage: Option<&Coverage>, control: ControlId, basis: Basis) -> Verdict {
    let covered = coverage.and_then(|coverage| {
        let at = coverage
            .controls
            .binary_search_by_key(&control, |covered| covered.control);
        coverage.controls.get(at.ok()?)
    });
    covered.map_or(Verdict::NotReviewed, |covered| {
        covered.on(basis).unwrap_or(&covered.stated).verdict
    })
}

fn message(subject: &str, bound: &Bound, tally: &Tally) -> String {
    let verdict = verdict(bound);
    let least_or_most = match bound.comparison {
        Comparison::AtLeast => "least",
        Comparison::AtMost => "most",
    };
    format!(
        "{subject} is {} {}, and must be at {least_or_most} {}",
        percent(tally.basis_points(verdict)),
        verdict.word(),
        percent(bound.basis_points),
    )
}

/// The controls that keep a bound from being kept.
fn failing(context: &Context<'_, '_>, bound: &Bound, verdicts: &[(ControlId, Verdict)]) -> String {
    let (not, asked) = match bound.comparison {
        Comparison::AtLeast => ("not ", false),
        Comparison::AtMost => ("", true),
    };
    let verdict = verdict(bound);
    let controls: Vec<String> = verdicts
        .iter()
        .filter(|(_, is)| (*is == verdict) == asked)
        .map(|(control, _)| context.name(*control))
        .collect();
    let controls = listed(controls.into_iter());
    format!("{not}{}: {controls}", verdict.word())
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
