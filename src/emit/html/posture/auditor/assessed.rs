//! The assessed tiers, and what bears them out.

use serde::Serialize;

use crate::posture::name::{Name, Names};
use crate::posture::page::Page;
use crate::posture::places::{Kind, owner_name};
use crate::posture::verdict::VerdictView;
use crate::posture::words::tier_text;
use crate::view::view;
use xwalk_report::posture::{Assessed, Assessment, Signature};

view! {
    /// An assessment.
    #[derive(Serialize)]
    pub(super) struct AssessmentView<'r> {
        /// Its title.
        title: &'r str,
        /// Its name.
        name: &'r str,
        /// The short name of its framework.
        framework: &'r str,
        /// The day to which it refers.
        assessed: String,
        /// Who assessed.
        assessor: Option<Signed<'r>>,
        /// Who approved it.
        approver: Option<Signed<'r>>,
        /// From which tier a control counts as achieved.
        achieved_from: usize,
        /// Whether a claim counts only with evidence that holds.
        requires_evidence: bool,
        /// The least risk.
        least_risk: usize,
        /// The greatest risk.
        greatest_risk: usize,
        /// The risk of a control that has no other.
        default_risk: Option<usize>,
        /// The effort of a control that states none.
        default_effort: Option<usize>,
        /// How many controls are not assessed.
        not_assessed: usize,
    }
}

view! {
    /// Somebody who answers for an assessment.
    #[derive(Serialize)]
    struct Signed<'r> {
        /// Who.
        name: &'r str,
        /// When.
        on: Option<String>,
    }
}

view! {
    /// An assessed control.
    pub(in crate::posture) struct AssessedRow<'r> {
        /// The `id` of its place in the page.
        id: String,
        /// The control.
        control: Name<'r>,
        /// Its title.
        title: &'r str,
        /// Whether it has a tier at all.
        applicable: bool,
        /// The tier.
        tier: String,
        /// The target tier.
        target: String,
        /// The link to its gap, where it is below its target.
        gap: Option<String>,
        /// Whether it is achieved.
        achieved: bool,
        /// What its evidence says to its tier: `unsupported`, `supported`, `no evidence`, `not applicable`.
        backing: &'static str,
        /// Whether any evidence supports it.
        has_evidence: bool,
        /// The evidence that does not bear its tier out.
        unsupported: Vec<Unsupported<'r>>,
        /// The other evidence, in which nothing is wrong.
        sound: Names<'r>,
        /// Who answers for it.
        owner: Name<'r>,
        /// The note.
        note: Option<&'r str>,
    }
}

view! {
    /// Evidence with which something is wrong.
    struct Unsupported<'r> {
        /// The evidence.
        name: Name<'r>,
        /// What is wrong.
        fault: VerdictView,
    }
}

pub(super) fn assessments(page: Page<'_>) -> Vec<AssessmentView<'_>> {
    let assessments = page.posture.assessments.iter();
    assessments.map(|one| assessment(one)).collect()
}

fn assessment<'r>(of: &'r Assessment<'r>) -> AssessmentView<'r> {
    let (least, greatest) = of.risk_scale;
    AssessmentView {
        title: of.title,
        name: of.name,
        framework: of.framework.short(),
        assessed: of.assessed.to_string(),
        assessor: of.assessor.as_ref().map(signed),
        approver: of.approved.as_ref().map(signed),
        achieved_from: of.achieved_from as usize,
        requires_evidence: of.requires_evidence,
        least_risk: least as usize,
        greatest_risk: greatest as usize,
        default_risk: of.default_risk.map(|risk| risk as usize),
        default_effort: of.default_effort.map(|effort| effort as usize),
        not_assessed: of.not_assessed,
    }
}

fn signed<'r>(signature: &'r Signature<'r>) -> Signed<'r> {
    Signed {
        name: signature.name,
        on: signature.on.map(|day| day.to_string()),
    }
}

/// The controls of an assessment.
pub(super) fn rows<'r>(
    page: Page<'r>,
    assessment: &'r Assessment<'r>,
) -> impl Iterator<Item = AssessedRow<'r>> {
    assessment.controls.iter().map(move |one| row(page, one))
}

fn row<'r>(page: Page<'r>, assessed: &'r Assessed<'r>) -> AssessedRow<'r> {
    let (places, control) = (page.places, &assessed.control);
    let is_below = assessed.tiers.is_some_and(|(tier, target)| tier < target);
    let unfit = assessed.unsupported.iter();
    AssessedRow {
        id: places.assessed_id(control),
        control: places.bare_name(control),
        title: control.title(),
        applicable: assessed.tiers.is_some(),
        tier: tier_text(assessed.tiers.map(|(tier, _)| tier)),
        target: tier_text(assessed.tiers.map(|(_, target)| target)),
        gap: places.gap_link(control).filter(|_| is_below),
        achieved: assessed.is_achieved,
        has_evidence: !assessed.all_evidence.is_empty(),
        backing: assessed.backing().word(),
        unsupported: unfit
            .map(|(name, fault)| Unsupported {
                name: Kind::Evidence.name(*name),
                fault: VerdictView::fault(*fault),
            })
            .collect(),
        sound: Kind::Evidence.names(&assessed.sound),
        owner: owner_name(page.owner_of(control)),
        note: assessed.note,
    }
}
