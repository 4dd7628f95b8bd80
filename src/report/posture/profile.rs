//! Where the controls of an assessment stand, summed up for everything that has controls below it.

use super::namer::Namer;
use crate::analysis::posture::{self, Distribution};

/// Where the controls of one assessment stand, and where they should.
#[derive(Debug)]
pub struct Profile<'m> {
    /// The assessment.
    pub assessment: &'m str,
    /// Everything that has controls below it, in the order of the framework: functions, categories.
    pub lines: Vec<ProfileLine>,
    /// All controls together.
    pub total: ProfileLine,
}

/// The controls at and below one that has others below it, or all of a framework.
#[derive(Debug)]
pub struct ProfileLine {
    /// The control; `None` for all together.
    pub control: Option<String>,
    /// The tier at which all of it stands: the lowest of its controls. `None` where none has a tier.
    pub tier: Option<u32>,
    /// The lowest tier that one of its controls should have.
    pub target: Option<u32>,
    /// How many controls stand at each tier, lowest first; tiers at which none stands are left out.
    pub current: Vec<(u32, usize)>,
    /// How many controls should stand at each tier.
    pub targets: Vec<(u32, usize)>,
    /// How many controls have a tier.
    pub assessed: usize,
    /// How many are achieved by the threshold of the assessment.
    pub achieved: usize,
    /// How many have reached their own target.
    pub at_target: usize,
    /// How many have a tier that their evidence does not bear out; they are counted with the claimed one all the same.
    pub unsupported: usize,
    /// How many are not applicable: they have no tier.
    pub not_applicable: usize,
    /// How many assessable controls the assessment does not name.
    pub not_assessed: usize,
}

impl<'m> Profile<'m> {
    pub(super) fn new(names: Namer<'m, '_>, profile: &posture::Profile) -> Self {
        let lines = profile.lines.iter();
        Self {
            assessment: names.assessment(profile.assessment),
            lines: lines.map(|line| ProfileLine::new(names, line)).collect(),
            total: ProfileLine::new(names, &profile.total),
        }
    }
}

impl ProfileLine {
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
            not_applicable: line.not_applicable,
            not_assessed: line.not_assessed,
        }
    }
}
