//! The closed sets of words of postures.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::{Form, Vocabulary, Word};
use crate::posture::{DoubtReason, Verdict};
use xwalk_analysis::posture::{Because, DeficiencyKind, Yardstick};
use xwalk_syntax::ast::posture::{Decision, Party, Treatment};
use xwalk_syntax::ast::{ActivityKind, SupportProperty};

/// Names a set of words, all of which the type lists.
macro_rules! vocabulary {
    ($($kind:ty, $name:literal, $about:literal;)*) => {$(
        impl Vocabulary for $kind {
            const NAME: &'static str = $name;
            const ABOUT: &'static str = $about;

            fn all() -> impl Iterator<Item = Self> {
                Self::ALL.into_iter()
            }

            fn word(self) -> Cow<'static, str> {
                Self::word(self).into()
            }
        }
    )*};
}

vocabulary! {
    Yardstick, "Yardstick", "What an assessment is measured against: `tiers` (the current tiers of the other one) or `targets` (its targets).";
    ActivityKind, "ActivityKind", "A key activity (`activity`) or a maturity indicator (`indicator`).";
    Treatment, "Treatment", "What is done about a risk.";
    Party, "Party", "A part of an organization that has to be represented.";
    Decision, "DecisionKind", "A kind of decision that exactly one role takes.";
    SupportProperty, "SupportProperty", "What `supports` means more exactly (NIST IR 8477).";
    Because, "Because", "How something speaks for a verdict. For met: the control is `achieved` itself, is `contained` in an achieved one, is contained in what several fulfilled controls ask `together`, or has `children-met` where the children ask for exactly all of it. For not met: it is assessed `below` the threshold itself, or `asks-for-more`, that is, for all of something that is below. For partly evidenced: an achieved control `shares` something with it. For not applicable: it is assessed so itself (`assessed-not-applicable`), or all that equals it and is assessed is (`equal-not-applicable`).";
    DoubtReason, "DoubtReason", "Why nobody can tell: the controls that share something with it are `between-thresholds`, achieved by their assessment and not by the stricter threshold of this framework; the controls that would show it are `not-applicable`, which proves nothing, or `unsupported` by their evidence; `only-below`, the controls that share something with it are below the threshold; `related-only`, it is only called related to what is assessed; `not-assessed`, the controls that share something with it are not assessed; `rows-left-out`, the rows that name it do not count; `judged-below`, it is judged by the controls below it; `unconnected`, nothing connects it with an assessed framework.";
}

impl Vocabulary for Verdict {
    const NAME: &'static str = "PostureVerdict";
    const ABOUT: &'static str = "What the assessments say about a control: `met` all that it asks for is fulfilled, `not-met` something of it is not, `partly-evidenced` something of it is, `not-applicable` it is assessed as that or what equals it is, `contradiction` two of met, not met and itself assessed as not applicable are said at once, `cannot-tell` none of this follows, `cannot-tell-draft` some of this follows only if draft rows are believed.";

    fn all() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter()
    }

    fn word(self) -> Cow<'static, str> {
        match self {
            Self::Met => "met",
            Self::NotMet => "not-met",
            Self::PartlyEvidenced => "partly-evidenced",
            Self::NotApplicable => "not-applicable",
            Self::CannotTell => "cannot-tell",
            Self::CannotTellDraft => "cannot-tell-draft",
            Self::Contradiction => "contradiction",
        }
        .into()
    }
}

/// A verdict in the words that people read. Nothing is held back from those who ask about themselves.
#[derive(Clone, Copy)]
pub struct Spoken(pub Verdict);

impl Form<Verdict> for Word<Spoken> {
    fn write<S: Serializer>(verdict: &Verdict, serializer: S) -> Result<S::Ok, S::Error> {
        Word(Spoken(*verdict)).serialize(serializer)
    }
}

impl Vocabulary for Spoken {
    const NAME: &'static str = "Verdict";
    const ABOUT: &'static str = "What follows for a control: `met` (achieved controls contain all of it), `not met` (it asks for all of something below the threshold), `partly evidenced` (an achieved control shares something with it), `not applicable` (it is assessed as that, or what equals it is), `cannot tell` (none of this follows), `contradiction` (two of met, not met and itself assessed as not applicable are said at once).";

    fn all() -> impl Iterator<Item = Self> {
        Verdict::without_drafts().map(Self)
    }

    fn word(self) -> Cow<'static, str> {
        self.0.word().into()
    }
}

impl Vocabulary for DeficiencyKind {
    const NAME: &'static str = "Fault";
    const ABOUT: &'static str = "What is wrong with a piece of evidence: its file is `missing`, it was collected on a `future-dated` day, it is `stale`, was `changed-since-approval`, or is `failing` what it has to show.";

    fn all() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter()
    }

    fn word(self) -> Cow<'static, str> {
        match self {
            Self::Missing | Self::FutureDated | Self::Stale | Self::Failing => Self::word(self),
            Self::Changed => "changed-since-approval",
        }
        .into()
    }
}
