//! Which kinds of technology support which function, as a matrix.

use std::collections::BTreeSet;

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::target::Target;
use crate::cell::{Cell, Look};
use crate::style::{Rank, Tone};
use crate::table::{AnyTable, Column};
use xwalk_report::posture::{Capability, Declared};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Capabilities",
    table: "tblCapabilities",
    about: "functions against kinds of technology: what supports what, and where there is a hole",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(), columns(plan));
    for capability in &plan.posture.technology.capabilities {
        table.row(Rank::Leaf, 0, capability);
    }
    table.finish()
}

fn head() -> Head {
    Head {
        purpose: "The technologies of each kind (column) that support something in a function (line).".to_owned(),
        reading: "An empty cell: no technology of that kind supports anything in the function; that is a question, not a fault. A function without any is a hole."
            .to_owned(),
        frozen: 2,
        empty: "The baseline has no function.",
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, &'r Capability<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    let mut columns = vec![
        Of::cell("Function", 11.0, move |one| plan.control(&one.function)),
        Of::text("Title", 26.0, move |one| one.function.title()),
        Of::count("Technologies", 13.0, count),
        Of::cell("Covered", 13.0, |one| match count(one) {
            0 => Cell::toned("✗ hole", Tone::Bad),
            _ => Cell::toned("✓ yes", Tone::Good),
        }),
    ];
    let technologies = plan.posture.technology.technologies.iter();
    let kinds: BTreeSet<&str> = technologies.map(|technology| technology.kind).collect();
    columns.extend(
        kinds
            .into_iter()
            .map(|kind| Of::cell(kind, 18.0, move |one| of_kind(plan, one, kind))),
    );
    columns
}

/// How many technologies support something in a function.
fn count(capability: &Capability<'_>) -> usize {
    let kinds = capability.kinds.iter();
    let all: BTreeSet<Declared<'_>> = kinds.flat_map(|(_, all)| all).copied().collect();
    all.len()
}

fn of_kind(plan: &Plan<'_>, capability: &Capability<'_>, kind: &str) -> Cell<'static> {
    let mut kinds = capability.kinds.iter();
    match kinds.find(|(one, _)| *one == kind) {
        Some((_, technologies)) => {
            let cell = plan.links.all(Target::Technology, technologies);
            cell.look(Look::Toned(Tone::Good))
        }
        None => Cell::BLANK,
    }
}
