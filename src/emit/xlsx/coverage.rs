//! Counts and shares: every pair of frameworks in both directions, by level and by branch.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::cell::{Cell, Look};
use super::plan::Plan;
use super::style::Rank;
use super::table::{Column, Layout, Table};
use crate::report::{Coverage, Tally, Verdict};

/// Writes the sheet.
pub(super) fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let proved = has_proofs(plan);
    let mut table = Table::begin(book, plan, layout(plan, proved))?;
    for coverage in &plan.report.coverage {
        let ends = [of_cell(plan, coverage), Cell::text(plan.short(coverage.by))];
        let cells = |part, title, stated, with_proofs| {
            let mut cells = ends.to_vec();
            cells.extend([part, Cell::text(title)]);
            tally(&mut cells, Some(stated));
            if proved {
                tally(&mut cells, with_proofs);
            }
            cells
        };
        let heading = plan.heading(coverage.of).to_owned();
        let whole = cells(Cell::text("all"), heading, coverage.stated, coverage.proved);
        table.line(Rank::Top, 0, whole)?;
        for level in coverage
            .levels
            .iter()
            .filter(|level| level.stated.total() > 0)
        {
            let part = Cell::text(format!("level: {}", level.name));
            let title = format!("every assessable {}", level.name);
            table.line(
                Rank::Inner,
                1,
                cells(part, title, level.stated, level.proved),
            )?;
        }
        for section in &coverage.sections {
            if let Some(control) = plan.report.controls.get(section.control) {
                let part = plan.identifier_cell(section.control);
                let title = control.title.to_string();
                let cells = cells(part, title, section.stated, section.proved);
                table.line(Rank::Leaf, control.depth.saturating_add(1), cells)?;
            }
        }
    }
    table.finish()
}

/// Whether the report has anything proved.
pub(super) fn has_proofs(plan: &Plan<'_>) -> bool {
    (plan.report.coverage.iter()).any(|coverage| coverage.proved.is_some())
}

fn of_cell<'r>(plan: &Plan<'r>, coverage: &Coverage) -> Cell<'r> {
    let cell = Cell::text(plan.short(coverage.of));
    match plan.matrix_address(coverage.of, coverage.by) {
        Some(address) => cell.to(address),
        None => cell,
    }
}

fn layout<'w>(plan: &'w Plan<'_>, proved: bool) -> Layout<'w> {
    let mut columns = vec![
        Column::new("Framework", plan.short_width()),
        Column::new("Covered by", plan.short_width()),
        Column::new("Part", 20.0),
        Column::new("Title", 40.0),
    ];
    let bases: &[&str] = if proved { &["", ", proved"] } else { &[""] };
    for basis in bases {
        columns.push(Column::new(format!("Assessable{basis}"), 12.0));
        for verdict in Verdict::ALL {
            columns.push(Column::new(capitalised(verdict.word()) + basis, 11.0));
        }
        for verdict in Verdict::ALL {
            columns.push(Column::new(
                format!("{} %{basis}", capitalised(verdict.word())),
                11.0,
            ));
        }
    }
    Layout {
        sheet: &plan.coverage,
        table: "tblCoverage".to_owned(),
        title: "Coverage".to_owned(),
        purpose: "Suppose that all of the framework under Covered by is fulfilled: how many controls of Framework \
                  are then fulfilled?"
            .to_owned(),
        reading: "Counted are distinct assessable controls, never rows, from stated rows. Each direction has lines \
                  of its own. There is no blended score."
            .to_owned(),
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

/// The total, the four counts and the four shares; the share of full in the colour of the heat map.
fn tally(cells: &mut Vec<Cell<'_>>, tally: Option<Tally>) {
    let Some(tally) = tally else {
        cells.extend(std::iter::repeat_n(Cell::centred("–"), 9));
        return;
    };
    cells.push(Cell::count(tally.total()));
    cells.extend(Verdict::ALL.map(|verdict| Cell::count(tally.of(verdict))));
    cells.extend(Verdict::ALL.map(|verdict| {
        let look = match verdict {
            Verdict::Full => Look::HeatShare(heat_step(tally)),
            _ => Look::Share,
        };
        Cell::share(tally.basis_points(verdict)).look(look)
    }));
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
