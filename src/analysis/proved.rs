//! What rows prove of pairs of controls that no row says, or not as exactly.

use rayon::prelude::*;

use super::Floor;
use super::argument::Chain;
use super::logic::{ControlKnowledge, Logic, Proof, Prover};
use super::one_rationale::prefer_one_rationale;
use super::related::{Kin, Markings, Related};
use super::said::Said;
use xwalk_model::{ControlId, FrameworkId, Model, Table};
use xwalk_relation::{Label, Relation};
use xwalk_syntax::ast::Status;

/// A pair of controls of two frameworks about which the rows together prove more than any row says. Where one of
/// them is not assessed itself, by rows on these two, and not by others above or below them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proved {
    /// The control that the pair is read from: in [`Facts`](super::Facts) that of the framework which comes first by
    /// name and edition.
    pub source: ControlId,
    /// The control of the other framework.
    pub target: ControlId,
    /// What the rows on this very pair say together, source to target; [`Label::ANY`] if there are none.
    pub stated: Label,
    /// How the source relates to the target, and why: by rows of the best status by which that can be proved.
    pub proof: Proof,
}

/// Whether knowing this of two controls is worth something: that they share something, or that they do not.
pub(super) fn is_worth_saying(label: Label) -> bool {
    label.implies(Label::OVERLAPS) || label == Label::only(Relation::NoRelationship)
}

/// The same proved by rows of better status, if it can be: one prover for each status that rows have, best first, and one
/// more where rows count only since their mapping is accepted.
pub(super) struct Provers<'l, 'm, 's> {
    floors: Vec<Floor>,
    best_first: Vec<Prover<'l, 'm, 's>>,
}

impl<'l, 'm, 's> Provers<'l, 'm, 's> {
    pub fn new(model: &'m Model<'s>, logic: &'l Logic) -> Self {
        let floor = &logic.floor;
        let mut statuses: Vec<Status> = model
            .rows
            .iter()
            .map(|(_, row)| model.status(row))
            .collect();
        statuses.push(floor.status);
        statuses.sort_unstable();
        statuses.dedup();
        let statuses = statuses.into_iter().rev();
        let statuses = statuses.filter(|status| *status >= floor.status);
        let mut floors: Vec<Floor> = statuses.map(Floor::of).collect();
        // What counts by its status alone says better what it can say.
        if floor.lets_in_more(model) {
            floors.push(floor.clone());
        }
        Self::of(model, logic, floors)
    }

    /// One prover alone, which takes all rows that count: what it says, it cannot say by rows of better status.
    pub fn of_all_rows(model: &'m Model<'s>, logic: &'l Logic) -> Self {
        Self::of(model, logic, vec![logic.floor.clone()])
    }

    fn of(model: &'m Model<'s>, logic: &'l Logic, floors: Vec<Floor>) -> Self {
        Self {
            best_first: floors
                .iter()
                .map(|floor| logic.prover_of(model, |row| floor.is_passed_by(model, row)))
                .collect(),
            floors,
        }
    }

    /// How far the rows that they take must have come, best first.
    pub fn floors(&self) -> &[Floor] {
        &self.floors
    }

    /// What is known of one control by the one at a position.
    pub fn about_at(&self, at: usize, control: ControlId) -> Option<ControlKnowledge<'_>> {
        Some(self.best_first.get(at)?.about(control))
    }

    /// The proof of what is known of a pair by rows of the best status that are on the two themselves, and not on others
    /// above or below them.
    fn by_rows_on(&self, source: ControlId, target: ControlId, label: Label) -> Option<Proof> {
        self.best_first.iter().find_map(|prover| {
            let known = prover.about_by_rows_on(source, target);
            (known.label(target) == label).then(|| known.proof(target))?
        })
    }

    /// What is known of one control by each of them: the last knows all.
    pub fn about(&self, control: ControlId) -> Vec<ControlKnowledge<'_>> {
        let provers = self.best_first.iter();
        provers.map(|prover| prover.about(control)).collect()
    }
}

/// The proof of what is known of a pair by rows of the best status by which that can be proved.
pub(super) fn best_proof(known: &[ControlKnowledge<'_>], other: ControlId) -> Option<Proof> {
    let label = known.last()?.label(other);
    let best = known.iter().find(|known| known.label(other) == label)?;
    best.proof(other)
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

/// All that is proved of pairs, by source and target; what is known of each control; and what is related.
pub(super) fn prove_all(
    model: &Model<'_>,
    logic: &Logic,
    provers: &Provers<'_, '_, '_>,
) -> (Vec<Proved>, Table<ControlId, OfOne>, Related) {
    let said = Said::of(model, logic);
    let marked = Markings::of(model, &logic.eligibilities);
    let controls: Vec<ControlId> = model.controls.ids().collect();
    let each: Vec<(Vec<Proved>, OfOne)> = controls
        .into_par_iter()
        .map(|control| {
            let known = provers.about(control);
            (
                proved_of(model, control, &known, (&said, provers), |other| {
                    other > control
                }),
                OfOne::of(model, control, &known, &marked),
            )
        })
        .collect();
    let (proved, known): (Vec<_>, Vec<_>) = each.into_iter().unzip();
    let known: Table<ControlId, OfOne> = known.into_iter().collect();
    let related = Related::of(
        model,
        &marked,
        known.iter().map(|(control, known)| (control, &known.kin)),
    );
    let mut proved: Vec<Proved> = proved.into_iter().flatten().collect();
    prefer_one_rationale(model, logic, &mut proved);
    (proved, known, related)
}

/// All that is proved of pairs of controls of two frameworks, read from the one to the other: by source and target.
#[must_use]
pub fn prove_between(
    model: &Model<'_>,
    logic: &Logic,
    from: FrameworkId,
    to: FrameworkId,
) -> Vec<Proved> {
    let provers = Provers::new(model, logic);
    let said = Said::of(model, logic);
    let controls: Vec<ControlId> = model.controls_of(from).map(|(id, _)| id).collect();
    let each = controls.into_par_iter().flat_map_iter(|control| {
        let known = provers.about(control);
        let wanted = |other| model.controls[other].framework == to;
        proved_of(model, control, &known, (&said, &provers), wanted)
    });
    let mut proved: Vec<Proved> = each.collect();
    prefer_one_rationale(model, logic, &mut proved);
    proved
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

/// The pairs of a control and those others that are wanted, by target.
fn proved_of(
    model: &Model<'_>,
    source: ControlId,
    known: &[ControlKnowledge<'_>],
    (said, provers): (&Said, &Provers<'_, '_, '_>),
    wanted: impl Fn(ControlId) -> bool,
) -> Vec<Proved> {
    let mut found: Vec<Proved> = worth_saying(model, source, known)
        .filter(|(target, _)| wanted(*target) && said.is_wanted(source) && said.is_wanted(*target))
        .filter_map(|(target, label)| {
            let stated = said.of_pair(model, source, target);
            let proof = (stated != label).then(|| best_proof(known, target))??;
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
                stated,
                proof,
            })
        })
        .collect();
    found.sort_by_key(|proved| proved.target);
    found
}

impl OfOne {
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
