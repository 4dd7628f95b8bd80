//! Decides a network: what contradicts itself in it, and what has to be set aside until nothing does.

use rustc_hash::FxHashMap;

use super::clashes::{among, clashes};
use super::explain::{Explainer, Limits};
use super::smaller::Smaller;
use super::{Claim, Conflict, Network};

/// What contradicts itself in a network, and what was set aside for it.
#[derive(Clone, Debug, Default)]
pub struct Decision {
    conflicts: Vec<Conflict>,
    disputed: Vec<Claim>,
}

impl Decision {
    /// Whether all statements can be true together.
    #[must_use]
    pub fn is_consistent(&self) -> bool {
        self.conflicts.is_empty()
    }

    /// Minimal sets of claims that cannot all be true: those of the first search, fewest claims first, then those that
    /// remained when these were set aside, and so on. No set contains another one of the same search.
    #[must_use]
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// The claims of all conflicts, ascending. Without them, nothing clashes.
    #[must_use]
    pub fn disputed(&self) -> &[Claim] {
        &self.disputed
    }

    /// Whether a claim was set aside.
    #[must_use]
    pub fn is_disputed(&self, claim: Claim) -> bool {
        !self.disputed.is_empty() && self.disputed.binary_search(&claim).is_ok()
    }
}

/// Arguments of more claims than this are looked for once the shorter ones are set aside: a person follows no longer
/// one, and where everything is one long chain, the short ones break it up.
const SHORT: u32 = 64;

impl Network {
    /// Decides whether all statements can be true together. Where not, one shortest minimal conflict is found for each
    /// demand that clashes, the claims of the inclusion-minimal ones are set aside, and the search repeats until
    /// nothing clashes.
    ///
    /// If what is given contradicts itself, the search ends with that: there is nothing that could be set aside.
    #[must_use]
    pub fn decide(&self) -> Decision {
        let mut decision = Decision::default();
        let mut left = clashes(self);
        if left.is_empty() {
            return decision;
        }
        let steps = self.statements().len().saturating_mul(4);
        let mut explainer = Explainer::new(self);
        while !left.is_empty() {
            let short = Limits {
                claims: SHORT,
                steps,
            };
            let mut explained = explainer.explain(&left, short);
            if explained.conflicts.is_empty() && !explained.left.is_empty() {
                let wanted = |pair: &super::demand::Pair| explainer.takes_part(pair.statement);
                let (remainders, exclusions) =
                    (explained.left.remainders, explained.left.exclusions);
                let still = among(self, wanted, remainders.into_iter(), exclusions.into_iter());
                let all = Limits {
                    claims: u32::MAX,
                    steps,
                };
                explained = explainer.explain(&still, all);
            }
            let conflicts = minimal(explained.conflicts);
            let smaller = Smaller::new(self, &conflicts);
            let conflicts = conflicts.into_iter();
            let minimal = minimal(
                conflicts
                    .map(|conflict| smaller.smallest(conflict))
                    .collect(),
            );
            let hopeless = minimal.iter().any(|conflict| conflict.claims.is_empty());
            for conflict in &minimal {
                explainer.set_aside(&conflict.claims);
                decision.disputed.extend(&conflict.claims);
            }
            decision.conflicts.extend(minimal);
            if hopeless {
                break;
            }
            left = explained.left;
        }
        decision.disputed.sort_unstable();
        decision.disputed.dedup();
        decision
    }
}

/// The conflicts whose claims contain those of no other one: a clash recurs at everything below it. Of several with the
/// same claims, the one with the shortest argument.
fn minimal(mut conflicts: Vec<Conflict>) -> Vec<Conflict> {
    conflicts.sort_by(|one, other| {
        let length = |conflict: &Conflict| (conflict.claims.len(), conflict.chain.steps.len());
        let order = length(one).cmp(&length(other));
        order
            .then_with(|| one.denial.cmp(&other.denial))
            .then_with(|| one.chain.cmp(&other.chain))
    });
    let mut occurrences: FxHashMap<Claim, usize> = FxHashMap::default();
    for claim in conflicts.iter().flat_map(|conflict| &conflict.claims) {
        *occurrences.entry(*claim).or_default() += 1;
    }
    let mut minimal: Vec<Conflict> = Vec::new();
    // What is kept is found again by the rarest of its claims.
    let mut kept: FxHashMap<Option<Claim>, Vec<usize>> = FxHashMap::default();
    for conflict in conflicts {
        let keys = conflict.claims.iter().copied().map(Some).chain([None]);
        let contained = keys
            .filter_map(|key| kept.get(&key))
            .flatten()
            .filter_map(|at| minimal.get(*at))
            .any(|smaller| contains(&conflict.claims, &smaller.claims));
        if !contained {
            let rarest = conflict.claims.iter().copied();
            let rarest = rarest.min_by_key(|claim| (occurrences.get(claim), *claim));
            kept.entry(rarest).or_default().push(minimal.len());
            minimal.push(conflict);
        }
    }
    minimal
}

/// Whether one ascending list has all that another one has.
fn contains(all: &[Claim], some: &[Claim]) -> bool {
    some.len() <= all.len() && some.iter().all(|claim| all.binary_search(claim).is_ok())
}
