//! Who answers for each assessed control.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::lead::Thing;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::style::{Rank, Tone};
use crate::emit::xlsx::table::Column;
use crate::report::posture::Accountable;

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Accountability",
    table: "tblAccountability",
    about: "the one role that answers for each assessed control, and the controls for which that is not clear",
    write,
};

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head(plan))?;
    for accountable in &plan.posture.governance.accountable {
        table.line(Rank::Leaf, 0, cells(plan, accountable))?;
    }
    table.finish()
}

fn head(plan: &Plan<'_>) -> Head {
    let columns = [
        ("Framework", plan.short_width()),
        ("Control", 12.0),
        ("Title", 54.0),
        ("Function", 16.0),
        ("Accountable role", 26.0),
        ("Title of the role", 36.0),
        ("Clear", 15.0),
    ];
    let all = &plan.posture.governance.accountable;
    let open = all.iter().filter(|one| one.role.is_none()).count();
    Head {
        purpose: format!(
            "Exactly one role is to answer for every assessed control. Controls: {}, without a clear role: {open}.",
            all.len()
        ),
        reading: "Accountable is who answers for the result; the owner named in the assessment does the work. Unclear: nobody, or several."
            .to_owned(),
        columns: columns.map(|(header, width)| Column::new(header, width)).into(),
        frozen: 3,
        empty: "Nothing is assessed.",
    }
}

fn cells<'r>(plan: &Plan<'r>, accountable: &'r Accountable<'r>) -> Vec<Cell<'r>> {
    let control = accountable.control.as_str();
    let known = plan.known(control);
    let identifier = known.map_or(control, |known| known.control.identifier);
    let roles = plan.posture.governance.roles.iter();
    let title = accountable
        .role
        .and_then(|name| roles.clone().find(|role| role.name == name))
        .map(|role| role.title);
    vec![
        Cell::muted(known.map_or(String::new(), |known| {
            plan.short(&known.framework.key).to_owned()
        })),
        plan.lead
            .to(Thing::Assessed, control, Cell::identifier(identifier)),
        Cell::text(plan.title(control)),
        Cell::muted(known.map_or("", |known| known.section.title)),
        plan.lead.maybe(Thing::Role, accountable.role),
        Cell::maybe(title),
        match accountable.role {
            Some(_) => Cell::toned("✓ one role", Tone::Good),
            None => Cell::toned("✗ unclear", Tone::Bad),
        },
    ]
}
