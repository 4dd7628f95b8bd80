//! The answers to all questions about a model.

use rayon::prelude::*;

use super::between::{Heard, Side, between};
use super::concern::Concern;
use super::connected::connected;
use super::cover::Cover;
use super::judge::judge;
use super::proved::{Proved, prove_all};
use super::provers::Provers;
use super::silence::Silences;
use super::{Contradiction, Coverage, Eligibilities, Logic, Options, Overlap, Related};
use xwalk_model::{ControlId, FrameworkId, MappingId, Model};

/// The answers to all questions about a model.
#[derive(Debug)]
pub struct Facts {
    /// Whether each row counts.
    pub eligibilities: Eligibilities,
    /// The rows that cannot all be true, fewest rows first.
    pub contradictions: Vec<Contradiction>,
    /// What the rows prove of pairs of controls beyond what they say of them, by source and target.
    pub proved: Vec<Proved>,
    /// The pairs of controls that are called related, or are equal to such a pair.
    pub related: Related,
    /// Every ordered pair of frameworks that a mapping or a proof connects, by `of`, then by `by`.
    pub coverage: Vec<Coverage>,
    /// What has to be done only once for all frameworks.
    pub overlap: Overlap,
}

impl Facts {
    /// The coverage of one framework by another; `None` if neither a mapping nor a proof connects them.
    #[must_use]
    pub fn coverage(&self, of: FrameworkId, by: FrameworkId) -> Option<&Coverage> {
        let found = self
            .coverage
            .binary_search_by_key(&(of, by), |coverage| (coverage.of, coverage.by));
        self.coverage.get(found.ok()?)
    }

    /// Answers all questions about a model whose rows are decided.
    #[must_use]
    pub fn of(model: &Model<'_>, logic: &Logic) -> Self {
        let provers = Provers::each(model, logic);
        Self::as_far_as(model, logic, &provers, &Concern::All)
    }

    /// Answers how far two frameworks cover each other, and what is proved between them. Nothing else is answered.
    #[must_use]
    pub fn of_pair(model: &Model<'_>, logic: &Logic, frameworks: [FrameworkId; 2]) -> Self {
        let provers = Provers::each(model, logic);
        let concern = Concern::of_pair(model, logic, &provers, frameworks);
        Self::as_far_as(model, logic, &provers, &concern)
    }

    /// Answers what has to be done only once for all frameworks, and nothing else.
    #[must_use]
    pub fn overlap_of(model: &Model<'_>, logic: &Logic) -> Overlap {
        let provers = Provers::each(model, logic);
        let (_, known, _) = prove_all(model, logic, &provers, &Concern::Overlap);
        Overlap::of(model, &known)
    }

    fn as_far_as<'m>(
        model: &'m Model<'_>,
        logic: &Logic,
        provers: &[Provers<'_, 'm, '_>],
        concern: &Concern,
    ) -> Self {
        let (proved, known, related) = prove_all(model, logic, provers, concern);
        let with_proofs = Cover::new(model, logic, provers, &known, &related);
        let mut pairs = connected(model);
        let framework = |control: ControlId| model.controls[control].framework;
        let of_pairs = proved
            .iter()
            .map(|pair| [pair.source, pair.target].map(framework));
        let of_wholes = with_proofs
            .full()
            .map(|(control, by)| [framework(control), by]);
        let of_marks = related
            .iter()
            .map(|mark| [mark.control, mark.other].map(framework));
        for [one, other] in of_pairs.chain(of_wholes).chain(of_marks) {
            pairs.entry((one.min(other), one.max(other))).or_default();
        }
        if let Concern::Pair { frameworks, .. } = concern {
            let [one, other] = frameworks;
            pairs.retain(|pair, _| *pair == (*one.min(other), *one.max(other)));
        }
        let mut coverage: Vec<Coverage> = pairs
            .into_iter()
            .flat_map(|(pair, mappings)| cover(model, logic, pair.into(), &mappings))
            .collect();
        coverage.sort_by_key(|coverage| (coverage.of, coverage.by));
        coverage
            .par_iter_mut()
            .for_each(|coverage| with_proofs.judge(coverage));
        Self {
            eligibilities: logic.eligibilities.clone(),
            contradictions: logic.contradictions.clone(),
            proved,
            coverage,
            overlap: Overlap::of(model, &known),
            related,
        }
    }
}

/// Answers all questions about a model.
#[must_use]
pub fn analyse(model: &Model<'_>, options: Options) -> Facts {
    Facts::of(model, &Logic::of(model, options))
}

/// The coverage of one framework by another from stated rows alone: for who asks about one pair only. `None` if no
/// mapping connects them.
#[must_use]
pub fn coverage_between(
    model: &Model<'_>,
    logic: &Logic,
    of: FrameworkId,
    by: FrameworkId,
) -> Option<Coverage> {
    let pair = (of.min(by), of.max(by));
    let mappings = connected(model).remove(&pair)?;
    cover(model, logic, pair.into(), &mappings)
        .into_iter()
        .find(|coverage| coverage.of == of)
}

fn cover(
    model: &Model<'_>,
    logic: &Logic,
    pair: [FrameworkId; 2],
    mappings: &[MappingId],
) -> [Coverage; 2] {
    let [left, right] = between(model, pair, mappings, &logic.eligibilities);
    let options = Options {
        status_floor: logic.floor.status,
    };
    let heard = Heard { model, logic };
    [(&left, &right), (&right, &left)].map(|(of, by)| one_way(heard, options, of, by, mappings))
}

fn one_way(
    heard: Heard<'_, '_>,
    options: Options,
    of: &Side,
    by: &Side,
    mappings: &[MappingId],
) -> Coverage {
    let silences = Silences::of(heard.model, of.framework, mappings, options.status_floor);
    Coverage {
        of: of.framework,
        by: by.framework,
        mappings: mappings.to_vec(),
        controls: judge(heard, of, by, &silences),
    }
}
