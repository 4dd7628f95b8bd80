//! The views of a posture that programs read.

use std::collections::BTreeMap;

use crate::JsonSchema;
use serde::Serialize;

use xwalk_report::answers::RemainderOf;
use xwalk_report::posture::{NamedControl, Reason, Stood, Yardstick};
use xwalk_report::published::{Spoken, Word};
use xwalk_syntax::ast::ActivityKind;

/// Where an organization stands on a given day, as its own people see it: drafts count unless `--status` says otherwise,
/// and nothing is held back or hidden. What is signed and sent to others is the export `posture.json`, in which verdicts
/// that rest on drafts are held back.
#[derive(Serialize, JsonSchema)]
pub struct DocumentV1<'a> {
    /// The name of the organization.
    pub organization: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The day to which the answer refers: whether evidence is stale is judged on it.
    pub date: String,
    /// The framework that it measures itself by, with its edition.
    pub baseline: &'a str,
    /// Whether tiers are believed only where their evidence holds.
    pub evidence_required: bool,
    /// The newest assessment of each framework, by framework.
    pub assessments: Vec<AssessmentV1<'a>>,
    /// The tiers of the controls of each of them.
    pub profiles: Vec<ProfileV1<'a>>,
    /// What changed since the previous assessment, for each framework that was assessed before.
    pub benchmarks: Vec<BenchmarkV1<'a>>,
    /// The comparison that was asked for with `--against`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against: Option<BenchmarkV1<'a>>,
    /// The verdicts: on the baseline first, then on the adopted frameworks.
    pub frameworks: Vec<FrameworkV1<'a>>,
    /// The conditions under which rows hold, by their text.
    pub conditions: Vec<ConditionV1<'a>>,
    /// The controls below their targets, the most urgent first.
    pub gaps: Vec<GapV1<'a>>,
    /// The controls below their targets for which no risk is known: they have no rank.
    pub gaps_without_risk: Vec<&'a str>,
    /// Key activities and maturity indicators of the assessed frameworks.
    pub indicators: Vec<IndicatorV1<'a>>,
    /// What is left of the controls that are partly evidenced, framework by framework. Only where `--remainder` asks for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remainder: Option<Vec<RemainderV1<'a>>>,
}

/// What is left of the controls of one framework.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Remainders")]
pub struct RemainderV1<'a> {
    /// The framework, with its edition.
    pub framework: &'a str,
    /// Its assessable controls that are partly evidenced, the strongest first.
    pub controls: &'a [RemainderOf<'a>],
}

/// An assessment.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Assessment")]
pub struct AssessmentV1<'a> {
    /// Its name.
    pub name: &'a str,
    /// The framework, with its edition.
    pub framework: &'a str,
    /// The day to which it refers.
    pub assessed: String,
    /// The tier from which a control counts as fulfilled.
    pub achieved_from: u32,
}

/// The current and target tiers of the controls of one assessment.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Profile")]
pub struct ProfileV1<'a> {
    /// The assessment, by name.
    pub assessment: &'a str,
    /// All controls together.
    pub total: LineV1<'a>,
    /// Everything that has controls below it, in the order of the framework: functions, categories.
    pub lines: Vec<LineV1<'a>>,
    /// The assessed controls, in the order of the framework.
    pub controls: &'a [Stood<'a>],
}

/// The controls below one that has others below it, or all of a framework.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Line")]
pub struct LineV1<'a> {
    /// The control, with its framework. Absent for all together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub control: Option<&'a str>,
    /// The lowest tier of its controls; `null` where none has a tier.
    pub tier: Option<u32>,
    /// The lowest target of its controls; `null` where none has one.
    pub target: Option<u32>,
    /// How many controls have a tier.
    pub assessed: usize,
    /// How many are achieved by the threshold of the assessment.
    pub achieved: usize,
    /// How many have reached their own target.
    pub at_target: usize,
    /// How many have a tier that their evidence does not bear out.
    pub unsupported: usize,
    /// How many have a tier and no evidence at all.
    pub without_evidence: usize,
    /// How many are not applicable.
    pub not_applicable: usize,
    /// How many assessable controls the assessment does not name.
    pub not_assessed: usize,
    /// How many controls are at each tier; tiers without any are left out.
    pub current_tiers: BTreeMap<u32, usize>,
    /// How many controls have each target.
    pub target_tiers: BTreeMap<u32, usize>,
}

/// An assessment measured against another one.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Benchmark")]
pub struct BenchmarkV1<'a> {
    /// The one that it is measured against, by name.
    pub before: &'a str,
    /// Which of its tiers it is measured against: the current tiers of the controls, or their targets.
    pub by: Word<Yardstick>,
    /// The one that is measured, by name.
    pub after: &'a str,
    /// How many controls are at a higher tier.
    pub raised: usize,
    /// How many are at a lower tier.
    pub lowered: usize,
    /// How many have the same tier in both.
    pub same: usize,
    /// The counts for each function that either includes.
    pub functions: Vec<FunctionV1<'a>>,
    /// The controls whose tier differs.
    pub moved: Vec<MovedV1<'a>>,
}

/// The controls of a function, counted.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Function")]
pub struct FunctionV1<'a> {
    /// The function, with its framework.
    pub function: &'a str,
    /// How many controls are above what they are measured against.
    pub above: usize,
    /// How many are at it.
    pub same: usize,
    /// How many are below it.
    pub below: usize,
    /// How many have no tier now.
    pub without_tier: usize,
    /// How many have nothing to be measured against.
    pub without_measure: usize,
}

/// A control whose tier differs.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Moved")]
pub struct MovedV1<'a> {
    /// The control, with its framework.
    pub control: &'a str,
    /// The tier before; `null` where it has none.
    pub before: Option<u32>,
    /// The tier after; `null` where it has none.
    pub after: Option<u32>,
}

/// The verdicts on one framework.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Framework")]
pub struct FrameworkV1<'a> {
    /// The framework, with its edition.
    pub framework: &'a str,
    /// From which tier the controls of each assessment, by name, count as fulfilled here.
    pub thresholds: BTreeMap<&'a str, u32>,
    /// How many assessable controls have each verdict.
    pub tally: TallyV1,
    /// No control of it can be not met, whatever the tiers: none is known to ask for all of a control that is assessed, so
    /// that a count of 0 says nothing of the organization.
    pub never_not_met: bool,
    /// The assessable controls, in the order of the framework.
    pub controls: Vec<ControlV1<'a>>,
}

/// How many assessable controls have each verdict.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Tally")]
pub struct TallyV1 {
    /// All of them.
    pub assessable: usize,
    /// Achieved controls contain all of it.
    pub met: usize,
    /// It asks for all of something below the threshold.
    pub not_met: usize,
    /// An achieved control shares something with it.
    pub partly_evidenced: usize,
    /// It is assessed as not applicable, or what equals it is.
    pub not_applicable: usize,
    /// None of this follows.
    pub cannot_tell: usize,
    /// Two of these are said of it at once: met, not met, itself assessed as not applicable.
    pub contradiction: usize,
}

/// The verdict on a control.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Control")]
pub struct ControlV1<'a> {
    /// Its identifier within its framework.
    pub control: &'a str,
    /// The verdict.
    pub verdict: Word<Spoken>,
    /// What it rests on: one thing, two for a contradiction. Absent where nobody can tell.
    #[serde(skip_serializing_if = "<[Reason]>::is_empty")]
    pub grounds: &'a [Reason],
    /// Why nobody can tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doubt: Option<&'a str>,
}

/// A condition under which alone some rows hold.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Condition")]
pub struct ConditionV1<'a> {
    /// As it is written beside the rows.
    pub condition: &'a str,
    /// Whether the organization says that it holds: then its rows count.
    pub holds: bool,
    /// The rows, as `file:line`.
    pub rows: &'a [String],
    /// The verdicts that would change if it held too; none where it does.
    pub would_change: Vec<ChangeV1<'a>>,
}

/// A verdict that would be another one.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Change")]
pub struct ChangeV1<'a> {
    /// The control, with its framework.
    pub control: &'a str,
    /// What it is.
    pub before: Word<Spoken>,
    /// What it would be.
    pub after: Word<Spoken>,
}

/// A control below its target.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Gap")]
pub struct GapV1<'a> {
    /// Its place in the order in which gaps should be closed, from 1.
    pub rank: usize,
    /// The control, with its framework.
    pub control: &'a str,
    /// The assessment, by name.
    pub assessment: &'a str,
    /// Its current tier.
    pub current: u32,
    /// Its target tier.
    pub target: u32,
    /// The risk.
    pub risk: u32,
    /// Source of the risk: `stated` for the control, the `default` of the assessment, or the name of the risk of the
    /// register.
    pub risk_from: &'a str,
    /// The effort in working days, at least one.
    pub effort_days: u32,
    /// Whether the effort is stated for the control; else it is the default of the assessment.
    pub effort_stated: bool,
    /// Risk x (target - current) / effort, exactly.
    pub priority: FractionV1,
    /// The rank that it takes where one of its own inputs is a quarter lower or higher.
    pub rank_if: RankIfV1,
}

/// A fraction.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Fraction")]
pub struct FractionV1 {
    /// What is divided.
    pub numerator: u64,
    /// What it is divided by.
    pub denominator: u64,
}

/// The ranks of a gap where one of its own inputs is another.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RankIf")]
pub struct RankIfV1 {
    /// With three quarters of the risk.
    pub risk_lower: usize,
    /// With five quarters of the risk.
    pub risk_higher: usize,
    /// With three quarters of the effort.
    pub effort_lower: usize,
    /// With five quarters of the effort.
    pub effort_higher: usize,
}

/// A key activity or maturity indicator.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Indicator")]
pub struct IndicatorV1<'a> {
    /// Which of the two.
    pub kind: Word<ActivityKind>,
    /// The control that declares it, with its framework.
    pub control: &'a str,
    /// What it says.
    pub title: &'a str,
    /// The controls that it names.
    #[schemars(with = "Vec<String>")]
    pub on: &'a [NamedControl],
    /// Whether it is shown: all that it names is achieved and supported by evidence.
    pub shown: bool,
    /// What keeps it from being shown.
    pub lacking: Vec<LackingV1<'a>>,
}

/// What a control lacks.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Lacking")]
pub struct LackingV1<'a> {
    /// The control, with its framework.
    pub control: &'a str,
    /// What, in words.
    pub lack: String,
}
