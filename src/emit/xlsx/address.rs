//! Where things stand: the addresses that links lead to.

use std::collections::BTreeMap;

use super::cell::Cell;
use super::place::address;
use super::plan::{Matrix, Plan};
use super::table::FIRST;
use xwalk_report::{ControlAt, FrameworkAt, Id as _, ProvedAt, ProvedTally, Report, RowAt, Table};

/// On which lines things stand: each sheet is written in the order in which this counts.
#[derive(Debug)]
pub(super) struct Lines {
    /// The line of each framework.
    frameworks: Table<FrameworkAt, u32>,
    /// The line of the first contradiction of each row that takes part in one.
    disputed: BTreeMap<RowAt, u32>,
    /// What is proved between each two frameworks.
    proved: BTreeMap<[FrameworkAt; 2], ProvedTally>,
}

impl Lines {
    /// Counts the lines.
    pub fn of(report: &Report<'_>) -> Self {
        let mut next = FIRST;
        let frameworks = report.frameworks.values().map(|framework| {
            let start = next;
            next += lines(1 + framework.controls.len() + framework.withdrawn.len());
            start
        });
        let frameworks = frameworks.collect();
        let mut disputed = BTreeMap::new();
        let mut next = FIRST;
        for found in &report.contradictions {
            for row in found.rows.iter().filter_map(|row| row.position) {
                disputed.entry(row).or_insert(next);
            }
            next += lines(1 + found.rows.len());
        }
        Self {
            frameworks,
            disputed,
            proved: report.proved_tallies(),
        }
    }
}

impl Plan<'_> {
    /// The address of a framework's line.
    pub fn framework_address(&self, framework: FrameworkAt) -> String {
        address(&self.frameworks, self.lines.frameworks[framework])
    }

    /// The address of a control's line.
    pub fn control_address(&self, control: ControlAt) -> String {
        let framework = self.report.controls[control].framework;
        let start = self.lines.frameworks[framework];
        let first = self.framework(framework).controls.first;
        let below = control.index() - first.index();
        address(&self.frameworks, start + 1 + lines(below))
    }

    /// The address of a row's line.
    pub fn row_address(&self, row: RowAt) -> String {
        address(&self.rows, FIRST + lines(row.index()))
    }

    /// The address of the first contradiction in which a row takes part.
    pub fn contradiction_address(&self, row: RowAt) -> Option<String> {
        let sheet = self.contradictions.as_ref()?;
        Some(address(sheet, *self.lines.disputed.get(&row)?))
    }

    /// The address of the line of a proved pair.
    pub fn proved_address(&self, position: ProvedAt) -> Option<String> {
        let sheet = self.proved.as_ref()?;
        Some(address(sheet, FIRST + lines(position.index())))
    }

    /// What is proved between two frameworks; `None` if nothing is.
    pub fn proved_between(&self, one: FrameworkAt, other: FrameworkAt) -> Option<&ProvedTally> {
        let ends = [one.min(other), one.max(other)];
        self.lines.proved.get(&ends)
    }

    /// How many pairs are proved between two frameworks, leading to the first of them.
    pub fn proved_count(&self, one: FrameworkAt, other: FrameworkAt) -> Cell<'static> {
        let Some(tally) = self.proved_between(one, other) else {
            return Cell::count(0);
        };
        let count = Cell::count(tally.pairs);
        match self.proved_address(tally.first) {
            Some(address) => count.to(address),
            None => count,
        }
    }

    /// The address of the first line of the matrix of two frameworks.
    pub fn matrix_address(&self, of: FrameworkAt, by: FrameworkAt) -> Option<String> {
        let exact = |matrix: &&Matrix| (matrix.of, matrix.by) == (of, by);
        let turned = |matrix: &&Matrix| (matrix.of, matrix.by) == (by, of);
        let matrix =
            (self.matrices.iter().find(exact)).or_else(|| self.matrices.iter().find(turned))?;
        Some(address(&matrix.sheet, 0))
    }
}

/// A number of lines; one that Excel cannot have is refused where the lines are written.
fn lines(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX / 2).min(1 << 24)
}
