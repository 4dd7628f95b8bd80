//! How far a roadmap goes: its days, its work, and what has no dates.

use super::{Initiative, Roadmap};
use xwalk_analysis::posture::Period;

impl<'m> Roadmap<'m> {
    /// Its initiatives, phase by phase.
    pub fn initiatives(&self) -> impl Iterator<Item = &Initiative<'m>> {
        self.phases.iter().flat_map(|phase| &phase.initiatives)
    }

    /// From its first day to the day on which it is over; `None` where no initiative has dates, so that nobody can say.
    #[must_use]
    pub fn span(&self) -> Option<Period> {
        let mut initiatives = self.initiatives();
        let is_dated = initiatives.any(|initiative| initiative.dates.is_some());
        is_dated.then_some(self.whole)
    }

    /// The working days that all its initiatives take, with those that have no dates: no quarter's load has these.
    #[must_use]
    pub fn effort(&self) -> u64 {
        let efforts = self.initiatives();
        efforts.map(|initiative| u64::from(initiative.effort)).sum()
    }

    /// How many of its initiatives have no dates.
    #[must_use]
    pub fn undated(&self) -> usize {
        let initiatives = self.initiatives();
        initiatives
            .filter(|initiative| initiative.dates.is_none())
            .count()
    }

    /// Why one of its initiatives has no dates; `None` where it has some.
    #[must_use]
    pub fn why_undated(&self, initiative: &Initiative<'_>) -> Option<&'static str> {
        if initiative.dates.is_some() {
            return None;
        }
        let mut waiting = self.circles.iter().flatten();
        match waiting.any(|one| *one == initiative.name) {
            true => Some("waits for itself"),
            false => Some("waits for what waits for itself"),
        }
    }
}
