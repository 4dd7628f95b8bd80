//! Rows that cannot all be true: the argument, then the rows in its order.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::cell::Cell;
use super::measure;
use super::plan::Plan;
use super::proof::{plain, rationales};
use super::style::Rank;
use super::table::{AnyTable, Column, Layout, Table};
use xwalk_report::{Contradiction, Row, RowName};

/// The table; [`Plan`] counts on a line for each contradiction and one for each of its rows.
pub(super) fn table<'a>(plan: &'a Plan<'a>) -> Option<AnyTable<'a>> {
    let mut table = Table::new(layout(plan, plan.contradictions.as_deref()?));
    for (number, found) in (1..).zip(&plan.report.contradictions) {
        let line = |part| Line {
            number,
            found,
            part,
        };
        table.row(Rank::Inner, 0, line(Part::Argument));
        for (step, name) in (1..).zip(&found.rows) {
            table.row(Rank::Leaf, 1, line(Part::Row(step, name)));
        }
    }
    Some(table.finish())
}

fn layout<'r>(plan: &'r Plan<'r>, sheet: &'r str) -> Layout<'r, Line<'r>> {
    Layout {
        sheet,
        table: "tblContradictions".to_owned(),
        title: "Contradictions".to_owned(),
        purpose: "Rows that cannot all be true: first the argument, then the rows that it uses, in its order. Without \
                  any one of them, this contradiction would be gone."
            .to_owned(),
        reading: "Until they are corrected, rows that contradict others of their rationale count for no verdict and no \
                  proof. Where it takes rows of several rationales, all of them count, and only proofs that mix rationales do \
                  without them. Loose reading: every intersects-with is read as overlaps."
            .to_owned(),
        columns: columns(plan),
        frozen: 2,
        empty: "No rows contradict each other.",
    }
}

/// A line of the sheet: part of a contradiction.
#[derive(Clone, Copy)]
struct Line<'r> {
    number: usize,
    found: &'r Contradiction<'r>,
    part: Part<'r>,
}

/// A part of a contradiction.
#[derive(Clone, Copy)]
enum Part<'r> {
    /// Why the rows cannot all be true.
    Argument,
    /// One of the rows, with its number.
    Row(usize, &'r RowName<'r>),
}

impl<'r> Line<'r> {
    /// What is said of the argument; nothing of a row.
    fn argument(self, cell: impl Fn(&'r Contradiction<'r>) -> Cell<'r>) -> Cell<'r> {
        match self.part {
            Part::Argument => cell(self.found),
            Part::Row(..) => Cell::BLANK,
        }
    }

    /// What is said of a row; nothing of the argument.
    fn row(self, cell: impl Fn(&'r RowName<'r>) -> Cell<'r>) -> Cell<'r> {
        match self.part {
            Part::Argument => Cell::BLANK,
            Part::Row(_, name) => cell(name),
        }
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, Line<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    let all = &plan.report.contradictions;
    let rows = all.iter().flat_map(|found| &found.rows);
    let places = measure::fit(rows.map(|row| row.place.as_str()), 18.0, 44.0);
    let parts = Rc::new(Parts::of(all));
    let suspects = Rc::clone(&parts);
    vec![
        Of::count("No.", 7.0, |line| line.number),
        Of::cell("Step", 16.0, step),
        Of::cell("What is said", 66.0, |line| said(plan, line)),
        Of::cell("Place", places, |line| {
            line.row(|name| Cell::muted(&*name.place))
        }),
        Of::cell("Mapping", 18.0, |line| {
            line.row(|name| Cell::muted(name.mapping))
        }),
        Of::cell("Status", 10.0, |line| {
            line.row(|name| Cell::maybe(row(plan, name).map(|row| row.status.word())))
        }),
        Of::cell("Rationale", 16.0, |line| match line.part {
            Part::Argument => Cell::text(rationales(&line.found.rationales)),
            Part::Row(_, name) => Cell::maybe(
                row(plan, name).map(|row| row.rationale.map_or("none given", |it| it.word())),
            ),
        }),
        Of::cell("Contradictions it takes part in", 14.0, move |line| {
            line.row(|name| Cell::count(parts.of_row(name)))
        }),
        Of::cell("In the loose reading", 12.0, |line| {
            line.argument(|found| {
                Cell::centred(match found.stands_loosely {
                    true => "stands",
                    false => "vanishes",
                })
            })
        }),
        Of::cell("What to do", 50.0, move |line| {
            line.argument(|found| Cell::text(advice(found, &suspects)))
        }),
    ]
}

fn step(line: Line<'_>) -> Cell<'_> {
    match line.part {
        Part::Argument => Cell::text("argument"),
        Part::Row(step, name) if *name == line.found.denial && line.found.rows.len() > 1 => {
            Cell::muted(format!("row {step}, denies it"))
        }
        Part::Row(step, _) => Cell::muted(format!("row {step}")),
    }
}

fn said<'r>(plan: &'r Plan<'r>, line: Line<'r>) -> Cell<'r> {
    match line.part {
        Part::Argument => Cell::text(format!("{}.", plain(&line.found.sentence))),
        Part::Row(_, name) => match name.position {
            Some(at) => Cell::text(plan.claim(at)).to(plan.row_address(at)),
            None => Cell::muted("a row between frameworks that this workbook leaves out"),
        },
    }
}

/// The row of this name; `None` where the report leaves it out.
fn row<'r>(plan: &'r Plan<'r>, name: &RowName<'_>) -> Option<&'r Row<'r>> {
    Some(&plan.report.rows[name.position?])
}

/// What to look at first, and what might be meant.
fn advice(found: &Contradiction<'_>, parts: &Parts<'_>) -> String {
    let mut advice = match suspect(found, parts) {
        Some(suspect) => suspect,
        None if found.rows.len() == 1 => "Correct the row, or withdraw it.".to_owned(),
        None => "Correct the row that is wrong, or withdraw it.".to_owned(),
    };
    if found.rationales.len() > 1 {
        advice.insert_str(
            0,
            "Claims with different rationales are different claims, so perhaps all of them are right. Otherwise: ",
        );
    }
    if !found.stands_loosely {
        advice.push_str(
            " Where an author meant no more than that two controls share something, overlaps says so, and the \
             contradiction is gone.",
        );
    }
    advice
}

/// The rows that take part in more contradictions than the others, if some do.
fn suspect(found: &Contradiction<'_>, parts: &Parts<'_>) -> Option<String> {
    let most = found.rows.iter().map(|row| parts.of_row(row)).max()?;
    let numbered = (1..).zip(&found.rows);
    let suspects: Vec<String> = numbered
        .filter(|(_, row)| parts.of_row(row) == most)
        .map(|(step, _): (usize, _)| step.to_string())
        .collect();
    let (rows, it) = if suspects.len() == 1 {
        ("row", "it")
    } else {
        ("rows", "each of them")
    };
    (suspects.len() < found.rows.len()).then(|| {
        format!(
            "Look at {rows} {} first: {most} of {} contradictions involve {it}.",
            suspects.join(" and "),
            parts.contradictions
        )
    })
}

/// In how many contradictions each row takes part.
struct Parts<'r> {
    contradictions: usize,
    of_row: BTreeMap<&'r RowName<'r>, usize>,
}

impl<'r> Parts<'r> {
    fn of(all: &'r [Contradiction<'r>]) -> Self {
        let mut of_row = BTreeMap::new();
        for row in all.iter().flat_map(|found| &found.rows) {
            *of_row.entry(row).or_default() += 1;
        }
        Self {
            contradictions: all.len(),
            of_row,
        }
    }

    fn of_row(&self, row: &RowName<'_>) -> usize {
        self.of_row.get(row).copied().unwrap_or(0)
    }
}
