//! The controls that depend on one technology only.

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::target::Target;
use crate::style::Rank;
use crate::table::{AnyTable, Column};
use xwalk_report::posture::{NamedControl, Technology};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Single technology",
    table: "tblSingleTechnology",
    about: "the controls that exactly one technology supports: where it fails, nothing else supports them",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(), columns(plan));
    for (control, technology) in &plan.posture.technology.single {
        table.row(Rank::Leaf, 0, (control, technology));
    }
    table.finish()
}

fn head() -> Head {
    Head {
        purpose: "Controls that exactly one technology supports.".to_owned(),
        reading: "Controls without any technology are not listed: many need none.".to_owned(),
        frozen: 2,
        empty: "No control depends on one technology only.",
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, (&'r NamedControl, &'r str)>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::cell("Control", plan.identifier_width(), move |(control, _)| {
            plan.control(control)
        }),
        Of::text("Title", 54.0, move |(control, _)| control.title()),
        Of::muted("Function", 18.0, move |(control, _)| {
            control.section().title()
        }),
        Of::cell("Technology", 24.0, move |(_, technology)| {
            plan.links.named(Target::Technology, technology)
        }),
        Of::maybe("Title of the technology", 34.0, move |(_, technology)| {
            Some(declared(plan, technology)?.title)
        }),
        Of::maybe("Kind", 26.0, move |(_, technology)| {
            Some(declared(plan, technology)?.kind)
        }),
        Of::muted("Framework", plan.short_width(), |(control, _)| {
            control.short()
        }),
    ]
}

fn declared<'r>(plan: &'r Plan<'r>, name: &str) -> Option<&'r Technology<'r>> {
    let mut technologies = plan.posture.technology.technologies.iter();
    technologies.find(|technology| technology.name == name)
}
