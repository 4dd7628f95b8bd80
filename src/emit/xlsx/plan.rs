//! Which sheets there are, what they are called, and on which line things stand: fixed before anything is written,
//! so that every sheet can lead to every other.

use std::ops::Range;

use super::cell::Cell;
use super::measure;
use super::place::{Names, address, of_two};
use super::style::Rank;
use super::table::FIRST;
use crate::report::{Correspondence, Coverage, Framework, Report, Verdict};

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
    /// Counts and shares.
    pub coverage: String,
    /// What is not covered.
    pub gaps: String,
    /// One per pair of frameworks with rows, or two where a grid would be too large.
    pub matrices: Vec<Matrix>,
    /// All controls.
    pub frameworks: String,
    /// What the words mean.
    pub definitions: String,
    /// The line of each framework on its sheet.
    starts: Vec<u32>,
}

/// The sheet of a pair of frameworks.
#[derive(Debug)]
pub(super) struct Matrix {
    /// The name of the sheet.
    pub sheet: String,
    /// The name of the table.
    pub table: String,
    /// The framework whose controls are the lines.
    pub of: usize,
    /// The other framework.
    pub by: usize,
    /// The other framework's controls, if they are the columns.
    pub columns: Option<Vec<usize>>,
}

impl<'r> Plan<'r> {
    /// Lays out the workbook.
    pub fn new(report: &'r Report<'r>) -> Self {
        let mut names = Names::default();
        let summary = names.take("Summary");
        let crosswalk = report.meta.pivot.map(|_| names.take("Crosswalk"));
        let (rows, coverage, gaps) = (
            names.take("Rows"),
            names.take("Coverage"),
            names.take("Gaps"),
        );
        let (frameworks, definitions) = (names.take("Frameworks"), names.take("Definitions"));
        let mut plan = Self {
            report,
            summary,
            crosswalk,
            rows,
            coverage,
            gaps,
            matrices: Vec::new(),
            frameworks,
            definitions,
            starts: starts(report),
        };
        plan.matrices = plan.matrices(&mut names);
        plan
    }

    /// One matrix per unordered pair with rows: the pivot's controls are the lines, else those of the framework that
    /// a mapping comes from.
    fn matrices(&self, names: &mut Names) -> Vec<Matrix> {
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for mapping in &self.report.mappings {
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

    /// The pair as a grid, if that is small enough: the columns are what is assessable, or has a row.
    fn grid(&self, of: usize, by: usize) -> Option<(usize, usize, Vec<usize>)> {
        let columns: Vec<usize> = self
            .controls(by)
            .filter(|column| {
                self.report
                    .controls
                    .get(*column)
                    .is_some_and(|control| control.assessable)
                    || !self.said(*column, of).is_empty()
            })
            .collect();
        let fits = self.controls(of).len() <= GRID_LINES && columns.len() <= GRID_COLUMNS;
        fits.then_some((of, by, columns))
    }

    /// What the rows between a control's framework and another one say of it.
    pub fn said(&self, control: usize, by: usize) -> Vec<Correspondence<'r>> {
        let found = self.report.correspondences(control);
        found.filter(|found| found.framework == by).collect()
    }

    /// The positions of a framework's controls.
    pub fn controls(&self, framework: usize) -> Range<usize> {
        self.framework(framework)
            .map_or(0..0, |framework| framework.controls.clone())
    }

    /// The framework at a position.
    pub fn framework(&self, position: usize) -> Option<&'r Framework<'r>> {
        self.report.frameworks.get(position)
    }

    /// A framework's short name.
    pub fn short(&self, framework: usize) -> &'r str {
        self.framework(framework)
            .map_or("", |framework| framework.short.as_str())
    }

    /// The width that the short names of all frameworks need, in digits.
    pub fn short_width(&self) -> f64 {
        measure::fit(
            self.report
                .frameworks
                .iter()
                .map(|framework| &*framework.short),
            14.0,
            28.0,
        )
    }

    /// A framework's heading.
    pub fn heading(&self, framework: usize) -> &'r str {
        self.framework(framework)
            .map_or("", |framework| framework.heading.as_str())
    }

    /// The verdict on one control as a cell: nothing for a heading of which nothing is said.
    pub fn verdict_cell(&self, coverage: Option<&'r Coverage>, control: usize) -> Cell<'r> {
        let Some(line) = coverage.and_then(|coverage| coverage.line(control)) else {
            return Cell::BLANK;
        };
        let assessable =
            (self.report.controls.get(control)).is_some_and(|control| control.assessable);
        match line.stated.verdict {
            Verdict::NotReviewed if !assessable => Cell::BLANK,
            verdict => Cell::verdict(verdict),
        }
    }

    /// A control's identifier.
    pub fn identifier(&self, control: usize) -> &'r str {
        self.report
            .controls
            .get(control)
            .map_or("", |control| control.identifier)
    }

    /// A control's title.
    pub fn title(&self, control: usize) -> &'r str {
        (self.report.controls.get(control)).map_or("", |control| &*control.title)
    }

    /// A control's identifier, leading to its line on the sheet of all controls.
    pub fn identifier_cell(&self, control: usize) -> Cell<'r> {
        Cell::identifier(self.identifier(control)).to(self.control_address(control))
    }

    /// Whether other controls lie below this one.
    pub fn has_children(&self, control: usize) -> bool {
        (self.report.controls.get(control + 1)).is_some_and(|next| next.parent == Some(control))
    }

    /// The rank of a control's line.
    pub fn rank(&self, control: usize) -> Rank {
        let depth = (self.report.controls.get(control)).map_or(0, |control| control.depth);
        Rank::of(depth, self.has_children(control))
    }

    /// The address of a framework's line.
    pub fn framework_address(&self, framework: usize) -> String {
        let line = self.starts.get(framework).copied().unwrap_or(FIRST);
        address(&self.frameworks, line)
    }

    /// The address of a control's line.
    pub fn control_address(&self, control: usize) -> String {
        let framework = (self.report.controls.get(control)).map_or(0, |control| control.framework);
        let start = self.starts.get(framework).copied().unwrap_or(FIRST);
        let below = control.saturating_sub(self.controls(framework).start);
        address(&self.frameworks, start + 1 + lines(below))
    }

    /// The address of a row's line.
    pub fn row_address(&self, row: usize) -> String {
        address(&self.rows, FIRST + lines(row))
    }

    /// The address of the first line of the matrix of two frameworks.
    pub fn matrix_address(&self, of: usize, by: usize) -> Option<String> {
        let exact = |matrix: &&Matrix| (matrix.of, matrix.by) == (of, by);
        let turned = |matrix: &&Matrix| (matrix.of, matrix.by) == (by, of);
        let matrix =
            (self.matrices.iter().find(exact)).or_else(|| self.matrices.iter().find(turned))?;
        Some(address(&matrix.sheet, 0))
    }
}

/// A framework's name without the year behind a colon, which a sheet's name has no room for.
fn stem(short: &str) -> &str {
    short.split(':').next().unwrap_or(short)
}

/// The line of each framework: itself, its controls, its withdrawn identifiers.
fn starts(report: &Report<'_>) -> Vec<u32> {
    let mut next = FIRST;
    (report.frameworks.iter())
        .map(|framework| {
            let start = next;
            next += lines(1 + framework.controls.len() + framework.withdrawn.len());
            start
        })
        .collect()
}

/// A number of lines; one that Excel cannot have is refused where the lines are written.
fn lines(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX / 2).min(1 << 24)
}
