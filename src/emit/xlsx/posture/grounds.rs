//! What each verdict rests on, one thing a line: what an auditor filters by a control.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::lead::Thing;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::{rows, words};
use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::style::{Rank, Tone};
use crate::emit::xlsx::table::Column;
use crate::report::posture::{Control, Posture, Projection, Verdict};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Grounds",
    table: "tblGrounds",
    about: "each verdict with every assessed control and every row behind it, one a line",
    write,
};

/// More lines than these nobody filters: what is beyond stands in `posture.json`.
const MOST: usize = 100_000;

/// One thing behind a verdict.
struct Ground<'r> {
    /// What it speaks for, and how; or why it says nothing.
    why: (&'static str, &'static str),
    /// An assessed control, or a row.
    thing: Thing,
    /// Its name.
    name: &'r str,
}

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head(plan))?;
    for (projection, control, ground) in all(plan.posture).take(MOST) {
        table.line(Rank::Leaf, 0, cells(plan, projection, control, &ground))?;
    }
    let beyond = all(plan.posture).skip(MOST).count();
    if beyond > 0 {
        let text = format!("and {beyond} more, which stand in posture.json");
        table.line(Rank::Leaf, 0, [Cell::toned(text, Tone::Fair)])?;
    }
    table.finish()
}

/// The controls that are judged, in the order of the sheet, once for each line that they have.
pub(super) fn in_order<'r>(posture: &'r Posture<'_>) -> impl Iterator<Item = &'r str> {
    all(posture)
        .take(MOST)
        .map(|(_, control, _)| control.control.as_str())
}

/// Everything behind any verdict, in the order of the sheet.
fn all<'r>(
    posture: &'r Posture<'_>,
) -> impl Iterator<Item = (&'r Projection, &'r Control, Ground<'r>)> {
    posture.verdicts.iter().flat_map(|projection| {
        projection.controls.iter().flat_map(move |control| {
            behind(control).map(move |ground| (projection, control, ground))
        })
    })
}

/// What is behind a verdict, in the order of the sheet.
fn behind(control: &Control) -> impl Iterator<Item = Ground<'_>> {
    let grounds = control.grounds.iter().map(|ground| {
        let why = (
            words::word(ground.because.verdict().into()),
            ground.because.meaning(),
        );
        (why, &ground.controls, &ground.rows)
    });
    let doubt = control.doubt.iter().map(|doubt| {
        let why = ("cannot tell", doubt.because.meaning());
        (why, &doubt.controls, &doubt.rows)
    });
    grounds.chain(doubt).flat_map(|(why, controls, rows)| {
        let controls = controls.iter().map(|name| (Thing::Assessed, name));
        let rows = rows.iter().map(|name| (Thing::Row, name));
        controls
            .chain(rows)
            .map(move |(thing, name)| Ground { why, thing, name })
    })
}

fn head(plan: &Plan<'_>) -> Head {
    let columns = [
        ("Framework", plan.short_width()),
        ("Control", 18.0),
        ("Title", 50.0),
        ("Assessable", 11.5),
        ("Verdict", 19.0),
        ("Speaks for", 16.0),
        ("How", 62.0),
        ("Kind", 16.0),
        ("Behind it", 24.0),
        ("What it says", 62.0),
        ("Status", 11.0),
    ];
    Head {
        purpose: "The same verdicts as on the sheet Verdicts, with everything that they rest on, one thing a line: filter by a control to see all that speaks for its verdict."
            .to_owned(),
        reading: "Of an assessed control stands here its tier, of a row what it claims. A verdict that nothing is known of has no line. Where very many controls speak for a verdict, the rows are those of the first of them."
            .to_owned(),
        columns: columns.map(|(header, width)| Column::new(header, width)).into(),
        frozen: 2,
        empty: "No verdict rests on anything.",
    }
}

fn cells<'r>(
    plan: &Plan<'r>,
    projection: &'r Projection,
    control: &'r Control,
    ground: &Ground<'r>,
) -> Vec<Cell<'r>> {
    let (speaks_for, how) = ground.why;
    let (kind, name, says, status) = match ground.thing {
        Thing::Row => {
            let row = rows::row(plan, ground.name);
            let says = row.map_or(String::new(), |row| rows::claim(plan, row));
            let status = row.map(|row| row.status);
            ("row", ground.name.to_owned(), says, status)
        }
        _ => {
            let says = tier(plan, ground.name);
            ("assessed control", plan.name(ground.name), says, None)
        }
    };
    vec![
        Cell::muted(plan.short(&projection.framework).to_owned()),
        plan.control(&control.control),
        Cell::text(plan.title(&control.control)),
        Cell::yes(control.assessable),
        words::verdict_of(control),
        match control.verdict {
            Verdict::CannotTellDraft => Cell::muted(format!("{speaks_for} (draft)")),
            _ => Cell::text(speaks_for),
        },
        Cell::text(how),
        Cell::muted(kind),
        plan.lead
            .to(ground.thing, ground.name, Cell::identifier(name)),
        Cell::text(says),
        Cell::maybe(status),
    ]
}

/// The title and the tier of an assessed control.
fn tier(plan: &Plan<'_>, control: &str) -> String {
    let title = plan.title(control);
    match plan
        .index
        .assessed(control)
        .and_then(|assessed| assessed.tiers)
    {
        Some((current, _)) => format!("{title}: tier {current}"),
        None => format!("{title}: no tier"),
    }
}
