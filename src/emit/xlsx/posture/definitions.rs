//! What every term of the posture means.

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::words;
use crate::cell::Cell;
use crate::style::Rank;
use crate::table::{AnyTable, Column};
use xwalk_report::Definition;
use xwalk_report::posture::{self, Verdict};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Definitions",
    table: "tblPostureDefinitions",
    about: "what every term means",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(), columns());
    for definition in posture::definitions(plan.report) {
        table.row(Rank::Leaf, 0, definition);
    }
    table.finish()
}

/// A column of the sheet.
type Of<'r> = Column<'r, &'r Definition>;

fn columns<'r>() -> Vec<Of<'r>> {
    vec![
        Of::muted("Group", 26.0, |one| one.group),
        Of::cell("Term", 38.0, term),
        Of::cell("Meaning", 110.0, |one| Cell::text(one.meaning)),
    ]
}

/// A term; a verdict in its colour.
fn term(definition: &Definition) -> Cell<'_> {
    let mut verdicts = Verdict::ALL.into_iter();
    let verdict = verdicts.find(|verdict| verdict.key() == definition.key);
    verdict.map_or_else(|| Cell::identifier(definition.term), words::verdict_cell)
}

fn head() -> Head {
    Head {
        purpose: "What every term, verdict and relation of this workbook means.".to_owned(),
        reading: "A verdict is the first of these that holds: contradiction, met, not met, partly evidenced, cannot tell.".to_owned(),
        frozen: 2,
        empty: "There is no definition.",
    }
}
