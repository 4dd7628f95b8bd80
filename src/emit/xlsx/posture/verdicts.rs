//! Every control of every framework, with its verdict and what that rests on.

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::target::Target;
use super::words;
use crate::cell::Cell;
use crate::style::Rank;
use crate::table::{AnyTable, Column};
use xwalk_report::posture::{Control, Ground, NamedControl, Projection, Verdict};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: Target::Verdict.sheet(),
    table: "tblVerdicts",
    about: "every control of every framework: verdict, threshold, why, the controls and rows behind it",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(plan), columns(plan));
    for projection in &plan.posture.verdicts {
        for control in &projection.controls {
            let depth = control.control.depth();
            let rank = match control.assessable {
                true => Rank::Leaf,
                false => Rank::of(depth, true),
            };
            table.row(rank, depth, (projection, control));
        }
    }
    table.finish()
}

fn head(plan: &Plan<'_>) -> Head {
    Head {
        purpose: "What the assessments say about each control of each framework, by the rows that connect them. Only assessable controls are counted; the numbers of controls and rows lead to all that a verdict rests on."
            .to_owned(),
        reading: if plan.posture.allow_draft {
            "That a tier means fulfilment is a convention: a control counts as achieved from the threshold on, whatever its own target. Rows of status draft count here like others; the weakest status is shown beside each verdict."
        } else {
            "That a tier means fulfilment is a convention: a control counts as achieved from the threshold on, whatever its own target. Draft rows are not considered; the weakest status is shown beside each verdict."
        }
        .to_owned(),
        frozen: 3,
        empty: "No framework is adopted.",
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, (&'r Projection, &'r Control)>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::muted("Framework", plan.short_width(), move |(projection, _)| {
            projection.framework.short().to_owned()
        }),
        Of::cell("Control", plan.identifier_width(), move |(_, control)| {
            plan.assessed(&control.control)
        }),
        Of::text("Title", 46.0, move |(_, control)| control.control.title()),
        Of::muted("Level", 16.0, move |(_, control)| {
            &*control.control.named().level
        }),
        Of::muted("Part of", 30.0, move |(_, control)| {
            control.control.section().title()
        }),
        Of::yes("Assessable", 11.5, |(_, control)| control.assessable),
        Of::cell("Verdict", 19.0, |(_, control)| words::verdict_of(control)),
        Of::cell("Judged from tier", 9.5, |(projection, _)| {
            Cell::centred(thresholds(projection))
        }),
        Of::text("Because", 46.0, |(_, control)| because(control)),
        Of::identifier("Controls behind it", 34.0, move |(_, control)| {
            first_names(plan, &behind(control))
        }),
        Of::cell("Number of controls", 9.5, move |(_, control)| {
            plan.links.to(
                Target::Ground,
                &control.control,
                Cell::count(behind(control).len()),
            )
        }),
        Of::cell("Number of rows", 9.0, move |(_, control)| {
            plan.links
                .to(Target::Ground, &control.control, Cell::count(rows(control)))
        }),
        Of::maybe("Weakest status", 10.5, |(_, control)| weakest(control)),
        Of::maybe("Why nobody can tell", 46.0, |(_, control)| {
            Some(control.doubt.as_ref()?.because.meaning())
        }),
    ]
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

/// The first few of these controls, and how many there are besides: the sheet of grounds has them all.
fn first_names(plan: &Plan<'_>, controls: &[&NamedControl]) -> String {
    const SHOWN: usize = 6;
    let (shown, more) = controls.split_at_checked(SHOWN).unwrap_or((controls, &[]));
    match more.len() {
        0 => plan.names(shown.iter().copied()),
        more => format!("{}, and {more} more", plan.names(shown.iter().copied())),
    }
}

/// The controls that a verdict rests on, or that leave it in doubt, as those do that are not assessed.
fn behind(control: &Control) -> Vec<&NamedControl> {
    let grounds = control.grounds.iter().flat_map(|ground| &ground.controls);
    let doubted = control.doubt.iter().flat_map(|doubt| &doubt.controls);
    grounds.chain(doubted).collect()
}

/// How many rows a verdict rests on or lacks.
fn rows(control: &Control) -> usize {
    let grounds = control.grounds.iter().map(|ground| ground.rows.len());
    let left_out = control.doubt.as_ref().map_or(0, |doubt| doubt.rows.len());
    grounds.sum::<usize>() + left_out
}

/// The weakest status of what a verdict rests on.
fn weakest(control: &Control) -> Option<&'static str> {
    let status = control.grounds.iter().filter_map(|ground| ground.status);
    Some(status.min()?.word())
}

/// What the verdict rests on, in words; of a contradiction both sides, of a draft what it would say.
fn because(control: &Control) -> String {
    let said = |ground: &Ground| {
        (
            Verdict::from(ground.because.verdict()).word(),
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
