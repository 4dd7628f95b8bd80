//! What is proved of one control, read from it.

use std::collections::BTreeMap;

use super::{Proved, Report};

/// What is proved of one control and another one of another framework, read from the first. Never mixed with what rows
/// say, which are [`Correspondence`](super::Correspondence)s.
#[derive(Clone, Copy, Debug)]
pub struct ProvedCorrespondence<'r> {
    /// The other control.
    pub other: usize,
    /// The framework of the other control.
    pub framework: usize,
    /// The relation, read from the control: `subset-of`.
    pub relation: &'r str,
    /// The position of the pair in [`Report::proved`].
    pub position: usize,
    /// The pair.
    pub proved: &'r Proved<'r>,
}

/// How much is proved between two frameworks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProvedTally {
    /// The pairs of controls.
    pub pairs: usize,
    /// Those of which the proof mixes rationales.
    pub mixed: usize,
    /// The position of the first pair in [`Report::proved`].
    pub first: usize,
}

impl Report<'_> {
    /// All that is proved of one control, read from it, by the other control.
    pub fn proved_of(&self, control: usize) -> impl Iterator<Item = ProvedCorrespondence<'_>> {
        let named = self.controls.get(control);
        let positions = named.map(|control| control.proved.as_slice());
        let positions = positions.unwrap_or_default().iter();
        let mut found: Vec<_> = positions
            .filter_map(|position| {
                let proved = self.proved.get(*position)?;
                let other = proved.other_than(control);
                Some(ProvedCorrespondence {
                    other,
                    framework: self.controls.get(other)?.framework,
                    relation: proved.relation_from(control),
                    position: *position,
                    proved,
                })
            })
            .collect();
        found.sort_by_key(|found| found.other);
        found.into_iter()
    }

    /// How much is proved between each two frameworks, lower position first; only those between which something is.
    #[must_use]
    pub fn proved_tallies(&self) -> BTreeMap<[usize; 2], ProvedTally> {
        let mut tallies: BTreeMap<[usize; 2], ProvedTally> = BTreeMap::new();
        let framework = |control: usize| Some(self.controls.get(control)?.framework);
        for (position, pair) in self.proved.iter().enumerate() {
            let (Some(one), Some(other)) = (framework(pair.source), framework(pair.target)) else {
                continue;
            };
            let tally = tallies.entry([one, other]).or_insert(ProvedTally {
                pairs: 0,
                mixed: 0,
                first: position,
            });
            tally.pairs += 1;
            tally.mixed += usize::from(pair.mixes_rationales());
        }
        tallies
    }
}
