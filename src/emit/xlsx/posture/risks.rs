//! The risk register.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::lead::Thing;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::style::{Rank, Tone};
use crate::emit::xlsx::table::Column;
use crate::report::posture::Risk;

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Risks",
    table: "tblRisks",
    about: "the register: level against tolerance, treatment, owner, what is threatened, and the initiatives that treat it",
    write,
};

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head(plan))?;
    for risk in &plan.posture.risks {
        table.line(Rank::Leaf, 0, cells(plan, risk))?;
    }
    table.finish()
}

fn head(plan: &Plan<'_>) -> Head {
    let columns = [
        ("Risk", 24.0),
        ("Title", 40.0),
        ("Likelihood", 11.0),
        ("Impact", 9.0),
        ("Level", 9.0),
        ("Tolerance", 10.5),
        ("Within tolerance", 17.0),
        ("Treatment", 12.0),
        ("Owner", 20.0),
        ("Initiatives that treat it", 34.0),
        ("Threatens", 40.0),
    ];
    Head {
        purpose: match plan.posture.organization.tolerance {
            Some(tolerance) => format!(
                "Level = likelihood × impact. The organization accepts a level of up to {tolerance}."
            ),
            None => "Level = likelihood × impact. The organization states no tolerance.".to_owned(),
        },
        reading: "A risk above tolerance that is to be mitigated needs an initiative; none is said in words and in colour."
            .to_owned(),
        columns: columns.map(|(header, width)| Column::new(header, width)).into(),
        frozen: 2,
        empty: "No risk is declared.",
    }
}

fn cells<'r>(plan: &Plan<'r>, risk: &'r Risk<'r>) -> Vec<Cell<'r>> {
    vec![
        Cell::identifier(risk.name),
        Cell::text(risk.title),
        Cell::count(risk.likelihood as usize),
        Cell::count(risk.impact as usize),
        Cell::count(risk.level as usize),
        Cell::maybe_count(
            plan.posture
                .organization
                .tolerance
                .map(|most| most as usize),
        ),
        standing(risk),
        Cell::maybe(risk.treatment),
        plan.lead.maybe(Thing::Role, risk.owner),
        match (risk.treated_by.is_empty(), risk.is_above) {
            (true, Some(true)) => Cell::toned("✗ none", Tone::Bad),
            (true, _) => Cell::muted("none"),
            (false, _) => plan.lead.all(Thing::Initiative, &risk.treated_by),
        },
        plan.controls(&risk.threatens),
    ]
}

/// Whether a risk is tolerated.
pub(super) fn standing(risk: &Risk<'_>) -> Cell<'static> {
    match risk.is_above {
        Some(true) => Cell::toned("✗ above", Tone::Bad),
        Some(false) => Cell::toned("✓ within", Tone::Good),
        None => Cell::toned("? not stated", Tone::Open),
    }
}
