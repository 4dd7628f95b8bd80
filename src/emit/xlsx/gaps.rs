//! What is not covered: gaps, and what nobody has reviewed, kept apart by a column.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::cell::Cell;
use super::coverage::has_proofs;
use super::plan::Plan;
use super::style::Rank;
use super::table::{Column, Layout, Table};
use crate::report::Verdict;

/// Writes the sheet.
pub(super) fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let proved = has_proofs(plan);
    let mut table = Table::begin(book, plan, layout(plan, proved))?;
    for coverage in &plan.report.coverage {
        for line in &coverage.verdicts {
            let open = matches!(line.stated.verdict, Verdict::Gap | Verdict::NotReviewed);
            let Some(control) = (plan.report.controls.get(line.control))
                .filter(|control| control.assessable && open)
            else {
                continue;
            };
            let section =
                (plan.report.controls.get(control.section)).map_or("", |section| &*section.title);
            let pair = Cell::text(plan.short(coverage.of));
            let mut cells = vec![
                match plan.matrix_address(coverage.of, coverage.by) {
                    Some(address) => pair.to(address),
                    None => pair,
                },
                Cell::text(plan.short(coverage.by)),
                plan.identifier_cell(line.control),
                Cell::text(&*control.title),
                Cell::muted(section),
                Cell::verdict(line.stated.verdict),
                Cell::text(&*line.stated.why),
                match line.stated.rows.first() {
                    Some(row) => Cell::count(line.stated.rows.len()).to(plan.row_address(*row)),
                    None => Cell::count(0),
                },
            ];
            if proved {
                cells.push(
                    (line.proved.as_ref())
                        .map_or(Cell::centred("–"), |cell| Cell::verdict(cell.verdict)),
                );
            }
            table.line(Rank::Leaf, 0, cells)?;
        }
    }
    table.finish()
}

fn layout<'w>(plan: &'w Plan<'_>, proved: bool) -> Layout<'w> {
    let mut columns = vec![
        Column::new("Framework", plan.short_width()),
        Column::new("Not covered by", plan.short_width()),
        Column::new("Control", 18.0),
        Column::new("Title", 46.0),
        Column::new("Section", 26.0),
        Column::new("Verdict", 14.0),
        Column::new("Reason", 50.0),
        Column::new("Rows behind it", 10.0),
    ];
    if proved {
        columns.push(Column::new("Verdict with proofs", 14.0));
    }
    Layout {
        sheet: &plan.gaps,
        table: "tblGaps".to_owned(),
        title: "Gaps".to_owned(),
        purpose: "Assessable controls of Framework to which nothing in the other framework is known to answer, for \
                  every pair, in both directions."
            .to_owned(),
        reading: "gap: somebody looked, and there is nothing. not reviewed: nobody has looked; it is an open \
                  question. Overlaps are on the matrices."
            .to_owned(),
        columns,
        frozen: 3,
        empty: "Every assessable control of every pair is covered or overlaps.",
    }
}
