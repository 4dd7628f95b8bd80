//! What is not covered: gaps, and what nobody has reviewed, kept apart by a column.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::cell::{Cell, Look};
use super::plan::Plan;
use super::style::Rank;
use super::table::{Column, Layout, Table};
use crate::report::{Verdict, VerdictLine};

/// Writes the sheet.
pub(super) fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = Table::begin(book, plan.binding(), layout(plan))?;
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
            if plan.has_proofs {
                cells.push(plan.verdict_with_proofs_cell(line));
                cells.push(why_with_proofs(line));
            }
            table.line(Rank::Leaf, 0, cells)?;
        }
    }
    table.finish()
}

/// Why the verdict with proofs differs; nothing where it does not.
fn why_with_proofs(line: &VerdictLine) -> Cell<'_> {
    let changed = line.proved.as_ref();
    let changed = changed.filter(|proved| proved.verdict != line.stated.verdict);
    changed.map_or(Cell::BLANK, |proved| Cell::new(&*proved.why, Look::Proved))
}

fn layout<'w>(plan: &'w Plan<'_>) -> Layout<'w> {
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
    if plan.has_proofs {
        columns.push(Column::proved("Verdict with proofs", 14.0));
        columns.push(Column::proved("Reason with proofs", 50.0));
    }
    Layout {
        sheet: &plan.gaps,
        table: "tblGaps".to_owned(),
        title: "Gaps".to_owned(),
        purpose: "Assessable controls of Framework to which nothing in the other framework is known to answer, for \
                  every pair, in both directions."
            .to_owned(),
        reading: format!(
            "gap: somebody looked, and there is nothing. not reviewed: nobody has looked; it is an open question.{}",
            if plan.has_proofs {
                " Listed is what is open from stated rows; the verdict with proofs stands beside it."
            } else {
                ""
            }
        ),
        columns,
        frozen: 3,
        empty: "Every assessable control of every pair is covered or overlaps.",
    }
}
