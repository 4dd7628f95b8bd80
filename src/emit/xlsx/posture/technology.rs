//! The technology: what it is, what it supports, what it feeds.

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::target::Target;
use crate::cell::Cell;
use crate::style::{Rank, Tone};
use crate::table::{AnyTable, Column};
use xwalk_report::posture::Technology;

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: Target::Technology.sheet(),
    table: "tblTechnology",
    about: "every technology: kind, what it supports, what it feeds and is fed by",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(plan), columns(plan));
    for technology in &plan.posture.technology.technologies {
        table.row(Rank::Leaf, 0, technology);
    }
    table.finish()
}

fn head(plan: &Plan<'_>) -> Head {
    let circles = plan.posture.technology.circles.iter();
    let circles: Vec<String> = circles.map(|circle| circle.join(" → ")).collect();
    Head {
        purpose: "The technologies, and what passes findings to what. For what supports each function, see the sheet Capabilities.".to_owned(),
        reading: match circles.is_empty() {
            true => "Isolated: it feeds nothing and is fed by nothing.".to_owned(),
            false => format!("Isolated: it feeds nothing and is fed by nothing. Circles, which feed themselves: {}.", circles.join("; ")),
        },
        frozen: 2,
        empty: "No technology is declared.",
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, &'r Technology<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    let mut columns = vec![
        Of::identifier("Technology", 22.0, |technology| technology.name),
        Of::text("Title", 32.0, |technology| technology.title),
        Of::text("Kind", 22.0, |technology| technology.kind),
        Of::cell("Supports", 46.0, move |technology| {
            plan.supports(Target::Verdict, &technology.supports)
        }),
        Of::count("Number of controls", 10.0, |technology| {
            technology.supports.len()
        }),
        Of::cell("Feeds", 28.0, move |technology| {
            plan.links.all(Target::Technology, &technology.feeds)
        }),
        Of::cell("Fed by", 28.0, move |technology| fed_by(plan, technology)),
        Of::cell("Connected", 17.0, move |technology| {
            match plan.posture.technology.is_isolated(technology) {
                true => Cell::toned("✗ isolated", Tone::Fair),
                false => Cell::toned("✓ yes", Tone::Good),
            }
        }),
    ];
    let facts = Technology::FACTS.iter();
    columns.extend(
        facts.map(|fact| Of::maybe(fact.heading, 44.0, |technology| (fact.text)(technology))),
    );
    columns
}

fn fed_by(plan: &Plan<'_>, technology: &Technology<'_>) -> Cell<'static> {
    let others = plan.posture.technology.technologies.iter();
    let fed_by: Vec<&str> = others
        .filter(|other| other.is_feeding(technology))
        .map(|other| other.name)
        .collect();
    plan.links.all(Target::Technology, &fed_by)
}
