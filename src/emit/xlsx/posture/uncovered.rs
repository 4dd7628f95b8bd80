//! The controls of Respond and Recover that no playbook supports.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::lead::Thing;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::style::Rank;
use crate::emit::xlsx::table::Column;

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Without playbook",
    table: "tblWithoutPlaybook",
    about: "the controls of the functions Respond and Recover that no playbook supports",
    write,
};

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head())?;
    for control in &plan.posture.preparedness.uncovered {
        let known = plan.known(control);
        let identifier = known.map_or(control.as_str(), |known| known.control.identifier);
        let cells = [
            plan.lead
                .to(Thing::Assessed, control, Cell::identifier(identifier)),
            Cell::text(plan.title(control)),
            Cell::text(known.map_or("", |known| known.section.title)),
            Cell::muted(known.map_or(String::new(), |known| Plan::heading(known.parent))),
        ];
        table.line(Rank::Leaf, 0, cells)?;
    }
    table.finish()
}

fn head() -> Head {
    let columns = [
        ("Control", 14.0),
        ("Title", 64.0),
        ("Function", 24.0),
        ("Category", 48.0),
    ];
    Head {
        purpose:
            "Assessable controls of the functions Respond and Recover that no playbook supports."
                .to_owned(),
        reading: "What is not applicable is left out.".to_owned(),
        columns: columns
            .map(|(header, width)| Column::new(header, width))
            .into(),
        frozen: 2,
        empty: "Every control of Respond and Recover is supported by a playbook.",
    }
}
