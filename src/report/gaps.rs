//! What remains to be done, and what remains to be looked at.

use super::{Basis, ControlAt, Coverage, CoverageCell, Report, Verdict};

/// An assessable control that another framework does not cover, or of which nobody knows.
#[derive(Clone, Copy, Debug)]
pub struct Gap<'r> {
    /// The coverage in which it is one.
    pub coverage: &'r Coverage,
    /// The control.
    pub control: ControlAt,
    /// The verdict, [`Verdict::Gap`] or [`Verdict::NotReviewed`], and why.
    pub cell: &'r CoverageCell,
}

impl Report<'_> {
    /// All gaps and all controls that are not reviewed, on one basis: by pair of frameworks, then as the framework
    /// orders its controls.
    pub fn gaps(&self, basis: Basis) -> impl Iterator<Item = Gap<'_>> {
        let lines = self
            .coverage
            .iter()
            .flat_map(|coverage| coverage.verdicts.iter().map(move |line| (coverage, line)));
        lines.filter_map(move |(coverage, line)| {
            let cell = line.on(basis)?;
            let open = matches!(cell.verdict, Verdict::Gap | Verdict::NotReviewed);
            let assessable = self.controls[line.control].assessable;
            (open && assessable).then_some(Gap {
                coverage,
                control: line.control,
                cell,
            })
        })
    }
}
