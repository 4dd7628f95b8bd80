//! Rows that cannot all be true: the argument, then the rows in its order.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Workbook, XlsxError};

use super::cell::Cell;
use super::measure;
use super::plan::Plan;
use super::proof::{plain, rationales};
use super::style::Rank;
use super::table::{Column, Layout, Table};
use crate::report::{Contradiction, RowName};

/// Writes the sheet; [`Plan`] counts on a line for each contradiction and one for each of its rows.
pub(super) fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let Some(sheet) = &plan.contradictions else {
        return Ok(());
    };
    let all = &plan.report.contradictions;
    let parts = Parts::of(all);
    let mut table = Table::begin(book, plan.binding(), layout(plan, sheet))?;
    for (number, found) in (1..).zip(all) {
        table.line(Rank::Inner, 0, argument(number, found, &parts))?;
        for (step, row) in (1..).zip(&found.rows) {
            let cells = row_cells(plan, number, step, found, row, &parts);
            table.line(Rank::Leaf, 1, cells)?;
        }
    }
    table.finish()
}

fn layout<'w>(plan: &Plan<'_>, sheet: &'w str) -> Layout<'w> {
    let rows = (plan.report.contradictions.iter()).flat_map(|found| &found.rows);
    let places = measure::fit(rows.map(|row| row.place.as_str()), 18.0, 44.0);
    Layout {
        sheet,
        table: "tblContradictions".to_owned(),
        title: "Contradictions".to_owned(),
        purpose: "Rows that cannot all be true: first the argument, then the rows that it takes, in its order. Take \
                  away any one of them, and this contradiction is gone."
            .to_owned(),
        reading: "Until they are mended, none of these rows counts for a verdict or a proof. Loose reading: every \
                  intersects-with is read as related-to."
            .to_owned(),
        columns: vec![
            Column::new("No.", 7.0),
            Column::new("Step", 16.0),
            Column::new("What is said", 66.0),
            Column::new("Place", places),
            Column::new("Mapping", 18.0),
            Column::new("Status", 10.0),
            Column::new("Rationale", 16.0),
            Column::new("Contradictions it takes part in", 14.0),
            Column::new("In the loose reading", 12.0),
            Column::new("What to do", 50.0),
        ],
        frozen: 2,
        empty: "No rows contradict each other.",
    }
}

fn argument<'r>(number: usize, found: &'r Contradiction<'r>, parts: &Parts<'_>) -> [Cell<'r>; 10] {
    [
        Cell::count(number),
        Cell::text("argument"),
        Cell::text(format!("{}.", plain(&found.sentence))),
        Cell::BLANK,
        Cell::BLANK,
        Cell::BLANK,
        Cell::text(rationales(&found.rationales)),
        Cell::BLANK,
        Cell::centred(if found.stands_loosely {
            "stands"
        } else {
            "vanishes"
        }),
        Cell::text(advice(found, parts)),
    ]
}

fn row_cells<'r>(
    plan: &Plan<'r>,
    number: usize,
    step: usize,
    found: &Contradiction<'_>,
    name: &'r RowName<'r>,
    parts: &Parts<'_>,
) -> [Cell<'r>; 10] {
    let row = name.position.and_then(|at| plan.report.rows.get(at));
    let denies = *name == found.denial && found.rows.len() > 1;
    [
        Cell::count(number),
        Cell::muted(if denies {
            format!("row {step}, denies it")
        } else {
            format!("row {step}")
        }),
        match name.position {
            Some(at) => Cell::text(plan.claim(at)).to(plan.row_address(at)),
            None => Cell::muted("a row between frameworks that this workbook leaves out"),
        },
        Cell::muted(&*name.place),
        Cell::muted(name.mapping),
        Cell::maybe(row.map(|row| row.status.word())),
        Cell::maybe(row.map(|row| row.rationale.map_or("none given", |it| it.word()))),
        Cell::count(parts.of_row(name)),
        Cell::BLANK,
        Cell::BLANK,
    ]
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
            "Claims of different rationales are different claims, so perhaps all of them are right. Otherwise: ",
        );
    }
    if !found.stands_loosely {
        advice.push_str(
            " Where an author meant no more than that two controls share something, related-to says so, and the \
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
            "Look at {rows} {} first: {most} of {} contradictions go through {it}.",
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
