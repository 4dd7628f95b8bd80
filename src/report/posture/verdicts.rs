//! The verdicts, and what they rest on.

use super::namer::Namer;
use super::{Tally, Verdict};
use crate::analysis::Options;
use crate::analysis::posture::{self, Because, Projected, Projector, Stands, logic_of};
use crate::model::posture::OrganizationId;
use crate::model::{Model, RowId};
use crate::syntax::ast::Status;

/// The verdicts on one framework.
#[derive(Debug)]
pub struct Projection {
    /// The framework.
    pub framework: String,
    /// From which tier the controls of each assessment count as fulfilled here.
    pub thresholds: Vec<Threshold>,
    /// How many assessable controls have each verdict.
    pub tally: Tally,
    /// Every control, assessable or not, in the order of the framework.
    pub controls: Vec<Control>,
}

/// From which tier the controls of an assessment count as fulfilled.
#[derive(Debug)]
pub struct Threshold {
    /// The assessment.
    pub assessment: String,
    /// The tier.
    pub tier: u32,
}

/// The verdict on one control.
#[derive(Debug)]
pub struct Control {
    /// The control.
    pub control: String,
    /// Whether it is assessable, and counted.
    pub assessable: bool,
    /// The verdict.
    pub verdict: Verdict,
    /// What it rests on: one thing; two for a contradiction; nothing where nobody can tell. Where drafts are held back,
    /// what they would say.
    pub grounds: Vec<Ground>,
    /// Why nobody can tell.
    pub doubt: Option<Doubt>,
}

/// One thing that a verdict rests on.
#[derive(Debug)]
pub struct Ground {
    /// How: `contained`.
    pub because: &'static str,
    /// The assessed controls that speak for it.
    pub controls: Vec<String>,
    /// The rows that connect them with the control that is judged.
    pub rows: Vec<String>,
    /// The weakest status of these rows; `None` where there are none.
    pub status: Option<&'static str>,
}

/// Why nobody can tell.
#[derive(Debug)]
pub struct Doubt {
    /// How: `not-assessed`.
    pub because: &'static str,
    /// The controls that would have to say more.
    pub controls: Vec<String>,
    /// The rows that are left out.
    pub rows: Vec<String>,
}

/// The verdicts on all frameworks, and of each what there is to say without drafts, where these are held back.
pub(super) struct Found {
    all: Vec<posture::Projection>,
    firm: Option<Vec<posture::Projection>>,
}

impl Found {
    /// Finds the verdicts, from rows of at least a status.
    pub fn of(
        model: &Model<'_>,
        organization: OrganizationId,
        stands: &Stands,
        status_floor: Status,
        allow_draft: bool,
    ) -> Self {
        let project = |status_floor| {
            let logic = logic_of(model, organization, Options { status_floor }, None);
            Projector::new(model, &logic, organization).project(stands)
        };
        let holds_back = !allow_draft && status_floor < Status::Reviewed;
        Self {
            all: project(status_floor),
            firm: holds_back.then(|| project(Status::Reviewed)),
        }
    }

    /// Every control with its verdict, and with what that rests on.
    fn verdicts(&self) -> impl Iterator<Item = (&posture::Projection, Vec<(&Projected, Verdict)>)> {
        self.all.iter().enumerate().map(|(at, all)| {
            let firm = self.firm.as_ref().and_then(|firm| firm.get(at));
            let controls = all.controls.iter().enumerate();
            let verdicts = controls.map(|(at, all)| {
                let firm = firm.map(|firm| firm.controls.get(at));
                told(all, firm.flatten())
            });
            (all, verdicts.collect())
        })
    }

    /// The rows that anything rests on, or that are named as left out; some several times.
    pub fn rows(&self) -> impl Iterator<Item = RowId> {
        let all = self.verdicts().flat_map(|(_, controls)| controls);
        all.flat_map(|(projected, _)| {
            let grounds = projected.grounds.iter().flat_map(|ground| &ground.rows);
            let left_out = match &projected.doubt {
                Some(posture::Doubt::RowsLeftOut(rows)) => rows.as_slice(),
                _ => &[],
            };
            grounds.chain(left_out).copied().collect::<Vec<_>>()
        })
    }

    /// As the export tells it.
    pub fn told(&self, names: Namer<'_, '_>) -> Vec<Projection> {
        let all = self.verdicts();
        all.map(|(projection, verdicts)| {
            let thresholds = projection.thresholds.iter();
            let thresholds = thresholds.map(|threshold| Threshold {
                assessment: names.assessment(threshold.assessment).to_owned(),
                tier: threshold.tier,
            });
            let controls = verdicts
                .into_iter()
                .map(|(projected, verdict)| Control::new(names, projected, verdict));
            let controls: Vec<Control> = controls.collect();
            let counted = controls.iter().filter(|control| control.assessable);
            Projection {
                framework: names.framework(projection.framework),
                thresholds: thresholds.collect(),
                tally: counted.map(|control| control.verdict).collect(),
                controls,
            }
        })
        .collect()
    }
}

/// What there is to say of a control: without drafts, where these are held back, and if that is nothing, that drafts would
/// say something.
fn told<'p>(all: &'p Projected, firm: Option<&'p Projected>) -> (&'p Projected, Verdict) {
    let cannot_tell = posture::Verdict::CannotTell;
    match firm {
        Some(firm) if firm.verdict != cannot_tell => (firm, verdict(firm.verdict)),
        Some(_) if all.verdict != cannot_tell => (all, Verdict::CannotTellDraft),
        _ => (all, verdict(all.verdict)),
    }
}

const fn verdict(verdict: posture::Verdict) -> Verdict {
    match verdict {
        posture::Verdict::Met => Verdict::Met,
        posture::Verdict::NotMet => Verdict::NotMet,
        posture::Verdict::PartlyEvidenced => Verdict::PartlyEvidenced,
        posture::Verdict::CannotTell => Verdict::CannotTell,
        posture::Verdict::Contradiction => Verdict::Contradiction,
    }
}

impl Control {
    fn new(names: Namer<'_, '_>, projected: &Projected, verdict: Verdict) -> Self {
        let grounds = projected.grounds.iter();
        Self {
            control: names.control(projected.control),
            assessable: names.model.controls[projected.control].assessable,
            verdict,
            grounds: grounds.map(|ground| Ground::new(names, ground)).collect(),
            doubt: projected
                .doubt
                .as_ref()
                .map(|doubt| Doubt::new(names, doubt)),
        }
    }
}

impl Ground {
    fn new(names: Namer<'_, '_>, ground: &posture::Ground) -> Self {
        Self {
            because: match ground.because {
                Because::Achieved => "achieved",
                Because::Contained => "contained",
                Because::Together => "together",
                Because::ChildrenMet => "children-met",
                Because::Below => "below",
                Because::AsksForMore => "asks-for-more",
                Because::Shares => "shares",
            },
            controls: names.controls(&ground.controls),
            rows: names.rows(&ground.rows),
            status: (!ground.rows.is_empty()).then(|| ground.status.word()),
        }
    }
}

impl Doubt {
    fn new(names: Namer<'_, '_>, doubt: &posture::Doubt) -> Self {
        let of = |because, controls: &[_], rows: &[_]| Self {
            because,
            controls: names.controls(controls),
            rows: names.rows(rows),
        };
        match doubt {
            posture::Doubt::NotApplicable(controls) => of("not-applicable", controls, &[]),
            posture::Doubt::Unsupported(controls) => of("unsupported", controls, &[]),
            posture::Doubt::OnlyBelow(controls) => of("only-below", controls, &[]),
            posture::Doubt::NotAssessed(controls) => of("not-assessed", controls, &[]),
            posture::Doubt::RowsLeftOut(rows) => of("rows-left-out", &[], rows),
            posture::Doubt::JudgedBelow => of("judged-below", &[], &[]),
            posture::Doubt::Unconnected => of("unconnected", &[], &[]),
        }
    }
}
