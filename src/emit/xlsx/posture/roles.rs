//! The roles: what each answers for and decides, and to whom it reports.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::lead::Thing;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::words;
use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::style::Rank;
use crate::emit::xlsx::table::Column;
use crate::report::posture::Role;

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Roles",
    table: "tblRoles",
    about: "every role: whom it represents, to whom it reports, what it answers for and decides",
    write,
};

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head(plan))?;
    for role in &plan.posture.governance.roles {
        table.line(Rank::Leaf, 0, cells(plan, role))?;
    }
    table.finish()
}

fn head(plan: &Plan<'_>) -> Head {
    let columns = [
        ("Role", 24.0),
        ("Title", 34.0),
        ("Represents", 24.0),
        ("Reports to", 22.0),
        ("Board", 9.0),
        ("Accountable for", 40.0),
        ("Controls", 10.0),
        ("Decides", 30.0),
        ("Committees", 30.0),
    ];
    let unowned = &plan.posture.governance.unowned_functions;
    Head {
        purpose: match unowned.is_empty() {
            true => "Every function of the baseline has a role that is accountable for it as a whole.".to_owned(),
            false => format!("Functions without a role that is accountable for them as a whole: {}.", plan.names(unowned)),
        },
        reading: "Accountable for: with all below; a part with its own accountable role is answered for by that one. Controls: how many assessed controls end up with the role."
            .to_owned(),
        columns: columns.map(|(header, width)| Column::new(header, width)).into(),
        frozen: 2,
        empty: "No role is declared.",
    }
}

fn cells<'r>(plan: &Plan<'r>, role: &'r Role<'r>) -> Vec<Cell<'r>> {
    let governance = &plan.posture.governance;
    let decides: Vec<&str> = role.decides.iter().map(|one| one.name()).collect();
    let committees: Vec<String> = (governance.committees.iter())
        .filter_map(|committee| {
            let chairs = committee.chair == Some(role.name);
            let sits = chairs || committee.members.contains(&role.name);
            let chair = if chairs { " (chair)" } else { "" };
            sits.then(|| format!("{}{chair}", committee.title))
        })
        .collect();
    let answers = governance.accountable.iter();
    let controls = answers.filter(|one| one.role == Some(role.name)).count();
    vec![
        Cell::identifier(role.name),
        Cell::text(role.title),
        Cell::text(words::parties(&role.represents)),
        plan.lead.maybe(Thing::Role, role.reports_to),
        Cell::yes(role.is_board),
        plan.controls(&role.accountable),
        Cell::count(controls),
        Cell::text(decides.join(", ")),
        Cell::text(committees.join(", ")),
    ]
}
