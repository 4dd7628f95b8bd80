//! The dates of a roadmap: the critical path method, by the calendar.

use std::collections::{BTreeMap, BTreeSet};

use super::calendar::{after_working_days, working_day, working_days};
use crate::circle::circles;
use xwalk_model::posture::{Initiative, InitiativeId, Posture, RoadmapId};
use xwalk_syntax::ast::Date;

/// When the initiatives of a roadmap can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// From when to when it goes: from the first day of work until the last initiative is over. Without a day that an
    /// initiative names, work begins on the day of the assessment, or on the Monday after it.
    pub whole: Period,
    /// Its initiatives in the order of work: what must come before, then by phase, earliest beginning and name.
    pub initiatives: Vec<Scheduled>,
    /// What decides when the roadmap is over, in order: none of them has slack, each would begin later if the one before
    /// did, and the last is over last. Where several ways decide it, this is one of them.
    pub critical: Vec<InitiativeId>,
    /// What waits for itself: each initiative comes after the next, and the last after the first.
    pub circles: Vec<Vec<InitiativeId>>,
    /// What has no dates, since it waits for itself or for what does.
    pub undated: Vec<InitiativeId>,
}

/// An initiative with its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheduled {
    /// Which.
    pub initiative: InitiativeId,
    /// As early as possible.
    pub earliest: Period,
    /// As late as possible without delaying the end of the roadmap.
    pub latest: Period,
}

impl Scheduled {
    /// The working days by which it can begin later without delaying the end of the roadmap.
    #[must_use]
    pub fn slack(&self) -> i64 {
        working_days(self.earliest.begins, self.latest.begins)
    }

    /// Whether it decides when the roadmap is over: a day lost here is a day lost for the roadmap.
    #[must_use]
    pub fn is_critical(&self) -> bool {
        self.slack() == 0
    }
}

/// Days, from the first up to the one on which it is over: what comes after may begin then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub begins: Date,
    /// The day after the last one.
    pub over: Date,
}

impl Period {
    /// The last day of work, which is what people read as its end; of an empty period its first day.
    #[must_use]
    pub fn last_day(self) -> Date {
        self.over.plus_days(-1).max(self.begins)
    }
}

impl Schedule {
    /// The dates of an initiative, if it has some.
    #[must_use]
    pub fn of(&self, initiative: InitiativeId) -> Option<&Scheduled> {
        self.initiatives
            .iter()
            .find(|scheduled| scheduled.initiative == initiative)
    }
}

/// Dates all initiatives of a roadmap that do not wait for themselves.
#[must_use]
pub fn schedule(posture: &Posture<'_>, roadmap: RoadmapId) -> Schedule {
    let edges = posture
        .initiatives_of(roadmap)
        .flat_map(|(id, initiative)| initiative.after.iter().map(move |other| (id, *other)));
    let circles = circles(edges);

    let begins = beginning(posture, roadmap);
    let earliest = forward(posture, roadmap, begins);
    let periods = || earliest.iter().map(|(_, period)| period);
    let begins = periods().map(|it| it.begins).min().unwrap_or(begins);
    let over = periods().map(|it| it.over).max().unwrap_or(begins);
    let latest = backward(posture, &earliest, over);
    let initiatives: Vec<Scheduled> = earliest
        .into_iter()
        .filter_map(|(initiative, earliest)| {
            latest.get(&initiative).map(|latest| Scheduled {
                initiative,
                earliest,
                latest: *latest,
            })
        })
        .collect();
    let dated: BTreeMap<InitiativeId, Scheduled> = initiatives
        .iter()
        .map(|scheduled| (scheduled.initiative, *scheduled))
        .collect();

    Schedule {
        whole: Period { begins, over },
        critical: critical(posture, &dated, over),
        circles,
        undated: posture
            .initiatives_of(roadmap)
            .map(|(id, _)| id)
            .filter(|id| !dated.contains_key(id))
            .collect(),
        initiatives,
    }
}

fn beginning(posture: &Posture<'_>, roadmap: RoadmapId) -> Date {
    let named = posture
        .initiatives_of(roadmap)
        .filter_map(|(_, initiative)| initiative.starts)
        .min();
    named.unwrap_or(posture.assessments[posture.roadmaps[roadmap].assessment].assessed)
}

/// The initiatives with their earliest periods, each behind all that it waits for.
fn forward(
    posture: &Posture<'_>,
    roadmap: RoadmapId,
    beginning: Date,
) -> Vec<(InitiativeId, Period)> {
    let mut waits_for: BTreeMap<InitiativeId, usize> = BTreeMap::new();
    let mut followers: BTreeMap<InitiativeId, Vec<InitiativeId>> = BTreeMap::new();
    let mut free_from: BTreeMap<InitiativeId, Date> = BTreeMap::new();
    let mut ready = BTreeSet::new();
    let ahead = |id: InitiativeId, from: Date| {
        let initiative = &posture.initiatives[id];
        let period = period(initiative, from);
        (
            initiative.phase,
            period.begins,
            initiative.name,
            id,
            period.over,
        )
    };
    for (id, initiative) in posture.initiatives_of(roadmap) {
        let from = initiative
            .starts
            .map_or(beginning, |starts| starts.max(beginning));
        free_from.insert(id, from);
        waits_for.insert(id, initiative.after.len());
        for other in &initiative.after {
            followers.entry(*other).or_default().push(id);
        }
        if initiative.after.is_empty() {
            ready.insert(ahead(id, from));
        }
    }
    let mut done = Vec::with_capacity(waits_for.len());
    while let Some((_, begins, _, id, over)) = ready.pop_first() {
        done.push((id, Period { begins, over }));
        for follower in followers.get(&id).into_iter().flatten() {
            let (Some(from), Some(waiting)) =
                (free_from.get_mut(follower), waits_for.get_mut(follower))
            else {
                continue;
            };
            *from = over.max(*from);
            *waiting -= 1;
            if *waiting == 0 {
                ready.insert(ahead(*follower, *from));
            }
        }
    }
    done
}

/// The latest periods, where the roadmap is over no later than `over`.
fn backward(
    posture: &Posture<'_>,
    earliest: &[(InitiativeId, Period)],
    over: Date,
) -> BTreeMap<InitiativeId, Period> {
    let mut until: BTreeMap<InitiativeId, Date> = BTreeMap::new();
    let mut latest = BTreeMap::new();
    for (id, period) in earliest.iter().rev() {
        let initiative = &posture.initiatives[*id];
        let until_own = until.get(id).copied().unwrap_or(over);
        let last = latest_period(initiative, *period, until_own);
        for before in &initiative.after {
            let until = until.entry(*before).or_insert(last.begins);
            *until = last.begins.min(*until);
        }
        latest.insert(*id, last);
    }
    latest
}

/// The days of an initiative that can begin on a day: work begins on a working day.
fn period(initiative: &Initiative<'_>, from: Date) -> Period {
    let begins = working_day(from);
    let over = match initiative.lasts {
        // What takes hours takes its day.
        Some(lasts) => lasts.after(begins).max(begins.plus_days(1)),
        None => after_working_days(begins, initiative.effort),
    };
    Period { begins, over }
}

/// The last period that is over on a day. Months differ in length, so it is searched for: what begins later is never
/// over earlier, and `earliest` is over in time.
fn latest_period(initiative: &Initiative<'_>, earliest: Period, over: Date) -> Period {
    let mut in_time = earliest;
    let (mut known, mut too_late) = (
        earliest.begins.day_number(),
        over.day_number().max(earliest.begins.day_number() + 1),
    );
    while too_late - known > 1 {
        let middle = known + (too_late - known) / 2;
        let begins = earliest.begins;
        let tried = period(initiative, begins.plus_days(middle - begins.day_number()));
        if tried.over <= over {
            (known, in_time) = (middle, tried);
        } else {
            too_late = middle;
        }
    }
    in_time
}

/// From what is over last back to what waited for no other, over what has no slack.
fn critical(
    posture: &Posture<'_>,
    dated: &BTreeMap<InitiativeId, Scheduled>,
    over: Date,
) -> Vec<InitiativeId> {
    // Of several the one that is named first, whatever the order of the text.
    let name = |scheduled: &&Scheduled| {
        let id = scheduled.initiative;
        (posture.initiatives[id].name, id)
    };
    let last = dated
        .values()
        .filter(|it| it.is_critical() && it.earliest.over == over)
        .min_by_key(name);
    let before = |last: &&Scheduled| {
        let after = posture.initiatives[last.initiative].after.iter();
        let before = after.filter_map(|before| dated.get(before));
        // What is over in time though it begins a working day later does not decide when this one begins.
        let decides = |it: &&Scheduled| {
            let initiative = &posture.initiatives[it.initiative];
            let later = period(initiative, it.earliest.begins.plus_days(1));
            it.is_critical() && later.over > last.earliest.begins
        };
        before.filter(decides).min_by_key(name)
    };
    let mut path: Vec<InitiativeId> = std::iter::successors(last, before)
        .map(|scheduled| scheduled.initiative)
        .collect();
    path.reverse();
    path
}
