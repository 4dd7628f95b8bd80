//! What rows prove of pairs of controls that no row says, or not as exactly.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::argument::Chain;
use super::concern::Concern;
use super::logic::{ControlKnowledge, Logic, Proof};
use super::one_rationale::prefer_one_rationale;
use super::provers::{Provers, best_proof};
use super::related::{Carried, Kin, Markings, Related};
use super::said::Said;
use super::standpoint::sharpest;
use xwalk_model::{ControlId, FrameworkId, Model, Table};
use xwalk_relation::{Label, Relation};

/// A pair of controls of two frameworks about which the rows together prove more than any row says. Where one of
/// them is not assessed itself, by rows on these two, and not by others above or below them. Where rows of one rationale
/// prove what those of another do not, there is one for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proved {
    /// The control that the pair is read from: in [`Facts`](super::Facts) that of the framework which comes first by
    /// name and edition.
    pub source: ControlId,
    /// The control of the other framework.
    pub target: ControlId,
    /// What the rows on this very pair say together, source to target, of those that are taken from where this is proved;
    /// [`Label::ANY`] if there are none.
    pub stated: Label,
    /// How the source relates to the target, and why: by rows of the best status by which that can be proved.
    pub proof: Proof,
}

/// Whether knowing this of two controls is worth something: that they share something, or that they do not.
pub(super) fn is_worth_saying(label: Label) -> bool {
    label.implies(Label::OVERLAPS) || label == Label::only(Relation::NoRelationship)
}

/// What is known of one control that answers about whole frameworks are made of.
#[derive(Debug)]
pub(super) struct OfOne {
    /// What is known against other frameworks, by framework; only those of which something is.
    pub towards: Vec<Towards>,
    /// What decides how far the marks on it reach, and what it is equal to.
    pub kin: Kin,
}

/// What is known of one control against another framework.
#[derive(Debug)]
pub(super) struct Towards {
    pub framework: FrameworkId,
    /// The controls that contain or equal it, ascending.
    pub within: Vec<ControlId>,
    /// The controls that share something with it, ascending; those that contain it too.
    pub shares: Vec<ControlId>,
    /// How many controls share nothing with it.
    pub disjoint: usize,
}

/// All that is proved of pairs, by source and target; what is known of each control, from each standpoint; and what is
/// related; as far as it matters.
pub(super) fn prove_all(
    model: &Model<'_>,
    logic: &Logic,
    provers: &[Provers<'_, '_, '_>],
    concern: &Concern,
) -> (Vec<Proved>, Vec<Table<ControlId, OfOne>>, Related) {
    let said = Said::of(model, logic);
    let controls: Vec<ControlId> = model.controls.ids().collect();
    let (mut all, mut known_from) = (Vec::new(), Vec::new());
    let marked = Markings::of(model, logic);
    let mut related = Carried::default();
    for (at, (provers, standpoint)) in provers.iter().zip(&logic.standpoints).enumerate() {
        let each: Vec<(Vec<Proved>, OfOne)> = controls
            .par_iter()
            .map(|control| {
                if !concern.holds(*control) {
                    return (Vec::new(), OfOne::unknown(*control));
                }
                let known = provers.about(*control);
                (
                    proved_of(model, *control, &known, (&said, at, provers), |other| {
                        other > *control && concern.asks(model, *control, other)
                    }),
                    OfOne::of(model, *control, &known, &marked),
                )
            })
            .collect();
        let (proved, known): (Vec<_>, Vec<_>) = each.into_iter().unzip();
        let known: Table<ControlId, OfOne> = known.into_iter().collect();
        let kin = known.iter().filter(|(control, _)| concern.holds(*control));
        let kin = kin.map(|(control, known)| (control, &known.kin));
        related.carry(model, &marked.taken(model, logic, *standpoint), kin);
        all.push(proved.into_iter().flatten().collect());
        known_from.push(known);
    }
    (
        joined(model, logic, all),
        known_from,
        related.joined(model, logic),
    )
}

/// All that is proved of pairs of controls of two frameworks, read from the one to the other: by source and target.
#[must_use]
pub fn prove_between(
    model: &Model<'_>,
    logic: &Logic,
    from: FrameworkId,
    to: FrameworkId,
) -> Vec<Proved> {
    let said = Said::of(model, logic);
    let controls: Vec<ControlId> = model.controls_of(from).map(|(id, _)| id).collect();
    let each = Provers::each(model, logic).into_iter().enumerate();
    let all = each.map(|(at, provers)| {
        let proved = controls.par_iter().flat_map_iter(|control| {
            let known = provers.about(*control);
            let wanted = |other| model.controls[other].framework == to;
            proved_of(model, *control, &known, (&said, at, &provers), wanted)
        });
        proved.collect()
    });
    joined(model, logic, all.collect())
}

/// What is proved from each standpoint, the first of which takes all rationales, by source and target. Where a pair is known
/// more exactly from one than from another, only that is kept; where each says what another one does not, all are.
fn joined(model: &Model<'_>, logic: &Logic, mut from: Vec<Vec<Proved>>) -> Vec<Proved> {
    if let Some(of_all) = from.first_mut() {
        prefer_one_rationale(model, logic, of_all);
    }
    if from.len() < 2 {
        return from.into_iter().flatten().collect();
    }
    let mut of_pairs: BTreeMap<(ControlId, ControlId), Vec<Proved>> = BTreeMap::new();
    for proved in from.into_iter().flatten() {
        let pair = (proved.source, proved.target);
        of_pairs.entry(pair).or_default().push(proved);
    }
    let of_pairs = of_pairs.into_values();
    of_pairs
        .flat_map(|proved| sharpest(proved, |one| &one.proof))
        .collect()
}

/// The controls of other frameworks of which something worth saying is known, and what, by framework.
fn worth_saying<'k>(
    model: &'k Model<'_>,
    control: ControlId,
    known: &'k [ControlKnowledge<'_>],
) -> impl Iterator<Item = (ControlId, Label)> + 'k {
    let all = known.last().into_iter().flat_map(ControlKnowledge::iter);
    all.filter(move |(other, label)| is_answer(model, control, *other, *label))
}

/// Whether something worth saying is known of controls of two frameworks.
fn is_answer(model: &Model<'_>, control: ControlId, other: ControlId, label: Label) -> bool {
    let framework = |id: ControlId| model.controls[id].framework;
    framework(control) != framework(other) && is_worth_saying(label)
}

/// The pairs of a control and those others that are wanted, by target, from the standpoint at a position.
fn proved_of(
    model: &Model<'_>,
    source: ControlId,
    known: &[ControlKnowledge<'_>],
    (said, at, provers): (&Said, usize, &Provers<'_, '_, '_>),
    wanted: impl Fn(ControlId) -> bool,
) -> Vec<Proved> {
    let mut found: Vec<Proved> = worth_saying(model, source, known)
        .filter(|(target, _)| wanted(*target) && said.is_wanted(source) && said.is_wanted(*target))
        .filter_map(|(target, label)| {
            let is_new = !said.says(model, [source, target], label);
            let proof = is_new.then(|| best_proof(known, target))??;
            // Whoever sees what is proved of the controls below one, or above it, sees this too, unless rows on the control
            // itself prove it as well.
            let assessed = model.controls[source].assessable && model.controls[target].assessable;
            let through_others = |chain: &Chain| chain.begins_or_ends_in_the_hierarchy();
            let proof = if !assessed && proof.chains.iter().all(through_others) {
                provers.by_rows_on(source, target, label)?
            } else {
                proof
            };
            Some(Proved {
                source,
                target,
                stated: said.of_pair(model, at, source, target),
                proof,
            })
        })
        .collect();
    found.sort_by_key(|proved| proved.target);
    found
}

impl OfOne {
    /// Of a control that does not matter.
    const fn unknown(control: ControlId) -> Self {
        Self {
            towards: Vec::new(),
            kin: Kin::alone(control),
        }
    }

    fn of(
        model: &Model<'_>,
        control: ControlId,
        known: &[ControlKnowledge<'_>],
        marked: &Markings,
    ) -> Self {
        let all = known.last();
        let mut of_one = Self {
            towards: Vec::new(),
            kin: Kin::of(control, all, marked),
        };
        for (other, label) in all.into_iter().flat_map(ControlKnowledge::iter) {
            if is_answer(model, control, other, label) {
                of_one.add(model.controls[other].framework, other, label);
            }
        }
        for towards in &mut of_one.towards {
            towards.within.sort_unstable();
            towards.shares.sort_unstable();
        }
        of_one
    }

    /// Takes in what is known of one pair. Controls come framework by framework.
    fn add(&mut self, framework: FrameworkId, other: ControlId, label: Label) {
        if self
            .towards
            .last()
            .is_none_or(|last| last.framework != framework)
        {
            self.towards.push(Towards {
                framework,
                within: Vec::new(),
                shares: Vec::new(),
                disjoint: 0,
            });
        }
        let Some(towards) = self.towards.last_mut() else {
            return;
        };
        if label.implies(Label::WITHIN) {
            towards.within.push(other);
        }
        if label.implies(Label::OVERLAPS) {
            towards.shares.push(other);
        } else {
            towards.disjoint += 1;
        }
    }

    /// What is known of it against one framework.
    pub fn towards(&self, framework: FrameworkId) -> Option<&Towards> {
        let at = self
            .towards
            .binary_search_by_key(&framework, |towards| towards.framework);
        self.towards.get(at.ok()?)
    }
}
