//! What is fulfilled by rows of one status, and what that rests on.

use rustc_hash::FxHashMap;

use super::bearing::View;
use super::fulfilled::{Fulfilled, How};
use super::projector::Bar;
use super::{Because, CurrentState, Ground};
use crate::logic::ControlKnowledge;
use xwalk_model::{ControlId, Model, RowId};

/// How many of the controls that a verdict rests on have the rows of their proofs listed. All are named.
const PROOFS_LISTED: usize = 24;

/// What is fulfilled by rows of one status and better.
pub(super) struct Reached {
    fulfilled: Fulfilled,
    /// What each whole that is fulfilled by its parts rests on, by its position.
    wholes: FxHashMap<usize, Ground>,
}

impl Reached {
    /// What is fulfilled by rows of each status, best first, as it is seen in one view.
    pub fn all(sight: Sight<'_, '_, '_>) -> Vec<Self> {
        let (state, bar) = (sight.state, sight.bar);
        let is_achieved = |id| state.of_control(id).is_some_and(|it| bar.is_cleared(it));
        let levels = sight.view.levels.iter().enumerate();
        levels
            .map(|(at, level)| {
                let wholes = &sight.view.wholes;
                let fulfilled = Fulfilled::of(sight.model, level, wholes, is_achieved);
                let order = fulfilled.order.clone();
                let mut reached = Self {
                    fulfilled,
                    wholes: FxHashMap::default(),
                };
                // What a whole rests on was found before it.
                for whole in order {
                    let ground = reached.of_parts(sight, at, whole);
                    reached.wholes.insert(whole, ground);
                }
                reached
            })
            .collect()
    }

    /// What it rests on that a control is met, if it is, by rows of the level at a position.
    pub fn met(&self, sight: Sight<'_, '_, '_>, at: usize, control: ControlId) -> Option<Ground> {
        match self.fulfilled.how(control)? {
            How::Itself => {
                let itself = vec![control];
                Some(Ground::new(
                    sight.model,
                    Because::Achieved,
                    itself,
                    Vec::new(),
                ))
            }
            How::Within => {
                let level = sight.view.levels.get(at)?;
                let containing = sight.bar.containing(level, sight.state, control);
                let containing = containing.collect();
                Some(sight.ground(at, control, Because::Contained, containing))
            }
            How::Parts(whole) => self.wholes.get(&whole).cloned(),
            How::WithinWhole(whole) => {
                let ground = self.wholes.get(&whole)?;
                let whole = sight.view.wholes.all.get(whole)?.control;
                let known = sight.view.provers.about_at(at, control);
                let rows = ground.rows.iter().copied();
                let rows = rows.chain(proof_rows(known.as_ref(), whole)).collect();
                let controls = ground.controls.clone();
                Some(Ground::new(sight.model, Because::Together, controls, rows))
            }
        }
    }

    /// What a whole rests on that is fulfilled by its parts.
    fn of_parts(&self, sight: Sight<'_, '_, '_>, at: usize, whole: usize) -> Ground {
        let whole = sight.view.wholes.all.get(whole);
        let row = whole.and_then(|whole| whole.row);
        let mut rows: Vec<RowId> = row.into_iter().collect();
        let mut controls = Vec::new();
        for part in whole.into_iter().flat_map(|whole| &whole.parts) {
            if let Some(met) = self.met(sight, at, *part) {
                rows.extend(met.rows);
                controls.extend(met.controls);
            }
        }
        let because = match row {
            Some(_) => Because::Together,
            None => Because::ChildrenMet,
        };
        Ground::new(sight.model, because, controls, rows)
    }
}

/// Where an organization stands, seen in one view and judged by one threshold.
#[derive(Clone, Copy)]
pub(super) struct Sight<'j, 'a, 's> {
    pub model: &'a Model<'s>,
    pub view: &'j View<'a, 's>,
    pub state: &'j CurrentState,
    pub bar: Bar,
}

impl Sight<'_, '_, '_> {
    /// Something that rests on what is known of one control and several others by rows of the level at a position.
    pub fn ground(
        self,
        at: usize,
        control: ControlId,
        because: Because,
        others: Vec<ControlId>,
    ) -> Ground {
        let known = self.view.provers.about_at(at, control);
        let listed = others.iter().take(PROOFS_LISTED);
        let rows = listed.flat_map(|other| proof_rows(known.as_ref(), *other));
        let rows = rows.collect();
        Ground::new(self.model, because, others, rows)
    }
}

fn proof_rows(known: Option<&ControlKnowledge<'_>>, other: ControlId) -> Vec<RowId> {
    known
        .and_then(|known| known.proof(other))
        .map_or_else(Vec::new, |proof| proof.rows())
}
