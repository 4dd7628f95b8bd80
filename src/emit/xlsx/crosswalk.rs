//! One line per control of the pivot, two columns per framework that rows connect it with.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::cell::Cell;
use super::plan::Plan;
use super::table::{Column, Layout, Table};
use crate::report::Crosswalk;

/// Writes the sheet.
pub(super) fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let (Some(pivot), Some(sheet)) = (plan.report.meta.pivot, &plan.crosswalk) else {
        return Ok(());
    };
    let crosswalk = plan.report.crosswalk(pivot);
    let apart = apart(plan, &crosswalk);
    let mut columns = vec![
        Column::new(plan.short(pivot), 14.0),
        Column::new("Title", 44.0),
        Column::new("Level", 13.0),
    ];
    for other in &crosswalk.columns {
        columns.push(Column::new(plan.short(*other), 42.0));
        columns.push(Column::new(
            format!("Verdict, {}", plan.short(*other)),
            13.0,
        ));
    }
    let layout = Layout {
        sheet,
        table: "tblCrosswalk".to_owned(),
        title: format!("Crosswalk of {}", plan.heading(pivot)),
        purpose: format!(
            "Each line reads: this control, relation, control of the other framework. No mapping with: {}.",
            if apart.is_empty() { "none".to_owned() } else { apart.join(", ") }
        ),
        reading: "The verdict says what is fulfilled of the line's control if all of the other framework is \
                  fulfilled, from stated rows."
            .to_owned(),
        columns,
        frozen: 2,
        empty: "The framework has no control.",
    };
    let mut table = Table::begin(book, plan, layout)?;
    for line in &crosswalk.lines {
        let Some(control) = plan.report.controls.get(line.control) else {
            continue;
        };
        let mut cells = vec![
            plan.identifier_cell(line.control),
            Cell::text(&*control.title),
            Cell::muted(&*control.level),
        ];
        for (other, said) in crosswalk.columns.iter().zip(&line.cells) {
            cells.push(Cell::text(plan.report.cell_text(said)));
            let coverage = plan.report.coverage_of(pivot, *other);
            cells.push(plan.verdict_cell(coverage, line.control));
        }
        table.line(plan.rank(line.control), control.depth, cells)?;
    }
    table.finish()
}

/// The names of the frameworks that no mapping connects with the pivot.
fn apart<'r>(plan: &Plan<'r>, crosswalk: &Crosswalk<'_>) -> Vec<&'r str> {
    (0..plan.report.frameworks.len())
        .filter(|other| *other != crosswalk.pivot && !crosswalk.columns.contains(other))
        .map(|other| plan.short(other))
        .collect()
}
