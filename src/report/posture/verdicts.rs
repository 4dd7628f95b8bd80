//! The verdicts, and what they rest on.

use std::collections::BTreeSet;

use crate::JsonSchema;
use serde::Serialize;

use super::named::{NamedControl, NamedFramework};
use super::namer::Namer;
use super::tally::Shares;
use super::{Assessment, DoubtReason, Tally, Verdict};
use crate::published::{As, ControlName, FrameworkKey, Name, RowId, Word};
use xwalk_analysis::Floor;
use xwalk_analysis::posture::{self, Because, Projected};
use xwalk_model::{ControlId, Model};
use xwalk_syntax::ast::Status;

/// The verdicts on one framework.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Projection {
    /// The framework.
    #[schemars(with = "FrameworkKey")]
    pub framework: NamedFramework,
    /// From which tier the controls of each assessment count as fulfilled here: never their own targets.
    pub thresholds: Vec<Threshold>,
    /// How many assessable controls have each verdict.
    #[serde(with = "As::<Shares>")]
    pub tally: Tally,
    /// `true` where no control of it can be not met, whatever the tiers: none is known to ask for all of a control that is
    /// assessed, so that a count of 0 says nothing of the organization. Absent otherwise.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schemars(default)]
    pub never_not_met: bool,
    /// The verdicts that are held back since they rest on drafts. Absent where none is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held_back: Option<HeldBack>,
    /// Every control of the framework, in its order.
    pub controls: Vec<Control>,
}

/// What is held back, and why.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct HeldBack {
    /// How many verdicts on assessable controls read `cannot-tell-draft`.
    pub verdicts: usize,
    /// The mappings whose draft rows they rest on, by name: those that the organization could accept, or have reviewed.
    #[schemars(with = "Vec<Name>")]
    pub mappings: Vec<String>,
}

/// From which tier the controls of an assessment count as fulfilled.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Threshold {
    /// The assessment.
    #[schemars(with = "Name")]
    pub assessment: String,
    /// The tier.
    pub tier: u32,
}

/// The verdict on one control.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "VerdictOn", deny_unknown_fields)]
pub struct Control {
    /// The control.
    #[schemars(with = "ControlName")]
    pub control: NamedControl,
    /// Whether it is assessable, and counted in the tally.
    pub assessable: bool,
    /// The verdict.
    #[serde(with = "As::<Word<Verdict>>")]
    pub verdict: Verdict,
    /// What it rests on: one thing, or two for a contradiction; none where nothing follows. For `cannot-tell-draft`, what
    /// the drafts would say.
    pub grounds: Vec<Ground>,
    /// Why nobody can tell; there for `cannot-tell` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doubt: Option<Doubt>,
}

/// One thing that a verdict rests on.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Ground {
    /// How it speaks.
    #[serde(with = "As::<Word<Because>>")]
    pub because: Because,
    /// The assessed controls that speak for it.
    #[schemars(with = "Vec<ControlName>")]
    pub controls: Vec<NamedControl>,
    /// The rows that connect them with the control that is judged; where there are very many controls, those of the
    /// first of them. What they prove together is in `crosswalk.json`, and `xwalk why` prints it.
    #[schemars(with = "Vec<RowId>")]
    pub rows: Vec<String>,
    /// The weakest status of these rows; absent where there are none. No rows of better status alone say the same.
    #[serde(
        with = "As::<Option<Word<Status>>>",
        skip_serializing_if = "Option::is_none"
    )]
    pub status: Option<Status>,
}

/// Why nobody can tell.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Doubt {
    /// How.
    #[serde(with = "As::<Word<DoubtReason>>")]
    pub because: DoubtReason,
    /// The controls that would have to say more.
    #[schemars(with = "Vec<ControlName>")]
    pub controls: Vec<NamedControl>,
    /// The rows that are left out: they are drafts below the status that was asked for, hold under a condition that is not
    /// known to be true, or contradict each other.
    #[schemars(with = "Vec<RowId>")]
    pub rows: Vec<String>,
}

impl Projection {
    /// The controls at the top, its functions or chapters, each with how many assessable controls at and below it have each
    /// verdict; those without any are left out.
    #[must_use]
    pub fn sections(&self) -> Vec<(&NamedControl, Tally)> {
        let of_one =
            |one: &Control, next: &Control| one.control.section() == next.control.section();
        let sections = self.controls.chunk_by(of_one).filter_map(|controls| {
            let section = controls.first()?.control.section();
            let assessable = controls.iter().filter(|control| control.assessable);
            Some((section, assessable.map(|control| control.verdict).collect()))
        });
        sections
            .filter(|(_, tally): &(_, Tally)| tally.total() > 0)
            .collect()
    }
}

/// The verdicts on all frameworks, and where drafts are held back what they would say.
pub(super) struct Projections {
    /// What counts.
    pub counted: Vec<posture::Projection>,
    /// The verdicts if drafts counted; `None` where they do, or where none are looked at.
    pub with_drafts: Option<Vec<posture::Projection>>,
}

impl Projections {
    /// Every control with its verdict, and with what that rests on.
    fn verdicts(&self) -> impl Iterator<Item = (&posture::Projection, Vec<(&Projected, Verdict)>)> {
        self.counted.iter().enumerate().map(|(at, counted)| {
            let drafts = self.with_drafts.as_ref().and_then(|all| all.get(at));
            let controls = counted.controls.iter().enumerate();
            let verdicts = controls.map(|(at, counted)| {
                let drafts = drafts.and_then(|drafts| drafts.controls.get(at));
                effective(counted, drafts)
            });
            (counted, verdicts.collect())
        })
    }

    /// The rows that anything rests on, or that are named as left out; some several times.
    pub fn rows(&self) -> impl Iterator<Item = xwalk_model::RowId> {
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

    /// As the export tells it, where rows count that have come so far.
    pub fn published(&self, names: Namer<'_, '_>, floor: &Floor) -> Vec<Projection> {
        let all = self.verdicts();
        all.map(|(projection, verdicts)| {
            let held_back = HeldBack::of(names.model, floor, &verdicts);
            let controls = verdicts
                .into_iter()
                .map(|(projected, verdict)| Control::new(names, projected, verdict));
            let controls: Vec<Control> = controls.collect();
            let counted = controls.iter().filter(|control| control.assessable);
            Projection {
                framework: names.framework(projection.framework),
                thresholds: Threshold::all(names, projection),
                never_not_met: projection.never_not_met,
                tally: counted.map(|control| control.verdict).collect(),
                held_back,
                controls,
            }
        })
        .collect()
    }
}

impl HeldBack {
    /// What of these verdicts is held back, where rows count that have come so far.
    fn of(model: &Model<'_>, floor: &Floor, verdicts: &[(&Projected, Verdict)]) -> Option<Self> {
        let held_back = verdicts.iter().filter(|(projected, verdict)| {
            *verdict == Verdict::CannotTellDraft && model.controls[projected.control].assessable
        });
        let grounds = held_back
            .clone()
            .flat_map(|(projected, _)| &projected.grounds);
        let rows = grounds.flat_map(|ground| &ground.rows);
        let rows = rows.map(|row| &model.rows[*row]);
        let drafts = rows.filter(|row| !floor.is_passed_by(model, row));
        let mappings: BTreeSet<&str> = drafts.map(|row| model.mappings[row.mapping].name).collect();
        let verdicts = held_back.count();
        (verdicts > 0).then(|| Self {
            verdicts,
            mappings: mappings.into_iter().map(str::to_owned).collect(),
        })
    }
}

/// What there is to say of a control: without drafts, where these are held back, and if that is nothing, that drafts would
/// say something.
fn effective<'p>(
    counted: &'p Projected,
    with_drafts: Option<&'p Projected>,
) -> (&'p Projected, Verdict) {
    let cannot_tell = posture::Verdict::CannotTell;
    match with_drafts {
        Some(all) if counted.verdict == cannot_tell && all.verdict != cannot_tell => {
            (all, Verdict::CannotTellDraft)
        }
        Some(all) if counted.verdict == cannot_tell => (all, Verdict::CannotTell),
        _ => (counted, counted.verdict.into()),
    }
}

impl Projection {
    /// From which tier the controls of an assessment count as fulfilled here.
    #[must_use]
    pub fn threshold(&self, assessment: &Assessment<'_>) -> u32 {
        let mut thresholds = self.thresholds.iter();
        let own = thresholds.find(|threshold| threshold.assessment == assessment.name);
        own.map_or(assessment.achieved_from, |threshold| threshold.tier)
    }
}

impl Threshold {
    pub(super) fn all(names: Namer<'_, '_>, projection: &posture::Projection) -> Vec<Self> {
        let thresholds = projection.thresholds.iter();
        thresholds
            .map(|threshold| Self {
                assessment: names.assessment(threshold.assessment).to_string(),
                tier: threshold.tier,
            })
            .collect()
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
            because: ground.because,
            controls: names.controls(&ground.controls),
            rows: names.rows(&ground.rows),
            status: (!ground.rows.is_empty()).then_some(ground.status),
        }
    }
}

impl Doubt {
    fn new(names: Namer<'_, '_>, doubt: &posture::Doubt) -> Self {
        let of = |because, controls: &[ControlId], rows: &[xwalk_model::RowId]| Self {
            because,
            controls: names.controls(controls),
            rows: names.rows(rows),
        };
        match doubt {
            posture::Doubt::Between(controls) => of(DoubtReason::Between, controls, &[]),
            posture::Doubt::RelatedOnly(controls) => of(DoubtReason::RelatedOnly, controls, &[]),
            posture::Doubt::NotApplicable(controls) => {
                of(DoubtReason::NotApplicable, controls, &[])
            }
            posture::Doubt::Unsupported(controls) => of(DoubtReason::Unsupported, controls, &[]),
            posture::Doubt::OnlyBelow(controls) => of(DoubtReason::OnlyBelow, controls, &[]),
            posture::Doubt::NotAssessed(controls) => of(DoubtReason::NotAssessed, controls, &[]),
            posture::Doubt::RowsLeftOut(rows) => of(DoubtReason::RowsLeftOut, &[], rows),
            posture::Doubt::JudgedBelow => of(DoubtReason::JudgedBelow, &[], &[]),
            posture::Doubt::Unconnected => of(DoubtReason::Unconnected, &[], &[]),
        }
    }
}
