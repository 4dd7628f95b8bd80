//! What is known, proved by rows of the best status by which it can be.

use super::Floor;
use super::logic::{ControlKnowledge, Logic, Proof, Prover};
use super::standpoint::Standpoint;
use xwalk_model::{ControlId, Model};
use xwalk_relation::{Label, Relation};
use xwalk_syntax::ast::Status;

/// What is known from one standpoint, proved by rows of better status if it can be: one prover for each status that rows have, best first, and one
/// more where rows count only since their mapping is accepted.
pub(super) struct Provers<'l, 'm, 's> {
    floors: Vec<Floor>,
    best_first: Vec<Prover<'l, 'm, 's>>,
}

impl<'l, 'm, 's> Provers<'l, 'm, 's> {
    pub fn new(model: &'m Model<'s>, logic: &'l Logic, standpoint: Standpoint) -> Self {
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
        Self::of(model, logic, standpoint, floors)
    }

    /// Those of each standpoint.
    pub fn each(model: &'m Model<'s>, logic: &'l Logic) -> Vec<Self> {
        let standpoints = logic.standpoints.iter();
        standpoints
            .map(|standpoint| Self::new(model, logic, *standpoint))
            .collect()
    }

    /// One prover alone, which takes all rows that count: what it says, it cannot say by rows of better status.
    pub fn of_all_rows(model: &'m Model<'s>, logic: &'l Logic, standpoint: Standpoint) -> Self {
        Self::of(model, logic, standpoint, vec![logic.floor.clone()])
    }

    fn of(
        model: &'m Model<'s>,
        logic: &'l Logic,
        standpoint: Standpoint,
        floors: Vec<Floor>,
    ) -> Self {
        let prover = |floor: &Floor| {
            logic.prover_of(model, standpoint, |row| floor.is_passed_by(model, row))
        };
        Self {
            best_first: floors.iter().map(prover).collect(),
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
    pub fn by_rows_on(&self, source: ControlId, target: ControlId, label: Label) -> Option<Proof> {
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

/// The proof that two controls are equal, from the first standpoint from which it can be proved.
pub(super) fn equality<'p>(
    provers: impl IntoIterator<Item = &'p Provers<'p, 'p, 'p>>,
    control: ControlId,
    equal: ControlId,
) -> Option<Proof> {
    let mut provers = provers.into_iter();
    provers.find_map(|provers| {
        let proof = best_proof(&provers.about(control), equal);
        proof.filter(|proof| proof.label == Label::only(Relation::Equal))
    })
}
