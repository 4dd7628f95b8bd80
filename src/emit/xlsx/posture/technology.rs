//! The technology: what it is, what it supports, what it feeds.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::lead::Thing;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::words;
use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::style::{Rank, Tone};
use crate::emit::xlsx::table::Column;
use crate::report::posture::Technology;

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Technology",
    table: "tblTechnology",
    about: "every technology: kind, what it supports, what it feeds and is fed by",
    write,
};

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head(plan))?;
    for technology in &plan.posture.technology.technologies {
        table.line(Rank::Leaf, 0, cells(plan, technology))?;
    }
    table.finish()
}

fn head(plan: &Plan<'_>) -> Head {
    let columns = [
        ("Technology", 22.0),
        ("Title", 32.0),
        ("Kind", 22.0),
        ("Supports", 46.0),
        ("Number of controls", 10.0),
        ("Feeds", 28.0),
        ("Fed by", 28.0),
        ("Connected", 17.0),
        ("What it is", 44.0),
    ];
    let circles = plan.posture.technology.circles.iter();
    let circles: Vec<String> = circles.map(|circle| circle.join(" → ")).collect();
    Head {
        purpose: "What there is, and what passes what on. What supports each function stands on the sheet Capabilities.".to_owned(),
        reading: match circles.is_empty() {
            true => "Isolated: it feeds nothing and is fed by nothing.".to_owned(),
            false => format!("Isolated: it feeds nothing and is fed by nothing. Circles, which feed themselves: {}.", circles.join("; ")),
        },
        columns: columns.map(|(header, width)| Column::new(header, width)).into(),
        frozen: 2,
        empty: "No technology is declared.",
    }
}

fn cells<'r>(plan: &Plan<'r>, technology: &'r Technology<'r>) -> Vec<Cell<'r>> {
    let landscape = &plan.posture.technology;
    let fed_by: Vec<&str> = (landscape.technologies.iter())
        .filter(|other| other.feeds.contains(&technology.name))
        .map(|other| other.name)
        .collect();
    let supports = words::supports(&technology.supports, |control| plan.name(control));
    let supports = Cell::identifier(supports);
    vec![
        Cell::identifier(technology.name),
        Cell::text(technology.title),
        Cell::text(technology.kind),
        match technology.supports.first() {
            Some(first) => plan.lead.to_verdict(&first.control, supports),
            None => supports,
        },
        Cell::count(technology.supports.len()),
        plan.lead.all(Thing::Technology, &technology.feeds),
        plan.lead.all(Thing::Technology, &fed_by),
        match landscape.isolated.contains(&technology.name) {
            true => Cell::toned("✗ isolated", Tone::Fair),
            false => Cell::toned("✓ yes", Tone::Good),
        },
        Cell::maybe(technology.doc),
    ]
}
