//! What is not covered: what is only called related, gaps, and what nobody has reviewed, kept apart by a column.

use super::cell::{Cell, Look};
use super::plan::Plan;
use super::style::Rank;
use super::table::{AnyTable, Column, Layout, Table};
use xwalk_report::{Control, Coverage, VerdictLine};

/// The table.
pub(super) fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = Table::new(layout(plan));
    for coverage in &plan.report.coverage {
        for verdict in &coverage.verdicts {
            let control = &plan.report.controls[verdict.control];
            if control.assessable && verdict.stated.verdict.is_open() {
                let line = Line {
                    coverage,
                    verdict,
                    control,
                };
                table.row(Rank::Leaf, 0, line);
            }
        }
    }
    table.finish()
}

/// A line of the sheet: a control that another framework does not cover.
#[derive(Clone, Copy)]
struct Line<'r> {
    coverage: &'r Coverage,
    verdict: &'r VerdictLine,
    control: &'r Control<'r>,
}

/// A column of the sheet.
type Of<'r> = Column<'r, Line<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    let mut columns = vec![
        Of::cell("Framework", plan.short_width(), |line| {
            plan.pair_cell(line.coverage.of, line.coverage.by)
        }),
        Of::text("Not covered by", plan.short_width(), |line| {
            plan.short(line.coverage.by)
        }),
        Of::cell("Control", 18.0, |line| {
            plan.identifier_cell(line.verdict.control)
        }),
        Of::text("Title", 46.0, |line| &*line.control.title),
        Of::muted("Section", 26.0, |line| plan.title(line.control.section)),
        Of::cell("Verdict", 14.0, |line| {
            Cell::verdict(line.verdict.stated.verdict)
        }),
        Of::text("Reason", 50.0, |line| &*line.verdict.stated.why),
        Of::cell("Rows behind it", 10.0, |line| {
            plan.rows_cell(&line.verdict.stated.rows)
        }),
    ];
    if plan.has_proofs {
        columns.extend([
            Of::cell("Verdict with proofs", 14.0, |line| {
                plan.verdict_with_proofs_cell(line.verdict)
            })
            .of_proofs(),
            Of::cell("Reason with proofs", 50.0, |line| {
                why_with_proofs(line.verdict)
            })
            .of_proofs(),
        ]);
    }
    columns
}

/// Why the verdict with proofs differs; nothing where it does not.
fn why_with_proofs(line: &VerdictLine) -> Cell<'_> {
    let changed = line.proved.as_ref();
    let changed = changed.filter(|proved| proved.verdict != line.stated.verdict);
    changed.map_or(Cell::BLANK, |proved| Cell::new(&*proved.why, Look::Proved))
}

fn layout<'r>(plan: &'r Plan<'r>) -> Layout<'r, Line<'r>> {
    Layout {
        sheet: &plan.gaps,
        table: "tblGaps".to_owned(),
        title: "Gaps".to_owned(),
        purpose: "Assessable controls of Framework to which nothing in the other framework is known to correspond, \
                  for every pair, in both directions."
            .to_owned(),
        reading: format!(
            "gap: somebody looked, and there is nothing. related: rows say only that there is a relationship. not reviewed: nobody has looked; it is an open question.{}",
            if plan.has_proofs {
                " The list shows what is open from stated rows; the verdict with proofs is shown beside it."
            } else {
                ""
            }
        ),
        columns: columns(plan),
        frozen: 3,
        empty: match plan.report.coverage.is_empty() {
            true => "No two frameworks are connected by rows.",
            false => "Every assessable control of every pair is covered or overlaps.",
        },
    }
}
