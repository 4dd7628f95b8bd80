//! The roadmap as a chart in cells: a column for each month.

use super::months::{Stretch, stretches};
use super::plan::Plan;
use super::roadmap;
use super::sheet::{Head, Sheet};
use super::target::Target;
use crate::cell::{Cell, Look};
use crate::style::{Rank, Tone};
use crate::table::{AnyTable, Column};
use xwalk_report::posture::{Date, Dates, Initiative, Period, Roadmap};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Gantt",
    table: "tblGantt",
    about: "the roadmap as a Gantt chart in cells, with the critical path marked",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(plan), columns(plan));
    for roadmap in &plan.posture.roadmaps {
        for phase in &roadmap.phases {
            table.row(Rank::Inner, 0, Line::Phase(phase.title));
            for initiative in &phase.initiatives {
                table.row(Rank::Leaf, 1, Line::Initiative(roadmap, initiative));
            }
        }
    }
    table.finish()
}

/// From the first day of any roadmap that has dates to the end of the last.
fn whole(plan: &Plan<'_>) -> Option<Period> {
    let wholes = || plan.posture.roadmaps.iter().filter_map(Roadmap::span);
    let begins: Option<Date> = wholes().map(|whole| whole.begins).min();
    let over: Option<Date> = wholes().map(|whole| whole.over).max();
    let (begins, over) = begins.zip(over)?;
    Some(Period { begins, over })
}

fn head(plan: &Plan<'_>) -> Head {
    Head {
        purpose: "Each initiative as early as possible, by phase; for dates, slack and what waits for what, see the sheet Roadmap."
            .to_owned(),
        reading: "◆ dark: under way and critical. ■ blue: under way. · grey: slack, within which it may be done without delaying the end of the roadmap."
            .to_owned(),
        frozen: 1,
        empty: match plan.posture.roadmaps.is_empty() {
            true => "No roadmap is declared.",
            false => "No roadmap has a phase.",
        },
    }
}

/// A line of the sheet: a phase, or one of its initiatives.
#[derive(Clone, Copy)]
enum Line<'r> {
    Phase(&'r str),
    Initiative(&'r Roadmap<'r>, &'r Initiative<'r>),
}

impl<'r> Line<'r> {
    /// What is said of an initiative; nothing of a phase.
    fn say(self, cell: impl Fn(&'r Initiative<'r>) -> Cell<'r>) -> Cell<'r> {
        match self {
            Self::Phase(_) => Cell::BLANK,
            Self::Initiative(_, initiative) => cell(initiative),
        }
    }

    /// The dates of an initiative that has some.
    fn dates(self) -> Option<&'r Dates> {
        match self {
            Self::Phase(_) => None,
            Self::Initiative(_, initiative) => initiative.dates.as_ref(),
        }
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, Line<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    let mut columns = vec![
        Of::cell("Initiative", 44.0, move |line| match line {
            Line::Phase(title) => Cell::text(title),
            Line::Initiative(_, initiative) => {
                let title = Cell::text(initiative.title);
                plan.links
                    .to(Target::Initiative, &initiative.declared().key(), title)
            }
        }),
        Of::cell("Owner", 20.0, move |line| {
            line.say(|initiative| plan.links.maybe(Target::Role, initiative.owner))
        }),
        Of::cell("Begin", 12.0, |line| {
            day(line, |dates| dates.earliest.begins)
        }),
        Of::cell("End", 12.0, |line| {
            day(line, |dates| dates.earliest.last_day())
        }),
        Of::cell("Critical", 13.0, |line| match line {
            Line::Phase(_) => Cell::BLANK,
            Line::Initiative(roadmap, initiative) => roadmap::critical(roadmap, initiative),
        }),
    ];
    let stretches = whole(plan).map(|whole| stretches(&whole));
    columns.extend(stretches.unwrap_or_default().into_iter().map(|stretch| {
        Of::cell(stretch.name.clone(), 3.6, move |line| {
            let dates = line.dates();
            dates.map_or(Cell::BLANK, |dates| mark(dates, &stretch))
        })
        .upright()
    }));
    columns
}

/// A day of an initiative; a dash where it has none.
fn day<'r>(line: Line<'r>, day: fn(&Dates) -> Date) -> Cell<'r> {
    line.say(|_| {
        let dates = line.dates();
        dates.map_or(Cell::centred("–"), |dates| Cell::date(day(dates)))
    })
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
