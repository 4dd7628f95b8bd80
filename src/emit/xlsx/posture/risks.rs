//! The risk register.

use super::order;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::target::Target;
use crate::cell::Cell;
use crate::style::{Rank, Tone};
use crate::table::{AnyTable, Column};
use xwalk_report::posture::Risk;

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: Target::Risk.sheet(),
    table: "tblRisks",
    about: "the register: level against tolerance, treatment, owner, what is threatened, and the initiatives that treat it",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(plan), columns(plan));
    for risk in order::risks(plan.posture) {
        table.row(Rank::Leaf, 0, risk);
    }
    table.finish()
}

fn head(plan: &Plan<'_>) -> Head {
    Head {
        purpose: match plan.posture.organization.tolerance {
            Some(tolerance) => format!(
                "Level = likelihood × impact. The organization accepts a level of up to {tolerance}."
            ),
            None => "Level = likelihood × impact. The organization states no tolerance.".to_owned(),
        },
        reading: "The greatest first. A risk above tolerance needs an initiative, or the decision to accept, transfer or avoid it; where both are lacking, none is marked."
            .to_owned(),
        frozen: 2,
        empty: "No risk is declared.",
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, &'r Risk<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::identifier("Risk", 24.0, |risk| risk.name),
        Of::text("Title", 40.0, |risk| risk.title),
        Of::count("Likelihood", 11.0, |risk| risk.likelihood as usize),
        Of::count("Impact", 9.0, |risk| risk.impact as usize),
        Of::count("Level", 9.0, |risk| risk.level as usize),
        Of::cell("Tolerance", 10.5, move |_| {
            Cell::maybe_count(
                plan.posture
                    .organization
                    .tolerance
                    .map(|most| most as usize),
            )
        }),
        Of::cell("Within tolerance", 17.0, within_tolerance),
        Of::maybe("Treatment", 12.0, |risk| Some(risk.treatment?.word())),
        Of::cell("Owner", 20.0, move |risk| {
            plan.links.maybe(Target::Role, risk.owner)
        }),
        Of::cell("Initiatives that treat it", 34.0, move |risk| {
            treated_by(plan, risk)
        }),
        Of::cell("Threatens", 40.0, move |risk| {
            plan.controls(&risk.threatens)
        }),
    ]
}

/// The initiatives that treat a risk.
fn treated_by(plan: &Plan<'_>, risk: &Risk<'_>) -> Cell<'static> {
    match risk.treated_by.as_slice() {
        [] if risk.is_neglected => Cell::toned("✗ none", Tone::Bad),
        [] => Cell::muted("none"),
        initiatives => plan.links.initiatives(initiatives),
    }
}

/// Whether a risk is tolerated.
pub(super) fn within_tolerance<'r>(risk: &Risk<'_>) -> Cell<'r> {
    match risk.is_above {
        Some(true) => Cell::toned("✗ above", Tone::Bad),
        Some(false) => Cell::toned("✓ within", Tone::Good),
        None => Cell::toned("? not stated", Tone::Open),
    }
}
