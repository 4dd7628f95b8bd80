//! Who takes each kind of decision.

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::target::Target;
use crate::cell::Cell;
use crate::style::{Rank, Tone};
use crate::table::{AnyTable, Column};
use xwalk_report::posture::{Decision, Declared};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Decisions",
    table: "tblDecisions",
    about: "the one role that takes each kind of decision",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(), columns(plan));
    for (decision, roles) in &plan.posture.governance.decisions {
        table.row(Rank::Leaf, 0, (*decision, roles));
    }
    table.finish()
}

fn head() -> Head {
    Head {
        purpose: "Exactly one role is to take each kind of decision: accepting risks, setting targets, releasing mappings.".to_owned(),
        reading: "Two roles that take the same decision, or none, are a finding.".to_owned(),
        frozen: 1,
        empty: "No decision is known.",
    }
}

/// A column of the sheet: a decision, and who takes it.
type Of<'r> = Column<'r, (Decision, &'r [Declared<'r>])>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::text("Decision", 34.0, |(decision, _)| decision.name()),
        Of::cell("Taken by", 40.0, move |(_, roles)| {
            plan.links.all(Target::Role, roles)
        }),
        Of::cell("Clear", 18.0, |(_, roles)| match roles.len() {
            0 => Cell::toned("✗ nobody", Tone::Bad),
            1 => Cell::toned("✓ one role", Tone::Good),
            _ => Cell::toned("✗ several", Tone::Bad),
        }),
    ]
}
