//! What changed since the assessment before.

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use crate::cell::Cell;
use crate::style::{Rank, Tone};
use crate::table::{AnyTable, Column};
use xwalk_report::posture::{Benchmark, Moved};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Changes",
    table: "tblChanges",
    about: "the controls whose tier differs from that in the previous assessment",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(plan), columns(plan));
    for benchmark in &plan.posture.benchmarks {
        for moved in &benchmark.moved {
            table.row(Rank::Leaf, 0, (benchmark, moved));
        }
    }
    table.finish()
}

fn head(plan: &Plan<'_>) -> Head {
    let benchmarks = plan.posture.benchmarks.iter();
    let summary: Vec<String> = benchmarks
        .map(|one| {
            format!(
                "{} ({}) against {} ({}): {} controls raised, {} lowered, {} unchanged.",
                one.after,
                one.after_assessed,
                one.before,
                one.before_assessed,
                one.raised,
                one.lowered,
                one.same
            )
        })
        .collect();
    Head {
        purpose: if summary.is_empty() {
            "No framework was assessed before, so there is nothing to compare with.".to_owned()
        } else {
            summary.join(" ")
        },
        reading: "The list shows the controls whose tier differs. A dash: not assessed, or not applicable; such a control is neither raised nor lowered."
            .to_owned(),
        frozen: 3,
        empty: match plan.posture.benchmarks.is_empty() {
            true => "There is no previous assessment.",
            false => "No control has a different tier than in a previous assessment.",
        },
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, (&'r Benchmark<'r>, &'r Moved)>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::muted("Framework", plan.short_width(), move |(benchmark, _)| {
            benchmark.framework.short().to_owned()
        }),
        Of::cell("Control", plan.identifier_width(), move |(_, moved)| {
            plan.assessed(&moved.control)
        }),
        Of::text("Title", 52.0, move |(_, moved)| moved.control.title()),
        Of::muted("Function", 15.0, move |(_, moved)| {
            moved.control.section().title()
        }),
        Of::cell("Before", 9.0, move |(benchmark, moved)| {
            Plan::tier(&benchmark.framework, moved.before)
        }),
        Of::cell("After", 9.0, move |(benchmark, moved)| {
            Plan::tier(&benchmark.framework, moved.after)
        }),
        Of::cell("Steps", 9.0, |(_, moved)| steps(moved)),
        Of::cell("Change", 18.0, |(_, moved)| change(moved)),
        Of::muted("Assessment before", 18.0, |(benchmark, _)| {
            benchmark.before.name
        }),
        Of::muted("Assessment after", 18.0, |(benchmark, _)| {
            benchmark.after.name
        }),
    ]
}

/// By how many tiers a control has moved, if it had one both times.
fn steps(moved: &Moved) -> Cell<'static> {
    match (moved.before, moved.after) {
        (Some(before), Some(after)) if after > before => Cell::count((after - before) as usize),
        (Some(before), Some(after)) => Cell::negative((before - after) as usize),
        _ => Cell::BLANK,
    }
}

fn change(moved: &Moved) -> Cell<'static> {
    match (moved.before, moved.after) {
        (Some(before), Some(after)) if after > before => Cell::toned("▲ raised", Tone::Good),
        (Some(_), Some(_)) => Cell::toned("▼ lowered", Tone::Bad),
        (None, _) => Cell::toned("newly has a tier", Tone::Open),
        (_, None) => Cell::toned("no longer has one", Tone::Open),
    }
}
