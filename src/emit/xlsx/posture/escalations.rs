//! The ways on which incidents are passed upwards, step by step.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::lead::Thing;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::style::{Rank, Tone};
use crate::emit::xlsx::table::Column;

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Escalations",
    table: "tblEscalations",
    about: "every step of every escalation: from whom, to whom, within which time, and whether it ends at the board",
    write,
};

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head())?;
    let roles = &plan.posture.governance.roles;
    for escalation in &plan.posture.governance.escalations {
        for (number, step) in (1..).zip(&escalation.steps) {
            let is_board = roles
                .iter()
                .any(|role| role.is_board && role.name == step.to);
            let is_last = number == escalation.steps.len();
            let cells = [
                Cell::identifier(escalation.name),
                Cell::text(escalation.title),
                Cell::count(number),
                plan.lead.named(Thing::Role, step.from),
                plan.lead.named(Thing::Role, step.to),
                Cell::centred(step.within.to_string()),
                match (is_last, is_board) {
                    (_, true) => Cell::toned("✓ the board", Tone::Good),
                    (true, false) => Cell::toned("✗ ends below the board", Tone::Bad),
                    (false, false) => Cell::muted("is passed on"),
                },
            ];
            table.line(Rank::Leaf, 0, cells)?;
        }
    }
    table.finish()
}

fn head() -> Head {
    let columns = [
        ("Escalation", 26.0),
        ("Title", 40.0),
        ("Step", 8.0),
        ("From", 26.0),
        ("To", 26.0),
        ("Within", 10.0),
        ("Where it ends", 26.0),
    ];
    Head {
        purpose: "An escalation is to end at the board, without circles, with deadlines that grow from step to step.".to_owned(),
        reading: "Within: how long after the beginning of the incident the step is taken, at most.".to_owned(),
        columns: columns.map(|(header, width)| Column::new(header, width)).into(),
        frozen: 3,
        empty: "No escalation is declared.",
    }
}
