//! Assessed controls whose evidence does not bear out their tier.

use std::collections::{BTreeMap, BTreeSet};

use super::examine::{DeficiencyKind, Examined};
use xwalk_model::ControlId;
use xwalk_model::posture::{AssessmentId, EvidenceId, Posture};

/// A control whose tier is claimed and not borne out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsupported {
    /// The control.
    pub control: ControlId,
    /// The evidence that does not hold, in order, each with the first thing that is wrong with it.
    pub evidence: Vec<(EvidenceId, DeficiencyKind)>,
}

/// The controls of an assessment that have evidence that does not hold, in order. One that has no evidence at all is not
/// among them: nothing was promised.
#[must_use]
pub fn unsupported(
    posture: &Posture<'_>,
    assessment: AssessmentId,
    examined: &[Examined],
) -> Vec<Unsupported> {
    let assessment = &posture.assessments[assessment];
    let faulty: BTreeMap<EvidenceId, DeficiencyKind> = examined
        .iter()
        .filter_map(|examined| Some((examined.evidence, examined.flaws.first()?.fault())))
        .collect();
    let mut supporting: BTreeMap<ControlId, BTreeSet<EvidenceId>> = BTreeMap::new();
    for (id, evidence) in posture.of(&posture.evidence, assessment.organization) {
        for supports in &evidence.supports {
            supporting.entry(supports.control).or_default().insert(id);
        }
    }
    let controls = assessment.controls.iter();
    controls
        .filter(|assessed| assessed.current().is_some())
        .filter_map(|assessed| {
            let mut all = supporting.remove(&assessed.control).unwrap_or_default();
            all.extend(&assessed.evidence);
            let evidence: Vec<_> = all
                .into_iter()
                .filter_map(|id| Some((id, *faulty.get(&id)?)))
                .collect();
            (!evidence.is_empty()).then_some(Unsupported {
                control: assessed.control,
                evidence,
            })
        })
        .collect()
}
