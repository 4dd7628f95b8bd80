//! The work that the roadmaps of an organization ask of each owner, quarter by quarter.

use std::collections::BTreeMap;

use super::calendar::{Quarter, working_days};
use super::schedule::{Period, Schedule, schedule};
use super::whole_days::{PER_DAY, Work, whole_days, whole_days_of_all};
use xwalk_model::posture::{OrganizationId, Posture, RoadmapId, RoleId};
use xwalk_syntax::ast::Date;

/// The effort of a roadmap, in working days, as its initiatives are done at their earliest.
///
/// The effort of an initiative spreads evenly over the working days from its beginning to its end. Only sums are rounded to
/// whole days, so that no part of a day is lost or counted twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    /// All effort of the roadmap.
    pub effort: u64,
    /// Of whom, in order of roles; without an owner first. Nobody stands here with nothing.
    pub owners: Vec<(Option<RoleId>, u64)>,
    /// What the other roadmaps of the organization ask for in this quarter.
    pub elsewhere: u64,
    /// What the organization can do in a quarter, where it says so: all its roadmaps together.
    pub capacity: Option<u32>,
}

impl QuarterLoad {
    /// By how much the effort of all roadmaps exceeds the capacity; 0 where it does not.
    #[must_use]
    pub fn excess(&self) -> u64 {
        let all = self.effort + self.elsewhere;
        self.capacity
            .map_or(0, |capacity| all.saturating_sub(u64::from(capacity)))
    }
}

/// What all roadmaps of an organization ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loads {
    /// The load of each roadmap.
    pub roadmaps: BTreeMap<RoadmapId, Load>,
    /// The effort of all of them in each quarter in which something is done.
    pub quarters: BTreeMap<Quarter, u64>,
}

impl Loads {
    /// The loads of the roadmaps of an organization. What has no dates is left out.
    #[must_use]
    pub fn of(posture: &Posture<'_>, organization: OrganizationId) -> Self {
        let roadmaps = posture.of(&posture.roadmaps, organization);
        let schedules: Vec<_> = roadmaps
            .map(|(id, _)| (id, schedule(posture, id)))
            .collect();
        loads(posture, organization, &schedules)
    }

    /// The load of a roadmap of the organization.
    #[must_use]
    pub fn of_roadmap(&self, roadmap: RoadmapId) -> Load {
        self.roadmaps.get(&roadmap).cloned().unwrap_or_default()
    }
}

fn loads(
    posture: &Posture<'_>,
    organization: OrganizationId,
    schedules: &[(RoadmapId, Schedule)],
) -> Loads {
    let mut of_all: BTreeMap<Quarter, u128> = BTreeMap::new();
    let mut of_each = Vec::new();
    for (roadmap, schedule) in schedules {
        let mut parts: Work<Option<RoleId>, u128> = Work::new();
        let mut owners: BTreeMap<Option<RoleId>, u64> = BTreeMap::new();
        for scheduled in &schedule.initiatives {
            let initiative = &posture.initiatives[scheduled.initiative];
            for (quarter, done) in spread(scheduled.earliest, initiative.effort) {
                *of_all.entry(quarter).or_default() += done;
                let by_owner = parts.entry(quarter).or_default();
                *by_owner.entry(initiative.owner).or_default() += done;
            }
            *owners.entry(initiative.owner).or_default() += u64::from(initiative.effort);
        }
        of_each.push((*roadmap, whole_days(&parts), owners));
    }
    // Rounded together, where there are several: what is left over in ten roadmaps can be days.
    let mut of_all = whole_days_of_all(&of_all);
    for (quarter, all) in &mut of_all {
        let own = of_each
            .iter()
            .filter_map(|(_, whole, _)| whole.get(quarter));
        let own: Vec<u64> = own.map(|by| by.values().sum()).collect();
        let most = own.iter().copied().max().unwrap_or(0);
        *all = match own.len() {
            1 => most,
            _ => most.max(*all),
        };
    }
    let capacity = posture.organizations[organization].capacity;
    let quarter = |quarter: Quarter, owners: Vec<(Option<RoleId>, u64)>| {
        let effort = owners.iter().map(|(_, effort)| effort).sum();
        let all = of_all.get(&quarter).copied().unwrap_or(0);
        QuarterLoad {
            quarter,
            effort,
            owners,
            elsewhere: all.saturating_sub(effort),
            capacity,
        }
    };
    let loads = of_each.into_iter().map(|(roadmap, whole, owners)| {
        let quarters = through(whole.keys().next(), whole.keys().next_back());
        let asked = |it: Quarter| {
            let owners = whole.get(&it).into_iter().flatten();
            let owners = owners.filter(|(_, effort)| **effort > 0);
            owners.map(|(owner, effort)| (*owner, *effort)).collect()
        };
        let load = Load {
            quarters: quarters.map(|it| quarter(it, asked(it))).collect(),
            owners: owners.into_iter().collect(),
        };
        (roadmap, load)
    });
    Loads {
        roadmaps: loads.collect(),
        quarters: of_all,
    }
}

/// All quarters from one to another.
fn through(first: Option<&Quarter>, last: Option<&Quarter>) -> impl Iterator<Item = Quarter> {
    let last = last.copied();
    std::iter::successors(first.copied(), move |quarter| {
        last.filter(|last| quarter < last).map(|_| quarter.next())
    })
}

/// The effort in each quarter that a period touches, in parts of days that add up to all of it.
fn spread(period: Period, effort: u32) -> Vec<(Quarter, u128)> {
    // Work begins on a working day, so that there is one at least.
    let days = |until: Date| u128::try_from(working_days(period.begins, until)).unwrap_or(0);
    let all = days(period.over).max(1);
    let effort = u128::from(effort) * PER_DAY;
    let mut parts = Vec::new();
    let (mut quarter, mut before) = (Quarter::of(period.begins), 0);
    loop {
        let end = quarter.next().first_day().unwrap_or(period.over);
        let until = end.min(period.over);
        let is_last = until == period.over;
        let done = match is_last {
            true => effort,
            false => effort * days(until) / all,
        };
        parts.push((quarter, done - before));
        if is_last {
            return parts;
        }
        (quarter, before) = (quarter.next(), done);
    }
}
