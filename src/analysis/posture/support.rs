//! What evidence supports which control, and what is wrong with it.

use std::collections::BTreeMap;

use super::{Credit, CurrentState, Deficiency, DeficiencyKind, Examined};
use xwalk_model::posture::EvidenceId;
use xwalk_model::{ControlId, Model};

/// The evidence of each control that has some.
#[derive(Debug)]
pub struct Support {
    by_control: BTreeMap<ControlId, Vec<EvidenceId>>,
    faults: BTreeMap<EvidenceId, Vec<DeficiencyKind>>,
}

impl Support {
    /// All evidence of an organization: what says that it supports a control, and what an assessed control names.
    #[must_use]
    pub fn of(model: &Model<'_>, state: &CurrentState, examined: &[Examined]) -> Self {
        let posture = &model.posture;
        let mut by_control: BTreeMap<ControlId, Vec<EvidenceId>> = BTreeMap::new();
        for (id, evidence) in posture.of(&posture.evidence, state.organization) {
            for supports in &evidence.supports {
                by_control.entry(supports.control).or_default().push(id);
            }
        }
        for assessment in &state.assessments {
            for assessed in &posture.assessments[*assessment].controls {
                if !assessed.evidence.is_empty() {
                    let known = by_control.entry(assessed.control).or_default();
                    known.extend(&assessed.evidence);
                }
            }
        }
        for evidence in by_control.values_mut() {
            evidence.sort_unstable();
            evidence.dedup();
        }
        let faults = examined.iter().map(|examined| {
            let mut faults: Vec<DeficiencyKind> =
                examined.flaws.iter().map(Deficiency::fault).collect();
            faults.dedup();
            (examined.evidence, faults)
        });
        Self {
            by_control,
            faults: faults.collect(),
        }
    }

    /// Whether a control has evidence at all.
    #[must_use]
    pub fn has_evidence(&self, control: ControlId) -> bool {
        self.by_control.contains_key(&control)
    }

    /// All evidence of a control, in order: what says that it supports it, and what its assessment names.
    #[must_use]
    pub fn evidence(&self, control: ControlId) -> &[EvidenceId] {
        self.by_control.get(&control).map_or(&[], Vec::as_slice)
    }

    /// What is wrong with a piece of evidence; nothing where it holds.
    #[must_use]
    pub fn faults_of(&self, evidence: EvidenceId) -> &[DeficiencyKind] {
        self.faults.get(&evidence).map_or(&[], Vec::as_slice)
    }

    /// What is wrong with the evidence of a control, piece by piece; nothing where all of it holds.
    pub fn faults(&self, control: ControlId) -> impl Iterator<Item = (EvidenceId, DeficiencyKind)> {
        self.evidence(control).iter().flat_map(|id| {
            let faults = self.faults_of(*id).iter();
            faults.map(|fault| (*id, *fault))
        })
    }

    /// What a claimed tier is worth where evidence is required: nothing without any, nothing with evidence that does not
    /// hold, and less than nothing where the evidence says that the contrary is so.
    #[must_use]
    pub fn credit(&self, control: ControlId) -> Credit {
        let mut faults = self.faults(control).map(|(_, fault)| fault).peekable();
        let is_sound = self.has_evidence(control) && faults.peek().is_none();
        if faults.any(|fault| fault == DeficiencyKind::Failing) {
            Credit::Refuted
        } else if is_sound {
            Credit::Claimed
        } else {
            Credit::Unsupported
        }
    }
}
