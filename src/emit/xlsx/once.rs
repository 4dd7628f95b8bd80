//! What has to be assessed only once: controls that ask for the same, and what single controls cover elsewhere.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::cell::Cell;
use super::plan::Plan;
use super::style::Rank;
use super::table::{Column, Layout, Table};
use crate::report::Overlap;

/// Writes the sheet.
pub(super) fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let Some(sheet) = &plan.once else {
        return Ok(());
    };
    let overlap = &plan.report.overlap;
    let others = named(plan, overlap);
    let mut table = Table::begin(book, plan.binding(), layout(plan, sheet, overlap, &others))?;
    for class in &overlap.classes {
        let Some((first, equal)) = class.split_first() else {
            continue;
        };
        let saved = Cell::count(equal.len());
        let cells = cells(plan, "the same", *first, saved, equal, &others);
        table.line(Rank::Leaf, 0, cells)?;
    }
    for covers in &overlap.covers {
        let cells = cells(
            plan,
            "covers",
            covers.control,
            Cell::BLANK,
            &covers.covered,
            &others,
        );
        table.line(Rank::Leaf, 0, cells)?;
    }
    table.finish()
}

/// The frameworks with controls to be listed, each a column.
fn named(plan: &Plan<'_>, overlap: &Overlap) -> Vec<usize> {
    let equal = overlap
        .classes
        .iter()
        .flat_map(|class| class.iter().skip(1));
    let covered = overlap.covers.iter().flat_map(|covers| &covers.covered);
    let frameworks = equal.chain(covered);
    let mut frameworks: Vec<usize> = frameworks
        .filter_map(|control| Some(plan.report.controls.get(*control)?.framework))
        .collect();
    frameworks.sort_unstable();
    frameworks.dedup();
    frameworks
}

fn layout<'w>(plan: &Plan<'_>, sheet: &'w str, overlap: &Overlap, others: &[usize]) -> Layout<'w> {
    let mut columns = vec![
        Column::new("Kind", 10.0),
        Column::new("Framework", plan.short_width()),
        Column::new("Control", 16.0),
        Column::new("Title", 44.0),
        Column::new("Saved", 8.0),
        Column::new("Other controls", 10.0),
    ];
    columns.extend(
        others
            .iter()
            .map(|other| Column::new(plan.short(*other), 30.0)),
    );
    Layout {
        sheet,
        table: "tblAssessOnce".to_owned(),
        title: "Assess once".to_owned(),
        purpose: format!(
            "{} assessable controls ask for {} different things: controls that ask for the same need one assessment \
             only, which saves {}.",
            overlap.assessable,
            overlap.distinct,
            overlap.saved()
        ),
        reading: "the same: the control and those at the right ask for exactly the same (an overlap group). covers: \
                  whoever fulfils the control fulfils all those at the right. Both from stated rows and what they prove."
            .to_owned(),
        columns,
        frozen: 4,
        empty: "No control is known to ask for the same as another one, or to contain one.",
    }
}

/// A control, and others by framework.
fn cells<'r>(
    plan: &Plan<'r>,
    kind: &'static str,
    control: usize,
    saved: Cell<'r>,
    others: &[usize],
    frameworks: &[usize],
) -> Vec<Cell<'r>> {
    let mut cells = vec![
        Cell::text(kind),
        Cell::muted(plan.short_of(control)),
        plan.identifier_cell(control),
        Cell::text(plan.title(control)),
        saved,
        Cell::count(others.len()),
    ];
    cells.extend(frameworks.iter().map(|framework| {
        let controls = plan.controls(*framework);
        let own = others.iter().filter(|other| controls.contains(other));
        let identifiers: Vec<&str> = own.map(|other| plan.identifier(*other)).collect();
        Cell::text(identifiers.join(", "))
    }));
    cells
}
