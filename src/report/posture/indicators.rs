//! Key activities and maturity indicators.

use super::named::{Declared, NamedControl};
use super::namer::Namer;
use xwalk_analysis::posture::{self, DeficiencyKind};
use xwalk_syntax::ast::ActivityKind;

/// A key activity or maturity indicator of an assessed framework, shown where all that it names is achieved and supported.
#[derive(Debug)]
pub struct Indicator<'m> {
    /// The control that declares it: mostly a function.
    pub control: NamedControl,
    /// Whether it is a key activity or a maturity indicator.
    pub kind: ActivityKind,
    /// What it says.
    pub title: &'m str,
    /// What it names: controls, or functions and categories for all below them.
    pub on: Vec<NamedControl>,
    /// What keeps it from being shown; empty where it is shown.
    pub lacking: Vec<Lacking<'m>>,
}

/// What a control lacks.
#[derive(Debug)]
pub struct Lacking<'m> {
    /// The control.
    pub control: NamedControl,
    /// What.
    pub lack: Lack<'m>,
}

/// What there is to lack.
#[derive(Clone, Copy, Debug)]
pub enum Lack<'m> {
    /// An assessment.
    NotAssessed,
    /// It is not applicable.
    NotApplicable,
    /// It stands at a tier, and another is asked for.
    Below {
        /// Where it is.
        tier: u32,
        /// What is asked for.
        achieved_from: u32,
    },
    /// Evidence.
    NoEvidence,
    /// Evidence that holds: which does not, and the first thing that is wrong with it.
    Faulty {
        /// Which.
        evidence: Declared<'m>,
        /// What is wrong.
        fault: DeficiencyKind,
    },
}

impl Lack<'_> {
    /// The word of the machine-readable outputs.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotAssessed => "not-assessed",
            Self::NotApplicable => "not-applicable",
            Self::Below { .. } => "below",
            Self::NoEvidence => "no-evidence",
            Self::Faulty { .. } => "faulty-evidence",
        }
    }

    /// The words in outputs that people read.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::NotAssessed => "not assessed",
            Self::NotApplicable => "not applicable",
            Self::Below { .. } => "below the threshold",
            Self::NoEvidence => "no evidence",
            Self::Faulty { .. } => "evidence does not hold",
        }
    }
}

impl<'m> Indicator<'m> {
    pub(super) fn new(names: Namer<'m, '_>, indicator: &posture::Indicator<'m, '_>) -> Self {
        let lacking = indicator.lacking.iter();
        Self {
            control: names.control(indicator.control),
            kind: indicator.activity.kind,
            title: &indicator.activity.title,
            on: names.controls(&indicator.activity.on),
            lacking: lacking
                .map(|lacking| Lacking::new(names, *lacking))
                .collect(),
        }
    }
}

impl<'m> Lacking<'m> {
    fn new(names: Namer<'m, '_>, lacking: posture::Lacking) -> Self {
        Self {
            control: names.control(lacking.control),
            lack: match lacking.lack {
                posture::Lack::NotAssessed => Lack::NotAssessed,
                posture::Lack::NotApplicable => Lack::NotApplicable,
                posture::Lack::Below {
                    tier,
                    achieved_from,
                } => Lack::Below {
                    tier,
                    achieved_from,
                },
                posture::Lack::NoEvidence => Lack::NoEvidence,
                posture::Lack::Faulty(id, fault) => Lack::Faulty {
                    evidence: names.evidence(id),
                    fault,
                },
            },
        }
    }
}
