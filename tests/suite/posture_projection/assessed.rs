//! Small models with an assessment, written down by number.

use std::borrow::Cow;

use proptest::prelude::*;
use xwalk::analysis::posture::{CurrentState, Projection, Projector, logic_of};
use xwalk::analysis::{Eligibilities, Floor};
use xwalk::model::posture::{Adopted, Assessed, Assessment, Organization, OrganizationId};
use xwalk::model::{ControlId, FrameworkId, Model};
use xwalk::source::{Place, SourceId, Span};
use xwalk::syntax::ast::posture::AssessedTier;
use xwalk::syntax::ast::{Date, Status};

use crate::coverage::draft::Draft;

pub const ORGANIZATION: OrganizationId = OrganizationId(0);
/// The framework whose controls are judged.
pub const JUDGED: FrameworkId = FrameworkId(0);
/// The framework that is assessed.
pub const BASELINE: FrameworkId = FrameworkId(1);
/// The tier from which a control counts as fulfilled.
pub const ACHIEVED_FROM: u32 = 3;

const NOWHERE: Place = Place {
    source: SourceId(0),
    span: Span { start: 0, end: 0 },
};

/// What an assessment says of a control; nothing where it does not name it.
pub type Tier = Option<AssessedTier>;

pub fn tier(current: u32) -> Tier {
    Some(AssessedTier::Tier { current, target: 4 })
}

/// Anything that an assessment can say.
pub fn any_tier() -> impl Strategy<Value = Tier> {
    prop_oneof![
        6 => (1..=4_u32).prop_map(tier),
        1 => Just(Some(AssessedTier::NotApplicable)),
        1 => Just(None),
    ]
}

/// The model of a draft whose covering controls are assessed, by an organization that adopts the covered framework.
pub fn model(draft: &Draft, tiers: &[Tier]) -> Model<'static> {
    let mut model = draft.model();
    model.posture.organizations.push(Organization {
        name: "acme",
        title: Cow::Borrowed("Acme"),
        doc: None,
        sector: None,
        scope: None,
        baseline: BASELINE,
        adopts: vec![Adopted {
            framework: JUDGED,
            achieved_from: None,
            place: NOWHERE,
        }],
        holds: Vec::new(),
        accepts: Vec::new(),
        tolerance: None,
        capacity: None,
        place: NOWHERE,
    });
    let rows = draft.covering().zip(tiers).filter_map(|(at, tier)| {
        Some(Assessed {
            control: ControlId(u32::try_from(at).unwrap()),
            tier: (*tier)?,
            risk: None,
            effort: None,
            owner: None,
            evidence: Vec::new(),
            note: None,
            place: NOWHERE,
        })
    });
    let controls = rows.collect();
    model.posture.assessments.push(Assessment {
        organization: ORGANIZATION,
        name: "this-year",
        title: Cow::Borrowed("This year"),
        doc: None,
        framework: BASELINE,
        assessed: Date::new(2026, 9, 30).unwrap(),
        assessor: None,
        approved: None,
        achieved_from: ACHIEVED_FROM,
        requires_evidence: false,
        risk_scale: (1, 25),
        default_risk: None,
        default_effort: None,
        default_owner: None,
        controls,
        place: NOWHERE,
    });
    model
}

/// The projection of the assessment onto the judged framework, and whether each row counts.
pub fn project(model: &Model<'_>) -> (Projection, Eligibilities) {
    let logic = logic_of(model, ORGANIZATION, &Floor::of(Status::Draft), None);
    let state = CurrentState::of(model, ORGANIZATION, Date::new(2026, 11, 24).unwrap());
    let projector = Projector::new(model, &logic, ORGANIZATION);
    let projections = projector.project(&state);
    // What is worked out without proofs is the same.
    let alone: Vec<_> = projections.iter().map(Projection::verdicts).collect();
    assert_eq!(projector.verdicts(&state), alone);
    let mut projections = projections.into_iter();
    let judged = projections.find(|projection| projection.framework == JUDGED);
    (judged.unwrap(), logic.eligibilities.clone())
}
