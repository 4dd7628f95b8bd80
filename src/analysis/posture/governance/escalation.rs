//! How word of an incident gets to the board.

use std::collections::{BTreeMap, BTreeSet};

use crate::circle::circles;
use xwalk_model::posture::{Escalation, EscalationId, OrganizationId, Posture, RoleId};

/// An escalation and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The escalation.
    pub escalation: EscalationId,
    /// What is wrong with it; nothing where all is well.
    pub flaws: Vec<PassageFlaw>,
}

/// What is wrong with an escalation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PassageFlaw {
    /// These roles pass it on to each other, the last to the first.
    Circle(Vec<RoleId>),
    /// It ends with a role that is not the board and passes it on to nobody.
    ShortOfBoard(RoleId),
    /// A step is due no later than one before it: their positions, the earlier first.
    NotRising(usize, usize),
}

pub(super) fn escalations(posture: &Posture<'_>, organization: OrganizationId) -> Vec<Passage> {
    let escalations = posture.of(&posture.escalations, organization);
    escalations
        .map(|(id, escalation)| Passage {
            escalation: id,
            flaws: flaws(posture, escalation),
        })
        .collect()
}

fn flaws(posture: &Posture<'_>, escalation: &Escalation<'_>) -> Vec<PassageFlaw> {
    let steps = &escalation.steps;
    let circles = circles(steps.iter().map(|step| (step.from, step.to)));

    let passing: BTreeSet<RoleId> = steps.iter().map(|step| step.from).collect();
    let ends: BTreeSet<RoleId> = steps
        .iter()
        .map(|step| step.to)
        .filter(|role| !passing.contains(role) && !posture.roles[*role].is_board)
        .collect();

    let mut due: BTreeMap<RoleId, Vec<usize>> = BTreeMap::new();
    for (at, step) in steps.iter().enumerate() {
        due.entry(step.to).or_default().push(at);
    }
    let not_rising = steps.iter().enumerate().flat_map(|(at, step)| {
        let before = due.get(&step.from).into_iter().flatten();
        let late = before.filter(move |before| {
            let before = steps.get(**before);
            before.is_some_and(|before| before.within.minutes() >= step.within.minutes())
        });
        late.map(move |before| PassageFlaw::NotRising(*before, at))
    });

    // In a circle, no deadlines can rise all the way round.
    let not_rising: Vec<_> = if circles.is_empty() {
        not_rising.collect()
    } else {
        Vec::new()
    };
    let circles = circles.into_iter().map(PassageFlaw::Circle);
    let ends = ends.into_iter().map(PassageFlaw::ShortOfBoard);
    circles.chain(ends).chain(not_rising).collect()
}
