//! The pairs of frameworks that a reader can look at, one view each.

use std::collections::BTreeMap;

use xwalk_report::{ControlAt, Coverage, FrameworkAt, MappingAt, Report};

/// Two frameworks that some mapping or proof connects, in the order in which they are shown.
pub(super) struct Pair<'r, 'm> {
    /// The framework at the left: the pivot if it takes part, else where the first mapping starts.
    pub(super) left: FrameworkAt,
    /// The framework on the right.
    pub(super) right: FrameworkAt,
    /// Mappings between the two, in either direction.
    pub(super) mappings: Vec<MappingAt>,
    /// How much is proved between the two.
    pub(super) proved: Proofs,
    /// The coverage of the left by the right, then of the right by the left.
    pub(super) coverage: Vec<&'r Coverage>,
    /// The report that it belongs to.
    pub(super) report: &'r Report<'m>,
}

/// How many pairs of controls are proved between two frameworks.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Proofs {
    /// All of them.
    pub(super) pairs: usize,
    /// Those whose proof mixes rationales.
    pub(super) mixed: usize,
    /// Those that one row proves together with the hierarchy.
    pub(super) one_row: usize,
}

/// All pairs, those of the pivot first, then by the frameworks' order.
pub(super) fn pairs<'r, 'm>(report: &'r Report<'m>) -> Vec<Pair<'r, 'm>> {
    let mut directions: BTreeMap<(FrameworkAt, FrameworkAt), (FrameworkAt, FrameworkAt)> =
        BTreeMap::new();
    let mapped = report
        .mappings
        .values()
        .map(|mapping| (mapping.from, mapping.to));
    let covered = report.coverage.iter().map(|entry| (entry.of, entry.by));
    let tallies = report.proved_tallies();
    let proved = tallies.keys().map(|&[one, other]| (one, other));
    for (from, to) in mapped.chain(covered).chain(proved) {
        directions
            .entry((from.min(to), from.max(to)))
            .or_insert((from, to));
    }
    let one_row = by_one_row(report);
    let pivot = report.meta.pivot;
    let mut pairs: Vec<_> = directions
        .into_values()
        .map(|(from, to)| {
            let (left, right) = if pivot == Some(to) {
                (to, from)
            } else {
                (from, to)
            };
            let ends = [left.min(right), left.max(right)];
            Pair {
                left,
                right,
                mappings: mappings_between(report, left, right),
                proved: tallies
                    .get(&ends)
                    .map_or_else(Proofs::default, |tally| Proofs {
                        pairs: tally.pairs,
                        mixed: tally.mixed,
                        one_row: one_row.get(&ends).copied().unwrap_or(0),
                    }),
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

/// How many pairs between each two frameworks are proved by one row and the hierarchy.
fn by_one_row(report: &Report<'_>) -> BTreeMap<[FrameworkAt; 2], usize> {
    let mut counts = BTreeMap::new();
    let framework = |control: ControlAt| report.controls[control].framework;
    for pair in report
        .proved
        .values()
        .filter(|pair| pair.rests_on_one_row())
    {
        *counts
            .entry([framework(pair.source), framework(pair.target)])
            .or_default() += 1;
    }
    counts
}

fn mappings_between(report: &Report<'_>, left: FrameworkAt, right: FrameworkAt) -> Vec<MappingAt> {
    let between = |from, to| (from, to) == (left, right) || (from, to) == (right, left);
    report
        .mappings
        .iter()
        .filter(|(_, mapping)| between(mapping.from, mapping.to))
        .map(|(at, _)| at)
        .collect()
}
