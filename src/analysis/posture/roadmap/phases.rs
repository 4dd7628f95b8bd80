//! Whether the phases of a roadmap stand in the order in which they can be done.

use xwalk_model::posture::{InitiativeId, Posture, RoadmapId};

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
