//! The verdicts by function: how many of each, in every framework.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::{verdicts, words};
use crate::emit::xlsx::cell::{Cell, Look};
use crate::emit::xlsx::style::Rank;
use crate::emit::xlsx::table::Column;
use crate::report::posture::{Projection, Tally, Verdict};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Verdict matrix",
    table: "tblVerdictMatrix",
    about: "how many controls of each function or chapter have which verdict, as a heat map with the counts",
    write,
};

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head(plan))?;
    for projection in &plan.posture.verdicts {
        let short = plan.short(&projection.framework);
        let title = plan.short_title(&projection.framework);
        let threshold = verdicts::thresholds(projection);
        let all = [
            Cell::text(short.to_owned()),
            Cell::text("all"),
            Cell::text(title),
        ];
        table.line(Rank::Top, 0, line(all, &threshold, &projection.tally))?;
        for (section, tally) in sections(plan, projection) {
            let own = [
                Cell::muted(short.to_owned()),
                plan.control(section),
                Cell::text(plan.title(section)),
            ];
            table.line(Rank::Leaf, 1, line(own, &threshold, &tally))?;
        }
    }
    table.finish()
}

fn head(plan: &Plan<'_>) -> Head {
    let mut columns = vec![
        Column::new("Framework", plan.short_width()),
        Column::new("Part", 14.0),
        Column::new("Title", 46.0),
        Column::new("Judged from tier", 9.5),
        Column::new("Assessable", 11.5),
    ];
    columns.extend(Verdict::ALL.map(|verdict| Column::new(words::word(verdict), 12.5)));
    columns.push(Column::new("met %", 9.0));
    Head {
        purpose: "Counts of distinct assessable controls: one line for each framework, and one for each of its functions or chapters. The six verdicts of a line add up to its assessable controls."
            .to_owned(),
        reading: "The blue shows the share of the line’s assessable controls: the deeper, the more; it says nothing of good or bad. The number is the count. There is no blended score."
            .to_owned(),
        columns,
        frozen: 3,
        empty: "No framework is adopted.",
    }
}

/// The top of a framework: each of its functions with the verdicts below it.
fn sections<'r>(plan: &Plan<'r>, projection: &'r Projection) -> Vec<(&'r str, Tally)> {
    let mut sections: Vec<(&'r str, Vec<Verdict>)> = Vec::new();
    for control in &projection.controls {
        let Some(known) = plan.known(&control.control) else {
            continue;
        };
        let section = known.section.control.as_str();
        if sections.last().is_none_or(|(last, _)| *last != section) {
            sections.push((section, Vec::new()));
        }
        if let (true, Some((_, verdicts))) = (control.assessable, sections.last_mut()) {
            verdicts.push(control.verdict);
        }
    }
    let sections = sections.into_iter();
    sections
        .map(|(section, verdicts)| (section, verdicts.into_iter().collect::<Tally>()))
        .filter(|(_, tally)| tally.total() > 0)
        .collect()
}

fn line<'r>(own: [Cell<'r>; 3], threshold: &str, tally: &Tally) -> Vec<Cell<'r>> {
    let mut cells: Vec<Cell<'r>> = own.into();
    cells.push(Cell::centred(threshold.to_owned()));
    cells.push(Cell::count(tally.total()));
    cells.extend(Verdict::ALL.map(|verdict| {
        let count = Cell::count(tally.of(verdict));
        count.look(Look::Depth(step(tally, verdict)))
    }));
    cells.push(share(tally, Verdict::Met));
    cells
}

/// The share of a verdict.
pub(super) fn share(tally: &Tally, verdict: Verdict) -> Cell<'static> {
    Cell::share(u32::try_from(tally.basis_points(verdict)).unwrap_or(10_000))
}

/// The step of the heat map: none, up to 10, 25, 50, 75 and 100 per cent.
fn step(tally: &Tally, verdict: Verdict) -> u8 {
    match tally.basis_points(verdict) {
        _ if tally.of(verdict) == 0 => 0,
        0..=1_000 => 1,
        1_001..=2_500 => 2,
        2_501..=5_000 => 3,
        5_001..=7_500 => 4,
        _ => 5,
    }
}
