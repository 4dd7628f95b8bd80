//! One line per control of the pivot, and for each framework that rows or proofs connect it with what they say: what is
//! stated and what is proved in columns of their own.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::cell::Cell;
use super::plan::{Plan, is_changed};
use super::proof::MARK;
use super::table::{Column, Layout, Table};
use crate::report::{Correspondence, Coverage};

/// Another framework, and which columns it has.
struct Other<'r> {
    framework: usize,
    coverage: &'r Coverage,
    /// Mappings connect it with the pivot.
    is_stated: bool,
    /// Pairs are proved.
    has_pairs: bool,
    /// Proofs change verdicts, or nothing is stated that they could be held against.
    has_verdicts: bool,
}

impl<'r> Other<'r> {
    fn of(plan: &Plan<'r>, pivot: usize, framework: usize) -> Option<Self> {
        let coverage = plan.report.coverage_of(pivot, framework)?;
        let is_stated = !coverage.mappings.is_empty();
        Some(Self {
            framework,
            coverage,
            is_stated,
            has_pairs: plan.proved_between(pivot, framework).is_some(),
            has_verdicts: coverage.proved.is_some()
                && (!is_stated || is_changed(plan.report, coverage)),
        })
    }
}

/// Writes the sheet.
pub(super) fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let (Some(pivot), Some(sheet)) = (plan.report.meta.pivot, &plan.crosswalk) else {
        return Ok(());
    };
    let crosswalk = plan.report.crosswalk(pivot);
    let columns = crosswalk.columns.iter();
    let others: Vec<Other<'_>> = columns
        .filter_map(|framework| Other::of(plan, pivot, *framework))
        .collect();
    let mut table = Table::begin(book, plan, layout(plan, pivot, sheet, &others))?;
    for line in &crosswalk.lines {
        let Some(control) = plan.report.controls.get(line.control) else {
            continue;
        };
        let mut cells = vec![
            plan.identifier_cell(line.control),
            Cell::text(&*control.title),
            Cell::muted(&*control.level),
        ];
        for (other, said) in others.iter().zip(&line.cells) {
            stated(&mut cells, plan, other, line.control, said);
            with_proofs(&mut cells, plan, other, line.control);
        }
        table.line(plan.rank(line.control), control.depth, cells)?;
    }
    table.finish()
}

fn layout<'w>(plan: &Plan<'_>, pivot: usize, sheet: &'w str, others: &[Other<'_>]) -> Layout<'w> {
    let mut columns = vec![
        Column::new(plan.short(pivot), 14.0),
        Column::new("Title", 44.0),
        Column::new("Level", 13.0),
    ];
    for other in others {
        let short = plan.short(other.framework);
        if other.is_stated {
            columns.push(Column::new(short, 42.0));
            columns.push(Column::new(format!("Verdict, {short}"), 13.0));
        }
        if other.has_pairs {
            columns.push(Column::proved(format!("{MARK} {short}, proved"), 42.0));
            columns.push(Column::proved(format!("Proofs, {short}"), 10.0));
        }
        if other.has_verdicts {
            columns.push(Column::proved(
                format!("Verdict with proofs, {short}"),
                13.0,
            ));
        }
    }
    let apart = apart(plan, pivot, others);
    let proofs = if others
        .iter()
        .any(|other| other.has_pairs || other.has_verdicts)
    {
        format!(
            " {MARK} marks what nobody stated but the rows together prove; the number beside it leads to the proofs."
        )
    } else {
        String::new()
    };
    Layout {
        sheet,
        table: "tblCrosswalk".to_owned(),
        title: format!("Crosswalk of {}", plan.heading(pivot)),
        purpose: format!(
            "Each line reads: this control, relation, control of the other framework. Nothing connects it with: {}.",
            if apart.is_empty() {
                "none".to_owned()
            } else {
                apart.join(", ")
            }
        ),
        reading: format!(
            "The verdict says what is fulfilled of the line’s control if all of the other framework is fulfilled, \
             from stated rows.{proofs}"
        ),
        columns,
        frozen: 2,
        empty: "The framework has no control.",
    }
}

/// What rows say, and the verdict from them.
fn stated<'r>(
    cells: &mut Vec<Cell<'r>>,
    plan: &Plan<'r>,
    other: &Other<'r>,
    control: usize,
    said: &[Correspondence<'_>],
) {
    if other.is_stated {
        cells.push(Cell::text(plan.report.cell_text(said)));
        cells.push(plan.verdict_cell(Some(other.coverage), control));
    }
}

/// What is proved, how many pairs that are, and the verdict with proofs.
fn with_proofs<'r>(cells: &mut Vec<Cell<'r>>, plan: &Plan<'r>, other: &Other<'r>, control: usize) {
    if other.has_pairs {
        cells.extend(plan.proved_cells(&plan.proved_towards(control, other.framework)));
    }
    if other.has_verdicts {
        let line = other.coverage.line(control);
        cells.push(line.map_or(Cell::BLANK, |line| plan.verdict_with_proofs_cell(line)));
    }
}

/// The names of the frameworks that neither rows nor proofs connect with the pivot.
fn apart<'r>(plan: &Plan<'r>, pivot: usize, others: &[Other<'_>]) -> Vec<&'r str> {
    (0..plan.report.frameworks.len())
        .filter(|framework| {
            *framework != pivot && others.iter().all(|other| other.framework != *framework)
        })
        .map(|framework| plan.short(framework))
        .collect()
}
