//! What would be so if some initiatives were done, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use super::{Change, CurrentState, Moved, Projected, Projector, Tally, changes};
use xwalk_model::posture::{InitiativeId, Posture, RiskId};
use xwalk_model::{ControlId, FrameworkId, Model};

/// What would be so if some initiatives were done, and nothing else.
#[derive(Debug)]
pub struct WhatIf {
    /// The initiatives, in the order of the text, each once.
    pub initiatives: Vec<InitiativeId>,
    /// What must come before them and is not among them.
    pub left_out: Vec<LeftOut>,
    /// Where the organization would stand.
    pub state: CurrentState,
    /// The tiers that rise, by control.
    pub moved: Vec<Moved>,
    /// What the initiatives say that they raise, and do not: what is not applicable, or stands there already.
    pub idle: Vec<ControlId>,
    /// The verdicts on the baseline and on each adopted framework, counted.
    pub turned: Vec<Turned>,
    /// The verdicts on assessable controls that change, by framework and control.
    pub changed: Vec<Changed>,
    /// The risks that are treated.
    pub treated: Vec<Treated>,
}

/// An initiative that must come first, and is not asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Which.
    pub initiative: InitiativeId,
    /// What directly waits for it, and is asked for, or is itself left out.
    pub waiting: Vec<InitiativeId>,
}

/// The verdicts on one framework, counted before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turned {
    /// The framework.
    pub framework: FrameworkId,
    /// As it is now.
    pub before: Tally,
    /// As it would be.
    pub after: Tally,
}

/// A verdict that would be another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// What it is, and what it would be.
    pub change: Change,
    /// What it would rest on.
    pub after: Projected,
}

/// A risk that is treated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Treated {
    /// Which.
    pub risk: RiskId,
    /// The initiatives that treat it.
    pub by: Vec<InitiativeId>,
}

impl WhatIf {
    /// Does these initiatives, in whatever order, beginning at where an organization stands.
    #[must_use]
    pub fn of(
        model: &Model<'_>,
        projector: &Projector<'_, '_>,
        now: &CurrentState,
        initiatives: &BTreeSet<InitiativeId>,
    ) -> Self {
        let posture = &model.posture;
        let mut state = now.clone();
        for initiative in initiatives {
            state.finish(model, *initiative);
        }
        let moved = moved(now, &state);
        let (before, after) = (projector.verdicts(now), projector.verdicts(&state));
        let turned = before.iter().zip(&after).map(|(before, after)| Turned {
            framework: before.framework,
            before: before.tally(model),
            after: after.tally(model),
        });
        Self {
            initiatives: initiatives.iter().copied().collect(),
            left_out: left_out(posture, initiatives),
            idle: idle(posture, initiatives, &moved),
            turned: turned.collect(),
            changed: changed(projector, &state, changes(model, &before, &after)),
            treated: treated(posture, initiatives),
            moved,
            state,
        }
    }
}

fn moved(now: &CurrentState, then: &CurrentState) -> Vec<Moved> {
    let pairs = now.iter().zip(then.iter());
    pairs
        .map(|((control, before), (_, after))| Moved {
            control,
            before: before.and_then(|stand| stand.tier),
            after: after.and_then(|stand| stand.tier),
        })
        .filter(|moved| moved.before != moved.after)
        .collect()
}

fn idle(
    posture: &Posture<'_>,
    initiatives: &BTreeSet<InitiativeId>,
    moved: &[Moved],
) -> Vec<ControlId> {
    let raises = initiatives
        .iter()
        .flat_map(|id| &posture.initiatives[*id].raises);
    let raised: BTreeSet<ControlId> = raises.map(|raise| raise.control).collect();
    let moved: BTreeSet<ControlId> = moved.iter().map(|moved| moved.control).collect();
    raised.difference(&moved).copied().collect()
}

/// Every change with what the verdict would rest on. Both are in the order of frameworks and controls.
fn changed(
    projector: &Projector<'_, '_>,
    state: &CurrentState,
    changes: Vec<Change>,
) -> Vec<Changed> {
    let controls: BTreeSet<ControlId> = changes.iter().map(|change| change.control).collect();
    let projections = projector.project_only(state, |control| controls.contains(&control));
    let projected = projections.into_iter().flat_map(|one| one.controls);
    let pairs = changes.into_iter().zip(projected);
    pairs
        .map(|(change, after)| Changed { change, after })
        .collect()
}

/// All that must come before, directly or not, and is not asked for.
fn left_out(posture: &Posture<'_>, initiatives: &BTreeSet<InitiativeId>) -> Vec<LeftOut> {
    let mut waiting: BTreeMap<InitiativeId, BTreeSet<InitiativeId>> = BTreeMap::new();
    let mut open: Vec<InitiativeId> = initiatives.iter().copied().collect();
    while let Some(id) = open.pop() {
        for before in &posture.initiatives[id].after {
            if initiatives.contains(before) {
                continue;
            }
            let is_new = !waiting.contains_key(before);
            waiting.entry(*before).or_default().insert(id);
            if is_new {
                open.push(*before);
            }
        }
    }
    let left_out = waiting.into_iter().map(|(initiative, waiting)| LeftOut {
        initiative,
        waiting: waiting.into_iter().collect(),
    });
    left_out.collect()
}

fn treated(posture: &Posture<'_>, initiatives: &BTreeSet<InitiativeId>) -> Vec<Treated> {
    let mut treated: BTreeMap<RiskId, Vec<InitiativeId>> = BTreeMap::new();
    for id in initiatives {
        for risk in &posture.initiatives[*id].treats {
            treated.entry(*risk).or_default().push(*id);
        }
    }
    let treated = treated.into_iter();
    treated.map(|(risk, by)| Treated { risk, by }).collect()
}
