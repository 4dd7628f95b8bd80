//! The matrix of one pair of frameworks.

use super::{ControlAt, Correspondence, Coverage, End, FrameworkAt, Report, RowAt, VerdictLine};

/// Every control of one framework against every control of another that covers it. Only cells with rows are there:
/// the matrix of two large frameworks is almost empty.
#[derive(Debug)]
pub struct Matrix<'r> {
    /// The coverage that the lines' verdicts come from: `coverage.of` is at the left, `coverage.by` at the top.
    pub coverage: &'r Coverage,
    /// One line per control of the framework at the left, in preorder.
    pub lines: Vec<MatrixLine<'r>>,
}

/// One control of the framework on the left.
#[derive(Debug)]
pub struct MatrixLine<'r> {
    /// The control and its verdict.
    pub verdict: &'r VerdictLine,
    /// What a row says of the control and one of the other framework, by the other control, then by row; one row with
    /// a union stands at each of its parts.
    pub cells: Vec<(ControlAt, Correspondence<'r>)>,
    /// The row that says of the control that nothing corresponds to it.
    pub nothing: Option<RowAt>,
}

impl Report<'_> {
    /// The matrix of one framework, at the left, and another one, at the top; `None` if no mapping connects them.
    #[must_use]
    pub fn matrix(&self, of: FrameworkAt, by: FrameworkAt) -> Option<Matrix<'_>> {
        let coverage = self.coverage_of(of, by)?;
        let lines = coverage.verdicts.iter().map(|verdict| {
            let mut cells = Vec::new();
            let mut nothing = None;
            let found = self.correspondences(verdict.control);
            for found in found.filter(|found| found.framework == by) {
                if *found.other == End::Everything {
                    nothing = nothing.or(Some(found.row));
                }
                let others = found.other.controls().iter();
                cells.extend(others.map(|other| (*other, found.clone())));
            }
            cells.sort_by_key(|(other, found)| (*other, found.row));
            MatrixLine {
                verdict,
                cells,
                nothing,
            }
        });
        Some(Matrix {
            coverage,
            lines: lines.collect(),
        })
    }
}
