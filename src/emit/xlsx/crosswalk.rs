//! One line per control of the pivot, and for each framework that rows or proofs connect it with what they say: what is
//! stated and what is proved in columns of their own.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::cell::{Cell, Value};
use super::measure;
use super::plan::{Plan, is_changed};
use super::proof::MARK;
use super::table::{Column, Layout, Table};
use crate::report::{Coverage, Crosswalk, CrosswalkLine};

/// What stands in the columns of another framework: one cell per line, without columns that nothing stands in.
struct Other<'r> {
    framework: usize,
    coverage: &'r Coverage,
    /// What rows say; only if mappings connect it with the pivot.
    stated: Option<Vec<Cell<'r>>>,
    /// What is proved and how many pairs that are; only if something is.
    proved: Option<Vec<[Cell<'r>; 2]>>,
    /// Proofs change verdicts, or nothing is stated that they could be held against.
    has_verdicts: bool,
}

impl<'r> Other<'r> {
    fn of(plan: &Plan<'r>, crosswalk: &Crosswalk<'_>, column: usize) -> Option<Self> {
        let framework = *crosswalk.columns.get(column)?;
        let coverage = plan.report.coverage_of(crosswalk.pivot, framework)?;
        let is_stated = !coverage.mappings.is_empty();
        let stated = |line: &CrosswalkLine<'_>| {
            let said = line.cells.get(column)?;
            Some(Cell::text(plan.report.cell_text(said)))
        };
        let proved = |line: &CrosswalkLine<'_>| {
            plan.proved_cells(&plan.proved_towards(line.control, framework))
        };
        let lines = crosswalk.lines.iter();
        Some(Self {
            framework,
            coverage,
            stated: is_stated.then(|| lines.clone().filter_map(stated).collect()),
            proved: (plan.proved_between(crosswalk.pivot, framework))
                .map(|_| lines.map(proved).collect()),
            has_verdicts: coverage.proved.is_some()
                && (!is_stated || is_changed(plan.report, coverage)),
        })
    }

    fn columns<'w>(&self, plan: &Plan<'_>) -> Vec<Column<'w>> {
        let short = plan.short(self.framework);
        let mut columns = Vec::new();
        if let Some(stated) = &self.stated {
            columns.push(Column::new(short, width(stated)));
            columns.push(Column::new(format!("Verdict, {short}"), 13.0));
        }
        if let Some(proved) = &self.proved {
            let width = width(proved.iter().map(|[relations, _]| relations));
            columns.push(Column::proved(format!("{MARK} {short}, proved"), width));
            columns.push(Column::proved(format!("Proofs, {short}"), 10.0));
        }
        if self.has_verdicts {
            let header = format!("Verdict with proofs, {short}");
            columns.push(Column::proved(header, 13.0));
        }
        columns
    }

    fn cells(&self, plan: &Plan<'r>, line: usize, control: usize) -> Vec<Cell<'r>> {
        let mut cells = Vec::new();
        if let Some(stated) = &self.stated {
            cells.push(stated.get(line).cloned().unwrap_or(Cell::BLANK));
            cells.push(plan.verdict_cell(Some(self.coverage), control));
        }
        if let Some(proved) = &self.proved {
            let blank = [Cell::BLANK, Cell::BLANK];
            cells.extend(proved.get(line).cloned().unwrap_or(blank));
        }
        if self.has_verdicts {
            let line = self.coverage.line(control);
            cells.push(line.map_or(Cell::BLANK, |line| plan.verdict_with_proofs_cell(line)));
        }
        cells
    }
}

/// The width, in digits, for a column of relations: with many frameworks, what is narrow stays legible on paper.
fn width<'a, 'r: 'a>(cells: impl IntoIterator<Item = &'a Cell<'r>>) -> f64 {
    let texts = cells.into_iter().filter_map(|cell| match &cell.value {
        Value::Text(text) => Some(text.split('\n')),
        _ => None,
    });
    measure::fit(texts.flatten(), 22.0, 42.0)
}

/// Writes the sheet.
pub(super) fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let (Some(pivot), Some(sheet)) = (plan.report.meta.pivot, &plan.crosswalk) else {
        return Ok(());
    };
    let crosswalk = plan.report.crosswalk(pivot);
    let others: Vec<Other<'_>> = (0..crosswalk.columns.len())
        .filter_map(|column| Other::of(plan, &crosswalk, column))
        .collect();
    let mut table = Table::begin(book, plan.binding(), layout(plan, pivot, sheet, &others))?;
    for (at, line) in crosswalk.lines.iter().enumerate() {
        let Some(control) = plan.report.controls.get(line.control) else {
            continue;
        };
        let mut cells = vec![
            plan.identifier_cell(line.control),
            Cell::text(&*control.title),
            Cell::muted(&*control.level),
        ];
        cells.extend((others.iter()).flat_map(|other| other.cells(plan, at, line.control)));
        table.line(plan.rank(line.control), control.depth, cells)?;
    }
    table.finish()
}

fn layout<'w>(plan: &Plan<'_>, pivot: usize, sheet: &'w str, others: &[Other<'_>]) -> Layout<'w> {
    let titles = plan.controls(pivot).map(|control| plan.title(control));
    let mut columns = vec![
        Column::new(plan.short(pivot), 14.0),
        Column::new("Title", measure::fit(titles, 24.0, 44.0)),
        Column::new("Level", 13.0),
    ];
    columns.extend(others.iter().flat_map(|other| other.columns(plan)));
    let apart = apart(plan, pivot, others);
    let proofs = if others
        .iter()
        .any(|other| other.proved.is_some() || other.has_verdicts)
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

/// The names of the frameworks that neither rows nor proofs connect with the pivot.
fn apart<'r>(plan: &Plan<'r>, pivot: usize, others: &[Other<'_>]) -> Vec<&'r str> {
    (0..plan.report.frameworks.len())
        .filter(|framework| {
            *framework != pivot && others.iter().all(|other| other.framework != *framework)
        })
        .map(|framework| plan.short(framework))
        .collect()
}
