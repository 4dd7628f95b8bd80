//! Where an organization stands on a day: the newest assessment of each framework, taken together.

use super::{Moved, Present, Support, examine};
use xwalk_model::posture::{Assessment, AssessmentId, InitiativeId, OrganizationId, Posture};
use xwalk_model::{ControlId, FrameworkId, Model, Table};
use xwalk_syntax::ast::Date;

/// What is said of one control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AssessedState {
    /// The assessment that says it.
    pub assessment: AssessmentId,
    /// The tier that is reached; `None` where the control is not applicable.
    pub tier: Option<u32>,
    /// The tier from which the assessment itself counts a control as fulfilled.
    pub achieved_from: u32,
    /// Whether the tier is believed.
    pub credit: Credit,
}

/// Whether a tier is believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Credit {
    /// It is taken as it is claimed.
    Claimed,
    /// Evidence is required, and is missing or does not hold: the control does not count as achieved.
    Unsupported,
    /// Evidence is required, and says the contrary: the control counts as below, whatever is claimed.
    Refuted,
}

impl AssessedState {
    /// Whether the control counts as achieved from a tier. What is not applicable does not.
    #[must_use]
    pub fn is_achieved(self, from: u32) -> bool {
        self.credit == Credit::Claimed && self.tier.is_some_and(|tier| tier >= from)
    }

    /// Whether the control counts as below a tier. What is not applicable does not.
    #[must_use]
    pub fn is_below(self, from: u32) -> bool {
        self.tier.is_some_and(|tier| match self.credit {
            // To admit that something is missing takes no evidence.
            Credit::Claimed | Credit::Unsupported => tier < from,
            Credit::Refuted => true,
        })
    }
}

/// Where an organization stands. A roadmap can [raise](Stands::raise) it, and ask again what follows.
#[derive(Clone, Debug)]
pub struct CurrentState {
    /// The organization.
    pub organization: OrganizationId,
    /// The newest assessment of each framework, by framework.
    pub assessments: Vec<AssessmentId>,
    controls: Table<ControlId, Option<AssessedState>>,
}

impl CurrentState {
    /// Where an organization stands on a day by the newest assessment of each framework.
    #[must_use]
    pub fn of(model: &Model<'_>, organization: OrganizationId, today: Date) -> Self {
        let posture = &model.posture;
        let mut state = Self {
            organization,
            assessments: Self::newest(posture, organization, today),
            controls: model.controls.ids().map(|_| None).collect(),
        };
        for id in &state.assessments {
            let assessment = &posture.assessments[*id];
            for assessed in &assessment.controls {
                state.controls[assessed.control] = Some(AssessedState {
                    assessment: *id,
                    tier: assessed.current(),
                    achieved_from: assessment.achieved_from,
                    credit: Credit::Claimed,
                });
            }
        }
        state
    }

    /// The newest assessment of each framework on a day, by framework: where an organization stands. What came before is
    /// history, and what is dated to a later day does not count yet.
    #[must_use]
    pub fn newest(
        posture: &Posture<'_>,
        organization: OrganizationId,
        today: Date,
    ) -> Vec<AssessmentId> {
        let all = posture.of(&posture.assessments, organization);
        let all = all.filter(|(_, assessment)| assessment.assessed <= today);
        let mut assessments: Vec<AssessmentId> = all.map(|(id, _)| id).collect();
        // The last of each framework is the newest.
        assessments.sort_by_key(|id| {
            let assessment = &posture.assessments[*id];
            (assessment.framework, age(assessment))
        });
        let of_each = assessments.chunk_by(|one, next| {
            posture.assessments[*one].framework == posture.assessments[*next].framework
        });
        let newest = of_each.filter_map(|of_one| of_one.last().copied());
        newest.collect()
    }

    /// What is said of a control, if anything is.
    #[must_use]
    pub fn of_control(&self, control: ControlId) -> Option<AssessedState> {
        self.controls[control]
    }

    /// All that is said, by control.
    pub fn iter(&self) -> impl Iterator<Item = (ControlId, Option<AssessedState>)> {
        self.controls.iter().map(|(id, stand)| (id, *stand))
    }

    /// Supposes that a control of the framework of an assessment stands at this tier at least. What is not applicable
    /// stays so.
    pub fn raise(&mut self, model: &Model<'_>, by: AssessmentId, control: ControlId, to: u32) {
        match &mut self.controls[control] {
            // What rises is supposed to be done, its evidence included.
            Some(stand) if stand.tier.is_some_and(|tier| tier < to) => {
                stand.tier = Some(to);
                stand.credit = Credit::Claimed;
            }
            Some(_) => {}
            none => {
                *none = Some(AssessedState {
                    assessment: by,
                    tier: Some(to),
                    achieved_from: model.posture.assessments[by].achieved_from,
                    credit: Credit::Claimed,
                });
            }
        }
    }

    /// Supposes that an initiative is done. Answers which tiers rise by that, by control.
    pub fn finish(&mut self, model: &Model<'_>, initiative: InitiativeId) -> Vec<Moved> {
        let initiative = &model.posture.initiatives[initiative];
        let by = model.posture.roadmaps[initiative.roadmap].assessment;
        let tier = |state: &Self, control| state.of_control(control).and_then(|it| it.tier);
        let raises = initiative.raises.iter();
        let moved = raises.map(|raise| {
            let before = tier(self, raise.control);
            self.raise(model, by, raise.control, raise.to);
            Moved {
                control: raise.control,
                before,
                after: tier(self, raise.control),
            }
        });
        moved.filter(|moved| moved.before != moved.after).collect()
    }

    /// Where an organization stands on a day, as far as the claims are believed that its assessments require evidence for.
    #[must_use]
    pub fn believed(model: &Model<'_>, organization: OrganizationId, present: &Present) -> Self {
        let mut state = Self::of(model, organization, present.today);
        let examined = examine(&model.posture, &present.files, present.today);
        let support = Support::of(model, &state, &examined);
        state.require_evidence(model, &support, false);
        state
    }

    /// Believes no claim without evidence that holds, in the assessments that require evidence, or in all of them.
    pub fn require_evidence(&mut self, model: &Model<'_>, support: &Support, in_all: bool) {
        for id in &self.assessments {
            let assessment = &model.posture.assessments[*id];
            if !in_all && !assessment.requires_evidence {
                continue;
            }
            for assessed in &assessment.controls {
                if let Some(stand) = &mut self.controls[assessed.control] {
                    stand.credit = support.credit(assessed.control);
                }
            }
        }
    }

    /// The frameworks that are assessed.
    pub fn frameworks(&self, model: &Model<'_>) -> impl Iterator<Item = FrameworkId> {
        let assessments = self.assessments.iter();
        assessments.map(|id| model.posture.assessments[*id].framework)
    }
}

/// The assessment of the same framework and organization before this one, if there is one.
#[must_use]
pub fn earlier(model: &Model<'_>, assessment: AssessmentId) -> Option<AssessmentId> {
    let posture = &model.posture;
    let this = &posture.assessments[assessment];
    let all = posture.of(&posture.assessments, this.organization);
    all.filter(|(_, other)| other.framework == this.framework && age(other) < age(this))
        .max_by_key(|(_, other)| age(other))
        .map(|(id, _)| id)
}

/// Of two assessments of one day, the one whose name comes last counts as the newer.
fn age<'a>(assessment: &'a Assessment<'_>) -> impl Ord + use<'a> {
    (assessment.assessed, assessment.name)
}
