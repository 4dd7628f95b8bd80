//! What changed since the assessment before.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::lead::Thing;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::style::{Rank, Tone};
use crate::emit::xlsx::table::Column;
use crate::report::posture::{Benchmark, Moved};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Changes",
    table: "tblChanges",
    about: "the controls that stand somewhere else than in the assessment before",
    write,
};

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head(plan))?;
    for benchmark in &plan.posture.benchmarks {
        for moved in &benchmark.moved {
            table.line(Rank::Leaf, 0, cells(plan, benchmark, moved))?;
        }
    }
    table.finish()
}

fn head(plan: &Plan<'_>) -> Head {
    let columns = [
        ("Framework", plan.short_width()),
        ("Control", 11.0),
        ("Title", 52.0),
        ("Function", 15.0),
        ("Before", 9.0),
        ("After", 9.0),
        ("Steps", 9.0),
        ("Change", 18.0),
        ("Assessment before", 18.0),
        ("Assessment after", 18.0),
    ];
    let benchmarks = plan.posture.benchmarks.iter();
    let told: Vec<String> = benchmarks
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
        purpose: if told.is_empty() {
            "No framework was assessed before, so that there is nothing to compare with.".to_owned()
        } else {
            told.join(" ")
        },
        reading: "Listed are the controls whose tier differs. A dash: not assessed, or not applicable; such a control is neither raised nor lowered."
            .to_owned(),
        columns: columns.map(|(header, width)| Column::new(header, width)).into(),
        frozen: 3,
        empty: "No control stands somewhere else than in an assessment before.",
    }
}

fn cells<'r>(plan: &Plan<'r>, benchmark: &'r Benchmark<'r>, moved: &'r Moved) -> Vec<Cell<'r>> {
    let control = moved.control.as_str();
    let tier = |tier| plan.tier(&benchmark.framework, tier);
    let (steps, change) = match (moved.before, moved.after) {
        (Some(before), Some(after)) if after > before => {
            let steps = Cell::count((after - before) as usize);
            (steps, Cell::toned("▲ raised", Tone::Good))
        }
        (Some(before), Some(after)) => {
            let steps = Cell::negative((before - after) as usize);
            (steps, Cell::toned("▼ lowered", Tone::Bad))
        }
        (None, _) => (Cell::BLANK, Cell::toned("newly has a tier", Tone::Open)),
        (_, None) => (Cell::BLANK, Cell::toned("no longer has one", Tone::Open)),
    };
    let identifier = match plan.known(control) {
        Some(known) => known.control.identifier,
        None => control,
    };
    vec![
        Cell::muted(plan.short(&benchmark.framework).to_owned()),
        plan.lead
            .to(Thing::Assessed, control, Cell::identifier(identifier)),
        Cell::text(plan.title(control)),
        Cell::muted(plan.known(control).map_or("", |known| known.section.title)),
        tier(moved.before),
        tier(moved.after),
        steps,
        change,
        Cell::muted(benchmark.before),
        Cell::muted(benchmark.after),
    ]
}
