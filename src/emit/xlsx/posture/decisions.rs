//! Who takes each kind of decision.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::lead::Thing;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::style::{Rank, Tone};
use crate::emit::xlsx::table::Column;

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Decisions",
    table: "tblDecisions",
    about: "the one role that takes each kind of decision",
    write,
};

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head())?;
    for (decision, roles) in &plan.posture.governance.decisions {
        let clear = match roles.len() {
            0 => Cell::toned("✗ nobody", Tone::Bad),
            1 => Cell::toned("✓ one role", Tone::Good),
            _ => Cell::toned("✗ several", Tone::Bad),
        };
        let cells = [
            Cell::text(decision.name()),
            plan.lead.all(Thing::Role, roles),
            clear,
        ];
        table.line(Rank::Leaf, 0, cells)?;
    }
    table.finish()
}

fn head() -> Head {
    Head {
        purpose: "Exactly one role is to take each kind of decision: accepting risks, setting targets, releasing mappings.".to_owned(),
        reading: "Two roles that decide the same, or none, are a finding.".to_owned(),
        columns: vec![
            Column::new("Decision", 34.0),
            Column::new("Taken by", 40.0),
            Column::new("Clear", 18.0),
        ],
        frozen: 1,
        empty: "No decision is known.",
    }
}
