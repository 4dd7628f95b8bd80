//! The rows that anything here rests on, in full: what an auditor reads behind a verdict.

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::target::Target;
use crate::cell::Cell;
use crate::style::Rank;
use crate::table::{AnyTable, Column};
use xwalk_report::posture::Claim;

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: Target::Row.sheet(),
    table: "tblPostureRows",
    about: "the rows of mappings that verdicts rest on or that were left out, in full, with status and place",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(), columns(plan));
    for claim in &plan.posture.claims {
        table.row(Rank::Leaf, 0, claim);
    }
    table.finish()
}

fn head() -> Head {
    Head {
        purpose: "Rows are named as in the other outputs: the mapping, and the number of the row in it. What they prove together is printed by `xwalk why` and shown in the crosswalk workbook."
            .to_owned(),
        reading: "Counts: for this organization, with the conditions that hold here. Verdicts resting on it: how many name it among what they rest on. Verdicts that lack it: how many cannot tell, and name it as left out."
            .to_owned(),
        frozen: 1,
        empty: "No verdict rests on a row, and none lacks one.",
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, &'r Claim<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::identifier("Row", 24.0, |claim| claim.name.as_str()),
        Of::muted("From", plan.short_width(), |claim| claim.from.short()),
        Of::identifier("Source", 16.0, Claim::source_text),
        Of::text("Relation", 16.0, |claim| &*claim.relation),
        Of::muted("To", plan.short_width(), |claim| claim.to.short()),
        Of::identifier("Target", 16.0, Claim::target_text),
        Of::cell("Strength", 10.0, |claim| {
            Cell::maybe_count(claim.strength.map(usize::from))
        }),
        Of::cell("Confidence", 12.0, |claim| {
            Cell::maybe(claim.confidence.map(|it| it.to_string()))
        }),
        Of::text("Status", 10.0, |claim| claim.status.word()),
        Of::yes("Counts", 9.0, |claim| claim.left_out.is_none()),
        Of::maybe("Left out because", 22.0, |claim| claim.left_out),
        Of::maybe("Condition", 30.0, |claim| {
            claim.condition.map(|(condition, _)| condition)
        }),
        Of::maybe("Note", 40.0, |claim| claim.note),
        Of::count("Verdicts resting on it", 10.5, |claim| claim.uses.bearing),
        Of::count("Verdicts that lack it", 10.5, |claim| claim.uses.lacking),
        Of::muted("Place", 46.0, |claim| claim.place.as_str()),
    ]
}
