//! Whether the phases of a roadmap stand in the order in which they can be done, and are done.

use std::collections::BTreeMap;

use super::schedule::Schedule;
use xwalk_model::posture::{InitiativeId, Posture, RoadmapId};
use xwalk_syntax::ast::Date;

/// The initiatives that come after one of a later phase, each with that one, in the order of the text.
#[must_use]
pub fn phases_out_of_order(
    posture: &Posture<'_>,
    roadmap: RoadmapId,
) -> Vec<(InitiativeId, InitiativeId)> {
    let initiatives = posture.initiatives_of(roadmap);
    initiatives
        .flat_map(|(id, initiative)| {
            let phase = initiative.phase;
            let of_later_phase =
                move |other: &InitiativeId| posture.initiatives[*other].phase > phase;
            let after = initiative.after.iter().copied().filter(of_later_phase);
            after.map(move |other| (id, other))
        })
        .collect()
}

/// A phase that begins before the one before it is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlyPhase {
    /// The position of the phase that is not over.
    pub before: usize,
    /// What of that phase is over last.
    pub last: InitiativeId,
    /// The day on which that phase is over.
    pub over: Date,
    /// What begins before that day, in the order of the text: at least one, all of one phase.
    pub early: Vec<InitiativeId>,
}

/// The phases that begin before the one before them is over, in order. A phase without dates is no phase before another,
/// and what an initiative of an earlier phase waits for has to begin early: [`phases_out_of_order`] tells that.
#[must_use]
pub fn phases_begun_early(
    posture: &Posture<'_>,
    roadmap: RoadmapId,
    schedule: &Schedule,
) -> Vec<EarlyPhase> {
    let mut phases: BTreeMap<usize, Vec<InitiativeId>> = BTreeMap::new();
    for (id, initiative) in posture.initiatives_of(roadmap) {
        if schedule.of(id).is_some() {
            phases.entry(initiative.phase).or_default().push(id);
        }
    }
    let out_of_order = phases_out_of_order(posture, roadmap);
    let has_to = |id: &InitiativeId| out_of_order.iter().any(|(_, other)| other == id);
    let period = |id: &InitiativeId| schedule.of(*id).map(|scheduled| scheduled.earliest);
    let pairs = phases.iter().zip(phases.values().skip(1));
    let early = pairs.filter_map(|((before, initiatives), next)| {
        let ends = initiatives
            .iter()
            .filter_map(|id| Some((period(id)?.over, *id)));
        // Of several that are over last, the first in the text.
        let (over, last) = ends.max_by_key(|(over, id)| (*over, std::cmp::Reverse(*id)))?;
        let is_early = |id: &&InitiativeId| period(id).is_some_and(|it| it.begins < over);
        let early = next.iter().filter(is_early);
        let early: Vec<InitiativeId> = early.filter(|id| !has_to(id)).copied().collect();
        (!early.is_empty()).then_some(EarlyPhase {
            before: *before,
            last,
            over,
            early,
        })
    });
    early.collect()
}
