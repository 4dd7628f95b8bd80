//! What each verdict rests on, one thing a line: what an auditor filters by a control.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::lead::Thing;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::{rows, words};
use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::style::{Rank, Tone};
use crate::emit::xlsx::table::Column;
use crate::report::Row;
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
#[derive(Clone, Copy)]
struct Line<'r> {
    projection: &'r Projection,
    control: &'r Control,
    /// What it speaks for.
    speaks_for: &'static str,
    /// How, or why it says nothing.
    how: &'static str,
    /// An assessed control, or a row.
    thing: Thing,
    /// Its name.
    name: &'r str,
}

impl<'r> Line<'r> {
    /// The row, if it is one.
    fn row(self, plan: &Plan<'r>) -> Option<&'r Row<'r>> {
        match self.thing {
            Thing::Row => rows::row(plan, self.name),
            _ => None,
        }
    }
}

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head(), columns(plan))?;
    for line in all(plan.posture).take(MOST) {
        table.row(Rank::Leaf, 0, line)?;
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
        .map(|line| line.control.control.as_str())
}

/// Everything behind any verdict, in the order of the sheet.
fn all<'r>(posture: &'r Posture<'_>) -> impl Iterator<Item = Line<'r>> {
    posture.verdicts.iter().flat_map(|projection| {
        let controls = projection.controls.iter();
        controls.flat_map(move |control| behind(projection, control))
    })
}

/// What is behind a verdict, in the order of the sheet.
fn behind<'r>(projection: &'r Projection, control: &'r Control) -> impl Iterator<Item = Line<'r>> {
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
    grounds
        .chain(doubt)
        .flat_map(move |((speaks_for, how), controls, rows)| {
            let controls = controls.iter().map(|name| (Thing::Assessed, name));
            let rows = rows.iter().map(|name| (Thing::Row, name));
            controls.chain(rows).map(move |(thing, name)| Line {
                projection,
                control,
                speaks_for,
                how,
                thing,
                name,
            })
        })
}

fn head() -> Head {
    Head {
        purpose: "The same verdicts as on the sheet Verdicts, with everything that they rest on, one thing a line: filter by a control to see all that speaks for its verdict."
            .to_owned(),
        reading: "Of an assessed control stands here its tier, of a row what it claims. A verdict that nothing is known of has no line. Where very many controls speak for a verdict, the rows are those of the first of them."
            .to_owned(),
        frozen: 2,
        empty: "No verdict rests on anything.",
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, Line<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::muted("Framework", plan.short_width(), move |line| {
            plan.short(&line.projection.framework)
        }),
        Of::cell("Control", 18.0, move |line| {
            plan.control(&line.control.control)
        }),
        Of::text("Title", 50.0, move |line| plan.title(&line.control.control)),
        Of::yes("Assessable", 11.5, |line| line.control.assessable),
        Of::cell("Verdict", 19.0, |line| words::verdict_of(line.control)),
        Of::cell("Speaks for", 16.0, |line| match line.control.verdict {
            Verdict::CannotTellDraft => Cell::muted(format!("{} (draft)", line.speaks_for)),
            _ => Cell::text(line.speaks_for),
        }),
        Of::text("How", 62.0, |line| line.how),
        Of::muted("Kind", 16.0, |line| match line.thing {
            Thing::Row => "row",
            _ => "assessed control",
        }),
        Of::cell("Behind it", 24.0, move |line| {
            let name = match line.thing {
                Thing::Row => Cell::identifier(line.name),
                _ => Cell::identifier(plan.name(line.name)),
            };
            plan.lead.to(line.thing, line.name, name)
        }),
        Of::text("What it says", 62.0, move |line| match line.thing {
            Thing::Row => line
                .row(plan)
                .map_or(String::new(), |row| rows::claim(plan, row)),
            _ => tier(plan, line.name),
        }),
        Of::maybe("Status", 11.0, move |line| Some(line.row(plan)?.status)),
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
