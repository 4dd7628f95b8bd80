//! What changed since the assessment before.

use serde::Serialize;

use crate::posture::name::Name;
use crate::posture::page::Page;
use crate::posture::words;
use crate::view::view;
use xwalk_report::posture::{Benchmark, Moved};

/// How many controls that stand lower a board is shown.
const SHOWN: usize = 5;

view! {
    /// What changed since an assessment before.
    #[derive(Serialize)]
    pub(super) struct Change<'r> {
        /// The framework, where there are several assessments.
        framework: Option<&'r str>,
        /// The day to which the earlier one refers.
        since: String,
        /// How many controls are at a higher tier.
        raised: usize,
        /// How many are at a lower tier.
        lowered: usize,
        /// How many are at the same tier as before.
        same: usize,
        /// The functions in which controls are at a higher tier.
        functions: Vec<Higher<'r>>,
        /// The first of those that are at a lower tier, which a board has to be told about.
        lower: Vec<Lower<'r>>,
        /// How many more are at a lower tier.
        more: usize,
    }
}

view! {
    /// A function in which controls stand higher.
    #[derive(Serialize)]
    struct Higher<'r> {
        /// Its title.
        title: &'r str,
        /// How many controls.
        count: usize,
    }
}

view! {
    /// A control that stands lower.
    #[derive(Serialize)]
    struct Lower<'r> {
        /// The control.
        name: Name<'r>,
        /// Its title.
        title: &'r str,
        /// The tier before.
        before: String,
        /// The tier now.
        after: String,
    }
}

pub(super) fn benchmarks(page: Page<'_>) -> Vec<Change<'_>> {
    let benchmarks = page.posture.benchmarks.iter();
    benchmarks
        .map(|benchmark| change(page, benchmark))
        .collect()
}

fn change<'r>(page: Page<'r>, benchmark: &'r Benchmark<'r>) -> Change<'r> {
    let moved = benchmark.moved.iter();
    let lower = moved.filter(|moved| moved.before.zip(moved.after).is_some_and(|(a, b)| b < a));
    let mut lower: Vec<_> = lower.map(|moved| fallen(page, moved)).collect();
    let all = lower.len();
    lower.truncate(SHOWN);
    Change {
        framework: page.among_several(&benchmark.framework),
        since: benchmark.before_assessed.to_string(),
        raised: benchmark.raised,
        lowered: benchmark.lowered,
        same: benchmark.same,
        functions: risen(benchmark),
        more: all - lower.len(),
        lower,
    }
}

/// Where what stands higher than before is.
fn risen<'r>(benchmark: &'r Benchmark<'r>) -> Vec<Higher<'r>> {
    let moved = benchmark.moved.iter();
    let higher = moved.filter(|moved| moved.before.zip(moved.after).is_some_and(|(a, b)| b > a));
    let mut functions: Vec<Higher<'_>> = Vec::new();
    for title in higher.map(|moved| moved.control.section().title()) {
        match functions.last_mut() {
            Some(last) if last.title == title => last.count += 1,
            _ => functions.push(Higher { title, count: 1 }),
        }
    }
    functions
}

fn fallen<'r>(page: Page<'r>, moved: &'r Moved) -> Lower<'r> {
    Lower {
        name: page.places.bare_name(&moved.control),
        title: moved.control.title(),
        before: words::tier_text(moved.before),
        after: words::tier_text(moved.after),
    }
}
