//! The heat map: how much of each branch of one framework the others cover.

use super::{Basis, ControlAt, Coverage, FrameworkAt, Report, Tally};

/// Coverage of one framework, function by function, by each other framework. Direction: suppose that the framework at
/// the head of a column is fulfilled; what of the branch at the left of the line is then fulfilled?
#[derive(Debug, PartialEq, Eq)]
pub struct HeatMap {
    /// The framework whose branches are the lines.
    pub of: FrameworkAt,
    /// The frameworks that cover it, one per column.
    pub by: Vec<FrameworkAt>,
    /// One line per top-level control, in order.
    pub lines: Vec<HeatLine>,
    /// The whole framework, one tally per column.
    pub total: Vec<Tally>,
}

/// One branch of the framework.
#[derive(Debug, PartialEq, Eq)]
pub struct HeatLine {
    /// The top-level control.
    pub control: ControlAt,
    /// One tally per column.
    pub cells: Vec<Tally>,
}

impl Report<'_> {
    /// The coverage of one framework by another; `None` if no mapping connects them.
    #[must_use]
    pub fn coverage_of(&self, of: FrameworkAt, by: FrameworkAt) -> Option<&Coverage> {
        let found = self
            .coverage
            .binary_search_by_key(&(of, by), |coverage| (coverage.of, coverage.by));
        self.coverage.get(found.ok()?)
    }

    /// The heat map of one framework on one basis. A column is there for each framework that a mapping connects with
    /// it and that was judged on that basis.
    #[must_use]
    pub fn heat_map(&self, of: FrameworkAt, basis: Basis) -> HeatMap {
        let columns: Vec<(&Coverage, Tally)> = self
            .coverage
            .iter()
            .filter(|coverage| coverage.of == of)
            .filter_map(|coverage| Some((coverage, coverage.tally(basis)?)))
            .collect();
        let controls = self.frameworks[of].controls.iter();
        let tops = controls.filter(|at| self.controls[*at].depth == 0);
        let cell = |coverage: &Coverage, control| {
            let tally = coverage.section(control, basis);
            tally.unwrap_or_else(|| self.leaf_tally(coverage, control, basis))
        };
        HeatMap {
            of,
            by: columns.iter().map(|(coverage, _)| coverage.by).collect(),
            lines: tops
                .map(|control| HeatLine {
                    control,
                    cells: columns
                        .iter()
                        .map(|(coverage, _)| cell(coverage, control))
                        .collect(),
                })
                .collect(),
            total: columns.iter().map(|(_, tally)| *tally).collect(),
        }
    }

    /// The tally of a control without others below it: itself, if it is assessable.
    fn leaf_tally(&self, coverage: &Coverage, control: ControlAt, basis: Basis) -> Tally {
        let assessable = self.controls[control].assessable;
        let verdict = coverage
            .line(control)
            .and_then(|line| Some(line.on(basis)?.verdict));
        verdict.filter(|_| assessable).into_iter().collect()
    }
}
