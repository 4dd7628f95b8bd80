//! The steps of the playbooks, in order.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::lead::Thing;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::style::{Rank, Tone};
use crate::emit::xlsx::table::Column;
use crate::report::posture::PlaybookStep;

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Playbook steps",
    table: "tblPlaybookSteps",
    about: "every step of every playbook: what is done, by whom or by what, and whether it runs by itself",
    write,
};

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head())?;
    for playbook in &plan.posture.preparedness.playbooks {
        for (number, step) in (1..).zip(&playbook.steps) {
            let cells = [
                plan.lead.named(Thing::Playbook, playbook.name),
                Cell::text(playbook.title),
                Cell::count(number),
                Cell::text(step.title),
                by(plan, step),
                match step.is_automated {
                    true => Cell::centred("automated"),
                    false => Cell::centred("manual"),
                },
            ];
            table.line(Rank::Leaf, 0, cells)?;
        }
    }
    table.finish()
}

fn head() -> Head {
    let columns = [
        ("Playbook", 26.0),
        ("Title", 32.0),
        ("Step", 8.0),
        ("What is done", 64.0),
        ("By", 26.0),
        ("How", 14.0),
    ];
    Head {
        purpose: "What is done, in order.".to_owned(),
        reading: "Automated: a declared technology does it by itself. Manual: a role does it."
            .to_owned(),
        columns: columns
            .map(|(header, width)| Column::new(header, width))
            .into(),
        frozen: 3,
        empty: "No playbook is declared.",
    }
}

fn by<'r>(plan: &Plan<'r>, step: &'r PlaybookStep<'r>) -> Cell<'r> {
    let thing = match step.is_automated {
        true => Thing::Technology,
        false => Thing::Role,
    };
    match step.by {
        Some(by) => plan.lead.named(thing, by),
        None => Cell::toned("✗ not declared", Tone::Bad),
    }
}
