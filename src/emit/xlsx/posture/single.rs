//! The controls that depend on one technology only.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::lead::Thing;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::style::Rank;
use crate::emit::xlsx::table::Column;

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Single technology",
    table: "tblSingleTechnology",
    about: "the controls that exactly one technology supports: where that fails, nothing else is there",
    write,
};

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head())?;
    let technologies = &plan.posture.technology.technologies;
    for (control, technology) in &plan.posture.technology.single {
        let known = plan.known(control);
        let found = technologies.iter().find(|one| one.name == *technology);
        let cells = [
            plan.control(control),
            Cell::text(plan.title(control)),
            Cell::muted(known.map_or("", |known| known.section.title)),
            plan.lead.named(Thing::Technology, technology),
            Cell::text(found.map_or("", |found| found.title)),
            Cell::text(found.map_or("", |found| found.kind)),
        ];
        table.line(Rank::Leaf, 0, cells)?;
    }
    table.finish()
}

fn head() -> Head {
    let columns = [
        ("Control", 12.0),
        ("Title", 54.0),
        ("Function", 18.0),
        ("Technology", 24.0),
        ("Title of the technology", 34.0),
        ("Kind", 26.0),
    ];
    Head {
        purpose: "Controls that exactly one technology supports.".to_owned(),
        reading: "Controls without any technology are not listed: many need none.".to_owned(),
        columns: columns
            .map(|(header, width)| Column::new(header, width))
            .into(),
        frozen: 2,
        empty: "No control depends on one technology only.",
    }
}
