//! The controls of Respond and Recover that no playbook supports.

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use crate::style::Rank;
use crate::table::{AnyTable, Column};
use xwalk_report::posture::NamedControl;

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Without playbook",
    table: "tblWithoutPlaybook",
    about: "the controls of the functions Respond and Recover that no playbook supports",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(plan), columns(plan));
    for control in &plan.posture.preparedness.uncovered {
        table.row(Rank::Leaf, 0, control);
    }
    table.finish()
}

fn head(plan: &Plan<'_>) -> Head {
    Head {
        purpose:
            "Assessable controls of the functions Respond and Recover that no playbook supports."
                .to_owned(),
        reading: "What is not applicable is left out.".to_owned(),
        frozen: 2,
        empty: match plan.posture.preparedness.functions.is_empty() {
            true => "The baseline has no function Respond or Recover.",
            false => {
                "Every control of Respond and Recover is supported by a playbook, or not applicable."
            }
        },
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, &'r NamedControl>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::cell("Control", plan.identifier_width(), move |control| {
            plan.assessed(control)
        }),
        Of::text("Title", 64.0, move |control| control.title()),
        Of::text("Function", 24.0, move |control| control.section().title()),
        Of::muted("Category", 48.0, move |control| {
            Plan::heading(control.parent())
        }),
    ]
}
