//! The answers to all questions about the posture of one organization.

use super::{
    Benchmark, Condition, CurrentState, Examined, Gaps, Indicator, Profile, Projection, Projector,
    Support, Verdicts, Yardstick, earlier,
};
use crate::{Floor, Logic, Options, Remainder};
use xwalk_model::Model;
use xwalk_model::posture::OrganizationId;
use xwalk_syntax::ast::Date;

/// The answers to all questions about the posture of one organization.
#[derive(Debug)]
pub struct Facts<'m, 's> {
    /// Where it is.
    pub state: CurrentState,
    /// What evidence supports which control, and what is wrong with it.
    pub support: Support,
    /// Current and target profile of each framework that is assessed, by framework.
    pub profiles: Vec<Profile>,
    /// What changed since the previous assessment, for each framework that was assessed before.
    pub benchmarks: Vec<Benchmark>,
    /// The verdicts on the baseline and on each adopted framework, the baseline first.
    pub projections: Vec<Projection>,
    /// What is left of the assessable controls that are partly evidenced, for each of these: the strongest first.
    pub remainders: Vec<Vec<Remainder>>,
    /// The conditions of rows, by their text.
    pub conditions: Vec<Condition<'m>>,
    /// What is missing to reach the targets.
    pub gaps: Gaps,
    /// Key activities and maturity indicators of the assessed frameworks.
    pub indicators: Vec<Indicator<'m, 's>>,
}

impl<'m, 's> Facts<'m, 's> {
    /// Answers all questions about an organization on a day, given its evidence as it was looked at. Where evidence is required,
    /// by an assessment or for all of them, no claim is believed without evidence that holds.
    #[must_use]
    pub fn of(
        model: &'m Model<'s>,
        organization: OrganizationId,
        options: Options,
        today: Date,
        examined: &[Examined],
        evidence_is_required: bool,
    ) -> Self {
        let mut state = CurrentState::of(model, organization, today);
        let support = Support::of(model, &state, examined);
        state.require_evidence(model, &support, evidence_is_required);
        let floor = Floor::of(options.status_floor);
        let logic = logic_of(model, organization, &floor, None);
        let projector = Projector::new(model, &logic, organization);
        let projections = projector.project(&state);
        let verdicts: Vec<Verdicts> = projections.iter().map(Projection::verdicts).collect();
        let assessments = state.assessments.iter();
        Self {
            profiles: Profile::all(model, &state, &support),
            benchmarks: assessments
                .filter_map(|id| {
                    let before = earlier(model, *id)?;
                    Some(Benchmark::of(model, before, Yardstick::Tiers, *id))
                })
                .collect(),
            conditions: Condition::all(model, &floor, &state, &verdicts),
            remainders: projector.remainders(&state, &projections),
            gaps: Gaps::of(model, &state),
            indicators: Indicator::all(model, &state, &support),
            projections,
            support,
            state,
        }
    }
}

/// What the rows force and forbid where the conditions hold that an organization names, and perhaps one more.
#[must_use]
pub fn logic_of(
    model: &Model<'_>,
    organization: OrganizationId,
    floor: &Floor,
    supposed: Option<&str>,
) -> Logic {
    let organization = &model.posture.organizations[organization];
    Logic::under(model, floor, |when| {
        supposed == Some(when) || organization.holds.iter().any(|held| held == when)
    })
}
