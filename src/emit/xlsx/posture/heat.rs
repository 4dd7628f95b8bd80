//! The verdicts by function: how many of each, in every framework.

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::verdicts;
use crate::cell::{Cell, Look};
use crate::style::Rank;
use crate::table::{AnyTable, Column};
use xwalk_report::Share;
use xwalk_report::posture::{NamedControl, Projection, Tally, Verdict};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Verdict matrix",
    table: "tblVerdictMatrix",
    about: "how many controls of each function or chapter have which verdict, as a heat map with the counts",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(), columns(plan));
    for projection in &plan.posture.verdicts {
        let all = Line {
            projection,
            section: None,
            tally: projection.tally,
        };
        table.row(Rank::Top, 0, all);
        for (section, tally) in projection.sections() {
            let part = Line {
                projection,
                section: Some(section),
                tally,
            };
            table.row(Rank::Leaf, 1, part);
        }
    }
    table.finish()
}

fn head() -> Head {
    Head {
        purpose: "Counts of distinct assessable controls: one line for each framework, and one for each of its functions or chapters. The verdicts of a line add up to its assessable controls."
            .to_owned(),
        reading: "The blue shows the share of the line’s assessable controls: the deeper, the larger; it does not mean good or bad. The number is the count. There is no blended score."
            .to_owned(),
        frozen: 3,
        empty: "No framework is adopted.",
    }
}

/// The verdicts on a framework, or on a section at its top.
#[derive(Clone, Copy)]
struct Line<'r> {
    projection: &'r Projection,
    section: Option<&'r NamedControl>,
    tally: Tally,
}

/// A column of the sheet.
type Of<'r> = Column<'r, Line<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    let mut columns = vec![
        Of::cell("Framework", plan.short_width(), move |line| {
            let short = line.projection.framework.short();
            match line.section {
                None => Cell::text(short),
                Some(_) => Cell::muted(short),
            }
        }),
        Of::cell("Part", 14.0, move |line| match line.section {
            None => Cell::text("all"),
            Some(section) => plan.control(section),
        }),
        Of::text("Title", 46.0, move |line| match line.section {
            None => line.projection.framework.title(),
            Some(section) => section.title(),
        }),
        Of::cell("Judged from tier", 9.5, |line| {
            Cell::centred(verdicts::thresholds(line.projection))
        }),
        Of::count("Assessable", 11.5, |line| line.tally.total()),
    ];
    columns.extend(Verdict::ALL.map(|verdict| {
        Of::cell(verdict.word(), 12.5, move |line| {
            let count = Cell::count(line.tally.of(verdict));
            count.look(Look::Depth(step(&line.tally, verdict)))
        })
    }));
    columns.push(Of::cell("met %", 9.0, |line| {
        share(&line.tally, Verdict::Met)
    }));
    columns
}

/// The share of a verdict.
pub(super) fn share(tally: &Tally, verdict: Verdict) -> Cell<'static> {
    Cell::share(tally.share(verdict))
}

/// The step of the heat map: none, up to 10, 25, 50, 75 and 100 per cent.
fn step(tally: &Tally, verdict: Verdict) -> u8 {
    match tally.share(verdict).map_or(0, Share::basis_points) {
        0 => 0,
        1..=1_000 => 1,
        1_001..=2_500 => 2,
        2_501..=5_000 => 3,
        5_001..=7_500 => 4,
        _ => 5,
    }
}
