//! What changed between two assessments of one framework.

use crate::JsonSchema;
use serde::Serialize;

use super::named::{Declared, NamedControl, NamedFramework};
use super::namer::Namer;
use crate::published::{As, ControlName, Day, FrameworkKey, Name};
use xwalk_analysis::posture;
use xwalk_syntax::ast::Date;

/// What changed between two assessments of one framework.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Benchmark<'m> {
    /// The framework.
    #[schemars(with = "FrameworkKey")]
    pub framework: NamedFramework,
    /// The earlier assessment; it appears nowhere else in the document.
    #[schemars(with = "Name")]
    pub before: Declared<'m>,
    /// The day to which it refers.
    #[serde(with = "As::<Day>")]
    pub before_assessed: Date,
    /// The later one.
    #[schemars(with = "Name")]
    pub after: Declared<'m>,
    /// The day to which it refers.
    #[serde(with = "As::<Day>")]
    pub after_assessed: Date,
    /// How many controls are at a higher tier than before.
    pub raised: usize,
    /// How many are at a lower one.
    pub lowered: usize,
    /// How many have the same tier in both.
    pub same: usize,
    /// The controls whose tier differs, in the order of the framework.
    pub moved: Vec<Moved>,
}

/// A control whose tier differs from the one before.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Moved {
    /// The control.
    #[schemars(with = "ControlName")]
    pub control: NamedControl,
    /// The tier before; absent where it was not assessed, or not applicable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<u32>,
    /// The tier after; absent likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
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
            before: names.assessment(benchmark.before),
            before_assessed: before.assessed,
            after: names.assessment(benchmark.after),
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
