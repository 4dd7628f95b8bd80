//! What changed between two assessments of one framework.

use super::namer::Namer;
use crate::analysis::posture;
use crate::syntax::ast::Date;

/// What changed between two assessments of one framework.
#[derive(Debug)]
pub struct Benchmark<'m> {
    /// The framework.
    pub framework: String,
    /// The earlier assessment.
    pub before: &'m str,
    /// The day that it speaks of.
    pub before_assessed: Date,
    /// The later one.
    pub after: &'m str,
    /// The day that it speaks of.
    pub after_assessed: Date,
    /// How many controls stand at a higher tier than before.
    pub raised: usize,
    /// How many stand at a lower one.
    pub lowered: usize,
    /// How many have the same tier in both.
    pub same: usize,
    /// The controls whose tier differs, in the order of the framework.
    pub moved: Vec<Moved>,
}

/// A control that stands somewhere else than before.
#[derive(Debug)]
pub struct Moved {
    /// The control.
    pub control: String,
    /// The tier before; `None` where it was not assessed, or not applicable.
    pub before: Option<u32>,
    /// The tier after; likewise.
    pub after: Option<u32>,
}

impl<'m> Benchmark<'m> {
    pub(super) fn new(names: Namer<'m, '_>, benchmark: &posture::Benchmark) -> Self {
        let assessments = &names.model.posture.assessments;
        let (before, after) = (
            &assessments[benchmark.before],
            &assessments[benchmark.after],
        );
        Self {
            framework: names.framework(after.framework),
            before: before.name,
            before_assessed: before.assessed,
            after: after.name,
            after_assessed: after.assessed,
            raised: benchmark.raised(),
            lowered: benchmark.lowered(),
            same: benchmark.same,
            moved: Moved::all(names, &benchmark.moved),
        }
    }
}

impl Moved {
    pub(super) fn all(names: Namer<'_, '_>, moved: &[posture::Moved]) -> Vec<Self> {
        let moved = moved.iter();
        moved
            .map(|moved| Self {
                control: names.control(moved.control),
                before: moved.before,
                after: moved.after,
            })
            .collect()
    }
}
