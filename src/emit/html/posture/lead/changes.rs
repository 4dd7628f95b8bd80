//! What stands somewhere else than at the assessment before.

use serde::Serialize;

use crate::fragment::Fragment;
use crate::posture::page::Page;
use crate::posture::titled::Titled;
use crate::posture::words;
use crate::rows::Rows;
use crate::view::view;
use xwalk_format::EmitError;
use xwalk_report::posture::{Benchmark, Moved};

view! {
    /// Two assessments of one framework.
    #[derive(Serialize)]
    pub(super) struct Change<'r> {
        /// The short name of the framework.
        framework: &'r str,
        /// The assessment before.
        before: &'r str,
        /// The day to which it refers.
        before_assessed: String,
        /// The assessment after it.
        after: &'r str,
        /// The day to which it refers.
        after_assessed: String,
        /// How many controls are at a higher tier.
        raised: usize,
        /// How many are at a lower tier.
        lowered: usize,
        /// How many are at the same tier as before.
        same: usize,
        /// How many have another tier, or one now, or none any more.
        moved: usize,
    }
}

view! {
    /// A control whose tier changed.
    pub(in crate::posture) struct Mover<'r> {
        /// The control.
        control: Titled<'r>,
        /// The tier before.
        before: String,
        /// The tier now.
        now: String,
        /// Whether it is higher now.
        is_raised: bool,
        /// Whether it is lower now.
        is_lowered: bool,
        /// Whether it had none before.
        is_new: bool,
        /// Whether it has none any more.
        is_gone: bool,
    }
}

pub(super) fn benchmarks(page: Page<'_>) -> Vec<Change<'_>> {
    let benchmarks = page.posture.benchmarks.iter();
    benchmarks.map(|benchmark| change(benchmark)).collect()
}

fn change<'r>(benchmark: &'r Benchmark<'r>) -> Change<'r> {
    Change {
        framework: benchmark.framework.short(),
        before: benchmark.before.name,
        before_assessed: benchmark.before_assessed.to_string(),
        after: benchmark.after.name,
        after_assessed: benchmark.after_assessed.to_string(),
        raised: benchmark.raised,
        lowered: benchmark.lowered,
        same: benchmark.same,
        moved: benchmark.moved.len(),
    }
}

pub(super) fn rows<'r>(page: Page<'r>, rows: Rows<'_>) -> Result<Vec<Fragment<'r>>, EmitError> {
    let benchmarks = page.posture.benchmarks.iter().enumerate();
    benchmarks
        .map(|(at, benchmark)| {
            rows.fragment("posture-moved", at, move || {
                benchmark.moved.iter().map(move |moved| mover(page, moved))
            })
        })
        .collect()
}

fn mover<'r>(page: Page<'r>, moved: &'r Moved) -> Mover<'r> {
    let (before, after) = (moved.before, moved.after);
    let both = before.zip(after);
    Mover {
        control: Titled::bare(page, &moved.control),
        before: words::tier_text(before),
        now: words::tier_text(after),
        is_raised: both.is_some_and(|(before, after)| after > before),
        is_lowered: both.is_some_and(|(before, after)| after <= before),
        is_new: before.is_none() && after.is_some(),
        is_gone: after.is_none(),
    }
}
