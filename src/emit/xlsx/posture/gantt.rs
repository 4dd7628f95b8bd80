//! The roadmap as a chart in cells: a column for each month.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::lead::Thing;
use super::months::{Stretch, stretches};
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use crate::emit::xlsx::cell::{Cell, Look};
use crate::emit::xlsx::style::{Rank, Tone};
use crate::emit::xlsx::table::Column;
use crate::report::posture::{Date, Dates, Initiative, Period};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Gantt",
    table: "tblGantt",
    about: "the roadmap as a Gantt chart in cells, with the critical path marked",
    write,
};

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let stretches = whole(plan)
        .map(|whole| stretches(&whole))
        .unwrap_or_default();
    let mut table = SHEET.begin(book, plan, head(&stretches))?;
    for roadmap in &plan.posture.roadmaps {
        for phase in &roadmap.phases {
            let blank = vec![Cell::BLANK; stretches.len() + 4];
            let heading = std::iter::once(Cell::text(phase.title)).chain(blank);
            table.line(Rank::Inner, 0, heading)?;
            for initiative in &phase.initiatives {
                table.line(Rank::Leaf, 1, cells(plan, initiative, &stretches))?;
            }
        }
    }
    table.finish()
}

/// From the first day of any roadmap to the end of the last.
fn whole(plan: &Plan<'_>) -> Option<Period> {
    let wholes = || plan.posture.roadmaps.iter().map(|roadmap| roadmap.whole);
    let begins: Option<Date> = wholes().map(|whole| whole.begins).min();
    let over: Option<Date> = wholes().map(|whole| whole.over).max();
    let (begins, over) = begins.zip(over)?;
    Some(Period { begins, over })
}

fn head(stretches: &[Stretch]) -> Head {
    let mut columns = vec![
        Column::new("Initiative", 44.0),
        Column::new("Owner", 20.0),
        Column::new("Begin", 12.0),
        Column::new("End", 12.0),
        Column::new("Critical path", 13.0),
    ];
    columns.extend(
        stretches
            .iter()
            .map(|stretch| Column::wide_upright(&*stretch.name)),
    );
    Head {
        purpose: "Each initiative as early as it can be, by phase; dates, slack and what waits for what stand on the sheet Roadmap."
            .to_owned(),
        reading: "◆ dark: under way and on the critical path. ■ blue: under way. · grey: slack, within which it may be done without the roadmap being over later."
            .to_owned(),
        columns,
        frozen: 1,
        empty: "No roadmap is declared.",
    }
}

fn cells<'r>(
    plan: &Plan<'r>,
    initiative: &'r Initiative<'r>,
    stretches: &[Stretch],
) -> Vec<Cell<'r>> {
    let title = Cell::text(initiative.title);
    let mut cells = vec![
        plan.lead.to(Thing::Initiative, initiative.name, title),
        plan.lead.maybe(Thing::Role, initiative.owner),
    ];
    let Some(dates) = &initiative.dates else {
        cells.extend([Cell::centred("–"), Cell::centred("–")]);
        cells.push(Cell::toned("waits for itself", Tone::Bad));
        return cells;
    };
    cells.extend([
        Cell::date(dates.earliest.begins),
        Cell::date(dates.earliest.last_day()),
        match dates.is_critical {
            true => Cell::toned("◆ critical", Tone::Critical),
            false => Cell::centred("no"),
        },
    ]);
    cells.extend(stretches.iter().map(|stretch| mark(dates, stretch)));
    cells
}

/// What an initiative does in a stretch of the calendar.
fn mark(dates: &Dates, stretch: &Stretch) -> Cell<'static> {
    let slack = Period {
        begins: dates.earliest.begins,
        over: dates.latest.over,
    };
    match () {
        () if stretch.touches(&dates.earliest) && dates.is_critical => {
            Cell::new("◆", Look::Mark(Tone::Critical))
        }
        () if stretch.touches(&dates.earliest) => Cell::new("■", Look::Mark(Tone::Span)),
        () if stretch.touches(&slack) => Cell::new("·", Look::Mark(Tone::Open)),
        () => Cell::BLANK,
    }
}
