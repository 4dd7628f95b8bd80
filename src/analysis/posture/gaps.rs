//! What is missing to the targets, ranked by `risk x (target - current) / effort`.

use std::cmp::Reverse;

use super::{CurrentState, Fraction};
use xwalk_model::posture::{Assessed, AssessmentId, Posture, RiskId};
use xwalk_model::{ControlId, Model, Table};

/// What is missing to the targets of the newest assessments.
#[derive(Debug, Default)]
pub struct Gaps {
    /// The gaps of which the risk is known, the one to be closed first at the front; ties in the order of the framework.
    pub ranked: Vec<Gap>,
    /// The gaps of which no risk is stated, registered or given by default, in the order of the framework: they
    /// have no rank.
    pub without_risk: Vec<(AssessmentId, ControlId)>,
}

/// A control below its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The assessment.
    pub assessment: AssessmentId,
    /// The control.
    pub control: ControlId,
    /// Its current tier.
    pub current: u32,
    /// Its target tier.
    pub target: u32,
    /// The risk.
    pub risk: u32,
    /// Source of the risk.
    pub risk_from: RiskFrom,
    /// Working days, at least one.
    pub effort: u32,
    /// Whether the effort is stated for the control; else it is the default of the assessment, or one day.
    pub effort_is_stated: bool,
    /// Risk times distance, by effort.
    pub priority: Fraction,
    /// The rank that it takes with its own risk or effort changed, and everything else as it is: in the order of
    /// [`Turn::ALL`].
    pub turned: [usize; 4],
}

impl Gap {
    /// How many tiers are missing.
    #[must_use]
    pub const fn distance(&self) -> u32 {
        self.target.saturating_sub(self.current)
    }

    fn with(&self, turn: Option<Turn>) -> Fraction {
        let (risk, effort) = match turn {
            None => (4, 4),
            Some(Turn::RiskLower) => (3, 4),
            Some(Turn::RiskHigher) => (5, 4),
            Some(Turn::EffortLower) => (4, 3),
            Some(Turn::EffortHigher) => (4, 5),
        };
        let product = u64::from(self.risk) * u64::from(self.distance());
        // Effort is never less than a day: four quarters.
        let quarters = (u64::from(self.effort) * effort).max(4);
        Fraction::new(product.saturating_mul(risk), quarters)
    }
}

/// Where the risk of a control is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RiskFrom {
    /// It is stated for the control.
    Stated,
    /// It is the greatest of the risks that threaten the control, or something that it is nested in.
    Register(RiskId),
    /// It is the default of the assessment.
    Default,
}

/// An input that is a quarter higher or lower.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Three quarters of the risk.
    RiskLower,
    /// Five quarters of the risk.
    RiskHigher,
    /// Three quarters of the effort, at least a day.
    EffortLower,
    /// Five quarters of the effort.
    EffortHigher,
}

impl Turn {
    /// All four.
    pub const ALL: [Self; 4] = [
        Self::RiskLower,
        Self::RiskHigher,
        Self::EffortLower,
        Self::EffortHigher,
    ];
}

impl Gaps {
    /// The gaps of the newest assessments.
    #[must_use]
    pub fn of(model: &Model<'_>, state: &CurrentState) -> Self {
        let threats = Threats::of(model, state);
        let mut gaps = Self::default();
        for id in &state.assessments {
            for assessed in &model.posture.assessments[*id].controls {
                let (Some(current), Some(target)) = (assessed.current(), assessed.target()) else {
                    continue;
                };
                if current >= target {
                    continue;
                }
                match gap(model, *id, assessed, &threats) {
                    Some(gap) => gaps.ranked.push(gap),
                    None => gaps.without_risk.push((*id, assessed.control)),
                }
            }
        }
        gaps.without_risk.sort_unstable();
        rank(&mut gaps.ranked);
        gaps
    }
}

/// What the register of an organization says threatens each control.
#[derive(Debug)]
pub struct Threats(Table<ControlId, Option<RiskId>>);

impl Threats {
    /// The greatest risk that threatens each control, or something that it is nested in; of equal ones the first by name.
    #[must_use]
    pub fn of(model: &Model<'_>, state: &CurrentState) -> Self {
        Self(register(model, state))
    }

    /// The risk of an assessed control and where it is from: as stated, else that of the register, else the default.
    #[must_use]
    pub fn risk(
        &self,
        posture: &Posture<'_>,
        assessment: AssessmentId,
        assessed: &Assessed<'_>,
    ) -> Option<(u32, RiskFrom)> {
        let registered = self.0[assessed.control];
        let registered =
            registered.map(|risk| (posture.risks[risk].level(), RiskFrom::Register(risk)));
        let stated = assessed.risk.map(|risk| (risk, RiskFrom::Stated));
        let default = posture.assessments[assessment].default_risk;
        let default = default.map(|risk| (risk, RiskFrom::Default));
        stated.or(registered).or(default)
    }
}

fn register(model: &Model<'_>, state: &CurrentState) -> Table<ControlId, Option<RiskId>> {
    let posture = &model.posture;
    let mut greatest: Table<ControlId, Option<RiskId>> =
        model.controls.ids().map(|_| None).collect();
    for (id, risk) in posture.of(&posture.risks, state.organization) {
        for threatened in &risk.threatens {
            let end = model.controls[*threatened].subtree_end;
            for (below, _) in model.controls.range(*threatened, end) {
                let known = greatest[below].map(|known| posture.risks[known].level());
                if known.is_none_or(|known| known < risk.level()) {
                    greatest[below] = Some(id);
                }
            }
        }
    }
    greatest
}

/// The gap of a control below its target, unranked; `None` where no risk is known.
fn gap(
    model: &Model<'_>,
    id: AssessmentId,
    assessed: &Assessed<'_>,
    threats: &Threats,
) -> Option<Gap> {
    let assessment = &model.posture.assessments[id];
    let (risk, risk_from) = threats.risk(&model.posture, id, assessed)?;
    let effort = assessed.effort.or(assessment.default_effort);
    let mut gap = Gap {
        assessment: id,
        control: assessed.control,
        current: assessed.current()?,
        target: assessed.target()?,
        risk,
        risk_from,
        effort: effort.unwrap_or(1).max(1),
        effort_is_stated: assessed.effort.is_some(),
        priority: Fraction::new(0, 1),
        turned: [0; 4],
    };
    gap.priority = gap.with(None);
    Some(gap)
}

/// Sorts gaps, and finds the rank of each with other inputs by looking for its place among the others.
fn rank(gaps: &mut [Gap]) {
    gaps.sort_by_key(|gap| gap.place(gap.priority));
    let keys: Vec<_> = gaps.iter().map(|gap| gap.place(gap.priority)).collect();
    for (at, gap) in gaps.iter_mut().enumerate() {
        gap.turned = Turn::ALL.map(|turn| {
            let key = gap.place(gap.with(Some(turn)));
            let before = keys.partition_point(|other| *other < key);
            // Where it comes later than it stands now, it has itself before it.
            before - usize::from(before > at) + 1
        });
    }
}

impl Gap {
    /// Where it comes with this priority; of equal ones in the order of the framework.
    fn place(&self, priority: Fraction) -> (Reverse<Fraction>, AssessmentId, ControlId) {
        (Reverse(priority), self.assessment, self.control)
    }
}
