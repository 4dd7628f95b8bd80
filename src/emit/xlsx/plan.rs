//! Which sheets there are and what they are called: fixed before anything is written, so that every sheet can lead to
//! every other.

use super::address::Lines;
use super::page::Binding;
use super::place::{Names, of_two};
use xwalk_report::{ControlAt, Coverage, CoverageCell, FrameworkAt, Report};

/// Grids beyond these sizes are lists: nobody reads them, and Excel scrolls them badly.
const GRID_LINES: usize = 600;
const GRID_COLUMNS: usize = 150;

/// The plan of the workbook.
pub(super) struct Plan<'r> {
    /// What is written.
    pub report: &'r Report<'r>,
    /// The first sheet.
    pub summary: String,
    /// The pivot's controls against all others; only if there is a pivot.
    pub crosswalk: Option<String>,
    /// All claims.
    pub rows: String,
    /// What the rows prove; only if they prove something.
    pub proved: Option<String>,
    /// The rows that cannot all be true; only if there are any.
    pub contradictions: Option<String>,
    /// Counts and shares.
    pub coverage: String,
    /// What is not covered.
    pub gaps: String,
    /// What is left of what overlaps; only if anything does.
    pub remainder: Option<String>,
    /// What has to be assessed only once; only if there is anything.
    pub overlap: Option<String>,
    /// One per pair of frameworks with rows, or two where a grid would be too large.
    pub matrices: Vec<Matrix>,
    /// All controls.
    pub frameworks: String,
    /// What the words mean.
    pub definitions: String,
    /// Whether proofs add anything: else no sheet has columns for them.
    pub has_proofs: bool,
    /// On which lines things stand.
    pub lines: Lines,
}

/// The sheet of a pair of frameworks.
#[derive(Debug)]
pub(super) struct Matrix {
    /// The name of the sheet.
    pub sheet: String,
    /// The name of the table.
    pub table: String,
    /// The framework whose controls are the lines.
    pub of: FrameworkAt,
    /// The other framework.
    pub by: FrameworkAt,
    /// The other framework's controls, if they are the columns.
    pub columns: Option<Vec<ControlAt>>,
}

impl<'r> Plan<'r> {
    /// What all sheets have in common.
    pub fn binding(&self) -> Binding<'_> {
        Binding {
            title: &self.report.meta.title,
            summary: &self.summary,
        }
    }

    /// Lays out the workbook.
    pub fn new(report: &'r Report<'r>) -> Self {
        let mut names = Names::default();
        let summary = names.take("Summary");
        let crosswalk = report.meta.pivot.map(|_| names.take("Crosswalk"));
        let rows = names.take("Rows");
        let proved = (!report.proved.is_empty()).then(|| names.take("Proved"));
        let contradictions =
            (!report.contradictions.is_empty()).then(|| names.take("Contradictions"));
        let (coverage, gaps) = (names.take("Coverage"), names.take("Gaps"));
        let mut coverages = report.coverage.iter();
        let overlaps = coverages.any(|coverage| !coverage.remainders.is_empty());
        let remainder = overlaps.then(|| names.take("Remainder"));
        let is_once = !report.overlap.classes.is_empty() || !report.overlap.covers.is_empty();
        let overlap = is_once.then(|| names.take("Assess once"));
        let (frameworks, definitions) = (names.take("Frameworks"), names.take("Definitions"));
        let mut plan = Self {
            report,
            summary,
            crosswalk,
            rows,
            proved,
            contradictions,
            coverage,
            gaps,
            remainder,
            overlap,
            matrices: Vec::new(),
            frameworks,
            definitions,
            has_proofs: !report.proved.is_empty()
                || (report.coverage.iter()).any(|coverage| is_changed(report, coverage)),
            lines: Lines::of(report),
        };
        plan.matrices = plan.matrices(&mut names);
        plan
    }

    /// One matrix per unordered pair with rows: the pivot's controls are the lines, else those of the framework that
    /// a mapping comes from.
    fn matrices(&self, names: &mut Names) -> Vec<Matrix> {
        let mut pairs: Vec<(FrameworkAt, FrameworkAt)> = Vec::new();
        for mapping in self.report.mappings.values() {
            let pair = if self.report.meta.pivot == Some(mapping.to) {
                (mapping.to, mapping.from)
            } else {
                (mapping.from, mapping.to)
            };
            let known = pairs.contains(&pair) || pairs.contains(&(pair.1, pair.0));
            if !known && !mapping.rows.is_empty() {
                pairs.push(pair);
            }
        }
        pairs.sort_by_key(|(of, by)| (self.report.meta.pivot != Some(*of), *of, *by));
        let mut matrices = Vec::new();
        for (of, by) in pairs {
            let shapes = match self.grid(of, by).or_else(|| self.grid(by, of)) {
                Some((of, by, columns)) => vec![(of, by, Some(columns))],
                None => vec![(of, by, None), (by, of, None)],
            };
            for (of, by, columns) in shapes {
                let (left, right) = (stem(self.short(of)), stem(self.short(by)));
                matrices.push(Matrix {
                    sheet: names.take(&of_two("", left, right)),
                    table: format!("tblMatrix{}", matrices.len() + 1),
                    of,
                    by,
                    columns,
                });
            }
        }
        matrices
    }

    /// The pair as a grid, if that is small enough: the columns are what is assessable, has a row, or is proved something of.
    fn grid(
        &self,
        of: FrameworkAt,
        by: FrameworkAt,
    ) -> Option<(FrameworkAt, FrameworkAt, Vec<ControlAt>)> {
        let columns: Vec<ControlAt> = self
            .controls(by)
            .filter(|column| {
                self.report.controls[*column].assessable
                    || !self.said(*column, of).is_empty()
                    || !self.proved_towards(*column, of).is_empty()
            })
            .collect();
        let fits = self.controls(of).len() <= GRID_LINES && columns.len() <= GRID_COLUMNS;
        fits.then_some((of, by, columns))
    }
}

/// Whether proofs change the verdict on an assessable control.
pub(super) fn is_changed(report: &Report<'_>, coverage: &Coverage) -> bool {
    let is_assessable = |at: ControlAt| report.controls[at].assessable;
    (coverage.verdicts.iter()).any(|line| {
        let differs = |proved: &CoverageCell| proved.verdict != line.stated.verdict;
        is_assessable(line.control) && line.proved.as_ref().is_some_and(differs)
    })
}

/// A framework's name without the year behind a colon, which a sheet's name has no room for.
fn stem(short: &str) -> &str {
    short.split(':').next().unwrap_or(short)
}
