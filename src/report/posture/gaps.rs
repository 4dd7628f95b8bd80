//! The gaps, with all that their ranks were computed from.

use super::named::{Declared, NamedControl};
use super::namer::Namer;
use xwalk_analysis::posture::{self, CurrentState, Fraction};

/// What is missing to reach the targets.
#[derive(Debug)]
pub struct Gaps<'m> {
    /// The gaps in order of priority.
    pub ranked: Vec<Gap<'m>>,
    /// The gaps without a known risk: assessment and control.
    pub without_risk: Vec<(Declared<'m>, NamedControl)>,
}

/// A control below its target, with all that its rank was computed from.
#[derive(Debug)]
pub struct Gap<'m> {
    /// The assessment.
    pub assessment: Declared<'m>,
    /// The control.
    pub control: NamedControl,
    /// Its current tier.
    pub current: u32,
    /// Its target tier.
    pub target: u32,
    /// The risk.
    pub risk: u32,
    /// Source of the risk.
    pub risk_from: RiskFrom<'m>,
    /// Working days.
    pub effort: u32,
    /// Whether the effort is stated for the control itself.
    pub effort_is_stated: bool,
    /// Risk times distance, by effort.
    pub priority: Fraction,
    /// The ranks with the risk or the effort a quarter lower or higher, in this order.
    pub ranks: [usize; 4],
}

/// Where the risk of a gap is from.
#[derive(Debug)]
pub enum RiskFrom<'m> {
    /// It is stated for the control.
    Stated,
    /// It is that of this risk of the register.
    Register(Declared<'m>),
    /// It is the default of the assessment.
    Default,
}

impl<'m> RiskFrom<'m> {
    pub(super) fn new(names: Namer<'m, '_>, from: posture::RiskFrom) -> Self {
        match from {
            posture::RiskFrom::Stated => Self::Stated,
            posture::RiskFrom::Register(risk) => Self::Register(names.risk(risk)),
            posture::RiskFrom::Default => Self::Default,
        }
    }
}

impl<'m> Gaps<'m> {
    /// The controls below their targets: in order of priority, then those without a known risk.
    pub fn controls(&self) -> impl Iterator<Item = &NamedControl> {
        let ranked = self.ranked.iter().map(|gap| &gap.control);
        ranked.chain(self.without_risk.iter().map(|(_, control)| control))
    }

    pub(super) fn of(names: Namer<'m, '_>, state: &CurrentState) -> Self {
        Self::new(names, &posture::Gaps::of(names.model, state))
    }

    pub(super) fn new(names: Namer<'m, '_>, gaps: &posture::Gaps) -> Self {
        let ranked = gaps.ranked.iter();
        let without_risk = gaps.without_risk.iter();
        Self {
            ranked: ranked.map(|gap| Gap::new(names, gap)).collect(),
            without_risk: without_risk
                .map(|(assessment, control)| {
                    (names.assessment(*assessment), names.control(*control))
                })
                .collect(),
        }
    }
}

impl<'m> Gap<'m> {
    fn new(names: Namer<'m, '_>, gap: &posture::Gap) -> Self {
        Self {
            assessment: names.assessment(gap.assessment),
            control: names.control(gap.control),
            current: gap.current,
            target: gap.target,
            risk: gap.risk,
            risk_from: RiskFrom::new(names, gap.risk_from),
            effort: gap.effort,
            effort_is_stated: gap.effort_is_stated,
            priority: gap.priority,
            ranks: gap.turned,
        }
    }
}
