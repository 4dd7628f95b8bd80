//! One line per pair of controls of which the rows together prove more than any row says.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::cell::{Cell, Look};
use super::measure;
use super::plan::Plan;
use super::proof::{MARK, in_words, places, rationales, relation_cell, rows};
use super::style::Rank;
use super::table::{Column, Layout, Table};
use crate::report::Proved;

/// Writes the sheet; [`Plan`] counts on one line per pair.
pub(super) fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let Some(sheet) = &plan.proved else {
        return Ok(());
    };
    let mut table = Table::begin(book, plan.binding(), layout(plan, sheet))?;
    for proved in &plan.report.proved {
        table.line(Rank::Leaf, 0, cells(plan, proved))?;
    }
    table.finish()
}

fn layout<'w>(plan: &Plan<'_>, sheet: &'w str) -> Layout<'w> {
    let rows = plan.report.proved.iter().flat_map(rows);
    let places = measure::fit(rows.map(|row| row.place.as_str()), 18.0, 44.0);
    Layout {
        sheet,
        table: "tblProved".to_owned(),
        title: "Proved".to_owned(),
        purpose: "Pairs of controls of which the rows together force more than any row says. Nobody stated them: the \
                  proof says why they hold, and each step can be checked by hand."
            .to_owned(),
        reading: format!(
            "{MARK} marks what is proved. Status, strength and confidence are the weakest of the rows behind it; mixed \
             rationales are claims about different things: look at these proofs before relying on them. Where the proof \
             has one row, the hierarchy carries it further."
        ),
        columns: vec![
            Column::new("Source framework", 14.0),
            Column::new("Source", plan.identifier_width()),
            Column::new("Source title", 26.0),
            Column::proved("Proved relation", 17.0),
            Column::new("Target framework", 14.0),
            Column::new("Target", plan.identifier_width()),
            Column::new("Target title", 26.0),
            Column::proved("Proof", 72.0),
            Column::proved("Rows of the proof", 9.0),
            Column::proved("Places of these rows", places),
            Column::new("Rows on the pair itself say", 15.0),
            Column::proved("Status", 10.0),
            Column::proved("Rationales", 15.0),
            Column::proved("Mixed", 9.0),
            Column::proved("Strength", 10.0),
            Column::proved("Confidence", 12.0),
        ],
        frozen: 2,
        empty: "Nothing is proved.",
    }
}

fn cells<'r>(plan: &Plan<'r>, proved: &'r Proved<'r>) -> [Cell<'r>; 16] {
    let rows = rows(proved);
    let first = rows.iter().find_map(|row| row.position);
    let count = Cell::count(rows.len());
    [
        Cell::muted(plan.short_of(proved.source)),
        plan.identifier_cell(proved.source),
        Cell::text(plan.title(proved.source)),
        relation_cell(&proved.relation),
        Cell::muted(plan.short_of(proved.target)),
        plan.identifier_cell(proved.target),
        Cell::text(plan.title(proved.target)),
        Cell::new(in_words(proved), Look::Proved),
        match first {
            Some(row) => count.to(plan.row_address(row)),
            None => count,
        },
        Cell::muted(places(&rows)),
        Cell::text(proved.stated.as_deref().unwrap_or("nothing")),
        Cell::text(proved.status.word()),
        Cell::text(rationales(&proved.rationales)),
        Cell::yes(proved.mixes_rationales()),
        (proved.strength).map_or(Cell::BLANK, |strength| Cell::count(strength.into())),
        Cell::maybe(proved.confidence.as_deref()),
    ]
}
