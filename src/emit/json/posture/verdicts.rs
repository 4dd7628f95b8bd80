//! Verdicts, with what they rest on.

use schemars::JsonSchema;
use serde::Serialize;

use super::words::{ControlName, Name};
use crate::emit::json::words::{FrameworkKey, RowId, Status};
use crate::report::posture;

/// The verdicts on one framework.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Projection<'r> {
    /// The framework.
    framework: FrameworkKey<'r>,
    /// From which tier the controls of each assessment count as fulfilled here: never their own targets.
    thresholds: Vec<Threshold<'r>>,
    /// How many assessable controls have each verdict.
    tally: Tally,
    /// Every control of the framework, in its order.
    controls: Vec<VerdictOn<'r>>,
}

/// From which tier the controls of an assessment count as fulfilled.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Threshold<'r> {
    /// The assessment.
    assessment: Name<'r>,
    /// The tier.
    tier: u32,
}

/// How many assessable controls have each verdict. There is no blended score: the six belong together.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Tally {
    /// The counts.
    counts: ByVerdict,
    /// All six together: the assessable controls there are.
    total: usize,
    /// The share of each in `total`, in basis points: 100 are one percent, 10000 are all. Each is rounded half up by itself,
    /// so that they need not add up to 10000.
    basis_points: ByVerdict,
}

/// A number for each verdict.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct ByVerdict {
    /// All that they ask for is fulfilled.
    met: usize,
    /// Something that they ask for is not fulfilled.
    not_met: usize,
    /// Something that they ask for is fulfilled, and perhaps not all.
    partly_evidenced: usize,
    /// Nothing follows.
    cannot_tell: usize,
    /// Nothing follows without draft rows.
    cannot_tell_draft: usize,
    /// One thing shows that they are met, another that they are not.
    contradiction: usize,
}

/// The verdict on one control.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct VerdictOn<'r> {
    /// The control.
    control: ControlName<'r>,
    /// Whether it is assessable, and counted in the tally.
    assessable: bool,
    /// The verdict.
    verdict: Verdict,
    /// What it rests on: one thing, or two for a contradiction; none where nothing follows. For `cannot-tell-draft`, what
    /// the drafts would say.
    grounds: Vec<Ground<'r>>,
    /// Why nobody can tell; there for `cannot-tell` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    doubt: Option<Doubt<'r>>,
}

/// What the assessments say of a control: `met` all that it asks for is fulfilled, `not-met` something of it is not,
/// `partly-evidenced` something of it is, `contradiction` it is met by one control and not met by another, `cannot-tell`
/// nothing of this follows, `cannot-tell-draft` something of this follows only if draft rows are believed.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "PostureVerdict")]
pub(super) enum Verdict {
    Met,
    NotMet,
    PartlyEvidenced,
    CannotTell,
    CannotTellDraft,
    Contradiction,
}

/// One thing that a verdict rests on.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Ground<'r> {
    /// How it speaks. For met: the control is `achieved` itself, is `contained` in an achieved one, lies within what several
    /// fulfilled controls ask `together`, or has `children-met` where the children ask for exactly all of it. For not met: it
    /// is assessed `below` the threshold itself, or `asks-for-more`, all of something that is below. For partly evidenced: an
    /// achieved control `shares` something with it.
    #[schemars(extend("enum" = ["achieved", "contained", "together", "children-met", "below", "asks-for-more", "shares"]))]
    because: &'static str,
    /// The assessed controls that speak for it.
    controls: Vec<ControlName<'r>>,
    /// The rows that connect them with the control that is judged; those of a great number of controls for the first of
    /// them. What they prove together stands in `crosswalk.json`, and `xwalk why` prints it.
    rows: Vec<RowId>,
    /// The weakest status of these rows; absent where there are none. No rows of better status alone say the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<Status>,
}

/// Why nobody can tell.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Doubt<'r> {
    /// How: what would say it is `not-applicable`, which proves nothing; what would say it is `unsupported` by its evidence; `only-below`, what shares something with it is below
    /// the threshold; `not-assessed`, what shares something with it is not assessed; `rows-left-out`, the rows that name it do
    /// not count; `judged-below`, by the controls below it; `unconnected`, nothing connects it with an assessed framework.
    #[schemars(extend("enum" = ["not-applicable", "unsupported", "only-below", "not-assessed", "rows-left-out", "judged-below", "unconnected"]))]
    because: &'static str,
    /// The controls that would have to say more.
    controls: Vec<ControlName<'r>>,
    /// The rows that are left out: they are drafts below the status that was asked for, hold under a condition that is not
    /// known to be true, or contradict each other.
    rows: Vec<RowId>,
}

impl<'r> Projection<'r> {
    pub(super) fn new(projection: &'r posture::Projection) -> Self {
        let thresholds = projection.thresholds.iter();
        let controls = projection.controls.iter();
        Self {
            framework: FrameworkKey(&projection.framework),
            thresholds: thresholds
                .map(|threshold| Threshold {
                    assessment: Name(&threshold.assessment),
                    tier: threshold.tier,
                })
                .collect(),
            tally: Tally::new(&projection.tally),
            controls: controls.map(VerdictOn::new).collect(),
        }
    }
}

impl Tally {
    fn new(tally: &posture::Tally) -> Self {
        Self {
            counts: ByVerdict::new(|verdict| tally.of(verdict)),
            total: tally.total(),
            basis_points: ByVerdict::new(|verdict| tally.basis_points(verdict)),
        }
    }
}

impl ByVerdict {
    pub(super) fn new(of: impl Fn(posture::Verdict) -> usize) -> Self {
        Self {
            met: of(posture::Verdict::Met),
            not_met: of(posture::Verdict::NotMet),
            partly_evidenced: of(posture::Verdict::PartlyEvidenced),
            cannot_tell: of(posture::Verdict::CannotTell),
            cannot_tell_draft: of(posture::Verdict::CannotTellDraft),
            contradiction: of(posture::Verdict::Contradiction),
        }
    }
}

impl<'r> VerdictOn<'r> {
    fn new(control: &'r posture::Control) -> Self {
        let grounds = control.grounds.iter();
        Self {
            control: ControlName(&control.control),
            assessable: control.assessable,
            verdict: control.verdict.into(),
            grounds: grounds.map(Ground::new).collect(),
            doubt: control.doubt.as_ref().map(Doubt::new),
        }
    }
}

impl From<posture::Verdict> for Verdict {
    fn from(verdict: posture::Verdict) -> Self {
        match verdict {
            posture::Verdict::Met => Self::Met,
            posture::Verdict::NotMet => Self::NotMet,
            posture::Verdict::PartlyEvidenced => Self::PartlyEvidenced,
            posture::Verdict::CannotTell => Self::CannotTell,
            posture::Verdict::CannotTellDraft => Self::CannotTellDraft,
            posture::Verdict::Contradiction => Self::Contradiction,
        }
    }
}

impl<'r> Ground<'r> {
    fn new(ground: &'r posture::Ground) -> Self {
        Self {
            because: ground.because.word(),
            controls: ControlName::all(&ground.controls),
            rows: ground.rows.iter().cloned().map(RowId).collect(),
            status: ground.status.map(Status::of),
        }
    }
}

impl<'r> Doubt<'r> {
    fn new(doubt: &'r posture::Doubt) -> Self {
        Self {
            because: doubt.because.word(),
            controls: ControlName::all(&doubt.controls),
            rows: doubt.rows.iter().cloned().map(RowId).collect(),
        }
    }
}
