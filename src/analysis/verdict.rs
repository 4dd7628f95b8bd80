//! Verdicts, and how many controls have each.

use super::share::Share;

/// From what a verdict follows. The two are counted apart everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// From stated rows alone.
    Stated,
    /// From stated rows and what they prove.
    Proved,
}

/// What is fulfilled of a control, if all of the other framework is fulfilled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// All of it.
    Full,
    /// Something of it.
    Overlap,
    /// Nobody knows what: only that there is a relationship.
    Related,
    /// Nothing: somebody looked, and there is nothing.
    Gap,
    /// Nobody looked.
    NotReviewed,
}

impl Verdict {
    /// All verdicts, best first.
    pub const ALL: [Self; 5] = [
        Self::Full,
        Self::Overlap,
        Self::Related,
        Self::Gap,
        Self::NotReviewed,
    ];

    /// Whether nothing of the control is known to be covered: it remains to be judged, or to be done.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Related | Self::Gap | Self::NotReviewed)
    }

    /// The word in outputs that people read.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Overlap => "overlap",
            Self::Related => "related",
            Self::Gap => "gap",
            Self::NotReviewed => "not reviewed",
        }
    }
}

/// How many assessable controls have each verdict. There is no blended score: the five are shown together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// [`Verdict::Full`].
    pub full: usize,
    /// [`Verdict::Overlap`].
    pub overlap: usize,
    /// [`Verdict::Related`].
    pub related: usize,
    /// [`Verdict::Gap`].
    pub gap: usize,
    /// [`Verdict::NotReviewed`].
    pub not_reviewed: usize,
}

impl Tally {
    /// Counts one control.
    pub fn add(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Full => self.full += 1,
            Verdict::Overlap => self.overlap += 1,
            Verdict::Related => self.related += 1,
            Verdict::Gap => self.gap += 1,
            Verdict::NotReviewed => self.not_reviewed += 1,
        }
    }

    /// The count of one verdict.
    #[must_use]
    pub const fn of(&self, verdict: Verdict) -> usize {
        match verdict {
            Verdict::Full => self.full,
            Verdict::Overlap => self.overlap,
            Verdict::Related => self.related,
            Verdict::Gap => self.gap,
            Verdict::NotReviewed => self.not_reviewed,
        }
    }

    /// All assessable controls counted.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.full + self.overlap + self.related + self.gap + self.not_reviewed
    }

    /// The share of a verdict; `None` where nothing is counted.
    #[must_use]
    pub fn share(&self, verdict: Verdict) -> Option<Share> {
        Share::of(self.of(verdict), self.total())
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.full += other.full;
        self.overlap += other.overlap;
        self.related += other.related;
        self.gap += other.gap;
        self.not_reviewed += other.not_reviewed;
    }
}

impl FromIterator<Verdict> for Tally {
    fn from_iter<I: IntoIterator<Item = Verdict>>(verdicts: I) -> Self {
        let mut tally = Self::default();
        verdicts.into_iter().for_each(|verdict| tally.add(verdict));
        tally
    }
}
