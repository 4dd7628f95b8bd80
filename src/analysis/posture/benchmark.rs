//! What changed between two assessments of one framework, and how far one is from what another aims at.

use std::collections::BTreeMap;

use super::functions::function_of;
use xwalk_model::posture::AssessmentId;
use xwalk_model::{ControlId, Model};

/// An assessment measured by another one of the same framework.
#[derive(Debug)]
pub struct Benchmark {
    /// The one that it is measured by.
    pub before: AssessmentId,
    /// Which of its tiers.
    pub by: Yardstick,
    /// The one that is measured.
    pub after: AssessmentId,
    /// The controls whose tier differs, in preorder.
    pub moved: Vec<Moved>,
    /// How many controls have a tier in both, and the same.
    pub same: usize,
    /// The controls of each function that either speaks of, counted; in preorder.
    pub functions: Vec<(ControlId, Counts)>,
}

/// What an assessment is measured by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Yardstick {
    /// Where another one says that the controls stand.
    Tiers,
    /// Where another one, or the same, says that they should.
    Targets,
}

impl Yardstick {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Tiers, Self::Targets];

    /// As it is written.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Tiers => "tiers",
            Self::Targets => "targets",
        }
    }
}

/// How controls stand to what they are measured by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// At a higher tier.
    pub above: usize,
    /// At the same.
    pub same: usize,
    /// At a lower one.
    pub below: usize,
    /// Without a tier, though there is one to measure it by.
    pub without_tier: usize,
    /// With a tier, though there is none to measure it by.
    pub without_measure: usize,
}

/// A control whose tier differs from the one before.
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
    /// Measures an assessment by another one of the same framework; by the targets, perhaps by its own.
    #[must_use]
    pub fn of(model: &Model<'_>, before: AssessmentId, by: Yardstick, after: AssessmentId) -> Self {
        let mut tiers: BTreeMap<ControlId, [Option<u32>; 2]> = BTreeMap::new();
        for assessed in &model.posture.assessments[before].controls {
            tiers.entry(assessed.control).or_default()[0] = match by {
                Yardstick::Tiers => assessed.current(),
                Yardstick::Targets => assessed.target(),
            };
        }
        for assessed in &model.posture.assessments[after].controls {
            tiers.entry(assessed.control).or_default()[1] = assessed.current();
        }
        let mut benchmark = Self {
            before,
            by,
            after,
            moved: Vec::new(),
            same: 0,
            functions: Vec::new(),
        };
        for (control, [before, after]) in tiers {
            benchmark.count_in_function(model, control, before, after);
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

    /// Controls come in preorder, so that those of a function come together.
    fn count_in_function(
        &mut self,
        model: &Model<'_>,
        control: ControlId,
        before: Option<u32>,
        after: Option<u32>,
    ) {
        let function = function_of(model, control);
        match self.functions.last_mut() {
            Some((last, counts)) if *last == function => counts.add(before, after),
            _ => {
                let mut counts = Counts::default();
                counts.add(before, after);
                self.functions.push((function, counts));
            }
        }
    }

    /// How many controls are at a higher tier than before.
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

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.above += other.above;
        self.same += other.same;
        self.below += other.below;
        self.without_tier += other.without_tier;
        self.without_measure += other.without_measure;
    }
}

impl Counts {
    fn add(&mut self, before: Option<u32>, after: Option<u32>) {
        let counted = match (before, after) {
            (Some(before), Some(after)) if after > before => &mut self.above,
            (Some(before), Some(after)) if after < before => &mut self.below,
            (Some(_), Some(_)) => &mut self.same,
            (Some(_), None) => &mut self.without_tier,
            (None, Some(_)) => &mut self.without_measure,
            (None, None) => return,
        };
        *counted += 1;
    }
}
