//! The pairs of frameworks that a reader can look at, one view each.

use std::collections::BTreeMap;

use crate::report::{Coverage, Report};

/// Two frameworks that some mapping or coverage connects, in the order in which they are shown.
pub(super) struct Pair<'r, 'm> {
    /// The framework at the left: the pivot if it takes part, else where the first mapping starts.
    pub(super) left: usize,
    /// The framework at the right.
    pub(super) right: usize,
    /// Mappings between the two, in either direction.
    pub(super) mappings: Vec<usize>,
    /// The coverage of the left by the right, then of the right by the left.
    pub(super) coverage: Vec<&'r Coverage>,
    /// The report that it belongs to.
    pub(super) report: &'r Report<'m>,
}

/// All pairs, those of the pivot first, then by the frameworks' order.
pub(super) fn pairs<'r, 'm>(report: &'r Report<'m>) -> Vec<Pair<'r, 'm>> {
    let mut directions: BTreeMap<(usize, usize), (usize, usize)> = BTreeMap::new();
    let mapped = report
        .mappings
        .iter()
        .map(|mapping| (mapping.from, mapping.to));
    let covered = report.coverage.iter().map(|entry| (entry.of, entry.by));
    for (from, to) in mapped.chain(covered) {
        directions
            .entry((from.min(to), from.max(to)))
            .or_insert((from, to));
    }
    let pivot = report.meta.pivot;
    let mut pairs: Vec<_> = directions
        .into_values()
        .map(|(from, to)| {
            let (left, right) = if pivot == Some(to) {
                (to, from)
            } else {
                (from, to)
            };
            Pair {
                left,
                right,
                mappings: mappings_between(report, left, right),
                coverage: [(left, right), (right, left)]
                    .iter()
                    .filter_map(|&(of, by)| report.coverage_of(of, by))
                    .collect(),
                report,
            }
        })
        .collect();
    pairs.sort_by_key(|pair| (pivot != Some(pair.left), pair.left, pair.right));
    pairs
}

fn mappings_between(report: &Report<'_>, left: usize, right: usize) -> Vec<usize> {
    let between = |from, to| (from, to) == (left, right) || (from, to) == (right, left);
    report
        .mappings
        .iter()
        .enumerate()
        .filter(|(_, mapping)| between(mapping.from, mapping.to))
        .map(|(at, _)| at)
        .collect()
}
