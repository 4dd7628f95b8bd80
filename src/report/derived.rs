//! What is proved of one control, read from it.

use std::collections::BTreeMap;

use super::{ControlAt, FrameworkAt, Proved, ProvedAt, Report};

/// What is proved of one control and another one of another framework, read from the first. Never mixed with what rows
/// say, which are [`Correspondence`](super::Correspondence)s.
#[derive(Clone, Copy, Debug)]
pub struct ProvedCorrespondence<'r> {
    /// The other control.
    pub other: ControlAt,
    /// The framework of the other control.
    pub framework: FrameworkAt,
    /// The relation, read from the control: `subset-of`.
    pub relation: &'r str,
    /// The pair, by its position.
    pub position: ProvedAt,
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
    /// The first pair.
    pub first: ProvedAt,
}

impl Report<'_> {
    /// All that is proved of one control, read from it, by the other control.
    pub fn proved_of(&self, control: ControlAt) -> impl Iterator<Item = ProvedCorrespondence<'_>> {
        let positions = self.controls[control].proved.iter();
        let mut found: Vec<_> = positions
            .map(|position| {
                let proved = &self.proved[*position];
                let other = proved.other_than(control);
                ProvedCorrespondence {
                    other,
                    framework: self.controls[other].framework,
                    relation: proved.relation_from(control),
                    position: *position,
                    proved,
                }
            })
            .collect();
        found.sort_by_key(|found| found.other);
        found.into_iter()
    }

    /// How much is proved between each two frameworks, lower position first; only those between which something is.
    #[must_use]
    pub fn proved_tallies(&self) -> BTreeMap<[FrameworkAt; 2], ProvedTally> {
        let mut tallies: BTreeMap<[FrameworkAt; 2], ProvedTally> = BTreeMap::new();
        for (position, pair) in self.proved.iter() {
            let ends = [pair.source, pair.target].map(|end| self.controls[end].framework);
            let tally = tallies.entry(ends).or_insert(ProvedTally {
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
