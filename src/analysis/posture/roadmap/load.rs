//! The work that a roadmap asks of each owner, quarter by quarter.

use std::collections::BTreeMap;

use super::calendar::{Quarter, working_days};
use super::schedule::{Period, Schedule};
use xwalk_model::posture::{Posture, RoadmapId, RoleId};
use xwalk_syntax::ast::Date;

/// The effort of a roadmap, in working days, as its initiatives are done at their earliest.
///
/// The effort of an initiative spreads evenly over the working days from its beginning to its end, in whole days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Load {
    /// All quarters from the first to the last in which something is done.
    pub quarters: Vec<QuarterLoad>,
    /// What each owner does in all, in order of roles; without an owner first.
    pub owners: Vec<(Option<RoleId>, u64)>,
}

/// The effort of a quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuarterLoad {
    /// Which.
    pub quarter: Quarter,
    /// All effort.
    pub effort: u64,
    /// Of whom, in order of roles; without an owner first. Nobody stands here with nothing.
    pub owners: Vec<(Option<RoleId>, u64)>,
    /// What the organization can do in a quarter, where it says so.
    pub capacity: Option<u32>,
}

impl QuarterLoad {
    /// By how much the effort exceeds the capacity; 0 where it does not.
    #[must_use]
    pub fn excess(&self) -> u64 {
        self.capacity.map_or(0, |capacity| {
            self.effort.saturating_sub(u64::from(capacity))
        })
    }
}

/// The load of a roadmap that goes by a schedule. What has no dates is left out.
#[must_use]
pub fn load(posture: &Posture<'_>, roadmap: RoadmapId, schedule: &Schedule) -> Load {
    let mut parts: BTreeMap<Quarter, BTreeMap<Option<RoleId>, u64>> = BTreeMap::new();
    let mut owners: BTreeMap<Option<RoleId>, u64> = BTreeMap::new();
    for scheduled in &schedule.initiatives {
        let initiative = &posture.initiatives[scheduled.initiative];
        for (quarter, effort) in spread(scheduled.earliest, initiative.effort) {
            let quarter = parts.entry(quarter).or_default();
            if effort > 0 {
                *quarter.entry(initiative.owner).or_default() += effort;
            }
        }
        *owners.entry(initiative.owner).or_default() += u64::from(initiative.effort);
    }
    let capacity = posture.organizations[posture.roadmaps[roadmap].organization].capacity;
    let (first, last) = (
        parts.keys().next().copied(),
        parts.keys().next_back().copied(),
    );
    let quarters = std::iter::successors(first, |quarter| {
        last.filter(|last| quarter < last).map(|_| quarter.next())
    });
    Load {
        quarters: quarters
            .map(|quarter| {
                let owners = parts.get(&quarter).into_iter().flatten();
                let owners: Vec<_> = owners.map(|(owner, effort)| (*owner, *effort)).collect();
                QuarterLoad {
                    quarter,
                    effort: owners.iter().map(|(_, effort)| effort).sum(),
                    owners,
                    capacity,
                }
            })
            .collect(),
        owners: owners.into_iter().collect(),
    }
}

/// The effort in each quarter that a period touches. The parts are whole days and add up to all of it: what is done by
/// the end of a quarter is rounded down.
fn spread(period: Period, effort: u32) -> Vec<(Quarter, u64)> {
    let by_week = working_days(period.begins, period.over);
    // Over a weekend alone, its days count.
    let days = |until: Date| match by_week {
        0 => until.day_number() - period.begins.day_number(),
        _ => working_days(period.begins, until),
    };
    let all = days(period.over).max(1);
    let mut parts = Vec::new();
    let (mut quarter, mut before) = (Quarter::of(period.begins), 0);
    loop {
        let end = quarter.next().first_day().unwrap_or(period.over);
        let until = end.min(period.over);
        let is_last = until == period.over;
        let done = match is_last {
            true => i64::from(effort),
            false => i64::from(effort) * days(until) / all,
        };
        parts.push((quarter, u64::try_from(done - before).unwrap_or(0)));
        if is_last {
            return parts;
        }
        (quarter, before) = (quarter.next(), done);
    }
}
