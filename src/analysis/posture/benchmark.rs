//! What changed between two assessments of one framework.

use std::collections::BTreeMap;

use crate::model::posture::AssessmentId;
use crate::model::{ControlId, Model};

/// What changed between two assessments of one framework.
#[derive(Debug)]
pub struct Benchmark {
    /// The earlier one.
    pub before: AssessmentId,
    /// The later one.
    pub after: AssessmentId,
    /// The controls whose tier differs, in preorder.
    pub moved: Vec<Moved>,
    /// How many controls have a tier in both, and the same.
    pub same: usize,
}

/// A control that stands somewhere else than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The control.
    pub control: ControlId,
    /// The tier before; `None` where it was not assessed, or not applicable.
    pub before: Option<u32>,
    /// The tier after; likewise.
    pub after: Option<u32>,
}

impl Benchmark {
    /// Compares two assessments.
    #[must_use]
    pub fn of(model: &Model<'_>, before: AssessmentId, after: AssessmentId) -> Self {
        let mut tiers: BTreeMap<ControlId, [Option<u32>; 2]> = BTreeMap::new();
        for assessed in &model.posture.assessments[before].controls {
            tiers.entry(assessed.control).or_default()[0] = assessed.current();
        }
        for assessed in &model.posture.assessments[after].controls {
            tiers.entry(assessed.control).or_default()[1] = assessed.current();
        }
        let mut benchmark = Self {
            before,
            after,
            moved: Vec::new(),
            same: 0,
        };
        for (control, [before, after]) in tiers {
            if before != after {
                benchmark.moved.push(Moved {
                    control,
                    before,
                    after,
                });
            } else if before.is_some() {
                benchmark.same += 1;
            }
        }
        benchmark
    }

    /// How many controls stand at a higher tier than before.
    #[must_use]
    pub fn raised(&self) -> usize {
        self.count(|before, after| after > before)
    }

    /// How many controls stand at a lower tier than before.
    #[must_use]
    pub fn lowered(&self) -> usize {
        self.count(|before, after| after < before)
    }

    /// Of the controls that have a tier in both.
    fn count(&self, is_counted: impl Fn(u32, u32) -> bool) -> usize {
        let moved = self.moved.iter();
        moved
            .filter(|moved| {
                let both = moved.before.zip(moved.after);
                both.is_some_and(|(before, after)| is_counted(before, after))
            })
            .count()
    }
}
