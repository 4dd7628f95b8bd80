//! Where the controls of an assessment stand, summed up for everything that has controls below it.

use crate::JsonSchema;
use serde::Serialize;

use super::named::{Declared, NamedControl, NamedFramework};
use super::namer::Namer;
use crate::published::{As, ControlName, Name, written_as};
use xwalk_analysis::posture::{self, Distribution};

/// The current and target tiers of the controls of one assessment.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Profile<'m> {
    /// The assessment.
    #[schemars(with = "Name")]
    pub assessment: Declared<'m>,
    /// The framework that is assessed.
    #[serde(skip)]
    pub framework: NamedFramework,
    /// How tiers are summed up.
    pub rule: Rule,
    /// Everything that has controls below it, in the order of the framework: functions, categories.
    pub lines: Vec<ProfileLine>,
    /// All controls together.
    pub total: ProfileLine,
}

/// How tiers are summed up: all of something stands at the `lowest` tier of its controls.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// The lowest.
    Lowest,
}

/// The controls at and below one that has others below it, or all of a framework.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ProfileLine {
    /// The control; absent for all together.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<ControlName>")]
    pub control: Option<NamedControl>,
    /// The lowest tier of its controls; absent where none has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier: Option<u32>,
    /// The lowest tier that one of its controls should have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<u32>,
    /// How many controls are at each tier, lowest first; tiers without any are left out.
    #[serde(with = "As::<Vec<AtTier>>")]
    pub current: Vec<(u32, usize)>,
    /// How many controls have each target.
    #[serde(with = "As::<Vec<AtTier>>")]
    pub targets: Vec<(u32, usize)>,
    /// How many controls have a tier.
    pub assessed: usize,
    /// How many of them have the tier from which they count as fulfilled.
    pub achieved: usize,
    /// How many of them have reached their own target.
    pub at_target: usize,
    /// How many of them have evidence that does not bear the tier out; they are counted with it all the same.
    pub unsupported: usize,
    /// How many of them have no evidence at all; they are counted as claimed unless evidence is required.
    pub without_evidence: usize,
    /// How many are not applicable.
    pub not_applicable: usize,
    /// How many assessable controls the assessment does not name.
    pub not_assessed: usize,
}

/// How many controls there are at a tier.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct AtTier {
    /// The tier.
    tier: u32,
    /// How many.
    controls: usize,
}

written_as!(AtTier: (u32, usize), |(tier, controls)| AtTier {
    tier: *tier,
    controls: *controls,
});

impl<'m> Profile<'m> {
    pub(super) fn new(names: Namer<'m, '_>, profile: &posture::Profile) -> Self {
        let lines = profile.lines.iter();
        Self {
            assessment: names.assessment(profile.assessment),
            framework: names
                .framework(names.model.posture.assessments[profile.assessment].framework),
            rule: Rule::Lowest,
            lines: lines.map(|line| ProfileLine::new(names, line)).collect(),
            total: ProfileLine::new(names, &profile.total),
        }
    }
}

impl ProfileLine {
    /// Whether its tier is the highest that it can be, since some of its controls are not assessed.
    #[must_use]
    pub const fn is_at_best(&self) -> bool {
        self.tier.is_some() && self.not_assessed > 0
    }

    fn new(names: Namer<'_, '_>, line: &posture::Line) -> Self {
        let counts = |of: &Distribution| of.0.iter().map(|(tier, count)| (*tier, *count)).collect();
        Self {
            control: line.control.map(|id| names.control(id)),
            tier: line.tier(),
            target: line.target.minimum(),
            current: counts(&line.current),
            targets: counts(&line.target),
            assessed: line.assessed(),
            achieved: line.achieved,
            at_target: line.at_target,
            unsupported: line.unsupported,
            without_evidence: line.without_evidence,
            not_applicable: line.not_applicable,
            not_assessed: line.not_assessed,
        }
    }
}
