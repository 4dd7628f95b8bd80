//! The steps of the playbooks, in order.

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::target::Target;
use crate::cell::Cell;
use crate::style::{Rank, Tone};
use crate::table::{AnyTable, Column};
use xwalk_report::posture::{Playbook, PlaybookStep};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Playbook steps",
    table: "tblPlaybookSteps",
    about: "every step of every playbook: what is done, by whom or by what, and whether it runs by itself",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(plan), columns(plan));
    for playbook in &plan.posture.preparedness.playbooks {
        for (number, step) in (1..).zip(&playbook.steps) {
            table.row(Rank::Leaf, 0, (playbook, number, step));
        }
    }
    table.finish()
}

fn head(plan: &Plan<'_>) -> Head {
    Head {
        purpose: "What is done, in order.".to_owned(),
        reading: "Automated: a declared technology does it by itself. Manual: a role does it."
            .to_owned(),
        frozen: 3,
        empty: match plan.posture.preparedness.playbooks.is_empty() {
            true => "No playbook is declared.",
            false => "No playbook has a step.",
        },
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, (&'r Playbook<'r>, usize, &'r PlaybookStep<'r>)>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::cell("Playbook", 26.0, move |(playbook, ..)| {
            plan.links.named(Target::Playbook, playbook.name)
        }),
        Of::text("Title", 32.0, |(playbook, ..)| playbook.title),
        Of::count("Step", 8.0, |(_, number, ..)| number),
        Of::text("What is done", 64.0, |(_, _, step)| step.title),
        Of::cell("By", 26.0, move |(_, _, step)| by(plan, step)),
        Of::cell("How", 14.0, |(_, _, step)| match step.is_automated {
            true => Cell::centred("automated"),
            false => Cell::centred("manual"),
        }),
    ]
}

fn by<'r>(plan: &Plan<'r>, step: &'r PlaybookStep<'r>) -> Cell<'r> {
    let target = match step.is_automated {
        true => Target::Technology,
        false => Target::Role,
    };
    match step.by {
        Some(by) => plan.links.named(target, by),
        None => Cell::toned("✗ not declared", Tone::Bad),
    }
}
