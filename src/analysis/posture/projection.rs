//! The verdicts on one adopted framework, each with what it rests on.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::judge::{Judge, left_out};
use super::projector::{Bar, Projector};
use super::reached::{Reached, Sight};
use super::{CurrentState, Doubt, Ground, Tally, Verdict, Verdicts};
use xwalk_model::posture::AssessmentId;
use xwalk_model::{ControlId, FrameworkId, Model};
use xwalk_relation::Label;

/// The verdicts on one framework.
#[derive(Debug)]
pub struct Projection {
    /// The framework.
    pub framework: FrameworkId,
    /// From which tier the controls of each assessment count as fulfilled here.
    pub thresholds: Vec<Threshold>,
    /// No control of it is known to ask for all of a control that is assessed: none can be not met, whatever the tiers.
    pub never_not_met: bool,
    /// Every control of it that was asked for, assessable or not, in preorder.
    pub controls: Vec<Projected>,
}

/// From which tier the controls of an assessment count as fulfilled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// The assessment.
    pub assessment: AssessmentId,
    /// The tier.
    pub tier: u32,
}

/// The verdict on one control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Projected {
    /// The control.
    pub control: ControlId,
    /// The verdict.
    pub verdict: Verdict,
    /// What it rests on: one thing; two for a contradiction; nothing where nobody can tell.
    pub grounds: Vec<Ground>,
    /// Why nobody can tell.
    pub doubt: Option<Doubt>,
}

impl Projection {
    /// The verdicts alone.
    #[must_use]
    pub fn verdicts(&self) -> Verdicts {
        let controls = self.controls.iter();
        Verdicts {
            framework: self.framework,
            controls: controls
                .map(|projected| (projected.control, projected.verdict))
                .collect(),
        }
    }

    /// The counts over all assessable controls.
    #[must_use]
    pub fn tally(&self, model: &Model<'_>) -> Tally {
        self.verdicts().tally(model)
    }
}

impl Projector<'_, '_> {
    /// The verdicts on the baseline and on each adopted framework, the baseline first, with what they rest on.
    #[must_use]
    pub fn project(&self, state: &CurrentState) -> Vec<Projection> {
        self.project_only(state, |_| true)
    }

    /// The same for those controls only that are asked for.
    #[must_use]
    pub fn project_only(
        &self,
        state: &CurrentState,
        is_asked_for: impl Fn(ControlId) -> bool,
    ) -> Vec<Projection> {
        let left_out = left_out(self.model, self.logic);
        // Frameworks with the same threshold share what is fulfilled.
        let mut by_threshold: BTreeMap<Option<u32>, Vec<Vec<Reached>>> = BTreeMap::new();
        let frameworks = self.organization.frameworks();
        frameworks
            .map(|framework| {
                let bar = self.bar(framework);
                let reached = by_threshold
                    .entry(bar.own)
                    .or_insert_with(|| self.reached(state, bar));
                let judge = Judge {
                    projector: self,
                    state,
                    bar,
                    reached,
                    left_out: &left_out,
                };
                let controls = self.model.controls_of(framework).map(|(id, _)| id);
                let controls: Vec<ControlId> = controls.filter(|id| is_asked_for(*id)).collect();
                Projection {
                    framework,
                    thresholds: self.thresholds(state, framework),
                    never_not_met: self.never_not_met(state, framework),
                    controls: controls
                        .into_par_iter()
                        .map(|control| judge.control(control))
                        .collect(),
                }
            })
            .collect()
    }

    /// What is fulfilled by rows of each status, best first, from each standpoint.
    fn reached(&self, state: &CurrentState, bar: Bar) -> Vec<Vec<Reached>> {
        let sights = self.views.iter().map(|view| Sight {
            model: self.model,
            view,
            state,
            bar,
        });
        sights.map(Reached::all).collect()
    }

    fn never_not_met(&self, state: &CurrentState, framework: FrameworkId) -> bool {
        let has_tier = |id| state.of_control(id).is_some_and(|it| it.tier.is_some());
        let mut assessable = self.model.assessable(framework);
        !assessable.any(|(id, _)| {
            self.known().any(|level| {
                let mut bearings = level.on(id).iter();
                bearings.any(|it| it.label.implies(Label::WITHIN) && has_tier(it.from))
            })
        })
    }

    fn thresholds(&self, state: &CurrentState, framework: FrameworkId) -> Vec<Threshold> {
        let assessments = state.assessments.iter().copied();
        assessments
            .map(|assessment| {
                let of_assessment = self.model.posture.assessments[assessment].achieved_from;
                Threshold {
                    assessment,
                    tier: self.organization.threshold(framework, of_assessment),
                }
            })
            .collect()
    }
}
