//! The heat maps of the overview: how much of what is covered by what, at a glance.

use super::anchors::{self, Anchors};
use super::named::{Named, short};
use super::pairs::Pair;
use super::tallies::{self, Counted};
use super::view::view;
use xwalk_report::{Basis, FrameworkAt, HeatMap, Report, Tally};

view! {
    /// The functions of one framework against the frameworks that cover it.
    pub(super) struct FunctionMap<'r> {
        /// The class that says on which basis is counted.
        class: &'static str,
        /// The words that say so.
        counted: &'static str,
        /// The short name of the framework.
        of: &'r str,
        /// What the framework calls its top level.
        level: String,
        /// The short names of the frameworks that cover it.
        columns: Vec<&'r str>,
        /// The functions.
        lines: Vec<FunctionLine<'r>>,
        /// The cells of the sum.
        total: Vec<Cell>,
    }
}

view! {
    /// A function.
    struct FunctionLine<'r> {
        /// The control at its head.
        control: Named<'r>,
        /// A cell for each framework that covers it.
        cells: Vec<Cell>,
    }
}

view! {
    /// How much is covered in one direction.
    struct Cell {
        /// The link to the coverage in the view of the pair.
        link: String,
        /// What is counted.
        counted: Counted,
    }
}

view! {
    /// Both directions of every pair.
    pub(super) struct PairMap<'r> {
        /// The class that says on which basis is counted.
        class: &'static str,
        /// The words that say so.
        counted: &'static str,
        /// The pairs.
        pairs: Vec<PairLine<'r>>,
    }
}

view! {
    /// A pair.
    struct PairLine<'r> {
        /// One direction, then the other.
        directions: Vec<PairCell<'r>>,
    }
}

view! {
    /// A direction of a pair.
    struct PairCell<'r> {
        /// The short name of the framework that is covered.
        of: &'r str,
        /// The short name of the framework that covers it.
        by: &'r str,
        /// How much is covered; none without rows.
        cell: Option<Cell>,
    }
}

/// The functions of one framework against the frameworks that cover it, once from stated rows and once with proofs;
/// empty if none does.
pub(super) fn by_function<'r>(
    report: &'r Report<'_>,
    anchors: &'r Anchors,
    of: FrameworkAt,
) -> impl Iterator<Item = FunctionMap<'r>> {
    let bases = [Basis::Stated, Basis::Proved].into_iter();
    bases.filter_map(move |basis| {
        let map = report.heat_map(of, basis);
        let stated = report.heat_map(of, Basis::Stated);
        let cells = |cells: &[Tally], before: Option<&[Tally]>| {
            let cells = map.by.iter().zip(cells);
            let before = |by| column(&stated, before?, by);
            cells
                .map(|(&by, tally)| cell(report, basis, (of, by), tally, before(by)))
                .collect()
        };
        let lines = map.lines.iter();
        (!map.by.is_empty()).then(|| FunctionMap {
            class: class(basis),
            counted: tallies::words(basis),
            of: short(report, of),
            level: level_name(report, of),
            columns: map.by.iter().map(|&by| short(report, by)).collect(),
            lines: lines
                .map(|line| {
                    let mut before = stated.lines.iter();
                    let before = before.find(|old| old.control == line.control);
                    FunctionLine {
                        control: Named::of(report, anchors, line.control),
                        cells: cells(&line.cells, before.map(|old| old.cells.as_slice())),
                    }
                })
                .collect(),
            total: cells(&map.total, Some(&stated.total)),
        })
    })
}

/// Both directions of every pair, side by side, once from stated rows and once with proofs.
pub(super) fn by_pair<'r>(
    report: &'r Report<'_>,
    pairs: &'r [Pair<'r, '_>],
) -> impl Iterator<Item = PairMap<'r>> {
    let bases = [Basis::Stated, Basis::Proved].into_iter();
    bases.filter_map(move |basis| {
        let counted = |pair: &&Pair<'_, '_>| {
            let mut directions = pair.coverage.iter();
            directions.any(|entry| entry.tally(basis).is_some())
        };
        let lines: Vec<_> = pairs
            .iter()
            .filter(counted)
            .map(|pair| PairLine {
                directions: [(pair.left, pair.right), (pair.right, pair.left)]
                    .map(|ends| direction(report, basis, ends))
                    .into(),
            })
            .collect();
        (!lines.is_empty()).then_some(PairMap {
            class: class(basis),
            counted: tallies::words(basis),
            pairs: lines,
        })
    })
}

fn direction<'r>(
    report: &'r Report<'_>,
    basis: Basis,
    (of, by): (FrameworkAt, FrameworkAt),
) -> PairCell<'r> {
    let entry = report.coverage_of(of, by);
    let counted = entry.and_then(|entry| Some((entry.tally(basis)?, &entry.stated)));
    PairCell {
        of: short(report, of),
        by: short(report, by),
        cell: counted.map(|(tally, stated)| cell(report, basis, (of, by), &tally, Some(stated))),
    }
}

/// Which of the two maps is shown is the reader's choice.
const fn class(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "basis-stated",
        Basis::Proved => "basis-proved",
    }
}

/// What a framework calls its top level, as a column header.
fn level_name(report: &Report<'_>, framework: FrameworkAt) -> String {
    let level = report.frameworks[framework].levels.first();
    let mut letters = level.map_or("part", |level| level.name.as_str()).chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// What a line of the map has in the column of a framework.
fn column<'t>(map: &HeatMap, cells: &'t [Tally], by: FrameworkAt) -> Option<&'t Tally> {
    let mut columns = map.by.iter().zip(cells);
    columns.find_map(|(one, cell)| (*one == by).then_some(cell))
}

fn cell(
    report: &Report<'_>,
    basis: Basis,
    (of, by): (FrameworkAt, FrameworkAt),
    tally: &Tally,
    stated: Option<&Tally>,
) -> Cell {
    let direction = anchors::direction(&report.frameworks[of], &report.frameworks[by]);
    Cell {
        link: anchors::link(&direction),
        counted: Counted::of(basis, tally, stated),
    }
}
