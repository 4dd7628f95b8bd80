//! The current and the target profile: how many controls stand at each tier, for everything that has controls below it.

use std::collections::BTreeMap;

use super::{CurrentState, Support};
use xwalk_model::posture::{Assessment, AssessmentId};
use xwalk_model::{ControlId, Model};

/// The current and target tiers of the controls of one assessment.
#[derive(Debug)]
pub struct Profile {
    /// The assessment.
    pub assessment: AssessmentId,
    /// Everything that has controls below it, in preorder.
    pub lines: Vec<Line>,
    /// All controls together.
    pub total: Line,
}

/// The controls at and below one that has others below it, or all of a framework.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The control; `None` for all together.
    pub control: Option<ControlId>,
    /// Where the assessed controls stand.
    pub current: Distribution,
    /// Where they should stand.
    pub target: Distribution,
    /// How many of them are achieved by the threshold of the assessment.
    pub achieved: usize,
    /// How many have reached their own target.
    pub at_target: usize,
    /// How many have a tier that their evidence does not bear out; they are counted with the claimed one all the same.
    pub unsupported: usize,
    /// How many have a tier and no evidence at all.
    pub without_evidence: usize,
    /// How many are not applicable: they are in no distribution.
    pub not_applicable: usize,
    /// How many assessable controls the assessment does not name.
    pub not_assessed: usize,
}

impl Line {
    /// How many controls have a tier.
    #[must_use]
    pub fn assessed(&self) -> usize {
        self.current.0.values().sum()
    }

    /// The tier at which all of it stands: that of its weakest control. `None` where no control has a tier. Where some
    /// are not assessed, it can only be lower.
    #[must_use]
    pub fn tier(&self) -> Option<u32> {
        self.current.minimum()
    }
}

/// How many controls stand at each tier, by tier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Distribution(pub BTreeMap<u32, usize>);

impl Distribution {
    /// The lowest tier at which a control stands.
    #[must_use]
    pub fn minimum(&self) -> Option<u32> {
        self.0.keys().next().copied()
    }

    /// How many controls stand at a tier.
    #[must_use]
    pub fn at(&self, tier: u32) -> usize {
        self.0.get(&tier).copied().unwrap_or_default()
    }

    fn add(&mut self, tier: u32) {
        *self.0.entry(tier).or_default() += 1;
    }
}

impl Profile {
    /// The profile of one of the newest assessments.
    #[must_use]
    pub fn of(
        model: &Model<'_>,
        id: AssessmentId,
        state: &CurrentState,
        support: &Support,
    ) -> Self {
        let assessment = &model.posture.assessments[id];
        let mut open: Vec<(ControlId, Line)> = Vec::new();
        let mut lines = Vec::new();
        // Walked backwards, a control comes after all that is nested in it: their lines lie on top of the stack.
        for (id, control) in model.controls_of(assessment.framework).rev() {
            let mut line = Line::default();
            while let Some((_, part)) = open.pop_if(|(part, _)| *part < control.subtree_end) {
                line.take_in(&part);
            }
            line.control(assessment, id, control.assessable, (state, support));
            if control.subtree_end.0 > id.0 + 1 {
                lines.push(Line {
                    control: Some(id),
                    ..line.clone()
                });
            }
            open.push((id, line));
        }
        lines.reverse();
        let mut total = Line::default();
        for (_, part) in &open {
            total.take_in(part);
        }
        Self {
            assessment: id,
            lines,
            total,
        }
    }

    /// The profiles of the newest assessments, by framework.
    #[must_use]
    pub fn all(model: &Model<'_>, state: &CurrentState, support: &Support) -> Vec<Self> {
        let assessments = state.assessments.iter();
        assessments
            .map(|id| Self::of(model, *id, state, support))
            .collect()
    }
}

impl Line {
    fn control(
        &mut self,
        assessment: &Assessment<'_>,
        control: ControlId,
        is_assessable: bool,
        (state, support): (&CurrentState, &Support),
    ) {
        let Some(assessed) = assessment.of(control) else {
            self.not_assessed += usize::from(is_assessable);
            return;
        };
        let (Some(current), Some(target)) = (assessed.current(), assessed.target()) else {
            self.not_applicable += 1;
            return;
        };
        self.current.add(current);
        self.target.add(target);
        // Where evidence is required, a claim without any that holds does not count.
        let stand = state.of_control(control);
        let achieved = stand.is_some_and(|stand| stand.is_achieved(assessment.achieved_from));
        self.achieved += usize::from(achieved);
        self.at_target += usize::from(current >= target);
        self.unsupported += usize::from(support.faults(control).next().is_some());
        self.without_evidence += usize::from(!support.has_evidence(control));
    }

    fn take_in(&mut self, part: &Self) {
        for (all, part) in [
            (&mut self.current, &part.current),
            (&mut self.target, &part.target),
        ] {
            for (tier, count) in &part.0 {
                *all.0.entry(*tier).or_default() += count;
            }
        }
        self.achieved += part.achieved;
        self.at_target += part.at_target;
        self.unsupported += part.unsupported;
        self.without_evidence += part.without_evidence;
        self.not_applicable += part.not_applicable;
        self.not_assessed += part.not_assessed;
    }
}
