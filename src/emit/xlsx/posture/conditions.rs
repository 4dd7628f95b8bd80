//! Rows that hold under a condition only, and the verdicts that it would change.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::lead::Thing;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::words;
use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::style::{Rank, Tone};
use crate::emit::xlsx::table::Column;
use crate::report::posture::{Change, Condition};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Conditions",
    table: "tblConditions",
    about: "the conditions under which rows hold, whether they hold here, and the verdicts that they would change",
    write,
};

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head(plan))?;
    for condition in &plan.posture.conditions {
        table.line(Rank::Inner, 0, whole(plan, condition))?;
        for change in &condition.would_change {
            table.line(Rank::Leaf, 1, changed(plan, condition, change))?;
        }
    }
    table.finish()
}

fn head(plan: &Plan<'_>) -> Head {
    let columns = [
        ("Condition", 52.0),
        ("Holds here", 13.0),
        ("Rows", 30.0),
        ("Verdicts that it would change", 12.0),
        ("Framework", plan.short_width()),
        ("Control", 16.0),
        ("Title", 44.0),
        ("Verdict now", 19.0),
        ("Verdict if it held", 19.0),
    ];
    Head {
        purpose: "Rows that hold under a condition only: they count where the organization says that it holds.".to_owned(),
        reading: "Below each condition that does not hold: the verdicts that would be others if it did, each condition by itself.".to_owned(),
        columns: columns.map(|(header, width)| Column::new(header, width)).into(),
        frozen: 1,
        empty: "No row holds under a condition only.",
    }
}

fn whole<'r>(plan: &Plan<'r>, condition: &'r Condition<'r>) -> Vec<Cell<'r>> {
    let rows: Vec<&str> = condition.rows.iter().map(String::as_str).collect();
    let mut cells = vec![
        Cell::text(condition.text),
        match condition.holds {
            true => Cell::toned("✓ holds", Tone::Good),
            false => Cell::toned("✗ does not", Tone::Open),
        },
        plan.lead.all(Thing::Row, &rows),
        Cell::count(condition.would_change.len()),
    ];
    cells.resize(9, Cell::BLANK);
    cells
}

fn changed<'r>(plan: &Plan<'r>, condition: &'r Condition<'r>, change: &'r Change) -> Vec<Cell<'r>> {
    let known = plan.known(&change.control);
    vec![
        Cell::muted(condition.text),
        Cell::BLANK,
        Cell::BLANK,
        Cell::BLANK,
        Cell::muted(known.map_or(String::new(), |known| {
            plan.short(&known.framework.key).to_owned()
        })),
        plan.control(&change.control),
        Cell::text(plan.title(&change.control)),
        words::verdict_cell(change.before),
        words::verdict_cell(change.after),
    ]
}
