//! A pair of frameworks: lines are the controls of one, columns those of the other; or a list, where that is too much.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::cell::{Cell, Look, Value};
use super::letter::{LETTERS, bearing, letters, letters_of};
use super::plan::{Matrix, Plan, is_changed};
use super::proof::MARK;
use super::table::{Column, Layout, Table};
use crate::report::{Control, Correspondence, End, ProvedCorrespondence, Verdict};

/// Writes the sheet.
pub(super) fn write(
    book: &mut Workbook,
    plan: &Plan<'_>,
    matrix: &Matrix,
) -> Result<(), XlsxError> {
    let layout = layout(plan, matrix);
    let before = layout
        .columns
        .len()
        .saturating_sub(matrix.columns.as_ref().map_or(0, Vec::len));
    let mut table = Table::begin(book, plan.binding(), layout)?;
    if let Some(columns) = &matrix.columns {
        table.above(1, &above(plan, matrix, before, columns))?;
    }
    let coverage = plan.report.coverage_of(matrix.of, matrix.by);
    let changed = coverage.filter(|coverage| is_changed(plan.report, coverage));
    for position in plan.controls(matrix.of) {
        let Some(control) = plan.report.controls.get(position) else {
            continue;
        };
        let said = plan.said(position, matrix.by);
        let proved = plan.proved_towards(position, matrix.by);
        let mut cells = vec![
            plan.identifier_cell(position),
            Cell::text(&*control.title),
            plan.verdict_cell(coverage, position),
        ];
        if let Some(coverage) = changed {
            let line = coverage.line(position);
            cells.push(line.map_or(Cell::BLANK, |line| plan.verdict_with_proofs_cell(line)));
        }
        cells.push(mapped(control, &said));
        match &matrix.columns {
            Some(columns) => cells.extend(grid_line(columns, &said, &proved)),
            None => {
                cells.extend(list_line(plan, &said));
                if plan.proved_between(matrix.of, matrix.by).is_some() {
                    cells.extend(plan.proved_cells(&proved));
                }
            }
        }
        table.line(plan.rank(position), control.depth, cells)?;
    }
    table.finish()
}

fn layout<'w>(plan: &Plan<'_>, matrix: &'w Matrix) -> Layout<'w> {
    let coverage = plan.report.coverage_of(matrix.of, matrix.by);
    let has_pairs = plan.proved_between(matrix.of, matrix.by).is_some();
    let mut columns = vec![
        Column::new(plan.short(matrix.of), 15.0),
        Column::new("Title", 40.0),
        Column::new("Verdict", 13.0),
    ];
    if coverage.is_some_and(|coverage| is_changed(plan.report, coverage)) {
        columns.push(Column::proved("Verdict with proofs", 13.0));
    }
    columns.push(Column::new("Mapped", 10.0));
    let frozen = u16::try_from(columns.len()).unwrap_or(u16::MAX);
    match &matrix.columns {
        Some(others) => columns.extend(
            others
                .iter()
                .map(|other| Column::new(plan.identifier(*other), 2.8).upright()),
        ),
        None => {
            columns.push(Column::new(plan.short(matrix.by), 70.0));
            columns.push(Column::new("Rows", 9.0));
            if has_pairs {
                columns.push(Column::proved(
                    format!("{MARK} {}, proved", plan.short(matrix.by)),
                    50.0,
                ));
                columns.push(Column::proved("Proofs", 9.0));
            }
        }
    }
    let (of, by) = (plan.heading(matrix.of), plan.heading(matrix.by));
    let letters: Vec<String> = (LETTERS.iter())
        .filter(|(word, ..)| occurs(plan, matrix, word))
        .map(|(word, letter, _)| format!("{letter} {word}"))
        .collect();
    Layout {
        sheet: &matrix.sheet,
        table: matrix.table.clone(),
        title: format!("{of} and {by}"),
        purpose: format!(
            "Verdict: what is fulfilled of the line’s control if all of {by} is fulfilled. Filter Mapped for no to see the holes."
        ),
        reading: if matrix.columns.is_some() {
            format!(
                "Letters, read from the line to the column: {}.{} Above the header, the column’s stated verdict: F full, O overlap, G gap, – not reviewed.",
                letters.join(", "),
                if has_pairs {
                    format!(" Behind {MARK}: proved, not stated.")
                } else {
                    String::new()
                }
            )
        } else {
            format!(
                "The relations are read from {of} to {by}; the other direction has a sheet of its own."
            )
        },
        columns,
        frozen: if matrix.columns.is_some() { frozen } else { 2 },
        empty: "The framework has no control.",
    }
}

/// Whether a relation occurs on the sheet, read from its lines.
fn occurs(plan: &Plan<'_>, matrix: &Matrix, word: &str) -> bool {
    let named = |relation: &str| relation.split('|').any(|part| part == word);
    let is_proved = || {
        (plan.controls(matrix.of))
            .flat_map(|control| plan.proved_towards(control, matrix.by))
            .any(|found| named(found.relation))
    };
    (plan.report.mappings.iter())
        .filter(|mapping| {
            (mapping.from.min(mapping.to), mapping.from.max(mapping.to))
                == (matrix.of.min(matrix.by), matrix.of.max(matrix.by))
        })
        .any(|mapping| {
            let turned = mapping.from != matrix.of;
            (plan
                .report
                .rows
                .get(mapping.rows.clone())
                .unwrap_or(&[])
                .iter())
            .any(|row| named(if turned { &row.converse } else { &row.relation }))
        })
        || is_proved()
}

/// What stands above the header from the second column on: the verdict on each column's control, in a letter, since
/// columns are narrow. So many columns stand `before` them.
fn above<'r>(plan: &Plan<'r>, matrix: &Matrix, before: usize, columns: &[usize]) -> Vec<Cell<'r>> {
    let coverage = plan.report.coverage_of(matrix.by, matrix.of);
    let mut cells = vec![Cell::muted("Verdict of the column’s control:")];
    cells.resize(before.saturating_sub(1), Cell::BLANK);
    cells.extend(columns.iter().map(|column| {
        let line = coverage.and_then(|coverage| coverage.line(*column));
        line.map_or(Cell::BLANK, |line| {
            let verdict = line.stated.verdict;
            let letter = match verdict {
                Verdict::Full => "F",
                Verdict::Overlap => "O",
                Verdict::Gap => "G",
                Verdict::NotReviewed => "–",
            };
            Cell::new(letter, Look::Letter(verdict))
        })
    }));
    cells
}

/// Whether a row that counts says that something corresponds; nothing for a heading that no row names.
fn mapped<'r>(control: &Control<'_>, said: &[Correspondence<'_>]) -> Cell<'r> {
    let is_mapped = said.iter().any(|claim| {
        claim.left_out.is_none()
            && *claim.other != End::Everything
            && bearing(claim) != Verdict::Gap
    });
    if is_mapped || control.assessable {
        Cell::yes(is_mapped)
    } else {
        Cell::BLANK
    }
}

/// One letter where a row connects line and column; behind the mark, what is proved of them.
fn grid_line<'r>(
    columns: &[usize],
    said: &[Correspondence<'_>],
    proved: &[ProvedCorrespondence<'_>],
) -> Vec<Cell<'r>> {
    let mut cells: Vec<(String, Verdict)> =
        vec![(String::new(), Verdict::NotReviewed); columns.len()];
    for claim in said {
        for control in claim.other.controls() {
            let Some(cell) = columns
                .binary_search(control)
                .ok()
                .and_then(|column| cells.get_mut(column))
            else {
                continue;
            };
            let letters = letters(claim);
            if !cell.0.contains(&letters) {
                cell.0.push_str(&letters);
            }
            cell.1 = cell.1.min(bearing(claim));
        }
    }
    let mut cells: Vec<Cell<'r>> = (cells.into_iter())
        .map(|(letters, bearing)| {
            if letters.is_empty() {
                Cell::BLANK
            } else {
                Cell::new(letters, Look::Letter(bearing))
            }
        })
        .collect();
    for found in proved {
        let column = columns.binary_search(&found.other).ok();
        let Some(cell) = column.and_then(|column| cells.get_mut(column)) else {
            continue;
        };
        let letters = format!("{MARK}{}", letters_of(found.relation));
        *cell = match &cell.value {
            Value::Text(stated) => Cell::new(format!("{stated}{letters}"), cell.look),
            _ => Cell::new(letters, Look::ProvedLetter),
        };
    }
    cells
}

/// The relations in words, and how many rows there are.
fn list_line<'r>(plan: &Plan<'r>, said: &[Correspondence<'_>]) -> Vec<Cell<'r>> {
    let rows = Cell::count(said.len());
    vec![
        Cell::text(plan.report.cell_text(said)),
        match said.first() {
            Some(claim) => rows.to(plan.row_address(claim.row)),
            None => rows,
        },
    ]
}
