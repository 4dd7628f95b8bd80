//! The views of a posture that programs read.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::analysis::posture::{Tally, Verdict};

#[derive(Serialize)]
pub struct DocumentV1<'a> {
    pub schema: &'static str,
    pub version: u32,
    pub organization: &'a str,
    pub title: &'a str,
    /// The day of which is spoken: evidence is stale or not on it.
    pub date: String,
    pub baseline: String,
    /// Whether tiers are believed only where their evidence holds.
    pub evidence_required: bool,
    pub assessments: Vec<AssessmentV1<'a>>,
    pub profiles: Vec<ProfileV1<'a>>,
    pub benchmarks: Vec<BenchmarkV1<'a>>,
    /// The comparison that was asked for with `--against`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against: Option<BenchmarkV1<'a>>,
    /// The baseline first, then the adopted frameworks.
    pub frameworks: Vec<FrameworkV1<'a>>,
    pub conditions: Vec<ConditionV1<'a>>,
    /// Ranked, the most urgent first.
    pub gaps: Vec<GapV1<'a>>,
    pub gaps_without_risk: Vec<String>,
    pub indicators: Vec<IndicatorV1<'a>>,
}

#[derive(Serialize)]
pub struct AssessmentV1<'a> {
    pub name: &'a str,
    pub framework: String,
    pub assessed: String,
    pub achieved_from: u32,
}

#[derive(Serialize)]
pub struct ProfileV1<'a> {
    pub assessment: &'a str,
    pub total: LineV1,
    pub lines: Vec<LineV1>,
    pub controls: Vec<StandV1<'a>>,
}

#[derive(Serialize)]
pub struct LineV1 {
    /// Absent for all together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub control: Option<String>,
    /// The lowest tier of its controls.
    pub tier: Option<u32>,
    pub target: Option<u32>,
    pub assessed: usize,
    pub achieved: usize,
    pub at_target: usize,
    pub unsupported: usize,
    pub not_applicable: usize,
    pub not_assessed: usize,
    pub current_tiers: BTreeMap<u32, usize>,
    pub target_tiers: BTreeMap<u32, usize>,
}

#[derive(Serialize)]
pub struct StandV1<'a> {
    pub control: &'a str,
    /// `null` where the control is not applicable.
    pub current: Option<u32>,
    pub target: Option<u32>,
    /// What is wrong with its evidence: then the tier is unsupported.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unsupported: Vec<String>,
}

#[derive(Serialize)]
pub struct BenchmarkV1<'a> {
    pub before: &'a str,
    /// `tiers` or `targets` of it.
    pub by: &'static str,
    pub after: &'a str,
    pub raised: usize,
    pub lowered: usize,
    pub same: usize,
    pub functions: Vec<FunctionV1>,
    pub moved: Vec<MovedV1>,
}

#[derive(Serialize)]
pub struct FunctionV1 {
    pub function: String,
    pub above: usize,
    pub same: usize,
    pub below: usize,
    pub without_tier: usize,
    pub without_measure: usize,
}

#[derive(Serialize)]
pub struct MovedV1 {
    pub control: String,
    pub before: Option<u32>,
    pub after: Option<u32>,
}

#[derive(Serialize)]
pub struct FrameworkV1<'a> {
    pub framework: String,
    pub thresholds: BTreeMap<&'a str, u32>,
    pub tally: TallyV1,
    pub controls: Vec<ControlV1<'a>>,
}

#[derive(Serialize)]
pub struct TallyV1 {
    pub assessable: usize,
    pub met: usize,
    pub not_met: usize,
    pub partly_evidenced: usize,
    pub cannot_tell: usize,
    pub contradiction: usize,
}

#[derive(Serialize)]
pub struct ControlV1<'a> {
    pub control: &'a str,
    pub verdict: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<GroundV1>,
    /// Why nobody can tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doubt: Option<String>,
}

#[derive(Serialize)]
pub struct GroundV1 {
    pub verdict: &'static str,
    pub why: String,
    /// The assessed controls that speak for it.
    pub controls: Vec<String>,
    /// The weakest status among the rows.
    pub status: &'static str,
    /// `file:line`.
    pub rows: Vec<String>,
}

#[derive(Serialize)]
pub struct ConditionV1<'a> {
    pub condition: &'a str,
    pub holds: bool,
    pub rows: Vec<String>,
    pub would_change: Vec<ChangeV1>,
}

#[derive(Serialize)]
pub struct ChangeV1 {
    pub control: String,
    pub before: &'static str,
    pub after: &'static str,
}

#[derive(Serialize)]
pub struct GapV1<'a> {
    pub rank: usize,
    pub control: String,
    pub assessment: &'a str,
    pub current: u32,
    pub target: u32,
    pub risk: u32,
    /// `stated`, `default`, or the risk of the register.
    pub risk_from: &'a str,
    pub effort_days: u32,
    pub effort_stated: bool,
    pub priority: FractionV1,
    pub rank_if: RankIfV1,
}

#[derive(Serialize)]
pub struct FractionV1 {
    pub numerator: u64,
    pub denominator: u64,
}

#[derive(Serialize)]
pub struct RankIfV1 {
    pub risk_lower: usize,
    pub risk_higher: usize,
    pub effort_lower: usize,
    pub effort_higher: usize,
}

#[derive(Serialize)]
pub struct IndicatorV1<'a> {
    pub kind: &'static str,
    pub control: String,
    pub title: &'a str,
    pub on: Vec<String>,
    pub shown: bool,
    pub lacking: Vec<LackingV1>,
}

#[derive(Serialize)]
pub struct LackingV1 {
    pub control: String,
    pub lack: String,
}

impl From<Tally> for TallyV1 {
    fn from(tally: Tally) -> Self {
        Self {
            assessable: tally.total(),
            met: tally.of(Verdict::Met),
            not_met: tally.of(Verdict::NotMet),
            partly_evidenced: tally.of(Verdict::PartlyEvidenced),
            cannot_tell: tally.of(Verdict::CannotTell),
            contradiction: tally.of(Verdict::Contradiction),
        }
    }
}
