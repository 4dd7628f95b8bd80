//! Rows that hold only under a condition, and the verdicts that it would change.

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::target::Target;
use super::words;
use crate::cell::Cell;
use crate::style::{Rank, Tone};
use crate::table::{AnyTable, Column};
use xwalk_report::posture::{Change, Condition};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Conditions",
    table: "tblConditions",
    about: "the conditions under which rows hold, whether they hold here, and the verdicts that they would change",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(), columns(plan));
    for condition in &plan.posture.conditions {
        table.row(Rank::Inner, 0, (condition, None));
        for change in &condition.would_change {
            table.row(Rank::Leaf, 1, (condition, Some(change)));
        }
    }
    table.finish()
}

fn head() -> Head {
    Head {
        purpose: "Rows that hold only under a condition: they count where the organization says that it holds.".to_owned(),
        reading: "Below each condition that does not hold: the verdicts that would change if it did, each condition taken by itself.".to_owned(),
        frozen: 1,
        empty: "No row of the status that counts holds only under a condition.",
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, (&'r Condition<'r>, Option<&'r Change>)>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::cell("Condition", 52.0, |(condition, change)| match change {
            None => Cell::text(condition.text),
            Some(_) => Cell::muted(condition.text),
        }),
        Of::cell("Holds here", 13.0, |(condition, change)| {
            match (change, condition.holds) {
                (None, true) => Cell::toned("✓ holds", Tone::Good),
                (None, false) => Cell::toned("✗ does not", Tone::Open),
                (Some(_), _) => Cell::BLANK,
            }
        }),
        Of::cell("Rows", 30.0, move |(condition, change)| match change {
            None => {
                let rows: Vec<&str> = condition.rows.iter().map(String::as_str).collect();
                plan.links.all(Target::Row, &rows)
            }
            Some(_) => Cell::BLANK,
        }),
        Of::cell(
            "Verdicts that it would change",
            12.0,
            |(condition, change)| match change {
                None => Cell::count(condition.would_change.len()),
                Some(_) => Cell::BLANK,
            },
        ),
        Of::cell("Framework", plan.short_width(), move |(_, change)| {
            change.map_or(Cell::BLANK, |one| Cell::muted(one.control.short()))
        }),
        Of::cell("Control", 16.0, move |(_, change)| {
            change.map_or(Cell::BLANK, |one| plan.control(&one.control))
        }),
        Of::maybe("Title", 44.0, move |(_, change)| {
            Some(change?.control.title())
        }),
        Of::cell("Verdict now", 19.0, |(_, change)| {
            change.map_or(Cell::BLANK, |one| words::verdict_cell(one.before))
        }),
        Of::cell("Verdict if it held", 19.0, |(_, change)| {
            change.map_or(Cell::BLANK, |one| words::verdict_cell(one.after))
        }),
    ]
}
