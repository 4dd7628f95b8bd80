//! The committees, and who is missing in them.

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::target::Target;
use super::words;
use crate::cell::Cell;
use crate::style::{Rank, Tone};
use crate::table::{AnyTable, Column};
use xwalk_report::posture::Committee;

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Committees",
    table: "tblCommittees",
    about: "every committee: chair, members, how often it meets, and the parties that nobody in it represents",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(), columns(plan));
    for committee in &plan.posture.governance.committees {
        table.row(Rank::Leaf, 0, committee);
    }
    table.finish()
}

fn head() -> Head {
    Head {
        purpose: "A steering committee is to represent IT, legal, compliance, risk and business."
            .to_owned(),
        reading: "Not represented: parties that neither the chair nor a member represents."
            .to_owned(),
        frozen: 2,
        empty: "No committee is declared.",
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, &'r Committee<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::identifier("Committee", 24.0, |committee| committee.name),
        Of::text("Title", 36.0, |committee| committee.title),
        Of::cell("Chair", 22.0, move |committee| {
            plan.links.maybe(Target::Role, committee.chair)
        }),
        Of::cell("Members", 60.0, move |committee| {
            plan.links.all(Target::Role, &committee.members)
        }),
        Of::count("Number of members", 10.0, |committee| {
            committee.members.len()
        }),
        Of::cell("Meets at least every", 12.0, |committee| {
            committee
                .meets
                .map_or(Cell::BLANK, |every| Cell::centred(every.to_string()))
        }),
        Of::cell("Not represented", 30.0, |committee| {
            match committee.not_heard.is_empty() {
                true => Cell::toned("✓ all are represented", Tone::Good),
                false => Cell::toned(
                    format!("✗ {}", words::parties(&committee.not_heard)),
                    Tone::Bad,
                ),
            }
        }),
    ]
}
