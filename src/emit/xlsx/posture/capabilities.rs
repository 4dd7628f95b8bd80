//! Which kinds of technology support which function, as a matrix.

use std::collections::BTreeSet;

use rust_xlsxwriter::{Workbook, XlsxError};

use super::lead::Thing;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use crate::emit::xlsx::cell::{Cell, Look};
use crate::emit::xlsx::style::{Rank, Tone};
use crate::emit::xlsx::table::Column;
use crate::report::posture::Capability;

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Capabilities",
    table: "tblCapabilities",
    about: "functions against kinds of technology: what supports what, and where there is a hole",
    write,
};

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let capabilities = &plan.posture.technology.capabilities;
    let technologies = plan.posture.technology.technologies.iter();
    let kinds: BTreeSet<&str> = technologies.map(|technology| technology.kind).collect();
    let mut table = SHEET.begin(book, plan, head(&kinds))?;
    for capability in capabilities {
        table.line(Rank::Leaf, 0, cells(plan, capability, &kinds))?;
    }
    table.finish()
}

fn head(kinds: &BTreeSet<&str>) -> Head {
    let mut columns = vec![
        Column::new("Function", 11.0),
        Column::new("Title", 26.0),
        Column::new("Technologies", 13.0),
        Column::new("Covered", 13.0),
    ];
    columns.extend(kinds.iter().map(|kind| Column::new(*kind, 18.0)));
    Head {
        purpose: "The technologies of each kind (column) that support something in a function (line).".to_owned(),
        reading: "An empty cell: no technology of that kind supports anything in the function; that is a question, not a fault. A function without any is a hole."
            .to_owned(),
        columns,
        frozen: 2,
        empty: "The baseline has no function.",
    }
}

fn cells<'r>(
    plan: &Plan<'r>,
    capability: &'r Capability<'r>,
    kinds: &BTreeSet<&str>,
) -> Vec<Cell<'r>> {
    let of = |kind: &str| {
        let mut known = capability.kinds.iter();
        known
            .find(|(one, _)| *one == kind)
            .map(|(_, technologies)| technologies)
    };
    let all: BTreeSet<&str> = (capability.kinds.iter())
        .flat_map(|(_, technologies)| technologies.iter().copied())
        .collect();
    let mut cells = vec![
        plan.control(&capability.function),
        Cell::text(plan.title(&capability.function)),
        Cell::count(all.len()),
        match all.is_empty() {
            true => Cell::toned("✗ hole", Tone::Bad),
            false => Cell::toned("✓ yes", Tone::Good),
        },
    ];
    cells.extend(kinds.iter().map(|kind| match of(kind) {
        Some(technologies) => {
            let cell = plan.lead.all(Thing::Technology, technologies);
            cell.look(Look::Toned(Tone::Good))
        }
        None => Cell::BLANK,
    }));
    cells
}
