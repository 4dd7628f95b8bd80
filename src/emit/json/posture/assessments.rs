//! Assessments: claimed tiers.

use crate::JsonSchema;
use serde::Serialize;

use super::words::{DeficiencyKind, Owner, names, owner};
use xwalk_report::posture::{self, Signature};
use xwalk_report::published::{ControlName, Day, FrameworkKey, Hideable, Name, Word};

/// Where an organization stands against one framework on one day, by its own account.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Assessment<'r> {
    /// Its name.
    name: Name<'r>,
    /// Its title.
    title: &'r str,
    /// The framework.
    framework: FrameworkKey<'r>,
    /// The day to which it refers.
    assessed: Day,
    /// Who assessed.
    #[serde(skip_serializing_if = "Option::is_none")]
    assessor: Option<Hideable<&'r Signature<'r>>>,
    /// Who approved it.
    #[serde(skip_serializing_if = "Option::is_none")]
    approved: Option<Hideable<&'r Signature<'r>>>,
    /// The tier from which a control counts as fulfilled. That a tier means fulfilment is a convention.
    achieved_from: u32,
    /// Whether what is claimed as achieved counts only with evidence that holds.
    requires_evidence: bool,
    /// The scale of stated risks.
    risk_scale: Scale,
    /// What applies to controls that state nothing else.
    default: Defaults<'r>,
    /// The assessed controls, in the order of the framework, as declared.
    controls: Vec<Assessed<'r>>,
    /// How many assessable controls of the framework are not among them.
    not_assessed: usize,
}

/// A scale of whole numbers.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Scale {
    /// The least.
    least: u32,
    /// The greatest.
    greatest: u32,
}

/// What applies to controls that state nothing else.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Defaults<'r> {
    /// The risk, where no risk of the register threatens the control either.
    #[serde(skip_serializing_if = "Option::is_none")]
    risk: Option<Hideable<u32>>,
    /// The effort, in working days.
    #[serde(skip_serializing_if = "Option::is_none")]
    effort: Option<Hideable<u32>>,
    /// The owner: a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Owner<'r>,
}

/// An assessed control.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Assessed<'r> {
    /// The control.
    control: ControlName<'r>,
    /// Whether it is applicable; if not, there are no tiers.
    applicable: bool,
    /// The tier that it has, as claimed.
    #[serde(skip_serializing_if = "Option::is_none")]
    current: Option<u32>,
    /// The tier that it should have.
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<u32>,
    /// The stated risk.
    #[serde(skip_serializing_if = "Option::is_none")]
    risk: Option<Hideable<u32>>,
    /// The stated effort to reach the target, in working days.
    #[serde(skip_serializing_if = "Option::is_none")]
    effort: Option<Hideable<u32>>,
    /// Its own owner: a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Owner<'r>,
    /// Whether the tier that it has is at least the one from which controls count as fulfilled.
    achieved: bool,
    /// Whether any evidence supports it, and all of that bears it out.
    supported: bool,
    /// The evidence that is named for it. Evidence may support it without being named here.
    evidence: Hideable<Vec<Name<'r>>>,
    /// The evidence that does not bear its tier out; if there is any, the tier is claimed and not supported.
    faults: Hideable<Vec<Faulty<'r>>>,
    /// The note.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Hideable<&'r str>>,
}

/// A piece of evidence that does not bear a tier out.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Faulty<'r> {
    /// The evidence.
    evidence: Name<'r>,
    /// What is wrong with it.
    fault: DeficiencyKind,
}

impl<'r> Assessment<'r> {
    pub(super) fn new(assessment: &'r posture::Assessment<'r>) -> Self {
        let (least, greatest) = assessment.risk_scale;
        let controls = assessment.controls.iter();
        Self {
            name: Name(assessment.name),
            title: assessment.title,
            framework: FrameworkKey(&assessment.framework),
            assessed: Day::of(assessment.assessed),
            assessor: assessment.assessor.as_ref().map(Hideable),
            approved: assessment.approved.as_ref().map(Hideable),
            achieved_from: assessment.achieved_from,
            requires_evidence: assessment.requires_evidence,
            risk_scale: Scale { least, greatest },
            default: Defaults {
                risk: assessment.default_risk.map(Hideable),
                effort: assessment.default_effort.map(Hideable),
                owner: owner(assessment.default_owner),
            },
            controls: controls.map(Assessed::new).collect(),
            not_assessed: assessment.not_assessed,
        }
    }
}

impl<'r> Assessed<'r> {
    fn new(assessed: &'r posture::Assessed<'r>) -> Self {
        let faults = assessed.unsupported.iter();
        let faults = faults.map(|&(evidence, fault)| Faulty {
            evidence: Name(evidence.name),
            fault: Word(fault),
        });
        Self {
            control: ControlName(&assessed.control),
            applicable: assessed.tiers.is_some(),
            current: assessed.tiers.map(|(current, _)| current),
            target: assessed.tiers.map(|(_, target)| target),
            risk: assessed.risk.map(Hideable),
            effort: assessed.effort.map(Hideable),
            owner: owner(assessed.owner),
            achieved: assessed.is_achieved,
            supported: !assessed.all_evidence.is_empty()
                && assessed.sound.len() == assessed.all_evidence.len(),
            evidence: Hideable(names(&assessed.evidence)),
            faults: Hideable(faults.collect()),
            note: assessed.note.map(Hideable),
        }
    }
}
