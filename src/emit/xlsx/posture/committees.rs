//! The committees, and who is missing in them.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::lead::Thing;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::words;
use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::style::{Rank, Tone};
use crate::emit::xlsx::table::Column;
use crate::report::posture::Committee;

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Committees",
    table: "tblCommittees",
    about: "every committee: chair, members, how often it meets, and whom nobody in it represents",
    write,
};

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head())?;
    for committee in &plan.posture.governance.committees {
        table.line(Rank::Leaf, 0, cells(plan, committee))?;
    }
    table.finish()
}

fn head() -> Head {
    let columns = [
        ("Committee", 24.0),
        ("Title", 36.0),
        ("Chair", 22.0),
        ("Members", 60.0),
        ("Number of members", 10.0),
        ("Meets at least every", 12.0),
        ("Not represented", 30.0),
    ];
    Head {
        purpose: "A steering committee is to represent IT, legal, compliance, risk and business."
            .to_owned(),
        reading: "Not represented: whom neither the chair nor a member stands for.".to_owned(),
        columns: columns
            .map(|(header, width)| Column::new(header, width))
            .into(),
        frozen: 2,
        empty: "No committee is declared.",
    }
}

fn cells<'r>(plan: &Plan<'r>, committee: &'r Committee<'r>) -> Vec<Cell<'r>> {
    vec![
        Cell::identifier(committee.name),
        Cell::text(committee.title),
        plan.lead.maybe(Thing::Role, committee.chair),
        plan.lead.all(Thing::Role, &committee.members),
        Cell::count(committee.members.len()),
        committee
            .meets
            .map_or(Cell::BLANK, |every| Cell::centred(every.to_string())),
        match committee.not_heard.is_empty() {
            true => Cell::toned("✓ all are represented", Tone::Good),
            false => Cell::toned(
                format!("✗ {}", words::parties(&committee.not_heard)),
                Tone::Bad,
            ),
        },
    ]
}
