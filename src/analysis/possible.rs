//! Pairs of which nothing follows, although rows connect them or their words are alike: where authors may look next.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::alike::Alike;
use super::logic::{Logic, Prover};
use super::proved::is_worth_saying;
use super::related::Markings;
use super::stated::Stated;
use super::through::{Through, chains};
use super::ties::Ties;
use xwalk_model::{ControlId, FrameworkId, Model};
use xwalk_relation::Label;

/// A pair of assessable controls of two frameworks of which nothing worth saying is known, and no row says more than that
/// there is a relationship; and why it is worth a look. It is a question, never a claim, and counted nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Possible {
    /// The control of the one framework.
    pub source: ControlId,
    /// The control of the other.
    pub target: ControlId,
    /// Whether a row says that there is a relationship. Such pairs are asked about first.
    pub related: bool,
    /// What is known of the two: neither that they share something nor that they do not. Mostly [`Label::ANY`].
    pub known: Label,
    /// The chains of two rows that connect them, by the framework in between.
    pub chains: Vec<Through>,
    /// How much their words have in common, from 0 to 100.
    pub similarity: u8,
    /// The words that they share, the weightiest first.
    pub shared_words: Vec<String>,
}

impl Possible {
    /// How the order is made, for readers: what comes first, and the two parts of the points.
    pub const RANK: [&str; 3] = [
        "pairs that a row calls related come first",
        "similarity of titles and texts, 0 to 100",
        "plus 30 for each chain of two rows, 20 if one says no more than intersects-with, 10 if no more than overlaps or related-to; the chains add 100 at most",
    ];

    /// The similarity from which two controls are worth a look although no chain connects them.
    pub const ALIKE: u8 = 20;

    /// By what possible pairs are ordered: see [`Possible::RANK`].
    #[must_use]
    pub fn rank(&self) -> u32 {
        let points = self.chains.iter().map(Through::points);
        let points = points.fold(0, u32::saturating_add);
        u32::from(self.similarity) + points.saturating_mul(10).min(100)
    }
}

/// The possible pairs of two frameworks, highest rank first; of equal ones the first in the order of both frameworks.
pub(super) fn possible(
    model: &Model<'_>,
    logic: &Logic,
    provers: &[Prover<'_, '_, '_>],
    [from, to]: [FrameworkId; 2],
) -> Vec<Possible> {
    let search = Search {
        model,
        ties: Ties::of(model, &logic.eligibilities),
        alike: Alike::of(model, [from, to]),
        stated: Stated::of(model),
        marked: Markings::of(model, logic),
        provers,
        to,
    };
    let sources: Vec<ControlId> = model.assessable(from).map(|(id, _)| id).collect();
    let sources = sources.into_par_iter();
    let mut pairs: Vec<Possible> = sources
        .flat_map_iter(|source| search.from(source))
        .collect();
    // Of equal ones in the order of both frameworks.
    pairs.sort_by_cached_key(|pair| {
        let rank = (Reverse(pair.related), Reverse(pair.rank()));
        (rank, pair.source, pair.target)
    });
    pairs
}

struct Search<'a, 's> {
    model: &'a Model<'s>,
    ties: Ties,
    alike: Alike,
    stated: Stated,
    marked: Markings,
    provers: &'a [Prover<'a, 'a, 's>],
    to: FrameworkId,
}

impl Search<'_, '_> {
    /// The possible pairs of one control.
    fn from(&self, source: ControlId) -> Vec<Possible> {
        let is_target = |id: ControlId| {
            let control = &self.model.controls[id];
            control.framework == self.to && control.assessable
        };
        let mut chains = chains(self.model, &self.ties, source, is_target);
        let alike = self.alike.to(source).filter(|(id, _)| is_target(*id));
        let alike: BTreeMap<ControlId, u8> = alike.collect();
        let by_words = alike.iter().filter(|(_, like)| **like >= Possible::ALIKE);
        let related: BTreeSet<ControlId> = self
            .marked
            .others(source)
            .filter(|id| is_target(*id))
            .collect();
        let targets: BTreeSet<ControlId> = chains
            .keys()
            .chain(by_words.map(|(target, _)| target))
            .chain(&related)
            .copied()
            .collect();
        let known = self.provers.iter().map(|prover| prover.about(source));
        let known: Vec<_> = known.collect();
        let label = |target| {
            let first = known.first();
            first.map_or(Label::ANY, |known| known.label(target))
        };
        let is_decided = |target| {
            let mut known = known.iter();
            known.any(|known| is_worth_saying(known.label(target)))
        };
        let open = targets
            .into_iter()
            .filter(|target| !is_decided(*target) && !self.stated.is_stated(source, *target));
        open.map(|target| Possible {
            source,
            target,
            related: related.contains(&target),
            known: label(target),
            chains: chains.remove(&target).unwrap_or_default(),
            similarity: alike.get(&target).copied().unwrap_or(0),
            shared_words: self.alike.shared_words(source, target),
        })
        .collect()
    }
}
