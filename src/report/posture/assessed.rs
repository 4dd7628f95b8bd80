//! The assessments.

use crate::JsonSchema;
use serde::Serialize;

use super::named::{Declared, NamedControl, NamedFramework};
use super::namer::Namer;
use super::{Backing, RiskFrom};
use crate::published::{As, Day};
use xwalk_analysis::posture::{Credit, DeficiencyKind, Support, Threats};
use xwalk_model::posture::{self, AssessmentId};
use xwalk_syntax::ast::Date;

/// An assessment.
#[derive(Debug)]
pub struct Assessment<'m> {
    /// Its name.
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// The framework.
    pub framework: NamedFramework,
    /// The day to which it refers.
    pub assessed: Date,
    /// Who assessed.
    pub assessor: Option<Signature<'m>>,
    /// Who approved it.
    pub approved: Option<Signature<'m>>,
    /// The tier from which a control counts as fulfilled.
    pub achieved_from: u32,
    /// Whether what is claimed as achieved counts only with evidence that holds.
    pub requires_evidence: bool,
    /// The least and the greatest risk.
    pub risk_scale: (u32, u32),
    /// The risk of a control that has no other.
    pub default_risk: Option<u32>,
    /// The effort of a control that states none.
    pub default_effort: Option<u32>,
    /// The owner of a control that names none.
    pub default_owner: Option<Declared<'m>>,
    /// The assessed controls, in the order of the framework.
    pub controls: Vec<Assessed<'m>>,
    /// How many assessable controls are not assessed.
    pub not_assessed: usize,
}

/// The person who answers for a statement.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Signature<'m> {
    /// Who.
    pub name: &'m str,
    /// When.
    #[serde(with = "As::<Option<Day>>", skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
}

/// An assessed control, as declared, and what its evidence says to that.
#[derive(Debug)]
pub struct Assessed<'m> {
    /// The control.
    pub control: NamedControl,
    /// The tier that it has and the one that it should have; `None` where it is not applicable.
    pub tiers: Option<(u32, u32)>,
    /// The stated risk.
    pub risk: Option<u32>,
    /// The risk that counts, and where it is from; `None` where none is known.
    pub counted_risk: Option<(u32, RiskFrom<'m>)>,
    /// The stated effort.
    pub effort: Option<u32>,
    /// Its own owner.
    pub owner: Option<Declared<'m>>,
    /// Who answers for it: its own owner, else that of the assessment.
    pub responsible: Option<Declared<'m>>,
    /// The evidence that it names.
    pub evidence: Vec<Declared<'m>>,
    /// All evidence for it, by name: what it names, and what says that it supports it.
    pub all_evidence: Vec<Declared<'m>>,
    /// What of that holds.
    pub sound: Vec<Declared<'m>>,
    /// The note.
    pub note: Option<&'m str>,
    /// Whether it is achieved by the threshold of the assessment.
    pub is_achieved: bool,
    /// The evidence that does not bear its tier out, each with what is wrong with it; it is unsupported if there is any.
    pub unsupported: Vec<(Declared<'m>, DeficiencyKind)>,
}

impl<'m> Assessment<'m> {
    pub(super) fn of(names: Namer<'m, '_>, id: AssessmentId, found: (&Support, &Threats)) -> Self {
        let assessment = &names.model.posture.assessments[id];
        let controls = assessment.controls.iter();
        let assessable = names.model.assessable(assessment.framework);
        let signature = |signed: &'m Option<(std::borrow::Cow<'_, str>, Option<Date>)>| {
            let (name, on) = signed.as_ref()?;
            Some(Signature { name, on: *on })
        };
        Self {
            name: assessment.name,
            title: &assessment.title,
            framework: names.framework(assessment.framework),
            assessed: assessment.assessed,
            assessor: signature(&assessment.assessor),
            approved: signature(&assessment.approved),
            achieved_from: assessment.achieved_from,
            requires_evidence: assessment.requires_evidence,
            risk_scale: assessment.risk_scale,
            default_risk: assessment.default_risk,
            default_effort: assessment.default_effort,
            default_owner: names.owner(assessment.default_owner),
            controls: controls
                .map(|row| Assessed::new(names, row, id, found))
                .collect(),
            not_assessed: assessable
                .filter(|(id, _)| assessment.of(*id).is_none())
                .count(),
        }
    }
}

impl Assessment<'_> {
    /// How many of the assessed controls are not applicable: these have no tier.
    #[must_use]
    pub fn not_applicable(&self) -> usize {
        let controls = self.controls.iter();
        controls.filter(|control| control.tiers.is_none()).count()
    }

    /// How many controls are assessed, and how many of them have no tier: `100, of which 3 are not applicable`.
    #[must_use]
    pub fn extent(&self) -> String {
        let all = self.controls.len();
        match self.not_applicable() {
            0 => all.to_string(),
            1 => format!("{all}, of which 1 is not applicable"),
            some => format!("{all}, of which {some} are not applicable"),
        }
    }
}

impl<'m> Assessed<'m> {
    /// What its evidence says to its tier.
    #[must_use]
    pub const fn backing(&self) -> Backing {
        match self.tiers {
            None => Backing::NotApplicable,
            Some(_) if !self.unsupported.is_empty() => Backing::Unsupported,
            Some(_) if !self.all_evidence.is_empty() => Backing::Supported,
            Some(_) => Backing::NoEvidence,
        }
    }

    /// At which tier it stands where this threshold is asked for, and what its evidence says to that: `tier 2 of 3, no
    /// evidence`.
    #[must_use]
    pub fn stand(&self, threshold: u32) -> String {
        let backing = self.backing();
        let Some((tier, _)) = self.tiers else {
            return backing.word().to_owned();
        };
        let support = match backing {
            Backing::Supported => "evidence holds",
            other => other.word(),
        };
        match tier < threshold {
            true => format!("tier {tier} of {threshold}, {support}"),
            false => format!("tier {tier}, {support}"),
        }
    }

    fn new(
        names: Namer<'m, '_>,
        row: &'m posture::Assessed<'_>,
        id: AssessmentId,
        (support, threats): (&Support, &Threats),
    ) -> Self {
        let assessment = &names.model.posture.assessments[id];
        let evidence = row.evidence.iter();
        let all_evidence = support.evidence(row.control).iter();
        let sound = all_evidence.clone();
        let sound = sound.filter(|id| support.faults_of(**id).is_empty());
        let faults = support.faults(row.control);
        Self {
            control: names.control(row.control),
            tiers: row.current().zip(row.target()),
            risk: row.risk,
            counted_risk: threats
                .risk(&names.model.posture, id, row)
                .map(|(risk, from)| (risk, RiskFrom::new(names, from))),
            effort: row.effort,
            owner: names.owner(row.owner),
            responsible: names.owner(row.owner.or(assessment.default_owner)),
            evidence: evidence.map(|id| names.evidence(*id)).collect(),
            all_evidence: all_evidence.map(|id| names.evidence(*id)).collect(),
            sound: sound.map(|id| names.evidence(*id)).collect(),
            note: row.note.as_deref(),
            is_achieved: row
                .current()
                .is_some_and(|tier| tier >= assessment.achieved_from)
                && (!assessment.requires_evidence
                    || support.credit(row.control) == Credit::Claimed),
            unsupported: faults
                .filter(|_| row.current().is_some())
                .map(|(id, fault)| (names.evidence(id), fault))
                .collect(),
        }
    }
}
