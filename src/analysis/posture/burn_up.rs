//! What a roadmap changes, one initiative after the other.

use super::rising::Rising;
use super::{CurrentState, Moved, Projector, Schedule, Tally};
use xwalk_model::posture::InitiativeId;
use xwalk_model::{ControlId, FrameworkId, Model};
use xwalk_syntax::ast::Date;

/// How the verdicts change as the initiatives of a roadmap are done, as early as possible.
#[derive(Debug)]
pub struct BurnUp {
    /// The baseline, and the adopted frameworks, in the order of all tallies.
    pub frameworks: Vec<FrameworkId>,
    /// The verdicts as it is now.
    pub now: Vec<Tally>,
    /// One step for each initiative that has dates, in order of their ends, then of their names.
    pub steps: Vec<Step>,
    /// Where the organization stands in the end.
    pub state: CurrentState,
}

/// The state when an initiative is over, together with all that are over before it.
#[derive(Debug)]
pub struct Step {
    /// Which.
    pub initiative: InitiativeId,
    /// The day on which it is over.
    pub over: Date,
    /// The tiers that rise by it, by control.
    pub moved: Vec<Moved>,
    /// What it is declared to raise, and does not: what is not applicable, or has that tier by then.
    pub idle: Vec<ControlId>,
    /// The verdicts after it.
    pub tallies: Vec<Tally>,
}

impl BurnUp {
    /// Does the initiatives of a schedule, beginning at where an organization stands.
    #[must_use]
    pub fn of(
        model: &Model<'_>,
        projector: &Projector<'_, '_>,
        state: &CurrentState,
        schedule: &Schedule,
    ) -> Self {
        let order = in_order_of_ends(model, schedule);
        let initiatives = order.iter().map(|(_, initiative)| *initiative);
        let mut rising = Rising::new(projector, state.clone(), initiatives);
        let (frameworks, now) = (rising.frameworks(), rising.tallies());
        let mut steps = Vec::with_capacity(order.len());
        for (over, initiative) in order {
            let moved = rising.finish(initiative);
            let raises = model.posture.initiatives[initiative].raises.iter();
            let is_idle = |control: &ControlId| moved.iter().all(|it| it.control != *control);
            steps.push(Step {
                initiative,
                over,
                idle: raises.map(|it| it.control).filter(is_idle).collect(),
                moved,
                tallies: rising.tallies(),
            });
        }
        Self {
            frameworks,
            now,
            steps,
            state: rising.into_state(),
        }
    }
}

fn in_order_of_ends(model: &Model<'_>, schedule: &Schedule) -> Vec<(Date, InitiativeId)> {
    let scheduled = schedule.initiatives.iter();
    let mut ends: Vec<_> = scheduled
        .map(|it| (it.earliest.over, it.initiative))
        .collect();
    ends.sort_by_key(|(over, id)| (*over, model.posture.initiatives[*id].name, *id));
    ends
}
