//! The newest assessment measured by another one, or by what one aims at.

use super::named;
use crate::RunError;
use crate::args::Posture as Arguments;
use crate::columns::{Columns, indented};
use crate::findings::one_line;
use xwalk_analysis::posture::{Benchmark, CurrentState};
use xwalk_model::Model;
use xwalk_model::posture::{AssessmentId, OrganizationId};
use xwalk_report::posture::{Comparison, Counts, Inquiry, Yardstick};
use xwalk_syntax::ast::Date;

/// What is asked for with `--against` and `--targets`, if anything is.
pub(super) fn asked(
    model: &Model<'_>,
    organization: OrganizationId,
    today: Date,
    arguments: &Arguments,
) -> Result<Option<Benchmark>, RunError> {
    let Some(text) = &arguments.against else {
        return Ok(None);
    };
    let other = named::assessment(model, organization, text)?;
    let by = match arguments.targets {
        true => Yardstick::Targets,
        false => Yardstick::Tiers,
    };
    let newest = newest_like(model, organization, today, other)?;
    if newest == other && by == Yardstick::Tiers {
        return Err(RunError::Usage(format!(
            "`{text}` is the newest assessment itself: `--targets` compares it with its own targets; otherwise name another one"
        )));
    }
    Ok(Some(Benchmark::of(model, other, by, newest)))
}

/// The newest assessment of the organization that assesses the same framework as another one.
fn newest_like(
    model: &Model<'_>,
    organization: OrganizationId,
    today: Date,
    other: AssessmentId,
) -> Result<AssessmentId, RunError> {
    let assessments = &model.posture.assessments;
    let framework = assessments[other].framework;
    let newest = CurrentState::newest(&model.posture, organization, today);
    let mut newest = newest.into_iter();
    newest
        .find(|id| assessments[*id].framework == framework)
        .ok_or_else(|| {
            RunError::Usage(format!(
                "`{}` assesses `{}`, which `{}` does not until {today}: there is nothing to compare it with",
                assessments[other].name,
                model.frameworks[framework].label(),
                model.posture.organizations[organization].name
            ))
        })
}

/// How many controls of each function stand above, at and below what they are measured by, and all that differ.
pub(super) fn text(inquiry: &Inquiry<'_, '_, '_>, comparison: &Comparison<'_>) -> String {
    let benchmark = &comparison.benchmark;
    let mut text = format!(
        "{}: {} of {}, measured by the {} of {} of {}, in {}\n",
        one_line(inquiry.organization().title),
        benchmark.after,
        benchmark.after_assessed,
        comparison.by.word(),
        comparison.measure,
        benchmark.before_assessed,
        benchmark.framework,
    );
    text += "\n";
    text += &indented(&functions(comparison));
    text += match comparison.by {
        Yardstick::Tiers => "\nEvery control whose tier differs\n",
        Yardstick::Targets => "\nEvery control that is not at its target\n",
    };
    if benchmark.moved.is_empty() {
        return text + "  none\n";
    }
    text += &indented(&differing(comparison));
    text
}

fn functions(comparison: &Comparison<'_>) -> String {
    let head = match comparison.by {
        Yardstick::Tiers => [
            "higher",
            "the same",
            "lower",
            "no tier now",
            "no tier there",
        ],
        Yardstick::Targets => [
            "above target",
            "at target",
            "below target",
            "no tier",
            "no target",
        ],
    };
    let mut columns = Columns::right(&[2, 3, 4, 5, 6]);
    let head = ["", ""].into_iter().chain(head);
    columns.push(head.map(str::to_owned));
    let mut total = Counts::default();
    for (function, counts) in &comparison.functions {
        let name = [function.identifier(), function.title()].map(str::to_owned);
        columns.push(name.into_iter().chain(cells(counts)));
        total += *counts;
    }
    let name = ["all".to_owned(), String::new()];
    columns.push(name.into_iter().chain(cells(&total)));
    columns.text()
}

fn differing(comparison: &Comparison<'_>) -> String {
    let (there, here) = match comparison.by {
        Yardstick::Tiers => ("there", "now"),
        Yardstick::Targets => ("target", "tier"),
    };
    let mut columns = Columns::right(&[2, 3, 4]);
    columns.push(["", "", there, here, "difference"]);
    for moved in &comparison.benchmark.moved {
        let tier = |tier: Option<u32>| tier.map_or_else(|| "-".to_owned(), |it| it.to_string());
        let both = moved.before.zip(moved.after);
        let difference =
            both.map(|(before, after)| format!("{:+}", i64::from(after) - i64::from(before)));
        columns.push([
            moved.control.identifier().to_owned(),
            moved.control.title().to_owned(),
            tier(moved.before),
            tier(moved.after),
            difference.unwrap_or_else(|| "-".to_owned()),
        ]);
    }
    columns.text()
}

fn cells(counts: &Counts) -> [String; 5] {
    [
        counts.above,
        counts.same,
        counts.below,
        counts.without_tier,
        counts.without_measure,
    ]
    .map(|count| count.to_string())
}
