//! How long something took, or has lasted so far, against a limit.

use super::statistics::Statistics;
use xwalk_syntax::ast::{Date, Duration};

/// How long incidents took to be detected, or from then to be responded to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// Of the incidents that have come so far; nothing where none has.
    pub statistics: Option<Statistics>,
    /// How many have not come so far yet.
    pub open: usize,
    /// How many of these have lasted longer than the limit already.
    pub overdue: usize,
    /// The day since which the oldest of the open ones lasts.
    pub oldest: Option<Date>,
    /// How many that have come so far took longer than the limit.
    pub late: usize,
    /// Whether nine incidents in ten keep the limit: one that is still open and over it already does not, and of one that is
    /// still within it nobody can tell yet. Nothing where there is no limit, or nothing can be told.
    pub is_kept: Option<bool>,
}

/// An incident that has not come so far yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Open {
    /// Since when it lasts.
    pub since: Date,
    /// How many seconds it has lasted for certain.
    pub lasted: u64,
}

impl Times {
    /// The seconds that some took, and those that are open.
    pub(super) fn of(took: Vec<u64>, open: &[Open], limit: Option<Duration>) -> Self {
        let limit = limit.map(|limit| limit.minutes() * 60);
        let exceeds = |seconds: u64| limit.is_some_and(|limit| seconds > limit);
        let late = took.iter().filter(|took| exceeds(**took)).count();
        let overdue = open.iter().filter(|open| exceeds(open.lasted)).count();
        let told = took.len() + overdue;
        Self {
            statistics: Statistics::of(took),
            open: open.len(),
            overdue,
            oldest: open.iter().map(|open| open.since).min(),
            late,
            is_kept: limit
                .filter(|_| told > 0)
                .map(|_| (late + overdue) * 10 <= told),
        }
    }

    /// Whether there is anything to say.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.statistics.is_none() && self.open == 0
    }
}

#[cfg(test)]
mod tests {
    use super::{Open, Times};
    use xwalk_syntax::ast::{Date, Duration, Unit};

    #[test]
    fn nine_in_ten_keep_a_limit_and_what_is_open_beyond_it_does_not() {
        let limit = Duration {
            count: 15,
            unit: Unit::Minute,
        };
        let Some(since) = Date::new(2026, 1, 1) else {
            return;
        };
        let kept = |within: usize, late: usize, open: &[u64]| {
            let took = std::iter::repeat_n(900, within).chain(std::iter::repeat_n(901, late));
            let open: Vec<Open> = open
                .iter()
                .map(|lasted| Open {
                    since,
                    lasted: *lasted,
                })
                .collect();
            Times::of(took.collect(), &open, Some(limit)).is_kept
        };
        assert_eq!(kept(9, 1, &[]), Some(true));
        assert_eq!(kept(8, 1, &[]), Some(false));
        assert_eq!(kept(9, 0, &[901]), Some(true));
        assert_eq!(kept(8, 0, &[901]), Some(false));
        assert_eq!(kept(1, 0, &[900, 900]), Some(true));
        assert_eq!(kept(0, 0, &[900]), None);
        assert_eq!(kept(0, 0, &[901]), Some(false));
        assert_eq!(Times::of(vec![1], &[], None).is_kept, None);
    }
}
