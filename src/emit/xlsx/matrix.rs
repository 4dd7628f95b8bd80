//! A pair of frameworks: lines are the controls of one, columns those of the other; or a list, where that is too much.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::cell::{Cell, Look, Value};
use super::letter::{LETTERS, bearing, letters, letters_of};
use super::plan::{Matrix, Plan, is_changed};
use super::proof::MARK;
use super::table::{AnyTable, Column, Layout, Table};
use xwalk_report::{ControlAt, Correspondence, End, RowAt, Verdict};

/// The table.
pub(super) fn table<'a>(plan: &'a Plan<'a>, matrix: &'a Matrix) -> AnyTable<'a> {
    let layout = layout(plan, matrix);
    let others = matrix.columns.as_deref().unwrap_or(&[]);
    let before = layout.columns.len().saturating_sub(others.len());
    let mut table = Table::new(layout);
    if !others.is_empty() {
        table.above(1, above(plan, matrix, before, others));
    }
    for control in plan.controls(matrix.of) {
        table.row(plan.rank(control), plan.depth(control), control);
    }
    table.finish()
}

/// A column of the sheet, which says something of a control of the framework on the left.
type Of<'r> = Column<'r, ControlAt>;

fn columns<'r>(plan: &'r Plan<'r>, matrix: &'r Matrix) -> Vec<Of<'r>> {
    let coverage = plan.report.coverage_of(matrix.of, matrix.by);
    let mut columns = vec![
        Of::cell(plan.short(matrix.of), 15.0, |control| {
            plan.identifier_cell(control)
        }),
        Of::text("Title", 40.0, |control| plan.title(control)),
        Of::cell("Verdict", 13.0, move |control| {
            plan.verdict_cell(coverage, control)
        }),
    ];
    if let Some(coverage) = coverage.filter(|coverage| is_changed(plan.report, coverage)) {
        let verdict = move |control| plan.verdict_with_proofs_of(coverage, control);
        columns.push(Of::cell("Verdict with proofs", 13.0, verdict).of_proofs());
    }
    columns.push(Of::cell("Mapped", 10.0, |control| {
        mapped(plan, control, &plan.said(control, matrix.by))
    }));
    match &matrix.columns {
        Some(others) => columns.extend(grid(plan, matrix, others)),
        None => columns.extend(list(plan, matrix)),
    }
    columns
}

/// The relations in words, and how many rows there are; then what is proved.
fn list<'r>(plan: &'r Plan<'r>, matrix: &'r Matrix) -> Vec<Of<'r>> {
    let said = |control| plan.said(control, matrix.by);
    let mut columns = vec![
        Of::text(plan.short(matrix.by), 70.0, move |control| {
            plan.report.cell_text(&said(control))
        }),
        Of::cell("Rows", 9.0, move |control| {
            let rows: Vec<RowAt> = said(control).iter().map(|claim| claim.row).collect();
            plan.rows_cell(&rows)
        }),
    ];
    if plan.proved_between(matrix.of, matrix.by).is_some() {
        columns.extend(plan.proved_columns(matrix.by, 50.0, "Proofs".to_owned(), 9.0));
    }
    columns
}

/// A narrow column for each control of the other framework.
fn grid<'r>(plan: &'r Plan<'r>, matrix: &'r Matrix, others: &'r [ControlAt]) -> Vec<Of<'r>> {
    let marks = Rc::new(marks(plan, matrix));
    let columns = others.iter().map(|other| {
        let (marks, other) = (Rc::clone(&marks), *other);
        Of::cell(plan.identifier(other), 2.8, move |control| {
            marks.get(&(control, other)).cloned().unwrap_or(Cell::BLANK)
        })
        .upright()
    });
    columns.collect()
}

fn layout<'r>(plan: &'r Plan<'r>, matrix: &'r Matrix) -> Layout<'r, ControlAt> {
    let columns = columns(plan, matrix);
    let (of, by) = (plan.heading(matrix.of), plan.heading(matrix.by));
    let letters: Vec<String> = (LETTERS.iter())
        .filter(|(word, ..)| occurs(plan, matrix, word))
        .map(|(word, letter, _)| format!("{letter} {word}"))
        .collect();
    let has_pairs = plan.proved_between(matrix.of, matrix.by).is_some();
    Layout {
        sheet: &matrix.sheet,
        table: matrix.table.clone(),
        title: format!("{of} and {by}"),
        purpose: format!(
            "Verdict: how much of the line’s control is fulfilled if all of {by} is fulfilled. Filter Mapped for no to see the holes."
        ),
        reading: if matrix.columns.is_some() {
            format!(
                "Letters, read from the line to the column: {}.{} Above the header, the column’s stated verdict: F full, O overlap, R related, G gap, – not reviewed.",
                letters.join(", "),
                if has_pairs {
                    format!(" After {MARK}: proved, not stated.")
                } else {
                    String::new()
                }
            )
        } else {
            format!(
                "The relations are read from {of} to {by}; the other direction has a sheet of its own."
            )
        },
        frozen: match &matrix.columns {
            Some(others) => u16::try_from(columns.len() - others.len()).unwrap_or(u16::MAX),
            None => 2,
        },
        columns,
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
    (plan.report.mappings.values())
        .filter(|mapping| {
            (mapping.from.min(mapping.to), mapping.from.max(mapping.to))
                == (matrix.of.min(matrix.by), matrix.of.max(matrix.by))
        })
        .any(|mapping| {
            let turned = mapping.from != matrix.of;
            (mapping.rows.iter())
                .map(|row| &plan.report.rows[row])
                .any(|row| named(if turned { &row.converse } else { &row.relation }))
        })
        || is_proved()
}

/// What stands above the header from the second column on: the verdict on each column's control, in a letter, since
/// columns are narrow. So many columns stand `before` them.
fn above<'r>(
    plan: &Plan<'r>,
    matrix: &Matrix,
    before: usize,
    columns: &[ControlAt],
) -> Vec<Cell<'r>> {
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
                Verdict::Related => "R",
                Verdict::Gap => "G",
                Verdict::NotReviewed => "–",
            };
            Cell::new(letter, Look::Letter(verdict))
        })
    }));
    cells
}

/// Whether a row that counts says that something corresponds; nothing for a heading that no row names.
fn mapped<'r>(plan: &Plan<'r>, control: ControlAt, said: &[Correspondence<'_>]) -> Cell<'r> {
    let is_mapped = said.iter().any(|claim| {
        claim.left_out.is_none()
            && *claim.other != End::Everything
            && bearing(claim) != Verdict::Gap
    });
    if is_mapped || plan.is_assessable(control) {
        Cell::yes(is_mapped)
    } else {
        Cell::BLANK
    }
}

/// What stands where a line and a column meet, by their controls: a letter where a row connects the two; behind the mark,
/// what is proved of them.
fn marks<'r>(plan: &Plan<'r>, matrix: &Matrix) -> BTreeMap<(ControlAt, ControlAt), Cell<'r>> {
    let mut stated: BTreeMap<(ControlAt, ControlAt), (String, Verdict)> = BTreeMap::new();
    let controls = plan.controls(matrix.of);
    for claim in controls
        .clone()
        .flat_map(|control| plan.said(control, matrix.by))
    {
        let letters = letters(&claim);
        for other in claim.other.controls() {
            let mark = stated.entry((claim.control, *other));
            let (known, verdict) = mark.or_insert((String::new(), Verdict::NotReviewed));
            if !known.contains(&letters) {
                known.push_str(&letters);
            }
            *verdict = bearing(&claim).min(*verdict);
        }
    }
    let stated = stated.into_iter();
    let mut marks: BTreeMap<(ControlAt, ControlAt), Cell<'r>> = stated
        .map(|(pair, (letters, verdict))| (pair, Cell::new(letters, Look::Letter(verdict))))
        .collect();
    for control in controls {
        for found in plan.proved_towards(control, matrix.by) {
            let letters = format!("{MARK}{}", letters_of(found.relation));
            let mark = marks.entry((control, found.other)).or_insert(Cell::BLANK);
            *mark = match &mark.value {
                Value::Text(stated) => Cell::new(format!("{stated}{letters}"), mark.look),
                _ => Cell::new(letters, Look::ProvedLetter),
            };
        }
    }
    marks
}
