//! What remains to be judged, to be done, or to be looked at.

use super::{Basis, ControlAt, Coverage, CoverageCell, Report};

/// An assessable control that another framework does not cover, or of which nobody knows.
#[derive(Clone, Copy, Debug)]
pub struct Gap<'r> {
    /// The coverage in which it is one.
    pub coverage: &'r Coverage,
    /// The control.
    pub control: ControlAt,
    /// The verdict, one of those that are [open](super::Verdict::is_open), and why.
    pub cell: &'r CoverageCell,
}

impl Report<'_> {
    /// All controls of which nothing is known to be covered, on one basis: by pair of frameworks, then as the framework
    /// orders its controls.
    pub fn gaps(&self, basis: Basis) -> impl Iterator<Item = Gap<'_>> {
        let lines = self
            .coverage
            .iter()
            .flat_map(|coverage| coverage.verdicts.iter().map(move |line| (coverage, line)));
        lines.filter_map(move |(coverage, line)| {
            let cell = line.on(basis)?;
            let assessable = self.controls[line.control].assessable;
            (cell.verdict.is_open() && assessable).then_some(Gap {
                coverage,
                control: line.control,
                cell,
            })
        })
    }
}
