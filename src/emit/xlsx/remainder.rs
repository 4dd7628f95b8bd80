//! What is left of the controls that overlap: a work list, one line for each thing that is said of it.

use super::cell::Cell;
use super::plan::Plan;
use super::style::Rank;
use super::table::{AnyTable, Column, Layout, Table};
use xwalk_format::names::Names;
use xwalk_report::{
    ControlAt, Correspondence, Coverage, Left, NOT_DESCRIBED, Remainder, Row, RowAt, described,
};

/// The table; nothing where nothing overlaps.
pub(super) fn table<'a>(plan: &'a Plan<'a>) -> Option<AnyTable<'a>> {
    let sheet = plan.remainder.as_ref()?;
    let mut table = Table::new(layout(plan, sheet));
    for coverage in &plan.report.coverage {
        for of in &coverage.remainders {
            for left in of.lines() {
                let line = Line { coverage, of, left };
                table.row(Rank::Leaf, 0, line);
            }
        }
    }
    Some(table.finish())
}

/// A line of the sheet: one thing that is said of what is left of a control.
#[derive(Clone, Copy)]
struct Line<'r> {
    coverage: &'r Coverage,
    of: &'r Remainder<ControlAt, RowAt>,
    left: Left<'r, ControlAt, RowAt>,
}

impl<'r> Line<'r> {
    /// The row that says it.
    fn row(self) -> Option<RowAt> {
        match self.left {
            Left::Row(row) | Left::Pending(_, row) | Left::Parts(row, _) => Some(*row),
            Left::Child(_) | Left::Elsewhere(_) | Left::Nothing => None,
        }
    }

    fn written(self, plan: &Plan<'r>) -> Option<&'r Row<'r>> {
        self.row().map(|row| &plan.report.rows[row])
    }

    /// The row, read from the control; nothing where it does not name it.
    fn read_from_it(self, plan: &Plan<'r>) -> Option<Correspondence<'r>> {
        plan.report.correspondence(self.of.control, self.row()?)
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, Line<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::cell("Framework", plan.short_width(), |line| {
            plan.pair_cell(line.coverage.of, line.coverage.by)
        }),
        Of::text("Overlapped by", plan.short_width(), |line| {
            plan.short(line.coverage.by)
        }),
        Of::cell("Control", plan.identifier_width(), |line| {
            plan.identifier_cell(line.of.control)
        }),
        Of::text("Title", 38.0, |line| plan.title(line.of.control)),
        Of::cell("Strongest connection", 10.0, |line| {
            Cell::maybe_count(line.of.strength.map(usize::from))
        }),
        Of::muted("What it is", 14.0, |line| line.left.kind()),
        Of::text("Relation and other side", 28.0, |line| relation(plan, line)),
        Of::text("Title of the other side", 34.0, |line| other(plan, line)),
        Of::cell("What is written about it", 60.0, |line| {
            written_about(plan, line)
        }),
        Of::cell("Strength", 10.0, |line| {
            let row = line.written(plan);
            Cell::maybe_count(row.and_then(|row| row.strength).map(usize::from))
        }),
        Of::maybe("Confidence", 12.0, |line| {
            line.written(plan)?.confidence.as_deref()
        }),
        Of::maybe("Status", 9.0, |line| {
            Some(line.written(plan)?.status.word())
        }),
        Of::cell("Row", 20.0, |line| match line.row() {
            Some(row) => Cell::muted(Names::new(plan.report).row(row)).to(plan.row_address(row)),
            None => Cell::BLANK,
        }),
        Of::cell("More controls", 9.5, |line| match line.of.more {
            0 => Cell::BLANK,
            more => Cell::muted_count(more),
        }),
    ]
}

/// `intersects-with A.5.15`, read from the control; of a row that only connects it, as it is written.
fn relation<'r>(plan: &Plan<'r>, line: Line<'r>) -> String {
    if let Left::Child(child) = line.left {
        return plan.identifier(child.control).to_owned();
    }
    match (line.read_from_it(plan), line.row()) {
        (Some(read), _) => {
            let other = plan.report.end_text(read.other);
            match read.framework == line.coverage.by {
                true => format!("{} {other}", read.relation),
                false => format!("{} {} {other}", read.relation, plan.short(read.framework)),
            }
        }
        (None, Some(row)) => plan.claim(row),
        (None, None) => String::new(),
    }
}

fn other<'r>(plan: &Plan<'r>, line: Line<'r>) -> String {
    let titles = |controls: &[ControlAt]| -> String {
        let titles: Vec<&str> = controls.iter().map(|one| plan.title(*one)).collect();
        titles.join(" + ")
    };
    match line.left {
        Left::Child(child) => plan.title(child.control).to_owned(),
        Left::Elsewhere(_) | Left::Nothing => String::new(),
        Left::Row(_) | Left::Pending(..) | Left::Parts(..) => {
            match (line.read_from_it(plan), line.written(plan)) {
                (Some(read), _) => titles(read.other.controls()),
                (None, Some(row)) => titles(row.target.controls()),
                (None, None) => String::new(),
            }
        }
    }
}

fn written_about<'r>(plan: &Plan<'r>, line: Line<'r>) -> Cell<'r> {
    match line.left {
        Left::Row(row) | Left::Pending(_, row) => match described(plan.report.rows[*row].note) {
            Some(note) => Cell::text(note),
            None => Cell::muted(NOT_DESCRIBED),
        },
        Left::Parts(_, parts) => {
            let parts = parts.iter();
            let parts =
                parts.map(|open| format!("{} ({})", plan.identifier(open.control), open.stands));
            let parts: Vec<String> = parts.collect();
            Cell::text(format!("not shown to be fulfilled: {}", parts.join(", ")))
        }
        Left::Child(child) => {
            let verdict = line.coverage.line(child.control);
            let verdict = verdict.map(|line| line.proved.as_ref().unwrap_or(&line.stated));
            verdict.map_or(Cell::BLANK, |cell| Cell::verdict(cell.verdict))
        }
        Left::Elsewhere(row) => Cell::muted(format!(
            "in a mapping that this workbook leaves out: {} ({})",
            row.mapping, row.place
        )),
        Left::Nothing => Cell::muted(NOT_DESCRIBED),
    }
}

fn layout<'r>(plan: &'r Plan<'r>, sheet: &'r str) -> Layout<'r, Line<'r>> {
    Layout {
        sheet,
        table: "tblRemainder".to_owned(),
        title: "Remainder".to_owned(),
        purpose: "What is left to do of each control that the other framework overlaps: the rows of its strongest \
                  connections with their notes, and the parts of a union, and the controls below it, that are not shown to be fulfilled."
            .to_owned(),
        reading: "The controls with the strongest connections come first, since least is likely to be left there. At most three connections are listed for each control; the last column says with how many more controls it shares something. A connection made of several rows is as strong as the weakest of them. A note is its author's. Not described means that nobody wrote one."
            .to_owned(),
        columns: columns(plan),
        frozen: 4,
        empty: "Nothing overlaps.",
    }
}
