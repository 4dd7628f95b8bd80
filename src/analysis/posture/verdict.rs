//! Verdicts on the controls of an adopted framework, and how they change.

use xwalk_model::{ControlId, FrameworkId, Model};

/// What the assessments of an organization say of a control of a framework that it adopts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// Two of this follow: that it is met, not met, and not applicable itself.
    Contradiction,
}

impl Verdict {
    /// All verdicts, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::Met,
        Self::NotMet,
        Self::PartlyEvidenced,
        Self::NotApplicable,
        Self::CannotTell,
        Self::Contradiction,
    ];

    /// The words in outputs that people read.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not met",
            Self::PartlyEvidenced => "partly evidenced",
            Self::NotApplicable => "not applicable",
            Self::CannotTell => "cannot tell",
            Self::Contradiction => "contradiction",
        }
    }

    /// The first that holds of what is known of a control.
    pub(super) const fn of(known: Known) -> Self {
        match (known.met, known.not_met, known.not_applicable) {
            (true, true, _) | (true, _, Some(Whose::Own)) | (_, true, Some(Whose::Own)) => {
                Self::Contradiction
            }
            (true, false, _) => Self::Met,
            (false, true, _) => Self::NotMet,
            (false, false, Some(_)) => Self::NotApplicable,
            (false, false, None) if known.shares => Self::PartlyEvidenced,
            (false, false, None) => Self::CannotTell,
        }
    }
}

/// What is known of a control.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    /// Achieved controls contain all of it.
    pub met: bool,
    /// Something that it asks for is assessed below the threshold.
    pub not_met: bool,
    /// It is not applicable, and who says so.
    pub not_applicable: Option<Whose>,
    /// An achieved control shares something with it.
    pub shares: bool,
}

/// Whose assessment says that a control is not applicable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// Its own.
    Own,
    /// Those of all controls that equal it and are assessed.
    Equal,
}

/// How many assessable controls have each verdict. There is no blended score: the six are shown together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally([usize; Verdict::ALL.len()]);

impl Tally {
    /// The count of one verdict.
    #[must_use]
    pub fn of(&self, verdict: Verdict) -> usize {
        self.0.get(verdict as usize).copied().unwrap_or_default()
    }

    /// Counts one control no longer here, but there.
    pub(super) fn turn(&mut self, before: Verdict, after: Verdict) {
        if let Some(count) = self.0.get_mut(before as usize) {
            *count = count.saturating_sub(1);
        }
        if let Some(count) = self.0.get_mut(after as usize) {
            *count += 1;
        }
    }

    /// All assessable controls counted.
    #[must_use]
    pub fn total(&self) -> usize {
        self.0.iter().sum()
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

/// The verdicts on all controls of one framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdicts {
    /// The framework.
    pub framework: FrameworkId,
    /// Every control of it, assessable or not, in preorder.
    pub controls: Vec<(ControlId, Verdict)>,
}

impl Verdicts {
    /// The counts over all assessable controls.
    #[must_use]
    pub fn tally(&self, model: &Model<'_>) -> Tally {
        let controls = self.controls.iter();
        controls
            .filter(|(id, _)| model.controls[*id].assessable)
            .map(|(_, verdict)| *verdict)
            .collect()
    }
}

/// A verdict that is another one afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The control.
    pub control: ControlId,
    /// What it was.
    pub before: Verdict,
    /// What it is.
    pub after: Verdict,
}

/// The verdicts on assessable controls that differ, by framework and control. Both speak of the same frameworks.
#[must_use]
pub fn changes(model: &Model<'_>, before: &[Verdicts], after: &[Verdicts]) -> Vec<Change> {
    let all = |verdicts: &[Verdicts]| -> Vec<(ControlId, Verdict)> {
        let all = verdicts.iter().flat_map(|of_one| &of_one.controls);
        all.copied().collect()
    };
    let pairs = all(before).into_iter().zip(all(after));
    pairs
        .filter(|((one, before), (other, after))| one == other && before != after)
        .filter(|((control, _), _)| model.controls[*control].assessable)
        .map(|((control, before), (_, after))| Change {
            control,
            before,
            after,
        })
        .collect()
}
