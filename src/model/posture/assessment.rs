//! Assessments.

use std::borrow::Cow;

use super::{EvidenceId, OrganizationId, RoleId};
use crate::{ControlId, FrameworkId, id};
use xwalk_source::Place;
use xwalk_syntax::ast::Date;
use xwalk_syntax::ast::posture::AssessedTier;

id! {
    /// The number of an assessment.
    AssessmentId
}

/// Where an organization stands against one framework on one day.
#[derive(Debug)]
pub struct Assessment<'s> {
    /// Its organization.
    pub organization: OrganizationId,
    /// Its name.
    pub name: &'s str,
    /// The title; the name where none is given.
    pub title: Cow<'s, str>,
    /// The doc comment.
    pub doc: Option<Cow<'s, str>>,
    /// The framework that is assessed; its tiers are the scale, from 0 to 5 where it declares none.
    pub framework: FrameworkId,
    /// The day to which it refers.
    pub assessed: Date,
    /// Who assessed, and when that was signed.
    pub assessor: Option<(Cow<'s, str>, Option<Date>)>,
    /// Who approved it, and when.
    pub approved: Option<(Cow<'s, str>, Option<Date>)>,
    /// The tier from which a control counts as fulfilled.
    pub achieved_from: u32,
    /// Whether what is claimed as achieved counts only with evidence that holds.
    pub requires_evidence: bool,
    /// The least and the greatest risk; 1 and 25 where nothing is said.
    pub risk_scale: (u32, u32),
    /// The risk of a control that states none and that no risk of the register threatens.
    pub default_risk: Option<u32>,
    /// The effort, in working days, for a control that states none.
    pub default_effort: Option<u32>,
    /// The owner of a control that names none.
    pub default_owner: Option<RoleId>,
    /// The assessed controls, ordered by control, each once; all are of the framework.
    pub controls: Vec<Assessed<'s>>,
    /// Where its header stands.
    pub place: Place,
}

impl<'s> Assessment<'s> {
    /// What is said of a control, if it is assessed.
    #[must_use]
    pub fn of(&self, control: ControlId) -> Option<&Assessed<'s>> {
        let at = self
            .controls
            .binary_search_by_key(&control, |assessed| assessed.control);
        at.ok().and_then(|at| self.controls.get(at))
    }
}

/// One assessed control. Defaults of the assessment are not filled in.
#[derive(Debug)]
pub struct Assessed<'s> {
    /// The control; an inner one stands for itself.
    pub control: ControlId,
    /// Where it is. Tiers are on the framework's scale; a target is its current tier where none is written.
    pub tier: AssessedTier,
    /// The stated risk, within the assessment's scale.
    pub risk: Option<u32>,
    /// The stated effort to reach the target: working days of one person, at least one.
    pub effort: Option<u32>,
    /// Its own owner.
    pub owner: Option<RoleId>,
    /// The evidence that it names, ordered, each once. Evidence may support the control without being named here.
    pub evidence: Vec<EvidenceId>,
    /// The note.
    pub note: Option<Cow<'s, str>>,
    /// The row.
    pub place: Place,
}

impl Assessed<'_> {
    /// The current tier; none where the control is not applicable.
    #[must_use]
    pub fn current(&self) -> Option<u32> {
        match self.tier {
            AssessedTier::Tier { current, .. } => Some(current),
            AssessedTier::NotApplicable => None,
        }
    }

    /// The tier that is wanted; none where the control is not applicable.
    #[must_use]
    pub fn target(&self) -> Option<u32> {
        match self.tier {
            AssessedTier::Tier { target, .. } => Some(target),
            AssessedTier::NotApplicable => None,
        }
    }
}
