//! An assessment measured by another one of the same framework, or by what one aims at.

use super::Benchmark;
use super::named::NamedControl;
use super::namer::Namer;
use xwalk_analysis::posture;

pub use xwalk_analysis::posture::{Counts, Yardstick};

/// An assessment measured by another one, function by function.
#[derive(Debug)]
pub struct Comparison<'m> {
    /// What it is measured by: `acme-2025`; `other/now-2026`, where that is of another organization.
    pub measure: String,
    /// Which of its tiers.
    pub by: Yardstick,
    /// What differs.
    pub benchmark: Benchmark<'m>,
    /// The controls of each function that either speaks of, counted; in the order of the framework.
    pub functions: Vec<(NamedControl, Counts)>,
}

impl<'m> Comparison<'m> {
    pub(super) fn new(names: Namer<'m, '_>, benchmark: &posture::Benchmark) -> Self {
        let posture = &names.model.posture;
        let organization = |id| posture.assessments[id].organization;
        let of = organization(benchmark.before);
        let before = names.assessment(benchmark.before);
        let functions = benchmark.functions.iter();
        Self {
            measure: match of == organization(benchmark.after) {
                true => before.to_string(),
                false => format!("{}/{before}", posture.organizations[of].name),
            },
            by: benchmark.by,
            benchmark: Benchmark::new(names, benchmark),
            functions: functions
                .map(|(function, counts)| (names.control(*function), *counts))
                .collect(),
        }
    }
}
