//! Every control of every framework, with its verdict and what that rests on.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::lead::Thing;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::words;
use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::style::Rank;
use crate::emit::xlsx::table::Column;
use crate::report::posture::{Control, Ground, Projection, Verdict};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Verdicts",
    table: "tblVerdicts",
    about: "every control of every framework: verdict, threshold, why, the assessed controls and rows behind it",
    write,
};

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head(plan))?;
    for projection in &plan.posture.verdicts {
        let threshold = thresholds(projection);
        for control in &projection.controls {
            let known = plan.known(&control.control);
            let rank = match known {
                Some(known) if !control.assessable => Rank::of(known.control.depth, true),
                _ => Rank::Leaf,
            };
            let depth = known.map_or(0, |known| known.control.depth);
            table.line(rank, depth, cells(plan, projection, &threshold, control))?;
        }
    }
    table.finish()
}

fn head(plan: &Plan<'_>) -> Head {
    let columns = [
        ("Framework", plan.short_width()),
        ("Control", 18.0),
        ("Title", 46.0),
        ("Level", 16.0),
        ("Part of", 30.0),
        ("Assessable", 11.5),
        ("Verdict", 19.0),
        ("Judged from tier", 9.5),
        ("Because", 46.0),
        ("Assessed controls behind it", 34.0),
        ("Number of controls", 9.5),
        ("Number of rows", 9.0),
        ("Weakest status", 10.5),
        ("Why nobody can tell", 46.0),
    ];
    Head {
        purpose: "What the assessments say of each control of each framework, by the rows that connect them. Counted are assessable controls only; the numbers of controls and rows lead to all that a verdict rests on."
            .to_owned(),
        reading: if plan.posture.allow_draft {
            "That a tier means fulfilment is a convention: a control counts as achieved from the threshold on, never from its own target. Rows of status draft count here like others; the weakest status stands beside each verdict."
        } else {
            "That a tier means fulfilment is a convention: a control counts as achieved from the threshold on, never from its own target. Draft rows are not looked at; the weakest status stands beside each verdict."
        }
        .to_owned(),
        columns: columns.map(|(header, width)| Column::new(header, width)).into(),
        frozen: 3,
        empty: "No framework is adopted.",
    }
}

/// From which tier controls count as fulfilled here: one number where all assessments agree.
pub(super) fn thresholds(projection: &Projection) -> String {
    let mut tiers: Vec<u32> = projection.thresholds.iter().map(|one| one.tier).collect();
    tiers.sort_unstable();
    tiers.dedup();
    match tiers.as_slice() {
        [one] => one.to_string(),
        _ => {
            let thresholds = projection.thresholds.iter();
            let named: Vec<String> = thresholds
                .map(|one| format!("{} ({})", one.tier, one.assessment))
                .collect();
            named.join(", ")
        }
    }
}

fn cells<'r>(
    plan: &Plan<'r>,
    projection: &'r Projection,
    threshold: &str,
    control: &'r Control,
) -> Vec<Cell<'r>> {
    let known = plan.known(&control.control);
    let own = known.map_or(control.control.as_str(), |known| known.control.identifier);
    let doubted = control.doubt.as_ref();
    let rows = control.grounds.iter().map(|ground| ground.rows.len());
    let left_out = doubted.map_or(0, |doubt| doubt.rows.len());
    let rows = Cell::count(rows.sum::<usize>() + left_out);
    let behind: Vec<String> = (control.grounds.iter().flat_map(|ground| &ground.controls))
        .chain(doubted.iter().flat_map(|doubt| &doubt.controls))
        .cloned()
        .collect();
    let status = control.grounds.iter().filter_map(|ground| ground.status);
    vec![
        Cell::muted(plan.short(&projection.framework).to_owned()),
        plan.lead
            .to(Thing::Assessed, &control.control, Cell::identifier(own)),
        Cell::text(plan.title(&control.control)),
        Cell::muted(known.map_or("", |known| &*known.control.level)),
        Cell::muted(known.map_or("", |known| known.section.title)),
        Cell::yes(control.assessable),
        words::verdict_of(control),
        Cell::centred(threshold.to_owned()),
        Cell::text(because(control)),
        Cell::identifier(first_names(plan, &behind)),
        plan.lead
            .to(Thing::Ground, &control.control, Cell::count(behind.len())),
        plan.lead.to(Thing::Ground, &control.control, rows),
        Cell::maybe(status.min().map(|status| status.word())),
        Cell::text(doubted.map_or("", |doubt| doubt.because.meaning())),
    ]
}

/// The first few of these controls, and how many there are besides: the sheet of grounds has them all.
fn first_names(plan: &Plan<'_>, controls: &[String]) -> String {
    const SHOWN: usize = 6;
    let (shown, more) = controls.split_at_checked(SHOWN).unwrap_or((controls, &[]));
    match more.len() {
        0 => plan.names(shown),
        more => format!("{}, and {more} more", plan.names(shown)),
    }
}

/// What the verdict rests on, in words; of a contradiction both sides, of a draft what it would say.
fn because(control: &Control) -> String {
    let said = |ground: &Ground| {
        (
            words::word(ground.because.verdict().into()),
            ground.because.meaning(),
        )
    };
    let grounds = control.grounds.iter().map(said);
    let lines: Vec<String> = match control.verdict {
        Verdict::Contradiction => grounds
            .map(|(verdict, why)| format!("{verdict}: {why}"))
            .collect(),
        Verdict::CannotTellDraft => grounds
            .map(|(verdict, why)| format!("drafts would say {verdict}: {why}"))
            .collect(),
        _ => grounds.map(|(_, why)| why.to_owned()).collect(),
    };
    lines.join("\n")
}
