//! Chains of two rows: which controls of other frameworks are tied to both of two controls.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::ties::{Tie, Ties};
use xwalk_model::{ControlId, FrameworkId, Model};

/// The chains of two rows that connect two controls through one framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Through {
    /// The framework in between.
    pub framework: FrameworkId,
    /// How many of its controls are tied to both ends, by kind, the most promising first.
    pub kinds: Vec<(ChainKind, usize)>,
}

/// How a control in between is tied to both ends: the first end to it, and it to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChainKind {
    /// From the first end.
    pub first: Tie,
    /// To the second end.
    pub second: Tie,
}

impl ChainKind {
    /// A chain promises as much as its weaker tie.
    #[must_use]
    pub fn points(self) -> u32 {
        self.first.points().min(self.second.points())
    }
}

impl Through {
    /// How many chains there are: one for each control in between, however many rows tie it.
    #[must_use]
    pub fn count(&self) -> usize {
        self.kinds.iter().map(|(_, count)| count).sum()
    }

    /// What all of them promise together.
    #[must_use]
    pub fn points(&self) -> u32 {
        let points = self.kinds.iter().map(|(kind, count)| {
            let count = u32::try_from(*count).unwrap_or(u32::MAX);
            count.saturating_mul(kind.points())
        });
        points.fold(0, u32::saturating_add)
    }
}

/// The chains from a control to those that are wanted, by where they end and then by framework.
pub(super) fn chains(
    model: &Model<'_>,
    ties: &Ties,
    from: ControlId,
    wanted: impl Fn(ControlId) -> bool,
) -> BTreeMap<ControlId, Vec<Through>> {
    let mut found: Vec<(ControlId, FrameworkId, ChainKind)> = Vec::new();
    for (between, first) in ties.from(from) {
        let framework = model.controls[between].framework;
        let onward = ties.from(between).filter(|(to, _)| wanted(*to));
        found.extend(onward.map(|(to, second)| (to, framework, ChainKind { first, second })));
    }
    found.sort_unstable_by_key(|(to, framework, kind)| {
        (*to, *framework, Reverse(kind.points()), *kind)
    });
    let mut chains: BTreeMap<ControlId, Vec<Through>> = BTreeMap::new();
    for group in found.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
        let Some((to, framework, _)) = group.first() else {
            continue;
        };
        let kinds = group.chunk_by(|one, other| one.2 == other.2);
        let kinds = kinds.filter_map(|alike| Some((alike.first()?.2, alike.len())));
        chains.entry(*to).or_default().push(Through {
            framework: *framework,
            kinds: kinds.collect(),
        });
    }
    chains
}
