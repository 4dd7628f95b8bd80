//! The ways on which incidents are passed upwards, step by step.

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::target::Target;
use crate::cell::Cell;
use crate::style::{Rank, Tone};
use crate::table::{AnyTable, Column};
use xwalk_report::posture::{Escalation, EscalationStep};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Escalations",
    table: "tblEscalations",
    about: "every step of every escalation: from whom, to whom, within which time, and whether it ends at the board",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(), columns(plan));
    for escalation in &plan.posture.governance.escalations {
        for (number, step) in (1..).zip(&escalation.steps) {
            table.row(Rank::Leaf, 0, (escalation, number, step));
        }
    }
    table.finish()
}

fn head() -> Head {
    Head {
        purpose: "An escalation is to end at the board, without circles, with deadlines that grow from step to step.".to_owned(),
        reading: "Within: how long after the beginning of the incident the step is taken, at most.".to_owned(),
        frozen: 3,
        empty: "No escalation is declared.",
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, (&'r Escalation<'r>, usize, &'r EscalationStep<'r>)>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::identifier("Escalation", 26.0, |(escalation, ..)| escalation.name),
        Of::text("Title", 40.0, |(escalation, ..)| escalation.title),
        Of::count("Step", 8.0, |(_, number, ..)| number),
        Of::cell("From", 26.0, move |(_, _, step)| {
            plan.links.named(Target::Role, step.from)
        }),
        Of::cell("To", 26.0, move |(_, _, step)| {
            plan.links.named(Target::Role, step.to)
        }),
        Of::cell("Within", 10.0, |(_, _, step)| {
            Cell::centred(step.within.to_string())
        }),
        Of::cell("Where it ends", 26.0, move |(escalation, number, step)| {
            end(plan, escalation, number, step)
        }),
    ]
}

/// Where a step leads: the last is to lead to the board.
fn end(
    plan: &Plan<'_>,
    escalation: &Escalation<'_>,
    number: usize,
    step: &EscalationStep<'_>,
) -> Cell<'static> {
    let mut roles = plan.posture.governance.roles.iter();
    let is_board = roles.any(|role| role.is_board && step.to == role.name);
    match (number == escalation.steps.len(), is_board) {
        (_, true) => Cell::toned("✓ the board", Tone::Good),
        (true, false) => Cell::toned("✗ ends below the board", Tone::Bad),
        (false, false) => Cell::muted("is passed on"),
    }
}
