//! The course of the roadmap: the verdicts of every framework after each initiative, and how they rise.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::chart::{Series, burn_up};
use super::lead::Thing;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::{heat, words};
use crate::emit::xlsx::cell::{Cell, Look};
use crate::emit::xlsx::style::{Rank, Tone};
use crate::emit::xlsx::table::{Column, FIRST};
use crate::report::posture::{Date, Moved, Rise, RiseStep, Roadmap, Tally, Verdict};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Course",
    table: "tblCourse",
    about: "how the verdicts turn in each framework as the initiatives are done, with a chart of the controls that are met",
    write,
};

/// The verdicts of a projection without drafts, which are the only ones on the way.
const VERDICTS: [Verdict; 5] = [
    Verdict::Met,
    Verdict::NotMet,
    Verdict::PartlyEvidenced,
    Verdict::CannotTell,
    Verdict::Contradiction,
];
/// Where the days and the met controls stand, for the chart.
const OVER: u16 = 4;
const MET: u16 = 5;

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head(plan))?;
    let mut charts = Vec::new();
    let mut next = FIRST;
    let today = plan.report.meta.date;
    for roadmap in &plan.posture.roadmaps {
        let rise = &roadmap.rise;
        let mut series = Vec::new();
        for (at, framework) in rise.frameworks.iter().enumerate() {
            let first = next;
            table.line(Rank::Inner, 0, now(plan, roadmap, rise, at, framework))?;
            let mut before = rise.now.get(at).map(Tally::from);
            for step in &rise.steps {
                let cells = after(plan, roadmap, framework, step, at, before);
                table.line(Rank::Leaf, 1, cells)?;
                before = step.tallies.get(at).map(Tally::from);
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
    table.finish_with(&charts)
}

/// How many months lie between two days, or a few more.
fn months(from: Date, to: Date) -> u16 {
    let years = to.year.saturating_sub(from.year);
    years.saturating_mul(12).saturating_add(to.month.into())
}

fn head(plan: &Plan<'_>) -> Head {
    let mut columns = vec![
        Column::new("Framework", plan.short_width()),
        Column::new("After", 24.0),
        Column::new("Title", 34.0),
        Column::new("Raises", 28.0),
        Column::new("End", 12.0),
    ];
    columns.extend(VERDICTS.map(|verdict| Column::new(words::word(verdict), 12.5)));
    columns.extend([
        Column::new("met %", 9.0),
        Column::new("Change in met", 9.5),
        Column::new("Raises nothing for", 22.0),
        Column::new("Roadmap", 14.0),
    ]);
    Head {
        purpose: "The verdicts as they are now, and after each initiative and all that end before it, done as early as they can be. The first line of each framework is today."
            .to_owned(),
        reading: "Drafts say nothing here where they are held back: what reads cannot tell (draft) among the verdicts is counted as cannot tell. Raises nothing for: controls that stand there already by then, or are not applicable."
            .to_owned(),
        columns,
        frozen: 2,
        empty: "No roadmap is declared.",
    }
}

fn now<'r>(
    plan: &Plan<'r>,
    roadmap: &'r Roadmap<'r>,
    rise: &'r Rise<'r>,
    at: usize,
    framework: &'r str,
) -> Vec<Cell<'r>> {
    let mut cells = vec![
        Cell::text(plan.short(framework).to_owned()),
        Cell::text("today"),
        Cell::BLANK,
        Cell::BLANK,
        Cell::date(plan.report.meta.date),
    ];
    cells.extend(counts(rise.now.get(at).map(Tally::from)));
    cells.extend([Cell::BLANK, Cell::BLANK, Cell::muted(roadmap.name)]);
    cells
}

fn after<'r>(
    plan: &Plan<'r>,
    roadmap: &'r Roadmap<'r>,
    framework: &'r str,
    step: &'r RiseStep<'r>,
    at: usize,
    before: Option<Tally>,
) -> Vec<Cell<'r>> {
    let phases = roadmap.phases.iter();
    let title = phases
        .flat_map(|phase| &phase.initiatives)
        .find(|initiative| initiative.name == step.initiative)
        .map_or("", |initiative| initiative.title);
    let tally = step.tallies.get(at).map(Tally::from);
    let end = step.last_day();
    let mut cells = vec![
        Cell::muted(plan.short(framework).to_owned()),
        plan.lead.named(Thing::Initiative, step.initiative),
        Cell::text(title),
        Cell::text(moved(plan, &step.moved)),
        Cell::date(end),
    ];
    cells.extend(counts(tally));
    cells.extend([
        change(before, tally),
        Cell::text(plan.names(&step.idle)),
        Cell::muted(roadmap.name),
    ]);
    cells
}

/// The verdicts, and the share of those that are met.
fn counts(tally: Option<Tally>) -> Vec<Cell<'static>> {
    let Some(tally) = tally else {
        return vec![Cell::BLANK; VERDICTS.len() + 1];
    };
    let mut cells: Vec<Cell<'static>> = VERDICTS
        .map(|verdict| Cell::count(tally.of(verdict)))
        .into();
    cells.push(heat::share(&tally, Verdict::Met));
    cells
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
