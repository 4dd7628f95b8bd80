//! The course of the roadmap: the verdicts of every framework after each initiative, and how they rise.

use super::chart::{Series, burn_up};
use super::heat;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use crate::cell::{Cell, Look};
use crate::style::{Rank, Tone};
use crate::table::{AnyTable, Column, FIRST};
use xwalk_report::posture::{Date, Moved, NamedFramework, RiseStep, Roadmap, Tally, Verdict};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Course",
    table: "tblCourse",
    about: "how the verdicts change in each framework as the initiatives are done, with a chart of the controls that are met",
    make: table,
};

/// Where the days and the met controls stand, for the chart.
const OVER: u16 = 4;
const MET: u16 = 5;

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(), columns(plan));
    let mut charts = Vec::new();
    let mut next = FIRST;
    let today = plan.report.meta.date;
    for roadmap in &plan.posture.roadmaps {
        let rise = &roadmap.rise;
        let mut series = Vec::new();
        for (at, framework) in rise.frameworks.iter().enumerate() {
            let first = next;
            let mut line = Line {
                roadmap,
                framework,
                step: None,
                before: None,
                tally: rise.now.get(at).map(Tally::from),
            };
            table.row(Rank::Inner, 0, line);
            for step in &rise.steps {
                line.step = Some(step);
                line.before = line.tally;
                line.tally = step.tallies.get(at).map(Tally::from);
                table.row(Rank::Leaf, 1, line);
                next += 1;
            }
            series.push(Series { first, last: next });
            next += 1;
        }
        if !rise.steps.is_empty() {
            charts.push(burn_up(
                SHEET.name,
                [OVER, MET],
                roadmap.name,
                months(today, roadmap.whole.over),
                &series,
            ));
        }
    }
    table.finish_with(charts)
}

/// How many months lie between two days, or a few more.
fn months(from: Date, to: Date) -> u16 {
    let years = to.year.saturating_sub(from.year);
    years.saturating_mul(12).saturating_add(to.month.into())
}

fn head() -> Head {
    Head {
        purpose: "The verdicts as they are now, and after each initiative and all that end before it, done as early as possible. The first line of each framework is today."
            .to_owned(),
        reading: "Drafts do not count here where they are held back: what reads cannot tell (draft) among the verdicts is counted as cannot tell. Raises nothing for: controls that have that tier already by then, or are not applicable."
            .to_owned(),
        frozen: 2,
        empty: "No roadmap is declared.",
    }
}

/// The verdicts on a framework today, or after a step.
#[derive(Clone, Copy)]
struct Line<'r> {
    roadmap: &'r Roadmap<'r>,
    framework: &'r NamedFramework,
    /// The step; none today.
    step: Option<&'r RiseStep<'r>>,
    /// The verdicts before it.
    before: Option<Tally>,
    tally: Option<Tally>,
}

/// A column of the sheet.
type Of<'r> = Column<'r, Line<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    let mut columns = vec![
        Of::cell("Framework", plan.short_width(), move |line| {
            let short = line.framework.short();
            match line.step {
                None => Cell::text(short),
                Some(_) => Cell::muted(short),
            }
        }),
        Of::cell("After", 24.0, move |line| match line.step {
            None => Cell::text("today"),
            Some(step) => plan.links.initiative(step.initiative),
        }),
        Of::maybe("Title", 34.0, |line| Some(line.step?.initiative.title)),
        Of::maybe("Raises", 28.0, move |line| {
            Some(moved(plan, &line.step?.moved))
        }),
        Of::cell("End", 12.0, move |line| {
            let day = line.step.map(RiseStep::last_day);
            Cell::date(day.unwrap_or(plan.report.meta.date))
        }),
    ];
    columns.extend(Verdict::without_drafts().map(|verdict| {
        Of::cell(verdict.word(), 12.5, move |line| {
            Cell::maybe_count(line.tally.map(|tally| tally.of(verdict)))
        })
    }));
    columns.extend([
        Of::cell("met %", 9.0, |line| {
            (line.tally).map_or(Cell::BLANK, |tally| heat::share(&tally, Verdict::Met))
        }),
        Of::cell("Change in met", 9.5, |line| change(line.before, line.tally)),
        Of::maybe("Raises nothing for", 22.0, move |line| {
            Some(plan.names(&line.step?.idle))
        }),
        Of::muted("Roadmap", 14.0, |line| line.roadmap.name),
    ]);
    columns
}

fn change(before: Option<Tally>, after: Option<Tally>) -> Cell<'static> {
    let Some((before, after)) = before.zip(after) else {
        return Cell::BLANK;
    };
    let (before, after) = (before.of(Verdict::Met), after.of(Verdict::Met));
    match after.cmp(&before) {
        std::cmp::Ordering::Greater => {
            Cell::count(after - before).look(Look::TonedCount(Tone::Good))
        }
        std::cmp::Ordering::Equal => Cell::muted_count(0),
        std::cmp::Ordering::Less => {
            Cell::negative(before - after).look(Look::TonedCount(Tone::Bad))
        }
    }
}

/// `PR.AC.a 2→3`: the tiers that rise.
fn moved(plan: &Plan<'_>, moved: &[Moved]) -> String {
    let tier = |tier: Option<u32>| tier.map_or("–".to_owned(), |tier| tier.to_string());
    let moved: Vec<String> = moved
        .iter()
        .map(|one| {
            format!(
                "{} {}→{}",
                plan.name(&one.control),
                tier(one.before),
                tier(one.after)
            )
        })
        .collect();
    moved.join(", ")
}
