//! What is fulfilled by rows of one status, and what that rests on.

use rustc_hash::FxHashMap;

use super::fulfilled::{Fulfilled, How};
use super::projector::{Bar, Projector};
use super::{Because, CurrentState, Ground};
use crate::Connection;
use crate::logic::ControlKnowledge;
use xwalk_model::{ControlId, RowId};

/// How many of the controls that a verdict rests on have the rows of their proofs listed. All are named.
const PROOFS_LISTED: usize = 24;

/// What is fulfilled by rows of one status and better.
pub(super) struct Reached {
    fulfilled: Fulfilled,
    /// What each whole that is fulfilled by its parts rests on, by its position.
    wholes: FxHashMap<usize, Ground>,
}

impl Reached {
    /// What is fulfilled by rows of each status, best first.
    pub fn all(projector: &Projector<'_, '_>, state: &CurrentState, bar: Bar) -> Vec<Self> {
        let is_achieved = |id| state.of_control(id).is_some_and(|it| bar.is_cleared(it));
        let (model, wholes) = (projector.model, &projector.wholes);
        let levels = projector.levels.iter().enumerate();
        levels
            .map(|(at, level)| {
                let fulfilled = Fulfilled::of(model, level, wholes, is_achieved);
                let order = fulfilled.order.clone();
                let mut reached = Self {
                    fulfilled,
                    wholes: FxHashMap::default(),
                };
                // What a whole rests on was found before it.
                for whole in order {
                    let ground = reached.of_parts(projector, state, bar, at, whole);
                    reached.wholes.insert(whole, ground);
                }
                reached
            })
            .collect()
    }

    /// What it rests on that a control is met, if it is, by rows of the level at a position.
    pub fn met(
        &self,
        projector: &Projector<'_, '_>,
        state: &CurrentState,
        bar: Bar,
        at: usize,
        control: ControlId,
    ) -> Option<Ground> {
        let model = projector.model;
        match self.fulfilled.how(control)? {
            How::Itself => {
                let itself = vec![control];
                Some(Ground::new(model, Because::Achieved, itself, Vec::new()))
            }
            How::Within => {
                let level = projector.levels.get(at)?;
                let containing = bar.containing(level, state, control).collect();
                Some(ground(
                    projector,
                    at,
                    control,
                    Because::Contained,
                    containing,
                ))
            }
            How::Parts(whole) => self.wholes.get(&whole).cloned(),
            How::WithinWhole(whole) => {
                let ground = self.wholes.get(&whole)?;
                let whole = projector.wholes.all.get(whole)?.control;
                let known = projector.provers.about_at(at, control);
                let rows = ground.rows.iter().copied();
                let rows = rows.chain(proof_rows(known.as_ref(), whole)).collect();
                let controls = ground.controls.clone();
                Some(Ground::new(model, Because::Together, controls, rows))
            }
        }
    }

    /// What a whole rests on that is fulfilled by its parts.
    fn of_parts(
        &self,
        projector: &Projector<'_, '_>,
        state: &CurrentState,
        bar: Bar,
        at: usize,
        whole: usize,
    ) -> Ground {
        let whole = projector.wholes.all.get(whole);
        let row = whole.and_then(|whole| whole.row);
        let mut rows: Vec<RowId> = row.into_iter().collect();
        let mut controls = Vec::new();
        for part in whole.into_iter().flat_map(|whole| &whole.parts) {
            if let Some(met) = self.met(projector, state, bar, at, *part) {
                rows.extend(met.rows);
                controls.extend(met.controls);
            }
        }
        let because = match row {
            Some(_) => Because::Together,
            None => Because::ChildrenMet,
        };
        Ground::new(projector.model, because, controls, rows)
    }
}

/// Something that rests on what is known of one control and several others by rows of the level at a position.
pub(super) fn ground(
    projector: &Projector<'_, '_>,
    at: usize,
    control: ControlId,
    because: Because,
    others: Vec<ControlId>,
) -> Ground {
    let known = projector.provers.about_at(at, control);
    let listed = others.iter().take(PROOFS_LISTED);
    let rows = listed.flat_map(|other| proof_rows(known.as_ref(), *other));
    let rows = rows.collect();
    Ground::new(projector.model, because, others, rows)
}

/// That controls share something with one, by rows of the level at a position.
pub(super) fn ground_of_shares(
    projector: &Projector<'_, '_>,
    at: usize,
    control: ControlId,
    sharing: Vec<ControlId>,
) -> Ground {
    let known = projector.provers.about_at(at, control);
    let listed = sharing.iter().take(PROOFS_LISTED);
    let connections: Vec<Connection> = listed
        .filter_map(|other| Some(Connection::proved(*other, &known.as_ref()?.proof(*other)?)))
        .collect();
    let rows = connections.iter().flat_map(|one| one.rows.iter().copied());
    let rows = rows.collect();
    let ground = Ground::new(projector.model, Because::Shares, sharing, rows);
    Ground {
        strongest: Connection::strongest(connections),
        ..ground
    }
}

fn proof_rows(known: Option<&ControlKnowledge<'_>>, other: ControlId) -> Vec<RowId> {
    known
        .and_then(|known| known.proof(other))
        .map_or_else(Vec::new, |proof| proof.rows())
}
