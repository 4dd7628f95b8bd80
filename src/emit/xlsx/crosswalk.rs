//! One line per control of the pivot, and for each framework that rows or proofs connect it with what they say: what is
//! stated and what is proved in columns of their own.

use super::cell::Cell;
use super::measure;
use super::plan::{Plan, is_changed};
use super::proof::{MARK, correspondences};
use super::table::{AnyTable, Column, Layout, Table};
use xwalk_report::{ControlAt, Coverage, FrameworkAt};

/// Another framework, without columns that nothing stands in.
#[derive(Clone, Copy)]
struct Other<'r> {
    framework: FrameworkAt,
    coverage: &'r Coverage,
    /// Mappings connect it with the pivot.
    is_stated: bool,
    /// Something is proved of the two.
    is_proved: bool,
    /// Proofs change verdicts, or nothing is stated that they could be held against.
    has_verdicts: bool,
}

/// A column of the sheet, which says something of a control of the pivot.
type Of<'r> = Column<'r, ControlAt>;

impl<'r> Other<'r> {
    /// All frameworks that rows or proofs connect with the pivot.
    fn all(plan: &'r Plan<'r>, pivot: FrameworkAt) -> Vec<Self> {
        let coverage = plan.report.coverage.iter();
        let others = coverage.filter(|coverage| coverage.of == pivot);
        others
            .map(|coverage| {
                let is_stated = !coverage.mappings.is_empty();
                Self {
                    framework: coverage.by,
                    coverage,
                    is_stated,
                    is_proved: plan.proved_between(pivot, coverage.by).is_some(),
                    has_verdicts: coverage.proved.is_some()
                        && (!is_stated || is_changed(plan.report, coverage)),
                }
            })
            .collect()
    }

    fn columns(self, plan: &'r Plan<'r>, pivot: FrameworkAt) -> Vec<Of<'r>> {
        let short = plan.short(self.framework);
        let said = move |control| plan.report.cell_text(&plan.said(control, self.framework));
        let proved = move |control| plan.proved_towards(control, self.framework);
        let mut columns = Vec::new();
        if self.is_stated {
            let width = width(plan.controls(pivot).map(said));
            columns.push(Of::text(short, width, said));
            columns.push(Of::cell(
                format!("Verdict, {short}"),
                13.0,
                move |control| plan.verdict_cell(Some(self.coverage), control),
            ));
        }
        if self.is_proved {
            let text = move |control| correspondences(plan, &proved(control));
            let width = width(plan.controls(pivot).map(text));
            columns.extend(plan.proved_columns(
                self.framework,
                width,
                format!("Proofs, {short}"),
                10.0,
            ));
        }
        if self.has_verdicts {
            let heading = format!("Verdict with proofs, {short}");
            let verdict = move |control| plan.verdict_with_proofs_of(self.coverage, control);
            columns.push(Of::cell(heading, 13.0, verdict).of_proofs());
        }
        columns
    }
}

/// The width, in digits, for a column of relations: with many frameworks, what is narrow stays legible on paper.
fn width(texts: impl Iterator<Item = String>) -> f64 {
    let widths = texts.map(|text| measure::fit(text.split('\n'), 22.0, 42.0));
    widths.fold(22.0, f64::max)
}

/// The table.
pub(super) fn table<'a>(plan: &'a Plan<'a>) -> Option<AnyTable<'a>> {
    let pivot = plan.report.meta.pivot?;
    let mut table = Table::new(layout(plan, pivot, plan.crosswalk.as_deref()?));
    for control in plan.controls(pivot) {
        table.row(plan.rank(control), plan.depth(control), control);
    }
    Some(table.finish())
}

fn layout<'r>(plan: &'r Plan<'r>, pivot: FrameworkAt, sheet: &'r str) -> Layout<'r, ControlAt> {
    let others = Other::all(plan, pivot);
    let titles = plan.controls(pivot).map(|control| plan.title(control));
    let mut columns = vec![
        Of::cell(plan.short(pivot), 14.0, |control| {
            plan.identifier_cell(control)
        }),
        Of::text("Title", measure::fit(titles, 24.0, 44.0), |control| {
            plan.title(control)
        }),
        Of::cell("Level", 13.0, |control| {
            Cell::muted(&*plan.report.controls[control].level)
        }),
    ];
    columns.extend(others.iter().flat_map(|other| other.columns(plan, pivot)));
    let apart = apart(plan, pivot, &others);
    let proofs = if others
        .iter()
        .any(|other| other.is_proved || other.has_verdicts)
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
            "The verdict says how much of the line’s control is fulfilled if all of the other framework is fulfilled, \
             from stated rows.{proofs}"
        ),
        columns,
        frozen: 2,
        empty: "The framework has no control.",
    }
}

/// The names of the frameworks that neither rows nor proofs connect with the pivot.
fn apart<'r>(plan: &Plan<'r>, pivot: FrameworkAt, others: &[Other<'_>]) -> Vec<&'r str> {
    (plan.report.frameworks.ids())
        .filter(|framework| {
            *framework != pivot && others.iter().all(|other| other.framework != *framework)
        })
        .map(|framework| plan.short(framework))
        .collect()
}
