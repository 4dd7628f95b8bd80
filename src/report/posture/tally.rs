//! The verdicts of exports, and how many there are of each.

use crate::JsonSchema;
use serde::Serialize;

use crate::published::written_as;
use xwalk_analysis::Share;
use xwalk_analysis::posture;

/// A verdict as an export gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Achieved controls contain all of it.
    Met,
    /// Something that it asks for is assessed below the threshold.
    NotMet,
    /// An achieved control shares something with it.
    PartlyEvidenced,
    /// It is assessed as not applicable, or all that equals it and is assessed is.
    NotApplicable,
    /// None of this follows.
    CannotTell,
    /// Something of this follows, but only if draft rows are believed.
    CannotTellDraft,
    /// Two of this follow: that it is met, not met, and not applicable itself.
    Contradiction,
}

impl Verdict {
    /// All verdicts, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Met,
        Self::NotMet,
        Self::PartlyEvidenced,
        Self::NotApplicable,
        Self::CannotTell,
        Self::CannotTellDraft,
        Self::Contradiction,
    ];

    /// Those that do not need drafts to be held back.
    pub fn without_drafts() -> impl Iterator<Item = Self> {
        let all = Self::ALL.into_iter();
        all.filter(|verdict| *verdict != Self::CannotTellDraft)
    }

    /// The verdict in words.
    #[must_use]
    pub const fn word(self) -> &'static str {
        self.words().word
    }

    /// The sign that stands beside the word, so that colour is never the only sign.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        self.words().sign
    }

    /// What it means, in short.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        self.words().meaning
    }

    /// The key of its definition, which says at length what it means.
    #[must_use]
    pub const fn key(self) -> &'static str {
        self.words().key
    }

    /// All that outputs say of a verdict.
    const fn words(self) -> Words {
        match self {
            Self::Met => Words {
                word: posture::Verdict::Met.word(),
                sign: "●",
                meaning: "all that the control asks for is fulfilled by achieved controls",
                key: "posture-met",
            },
            Self::NotMet => Words {
                word: posture::Verdict::NotMet.word(),
                sign: "✕",
                meaning: "something that the control asks for is assessed below the threshold",
                key: "posture-not-met",
            },
            Self::PartlyEvidenced => Words {
                word: posture::Verdict::PartlyEvidenced.word(),
                sign: "◐",
                meaning: "an achieved control shares something with it; the rest has to be shown",
                key: "posture-partly-evidenced",
            },
            Self::NotApplicable => Words {
                word: posture::Verdict::NotApplicable.word(),
                sign: "–",
                meaning: "it is assessed as not applicable, or what equals it is; the reason stands beside the assessment",
                key: "posture-not-applicable",
            },
            Self::CannotTell => Words {
                word: posture::Verdict::CannotTell.word(),
                sign: "?",
                meaning: "none of this follows from what was assessed: an open question, not a gap",
                key: "posture-cannot-tell",
            },
            Self::CannotTellDraft => Words {
                word: "cannot tell (draft)",
                sign: "◌",
                meaning: "some of this would follow, but only from rows that nobody has reviewed",
                key: "posture-cannot-tell-draft",
            },
            Self::Contradiction => Words {
                word: posture::Verdict::Contradiction.word(),
                sign: "≠",
                meaning: "two things are said that cannot both be: that it is met, that it is not met, that it is not applicable",
                key: "posture-contradiction",
            },
        }
    }
}

/// What outputs say of a verdict.
struct Words {
    word: &'static str,
    sign: &'static str,
    meaning: &'static str,
    key: &'static str,
}

impl From<posture::Verdict> for Verdict {
    fn from(verdict: posture::Verdict) -> Self {
        match verdict {
            posture::Verdict::Met => Self::Met,
            posture::Verdict::NotMet => Self::NotMet,
            posture::Verdict::PartlyEvidenced => Self::PartlyEvidenced,
            posture::Verdict::NotApplicable => Self::NotApplicable,
            posture::Verdict::CannotTell => Self::CannotTell,
            posture::Verdict::Contradiction => Self::Contradiction,
        }
    }
}

/// How many assessable controls have each verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally([usize; Verdict::ALL.len()]);

impl Tally {
    /// The count of one verdict.
    #[must_use]
    pub fn of(&self, verdict: Verdict) -> usize {
        self.0.get(verdict as usize).copied().unwrap_or_default()
    }

    /// All assessable controls.
    #[must_use]
    pub fn total(&self) -> usize {
        self.0.iter().sum()
    }

    /// The share of a verdict; `None` where nothing is assessable.
    #[must_use]
    pub fn share(&self, verdict: Verdict) -> Option<Share> {
        Share::of(self.of(verdict), self.total())
    }
}

impl From<&posture::Tally> for Tally {
    fn from(tally: &posture::Tally) -> Self {
        let mut counts = Self::default();
        for verdict in posture::Verdict::ALL {
            if let Some(count) = counts.0.get_mut(Verdict::from(verdict) as usize) {
                *count += tally.of(verdict);
            }
        }
        counts
    }
}

/// How many assessable controls have each verdict. There is no blended score: the seven belong together.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Tally", deny_unknown_fields)]
pub struct Shares {
    /// The counts.
    counts: ByVerdict,
    /// All seven together: the assessable controls there are.
    total: usize,
    /// The share of each in `total`, in basis points: 100 are one percent, 10000 are all, and 0 is none. Each is rounded half
    /// up by itself, so that they need not add up to 10000. `null` where `total` is 0: there is nothing to count.
    basis_points: Option<ByVerdict>,
}

written_as!(Shares: Tally, |tally| Shares {
    counts: ByVerdict::from(tally),
    total: tally.total(),
    basis_points: (tally.total() > 0).then(|| {
        ByVerdict::new(|verdict| tally.share(verdict).map_or(0, |share| share.basis_points() as usize))
    }),
});

/// A number for each verdict.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ByVerdict {
    /// All that they ask for is fulfilled.
    met: usize,
    /// Something that they ask for is not fulfilled.
    not_met: usize,
    /// Something that they ask for is fulfilled, and perhaps not all.
    partly_evidenced: usize,
    /// They are not applicable.
    not_applicable: usize,
    /// Nothing follows.
    cannot_tell: usize,
    /// Nothing follows without draft rows.
    cannot_tell_draft: usize,
    /// Two verdicts that exclude each other follow for them.
    contradiction: usize,
}

impl ByVerdict {
    fn new(of: impl Fn(Verdict) -> usize) -> Self {
        Self {
            met: of(Verdict::Met),
            not_met: of(Verdict::NotMet),
            partly_evidenced: of(Verdict::PartlyEvidenced),
            not_applicable: of(Verdict::NotApplicable),
            cannot_tell: of(Verdict::CannotTell),
            cannot_tell_draft: of(Verdict::CannotTellDraft),
            contradiction: of(Verdict::Contradiction),
        }
    }
}

impl From<&Tally> for ByVerdict {
    fn from(tally: &Tally) -> Self {
        Self::new(|verdict| tally.of(verdict))
    }
}

impl FromIterator<Verdict> for Tally {
    fn from_iter<I: IntoIterator<Item = Verdict>>(verdicts: I) -> Self {
        let mut tally = Self::default();
        for verdict in verdicts {
            if let Some(count) = tally.0.get_mut(verdict as usize) {
                *count += 1;
            }
        }
        tally
    }
}
