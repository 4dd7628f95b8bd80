//! Tiers summed up by function and category, and compared with those of the assessment before.

use schemars::JsonSchema;
use serde::Serialize;

use super::words::{ControlName, Name};
use crate::emit::json::words::{Day, FrameworkKey};
use crate::report::posture;

/// The rule by which tiers are summed up.
const RULE: &str = "lowest";

/// Where the controls of one assessment stand, and where they should.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Profile<'r> {
    /// The assessment.
    assessment: Name<'r>,
    /// How tiers are summed up: all of something stands at the `lowest` tier of its controls.
    #[schemars(extend("const" = RULE))]
    rule: &'static str,
    /// Everything that has controls below it, in the order of the framework: functions, categories.
    lines: Vec<Line<'r>>,
    /// All controls together.
    total: Line<'r>,
}

/// The controls at and below one that has others below it, or all of a framework.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ProfileLine", deny_unknown_fields)]
struct Line<'r> {
    /// The control; absent for all together.
    #[serde(skip_serializing_if = "Option::is_none")]
    control: Option<ControlName<'r>>,
    /// The lowest tier of its controls; absent where none has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    tier: Option<u32>,
    /// The lowest tier that one of its controls should have.
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<u32>,
    /// How many controls stand at each tier, lowest first; tiers at which none stands are left out.
    current: Vec<AtTier>,
    /// How many controls should stand at each tier.
    targets: Vec<AtTier>,
    /// How many controls have a tier.
    assessed: usize,
    /// How many of them have the tier from which they count as fulfilled.
    achieved: usize,
    /// How many of them have reached their own target.
    at_target: usize,
    /// How many of them have evidence that does not bear the tier out; they are counted with it all the same.
    unsupported: usize,
    /// How many are not applicable.
    not_applicable: usize,
    /// How many assessable controls the assessment does not name.
    not_assessed: usize,
}

/// How many controls there are at a tier.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct AtTier {
    /// The tier.
    tier: u32,
    /// How many.
    controls: usize,
}

/// What changed between two assessments of one framework.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Benchmark<'r> {
    /// The framework.
    framework: FrameworkKey<'r>,
    /// The earlier assessment; it stands nowhere else in the document.
    before: Name<'r>,
    /// The day that it speaks of.
    before_assessed: Day,
    /// The later one.
    after: Name<'r>,
    /// The day that it speaks of.
    after_assessed: Day,
    /// How many controls stand at a higher tier than before.
    raised: usize,
    /// How many stand at a lower one.
    lowered: usize,
    /// How many have the same tier in both.
    same: usize,
    /// The controls whose tier differs, in the order of the framework.
    moved: Vec<Moved<'r>>,
}

/// A control that stands somewhere else than before.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Moved<'r> {
    /// The control.
    control: ControlName<'r>,
    /// The tier before; absent where it was not assessed, or not applicable.
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<u32>,
    /// The tier after; absent likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<u32>,
}

impl<'r> Profile<'r> {
    pub(super) fn new(profile: &'r posture::Profile<'r>) -> Self {
        Self {
            assessment: Name(profile.assessment),
            rule: RULE,
            lines: profile.lines.iter().map(Line::new).collect(),
            total: Line::new(&profile.total),
        }
    }
}

impl<'r> Line<'r> {
    fn new(line: &'r posture::ProfileLine) -> Self {
        Self {
            control: line.control.as_deref().map(ControlName),
            tier: line.tier,
            target: line.target,
            current: AtTier::all(&line.current),
            targets: AtTier::all(&line.targets),
            assessed: line.assessed,
            achieved: line.achieved,
            at_target: line.at_target,
            unsupported: line.unsupported,
            not_applicable: line.not_applicable,
            not_assessed: line.not_assessed,
        }
    }
}

impl AtTier {
    fn all(counts: &[(u32, usize)]) -> Vec<Self> {
        let counts = counts.iter();
        counts
            .map(|&(tier, controls)| Self { tier, controls })
            .collect()
    }
}

impl<'r> Benchmark<'r> {
    pub(super) fn new(benchmark: &'r posture::Benchmark<'r>) -> Self {
        Self {
            framework: FrameworkKey(&benchmark.framework),
            before: Name(benchmark.before),
            before_assessed: Day::of(benchmark.before_assessed),
            after: Name(benchmark.after),
            after_assessed: Day::of(benchmark.after_assessed),
            raised: benchmark.raised,
            lowered: benchmark.lowered,
            same: benchmark.same,
            moved: Moved::all(&benchmark.moved),
        }
    }
}

impl<'r> Moved<'r> {
    pub(super) fn all(moved: &'r [posture::Moved]) -> Vec<Self> {
        let moved = moved.iter();
        moved
            .map(|moved| Self {
                control: ControlName(&moved.control),
                before: moved.before,
                after: moved.after,
            })
            .collect()
    }
}
