//! The current and the target profile, and what changed since the assessment before.

use crate::columns::Columns;
use xwalk_report::counted;
use xwalk_report::posture::{Benchmark, ProfileLine, Profiled};

/// How many controls that moved are shown, unless all are asked for.
const SHOWN: usize = 10;

/// One line for each function and category, with how many controls stand at each tier.
pub(super) fn profile(profiled: &Profiled<'_>) -> String {
    let (profile, scale) = (&profiled.profile, &profiled.scale);
    let total = &profile.total;

    let right: Vec<usize> = (2..11 + scale.len()).collect();
    let mut columns = Columns::right(&right);
    let tiers = scale.iter().map(|tier| format!("at {tier}"));
    let head = ["", "", "stands at", "target", "achieved", "of"].map(str::to_owned);
    let last = [
        "without evidence",
        "unsupported",
        "not applicable",
        "not assessed",
    ];
    let last = last.map(str::to_owned);
    columns.push(head.into_iter().chain(tiers).chain(last));
    for line in &profile.lines {
        columns.push(cells(line, scale));
    }
    columns.push(cells(total, scale));
    let mut text = format!(
        "\nProfile of {}\n{}",
        profiled.framework,
        columns.indented()
    );
    if total.without_evidence > 0 {
        text += &format!(
            "\n  {} of {} assessed controls are claimed without evidence.",
            total.without_evidence, total.assessed
        );
    }
    text += "\n  The tier of a line is the lowest tier of its controls, and its target is their lowest target; what is not applicable does not count.\n";
    if total.not_assessed > 0 {
        text +=
            "  Where some controls are not assessed, this is the highest that it can be: `<=`.\n";
    }
    text
}

fn cells(line: &ProfileLine, scale: &[u32]) -> Vec<String> {
    let (name, title) = match &line.control {
        Some(control) => {
            let indent = "  ".repeat(usize::from(control.depth()));
            (format!("{indent}{}", control.identifier()), control.title())
        }
        None => ("all".to_owned(), ""),
    };
    let at_best = if line.not_assessed > 0 { "<= " } else { "" };
    let minimum = |tier: Option<u32>| tier.map_or_else(|| "-".to_owned(), |tier| tier.to_string());
    let tier = match line.tier {
        Some(tier) => format!("{at_best}{tier}"),
        None => "-".to_owned(),
    };
    let mut cells = vec![
        name,
        title.to_owned(),
        tier,
        minimum(line.target),
        line.achieved.to_string(),
        line.assessed.to_string(),
    ];
    cells.extend(scale.iter().map(|tier| at(line, *tier).to_string()));
    cells.push(line.without_evidence.to_string());
    cells.push(line.unsupported.to_string());
    cells.push(line.not_applicable.to_string());
    cells.push(line.not_assessed.to_string());
    cells
}

/// How many controls stand at a tier.
fn at(line: &ProfileLine, tier: u32) -> usize {
    let mut current = line.current.iter();
    current
        .find(|(at, _)| *at == tier)
        .map_or(0, |(_, count)| *count)
}

/// What changed since the assessment before.
pub(super) fn benchmark(benchmark: &Benchmark<'_>, all: bool) -> String {
    let mut text = format!(
        "\nSince {} of {}, in {}: {} raised, {} lowered, {} as before\n",
        benchmark.before,
        benchmark.before_assessed,
        benchmark.framework,
        counted(benchmark.raised, "control", "controls"),
        benchmark.lowered,
        benchmark.same,
    );
    let shown = if all { usize::MAX } else { SHOWN };
    let mut columns = Columns::default();
    for moved in benchmark.moved.iter().take(shown) {
        let tier = |tier: Option<u32>| {
            tier.map_or_else(|| "no tier".to_owned(), |tier| format!("tier {tier}"))
        };
        columns.push([
            moved.control.identifier(),
            moved.control.title(),
            &format!("{} -> {}", tier(moved.before), tier(moved.after)),
        ]);
    }
    text += &columns.indented();
    if benchmark.moved.len() > shown {
        let more = benchmark.moved.len() - shown;
        text += &format!("  {more} more; `--all` shows them.\n");
    }
    text
}
