//! Rows that cannot all be true, each set with its argument.

use std::collections::BTreeMap;

use super::anchors;
use super::arguments::{Arguments, EndView, RowLink, StepView};
use super::view::view;
use xwalk_report::{Contradiction, Report, RowAt};

view! {
    /// Rows that cannot all be true.
    pub(super) struct ContradictionView<'r> {
        /// The `id` of its place in the page.
        id: String,
        /// Its number, from 1.
        number: usize,
        /// The argument in one sentence.
        sentence: Vec<Words<'r>>,
        /// What the rows show, step by step; empty if one row contradicts itself.
        steps: Vec<StepView<'r>>,
        /// What the last row denies of the two ends of that.
        denied: Vec<EndView<'r>>,
        /// The row that denies it.
        denial: RowLink<'r>,
        /// How many rows there are.
        rows: usize,
        /// Whether there is more than one.
        several: bool,
        /// The rationales of the rows.
        rationales: Vec<&'static str>,
        /// Whether there is more than one rationale.
        mixed: bool,
        /// Whether it remains in the loose reading.
        loose: bool,
    }
}

view! {
    /// A part of a sentence.
    struct Words<'r> {
        /// Whether it is a name.
        is_name: bool,
        /// The words.
        text: &'r str,
    }
}

/// The contradiction in which each disputed row stands, the first of several.
pub(super) fn disputed(report: &Report<'_>) -> BTreeMap<RowAt, usize> {
    let mut disputed = BTreeMap::new();
    let all = report.contradictions.iter().enumerate();
    for (at, contradiction) in all.filter(|(_, found)| !found.mixes_rationales()) {
        for row in contradiction.rows.iter().filter_map(|row| row.position) {
            disputed.entry(row).or_insert(at);
        }
    }
    disputed
}

/// All of them, in order.
pub(super) fn list<'r>(
    arguments: Arguments<'r, '_>,
) -> impl Iterator<Item = ContradictionView<'r>> {
    let contradictions = arguments.report.contradictions.iter().enumerate();
    contradictions.map(move |(at, contradiction)| one(arguments, at, contradiction))
}

fn one<'r>(
    arguments: Arguments<'r, '_>,
    at: usize,
    contradiction: &'r Contradiction<'_>,
) -> ContradictionView<'r> {
    ContradictionView {
        id: anchors::contradiction(at),
        number: at + 1,
        sentence: sentence(&contradiction.sentence),
        steps: arguments.steps(&contradiction.chain),
        denied: arguments.denied(contradiction),
        denial: arguments.row(&contradiction.denial),
        rows: contradiction.rows.len(),
        several: contradiction.rows.len() > 1,
        rationales: contradiction.rationales.clone(),
        mixed: contradiction.mixes_rationales(),
        loose: contradiction.stands_loosely,
    }
}

/// The parts of a sentence in which names stand between backticks.
fn sentence(sentence: &str) -> Vec<Words<'_>> {
    let parts = sentence.split('`').enumerate();
    parts
        .map(|(at, text)| Words {
            is_name: at % 2 == 1,
            text,
        })
        .collect()
}
