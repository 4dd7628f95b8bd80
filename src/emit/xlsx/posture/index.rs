//! What is known of controls and rows elsewhere in the posture, by their names.

use std::collections::BTreeMap;

use xwalk_report::posture::{Assessed, Assessment, Claim, Declared, Posture};

/// What is known of controls and rows.
pub(super) struct Index<'r> {
    assessed: BTreeMap<&'r str, &'r Assessed<'r>>,
    accountable: BTreeMap<(&'r str, &'r str), &'r str>,
    /// Where the controls that have moved stood in the assessment before.
    before: BTreeMap<(&'r str, &'r str), Option<u32>>,
    raising: BTreeMap<&'r str, Vec<Declared<'r>>>,
    claims: BTreeMap<&'r str, &'r Claim<'r>>,
}

impl<'r> Index<'r> {
    /// Looks everything up once.
    pub fn new(posture: &'r Posture<'r>) -> Self {
        let assessments = posture.assessments.iter();
        let accountable = posture.governance.accountable.iter();
        let benchmarks = posture.benchmarks.iter();
        let claims = posture.claims.iter();
        let mut raising: BTreeMap<&str, Vec<Declared<'_>>> = BTreeMap::new();
        let phases = posture.roadmaps.iter().flat_map(|roadmap| &roadmap.phases);
        for initiative in phases.flat_map(|phase| &phase.initiatives) {
            for raise in &initiative.raises {
                let raising = raising.entry(raise.control.as_str()).or_default();
                let declared = initiative.declared();
                if raising
                    .last()
                    .is_none_or(|last| last.key() != declared.key())
                {
                    raising.push(declared);
                }
            }
        }
        Self {
            assessed: assessments
                .flat_map(|assessment| &assessment.controls)
                .map(|assessed| (assessed.control.as_str(), assessed))
                .collect(),
            accountable: accountable
                .filter_map(|one| {
                    Some(((one.assessment.name, one.control.as_str()), one.role?.name))
                })
                .collect(),
            before: benchmarks
                .flat_map(|benchmark| benchmark.moved.iter().map(move |moved| (benchmark, moved)))
                .map(|(benchmark, moved)| {
                    ((benchmark.after.name, moved.control.as_str()), moved.before)
                })
                .collect(),
            raising,
            claims: claims.map(|claim| (claim.name.as_str(), claim)).collect(),
        }
    }

    /// An assessed control.
    pub fn assessed(&self, control: &str) -> Option<&'r Assessed<'r>> {
        self.assessed.get(control).copied()
    }

    /// What a row says.
    pub fn claim(&self, row: &str) -> Option<&'r Claim<'r>> {
        self.claims.get(row).copied()
    }

    /// The one role that answers for an assessed control.
    pub fn accountable(&self, assessment: &str, control: &str) -> Option<&'r str> {
        self.accountable.get(&(assessment, control)).copied()
    }

    /// Where a control stood in the assessment before this one, which there must be: where it stands now, unless it has
    /// moved.
    pub fn before(&self, assessment: &Assessment<'_>, assessed: &Assessed<'_>) -> Option<u32> {
        let moved = self
            .before
            .get(&(assessment.name, assessed.control.as_str()));
        let current = assessed.tiers.map(|(current, _)| current);
        moved.map_or(current, |before| *before)
    }

    /// The initiatives that raise a control, in the order of the roadmaps.
    pub fn raising(&self, control: &str) -> &[Declared<'r>] {
        self.raising.get(control).map_or(&[], Vec::as_slice)
    }
}
