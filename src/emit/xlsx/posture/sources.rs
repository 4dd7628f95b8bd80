//! From which frameworks and mappings all this is made, with the digests of their files.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::style::Rank;
use crate::emit::xlsx::table::Column;

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Sources",
    table: "tblSources",
    about: "the frameworks and mappings used, with the digests of the files that declare them",
    write,
};

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head())?;
    for framework in &plan.posture.frameworks {
        let cells = [
            Cell::text("framework"),
            Cell::identifier(&*framework.key),
            Cell::text(framework.title),
            Cell::BLANK,
            Cell::BLANK,
            Cell::BLANK,
            Cell::count(framework.assessable),
            Cell::text(plan.scale(&framework.key)),
            Cell::identifier(&*framework.digest),
            Cell::maybe(framework.reconstruction),
        ];
        table.line(Rank::Leaf, 0, cells)?;
    }
    for mapping in &plan.posture.mappings {
        let cells = [
            Cell::text("mapping"),
            Cell::identifier(mapping.name),
            Cell::text(mapping.title),
            Cell::text(plan.short(&mapping.from).to_owned()),
            Cell::text(plan.short(&mapping.to).to_owned()),
            Cell::maybe(mapping.version.as_deref()),
            Cell::BLANK,
            Cell::BLANK,
            Cell::identifier(&*mapping.digest),
            Cell::BLANK,
        ];
        table.line(Rank::Leaf, 0, cells)?;
    }
    table.finish()
}

fn head() -> Head {
    let columns = [
        ("Kind", 13.0),
        ("Name", 28.0),
        ("Title", 46.0),
        ("From", 22.0),
        ("To", 22.0),
        ("Version", 10.0),
        ("Assessable controls", 11.0),
        ("Tiers", 34.0),
        ("SHA-256 of the file", 36.0),
        ("Caution", 44.0),
    ];
    Head {
        purpose: "The frameworks that anything here speaks of, and the mappings whose rows are named. The digest is that of the whole file that declares it.".to_owned(),
        reading: "With the same files, the same date and the same options, the same program writes the same bytes.".to_owned(),
        columns: columns.map(|(header, width)| Column::new(header, width)).into(),
        frozen: 2,
        empty: "No framework is used.",
    }
}
