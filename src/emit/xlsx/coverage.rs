//! Counts and shares: every pair of frameworks in both directions, by level and by branch.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::cell::{Cell, Look};
use super::plan::Plan;
use super::proof::{MARK, change};
use super::style::Rank;
use super::table::{Column, Layout, Table};
use crate::report::{Coverage, Tally, Verdict};

/// Writes the sheet.
pub(super) fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = Table::begin(book, plan.binding(), layout(plan))?;
    for coverage in &plan.report.coverage {
        let line = |part, title, stated, proved| {
            let mut cells = vec![
                of_cell(plan, coverage),
                Cell::text(plan.short(coverage.by)),
                part,
                Cell::text(title),
            ];
            counted(&mut cells, stated);
            if plan.has_proofs {
                counted_with_proofs(&mut cells, stated, proved);
                cells.push(Cell::BLANK);
            }
            cells
        };
        let heading = plan.heading(coverage.of).to_owned();
        let mut whole = line(Cell::text("all"), heading, coverage.stated, coverage.proved);
        if let (true, Some(last)) = (plan.has_proofs, whole.last_mut()) {
            *last = plan.proved_count(coverage.of, coverage.by);
        }
        table.line(Rank::Top, 0, whole)?;
        let levels = coverage.levels.iter();
        for level in levels.filter(|level| level.stated.total() > 0) {
            let part = Cell::text(format!("level: {}", level.name));
            let title = format!("every assessable {}", level.name);
            let cells = line(part, title, level.stated, level.proved);
            table.line(Rank::Inner, 1, cells)?;
        }
        for section in &coverage.sections {
            if let Some(control) = plan.report.controls.get(section.control) {
                let part = plan.identifier_cell(section.control);
                let title = control.title.to_string();
                let cells = line(part, title, section.stated, section.proved);
                table.line(Rank::Leaf, control.depth.saturating_add(1), cells)?;
            }
        }
    }
    table.finish()
}

fn of_cell<'r>(plan: &Plan<'r>, coverage: &Coverage) -> Cell<'r> {
    let cell = Cell::text(plan.short(coverage.of));
    match plan.matrix_address(coverage.of, coverage.by) {
        Some(address) => cell.to(address),
        None => cell,
    }
}

fn layout<'w>(plan: &'w Plan<'_>) -> Layout<'w> {
    let mut columns = vec![
        Column::new("Framework", plan.short_width()),
        Column::new("Covered by", plan.short_width()),
        Column::new("Part", 20.0),
        Column::new("Title", 40.0),
        Column::new("Assessable", 12.0),
    ];
    let verdicts = Verdict::ALL.map(|verdict| capitalised(verdict.word()));
    columns.extend(verdicts.iter().map(|word| Column::new(word, 10.0)));
    columns.extend((verdicts.iter()).map(|word| Column::new(format!("{word} %"), 10.0)));
    if plan.has_proofs {
        let counts = verdicts.iter().map(|word| format!("{word} with proofs"));
        let shares = verdicts.iter().map(|word| format!("{word} with proofs %"));
        columns.extend(counts.chain(shares).map(|name| Column::proved(name, 10.0)));
        columns.push(Column::proved("What proofs change", 32.0));
        columns.push(Column::proved("Proved pairs", 9.0));
    }
    Layout {
        sheet: &plan.coverage,
        table: "tblCoverage".to_owned(),
        title: "Coverage".to_owned(),
        purpose: "Suppose that all of the framework under Covered by is fulfilled: how many controls of Framework \
                  are then fulfilled?"
            .to_owned(),
        reading: if plan.has_proofs {
            format!(
                "Counted are distinct assessable controls, never rows: once from stated rows alone, once with proofs \
                 ({MARK}, violet headers); the two are never added up. Each direction has lines of its own."
            )
        } else {
            "Counted are distinct assessable controls, never rows, from stated rows. Each direction has lines of its \
             own. There is no blended score."
                .to_owned()
        },
        columns,
        frozen: 3,
        empty: "No two frameworks are connected by rows.",
    }
}

fn capitalised(word: &str) -> String {
    let mut characters = word.chars();
    (characters.next()).map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}

/// The total, the four counts and the four shares.
fn counted(cells: &mut Vec<Cell<'_>>, stated: Tally) {
    cells.push(Cell::count(stated.total()));
    cells.extend(Verdict::ALL.map(|verdict| Cell::count(stated.of(verdict))));
    cells.extend(Verdict::ALL.map(|verdict| share(stated, verdict)));
}

/// The four counts and the four shares, and how they differ from the stated ones.
fn counted_with_proofs(cells: &mut Vec<Cell<'_>>, stated: Tally, proved: Option<Tally>) {
    let Some(proved) = proved else {
        cells.extend(std::iter::repeat_n(Cell::centred("–"), 9));
        return;
    };
    cells.extend(Verdict::ALL.map(|verdict| {
        let count = Cell::count(proved.of(verdict));
        count.look(if proved.of(verdict) == stated.of(verdict) {
            Look::UnchangedCount
        } else {
            Look::ProvedCount
        })
    }));
    cells.extend(Verdict::ALL.map(|verdict| share(proved, verdict)));
    cells.push(Cell::new(change(stated, proved), Look::Proved));
}

/// A share; that of full in the colour of the heat map.
fn share<'a>(tally: Tally, verdict: Verdict) -> Cell<'a> {
    let look = match verdict {
        Verdict::Full => Look::HeatShare(heat_step(tally)),
        _ => Look::Share,
    };
    Cell::share(tally.basis_points(verdict)).look(look)
}

/// The step of the heat map: none, up to 10, 25, 50, 75 and 100 per cent of full.
pub(super) fn heat_step(tally: Tally) -> u8 {
    match tally.basis_points(Verdict::Full) {
        _ if tally.full == 0 => 0,
        0..=1_000 => 1,
        1_001..=2_500 => 2,
        2_501..=5_000 => 3,
        5_001..=7_500 => 4,
        _ => 5,
    }
}
