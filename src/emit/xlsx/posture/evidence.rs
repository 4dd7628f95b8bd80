//! All evidence, as it is declared and as it was found.

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::target::Target;
use crate::cell::Cell;
use crate::style::{Rank, Tone};
use crate::table::{AnyTable, Column};
use xwalk_report::posture::Evidence;

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: Target::Evidence.sheet(),
    table: "tblEvidence",
    about: "every piece of evidence: file, whether it holds and why not, dates, digests, what it supports, owner",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(plan), columns(plan));
    for evidence in &plan.posture.evidence {
        table.row(Rank::Leaf, 0, evidence);
    }
    table.finish()
}

fn head(plan: &Plan<'_>) -> Head {
    Head {
        purpose: format!(
            "The files as they were found on {}. Missing, stale, future-dated, changed since approval and failing are different findings.",
            plan.report.meta.date
        ),
        reading: "A control whose evidence does not hold is unsupported: its claimed tier is shown and counted all the same, with the mark beside it."
            .to_owned(),
        frozen: 2,
        empty: "No evidence is declared.",
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, &'r Evidence<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::identifier("Evidence", 24.0, |evidence| evidence.name),
        Of::text("Title", 34.0, |evidence| evidence.title),
        Of::cell("State", 22.0, state),
        Of::text("Why", 40.0, why),
        Of::text("File", 34.0, |evidence| evidence.file),
        Of::date("Collected", 12.0, |evidence| Some(evidence.collected)),
        Of::date("Valid until", 12.0, |evidence| evidence.valid_until),
        Of::cell("Supports", 26.0, move |evidence| {
            plan.supports(Target::Assessed, &evidence.supports)
        }),
        Of::cell("Named by the assessment of", 26.0, move |evidence| {
            named_by(plan, evidence)
        }),
        Of::cell("Owner", 20.0, move |evidence| {
            plan.links.maybe(Target::Role, evidence.owner)
        }),
        Of::maybe("SHA-256 as approved", 36.0, |evidence| evidence.digest),
        Of::maybe("SHA-256 as found", 36.0, |evidence| {
            evidence.found.as_deref()
        }),
        Of::cell("Unchanged", 13.0, unchanged),
    ]
}

/// The assessed controls that name it, leading to the first.
fn named_by(plan: &Plan<'_>, evidence: &Evidence<'_>) -> Cell<'static> {
    let controls = plan.posture.relying_on(evidence);
    let cell = Cell::identifier(plan.names(controls.iter().copied()));
    match controls.first() {
        Some(first) => plan.links.to(Target::Assessed, first, cell),
        None => cell,
    }
}

fn state<'r>(evidence: &Evidence<'_>) -> Cell<'r> {
    let faults = evidence.flaws.iter().map(|flaw| flaw.fault.word());
    let faults: Vec<&str> = faults.collect();
    match faults.as_slice() {
        [] => Cell::toned("✓ holds", Tone::Good),
        _ => Cell::toned(format!("✗ {}", faults.join(", ")), Tone::Bad),
    }
}

/// Why it does not hold, a line for each fault that says so.
fn why(evidence: &Evidence<'_>) -> String {
    let flaws = evidence.flaws.iter();
    let why: Vec<&str> = flaws.filter_map(|flaw| flaw.why.as_deref()).collect();
    why.join("\n")
}

/// Whether the file is the one that was approved.
fn unchanged<'r>(evidence: &Evidence<'_>) -> Cell<'r> {
    match (evidence.digest, evidence.found.as_deref()) {
        (_, None) => Cell::toned("? no file", Tone::Open),
        (None, Some(_)) => Cell::muted("not approved"),
        (Some(approved), Some(found)) if approved.eq_ignore_ascii_case(found) => {
            Cell::toned("✓ yes", Tone::Good)
        }
        (Some(_), Some(_)) => Cell::toned("✗ no", Tone::Bad),
    }
}
