//! Decides a network: what contradicts itself in it, and what has to be left out until nothing does.

use rustc_hash::{FxHashMap, FxHashSet};

use super::clashes::{Clashes, among, clashes};
use super::demand::Pair;
use super::explain::{Explainer, Limits};
use super::smaller::Smaller;
use super::{Claim, Conflict, Network, Node, Statement};
use xwalk_relation::Label;

/// What contradicts itself in a network, and what was set aside for it.
#[derive(Clone, Debug, Default)]
pub struct Decision {
    conflicts: Vec<Conflict>,
    disputed: Vec<Claim>,
    apart: Vec<Claim>,
}

impl Decision {
    /// Whether all statements can be true together.
    #[must_use]
    pub fn is_consistent(&self) -> bool {
        self.conflicts.is_empty()
    }

    /// Minimal sets of claims that cannot all be true: first those of one sense, then those that need several. Of each
    /// kind those of the first search, fewest claims first, then those that remained when these were left out, and
    /// so on. No set contains another one of the same search.
    #[must_use]
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// The claims of all conflicts of one sense and those that say the same, ascending. Without them, nothing clashes in
    /// any one sense.
    #[must_use]
    pub fn disputed(&self) -> &[Claim] {
        &self.disputed
    }

    /// Whether a claim was set aside: it counts for nothing.
    #[must_use]
    pub fn is_disputed(&self, claim: Claim) -> bool {
        has(&self.disputed, claim)
    }

    /// The claims of all conflicts that need several senses and those that say the same, ascending, none of them disputed.
    /// Each stands in its own sense. Without them and what is disputed, nothing clashes at all.
    #[must_use]
    pub fn apart(&self) -> &[Claim] {
        &self.apart
    }

    /// Whether what mixes senses has to do without a claim that is not disputed.
    #[must_use]
    pub fn is_apart(&self, claim: Claim) -> bool {
        has(&self.apart, claim)
    }
}

/// Whether an ascending list has a claim.
fn has(claims: &[Claim], claim: Claim) -> bool {
    !claims.is_empty() && claims.binary_search(&claim).is_ok()
}

/// Arguments of more claims than this are looked for once the shorter ones are set aside: a person follows no longer
/// one, and where everything is one long chain, the short ones break it up.
const SHORT: u32 = 64;

impl Network {
    /// Decides whether all statements can be true together. Where not, one shortest minimal conflict is found for each
    /// demand that clashes, the claims of the inclusion-minimal ones are set aside with whatever says the same in the same
    /// sense, and the search repeats until
    /// nothing clashes. Where so many demands clash that their arguments were longer than the network, the rest of them
    /// waits for the next search.
    ///
    /// What contradicts itself in one sense is decided first, each sense by itself, and set aside for good. Then all that is
    /// left is looked at together: claims in several senses are about different things, so that a conflict which needs
    /// several disputes none of them. They are kept apart, and the search goes on without them.
    ///
    /// If what is given contradicts itself, the search ends with that: there is nothing that could be set aside.
    #[must_use]
    pub fn decide(&self) -> Decision {
        let mut decision = Decision::default();
        let clashes = clashes(self);
        if clashes.is_empty() {
            return decision;
        }
        let alike = alike(self);
        let mut explainer = Explainer::new(self);
        let senses = self.senses();
        let single = senses.iter().map(|sense| (Some(*sense), clashes.clone()));
        let mut of_one = self.settle(&mut explainer, &alike, single.collect());
        let is_hopeless = of_one.conflicts.iter().any(|one| one.claims.is_empty());
        decision.conflicts.append(&mut of_one.conflicts);
        decision.disputed.append(&mut of_one.aside);
        if !is_hopeless {
            let mut of_all = self.settle(&mut explainer, &alike, vec![(None, clashes)]);
            decision.conflicts.append(&mut of_all.conflicts);
            let aside = match senses.is_empty() {
                true => &mut decision.disputed,
                false => &mut decision.apart,
            };
            aside.append(&mut of_all.aside);
        }
        let Decision {
            disputed, apart, ..
        } = &mut decision;
        for claims in [&mut *disputed, &mut *apart] {
            claims.sort_unstable();
            claims.dedup();
        }
        apart.retain(|claim| !has(disputed, *claim));
        decision
    }

    /// Searches until nothing clashes any more, in each of these senses or among all, and leaves out what does.
    fn settle(
        &self,
        explainer: &mut Explainer<'_>,
        alike: &FxHashMap<Said, Vec<Claim>>,
        mut left: Vec<(Option<u8>, Clashes)>,
    ) -> Settled {
        let mut settled = Settled::default();
        while left.iter().any(|(_, left)| !left.is_empty()) {
            let minimal = self.minimal(search(self, explainer, &mut left));
            let is_hopeless = minimal.iter().any(|conflict| conflict.claims.is_empty());
            for conflict in &minimal {
                let aside = repeated(self, alike, conflict);
                explainer.set_aside(&aside);
                settled.aside.extend(aside);
            }
            settled.conflicts.extend(minimal);
            if is_hopeless {
                break;
            }
        }
        settled
    }

    /// The senses that claims are made in, if there are several.
    fn senses(&self) -> Vec<u8> {
        let said = self.statements().iter().filter(|said| said.is_disputable());
        let senses = said.fold(0_u8, |senses, said| {
            senses | 1_u8.checked_shl(said.sense.into()).unwrap_or(0)
        });
        let several = senses.count_ones() > 1;
        let single = (0..8).filter(|sense| several && senses >> sense & 1 == 1);
        single.collect()
    }

    /// The conflicts that contain no other one, once each has been cut down to what it needs.
    fn minimal(&self, conflicts: Vec<Conflict>) -> Vec<Conflict> {
        let conflicts = minimal(conflicts);
        let smaller = Smaller::new(self, &conflicts);
        let conflicts = conflicts.into_iter();
        minimal(
            conflicts
                .map(|conflict| smaller.smallest(conflict))
                .collect(),
        )
    }
}

/// What contradicts itself, and what is left out for it.
#[derive(Default)]
struct Settled {
    conflicts: Vec<Conflict>,
    aside: Vec<Claim>,
}

/// What is said of two nodes, lower one first, in one sense.
type Said = (Node, Node, Label, u8);

fn said(statement: &Statement) -> Said {
    let (low, high) = (statement.a.min(statement.b), statement.a.max(statement.b));
    (low, high, statement.towards(low, high), statement.sense)
}

/// The claims that can be set aside, by what each of their statements says.
fn alike(network: &Network) -> FxHashMap<Said, Vec<Claim>> {
    let mut alike: FxHashMap<Said, Vec<Claim>> = FxHashMap::default();
    let disputable = network
        .statements()
        .iter()
        .filter(|one| one.is_disputable());
    for statement in disputable {
        alike
            .entry(said(statement))
            .or_default()
            .push(statement.claim);
    }
    alike
}

/// The claims of a conflict, and those that say the same of the same pair in the same sense: what is set aside is not to be
/// upheld by its repetition.
fn repeated(
    network: &Network,
    alike: &FxHashMap<Said, Vec<Claim>>,
    conflict: &Conflict,
) -> Vec<Claim> {
    let steps = conflict.chain.steps.iter().map(|step| step.statement);
    let statements = steps.chain([conflict.denial]);
    let statements = statements.filter_map(|id| network.statement(id));
    let said = statements.filter(|one| one.is_disputable()).map(said);
    let repeated = said.filter_map(|said| alike.get(&said)).flatten();
    let mut claims = conflict.claims.clone();
    claims.extend(repeated);
    claims.sort_unstable();
    claims.dedup();
    claims
}

/// One search: an argument for each demand that clashes, in each sense or among all. What is to be looked at again
/// takes the place of what was left.
fn search(
    network: &Network,
    explainer: &mut Explainer<'_>,
    left: &mut [(Option<u8>, Clashes)],
) -> Vec<Conflict> {
    let steps = network.statements().len().saturating_mul(4);
    let limits = |claims| Limits { claims, steps };
    let mut conflicts = Vec::new();
    let mut explained_before = FxHashSet::default();
    for (sense, left) in left {
        explainer.restrict(*sense);
        let mut explained = explainer.explain(left, limits(SHORT), &explained_before);
        if conflicts.is_empty() && explained.conflicts.is_empty() && !explained.left.is_empty() {
            let wanted = |pair: &Pair| explainer.takes_part(pair.statement);
            let Clashes {
                remainders,
                exclusions,
            } = explained.left;
            let still = among(
                network,
                wanted,
                remainders.into_iter(),
                exclusions.into_iter(),
            );
            explained = explainer.explain(&still, limits(u32::MAX), &explained_before);
        }
        *left = explained.left;
        for (demand, conflict) in explained.conflicts {
            explained_before.insert(demand);
            conflicts.push(conflict);
        }
    }
    conflicts
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
