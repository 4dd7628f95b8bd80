//! Who answers for each assessed control.

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::target::Target;
use crate::cell::Cell;
use crate::style::{Rank, Tone};
use crate::table::{AnyTable, Column};
use xwalk_report::posture::Accountable;

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Accountability",
    table: "tblAccountability",
    about: "the one role that answers for each assessed control, and the controls for which that is not clear",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(plan), columns(plan));
    for accountable in &plan.posture.governance.accountable {
        table.row(Rank::Leaf, 0, accountable);
    }
    table.finish()
}

fn head(plan: &Plan<'_>) -> Head {
    let all = &plan.posture.governance.accountable;
    let open = all.iter().filter(|one| one.role.is_none()).count();
    Head {
        purpose: format!(
            "Exactly one role is to answer for every assessed control. Controls: {}, without a clear role: {open}.",
            all.len()
        ),
        reading: "Accountable is who answers for the result; the owner named in the assessment does the work. Unclear: nobody, or several."
            .to_owned(),
        frozen: 3,
        empty: "Nothing is assessed.",
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, &'r Accountable<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::muted("Framework", plan.short_width(), move |one| {
            one.control.short()
        }),
        Of::cell("Control", plan.identifier_width(), move |one| {
            plan.assessed(&one.control)
        }),
        Of::text("Title", 54.0, move |one| one.control.title()),
        Of::muted("Function", 16.0, move |one| one.control.section().title()),
        Of::cell("Accountable role", 26.0, move |one| {
            plan.links.maybe(Target::Role, one.role)
        }),
        Of::maybe("Title of the role", 36.0, |one| Some(one.role?.title)),
        Of::cell("Clear", 15.0, |one| match one.role {
            Some(_) => Cell::toned("✓ one role", Tone::Good),
            None => Cell::toned("✗ unclear", Tone::Bad),
        }),
    ]
}
