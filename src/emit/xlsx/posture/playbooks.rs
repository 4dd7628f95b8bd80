//! The playbooks: what sets them off, how much runs by itself, how fast they are, against their limits.

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::target::Target;
use crate::cell::Cell;
use crate::style::{Rank, Tone};
use crate::table::{AnyTable, Column};
use xwalk_report::posture::Playbook;

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: Target::Playbook.sheet(),
    table: "tblPlaybooks",
    about: "every playbook: trigger, what detects and carries it out, share of automated steps, last exercise",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(), columns(plan));
    for playbook in &plan.posture.preparedness.playbooks {
        table.row(Rank::Leaf, 0, playbook);
    }
    table.finish()
}

fn head() -> Head {
    Head {
        purpose: "How prepared the organization is: what triggers a playbook, how much of it runs by itself (counted from its steps), and when it was last exercised."
            .to_owned(),
        reading: "Counts until: the last day on which the last exercise counts. For how fast it is, see the sheet Playbook times."
            .to_owned(),
        frozen: 2,
        empty: "No playbook is declared.",
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, &'r Playbook<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::identifier("Playbook", 24.0, |playbook| playbook.name),
        Of::text("Title", 28.0, |playbook| playbook.title),
        Of::maybe("Trigger", 34.0, |playbook| playbook.trigger),
        Of::cell("Detected by", 18.0, move |playbook| {
            match playbook.detector {
                Some(detector) => plan.links.named(Target::Technology, detector),
                None => Cell::muted("nothing"),
            }
        }),
        Of::cell("Carried out by", 18.0, move |playbook| {
            plan.links.maybe(Target::Technology, playbook.executor)
        }),
        Of::cell("Supports", 34.0, move |playbook| {
            plan.supports(Target::Assessed, &playbook.supports)
        }),
        Of::count("Steps", 8.0, |playbook| playbook.steps.len()),
        Of::count("Automated", 11.5, |playbook| playbook.automated),
        Of::cell("Automated %", 11.5, |playbook| {
            Cell::share(playbook.automated_share)
        }),
        Of::date("Last exercise", 12.0, |playbook| playbook.exercised),
        Of::date("Counts until", 12.0, |playbook| {
            playbook.exercise_counts_until
        }),
        Of::cell("Exercise counts", 15.0, move |playbook| {
            exercise(plan, playbook)
        }),
        Of::maybe("What it is", 40.0, |playbook| playbook.doc),
    ]
}

/// Whether the last exercise still counts.
fn exercise(plan: &Plan<'_>, playbook: &Playbook<'_>) -> Cell<'static> {
    match playbook.exercise_counts_until {
        Some(until) if until >= plan.report.meta.date => Cell::toned("✓ yes", Tone::Good),
        Some(_) => Cell::toned("✗ too long ago", Tone::Bad),
        None if playbook.exercised.is_some() => Cell::toned("✗ not yet", Tone::Bad),
        None => Cell::toned("✗ never", Tone::Bad),
    }
}
