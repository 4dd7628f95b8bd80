//! Posture: organizations, who answers for what in them, and where they stand.
//!
//! Invariants, kept by `resolve`:
//! - organizations are ordered by name, all other tables by organization and then by name, so that what belongs to
//!   one organization is contiguous;
//! - the initiatives of a roadmap are contiguous and in the order of its text, and so are those of each phase;
//! - an id in a row points to something of the same organization;
//! - what lacks something without which it says nothing (a risk its likelihood) was reported, and is not here.

mod assessment;
mod audience;
mod evidence;
mod organization;
mod risk;
mod roadmap;
mod technology;

pub use assessment::{Assessed, Assessment, AssessmentId};
pub use audience::{Audience, AudienceId};
pub use evidence::{Evidence, EvidenceId, Expected, Probe, Requirement};
pub use organization::{
    Acceptance, Adopted, Committee, CommitteeId, Escalation, EscalationId, EscalationStep,
    Organization, OrganizationId, Role, RoleId,
};
pub use risk::{Risk, RiskId};
pub use roadmap::{Initiative, InitiativeId, Phase, Raise, Roadmap, RoadmapId};
pub use technology::{
    Agent, Measured, Playbook, PlaybookId, PlaybookStep, Supports, Technology, TechnologyId,
};
pub use xwalk_syntax::ast::posture::TechnologyKind;

use super::Table;

/// All posture of a workspace.
#[derive(Debug, Default)]
pub struct Posture<'s> {
    /// All organizations.
    pub organizations: Table<OrganizationId, Organization<'s>>,
    /// All roles.
    pub roles: Table<RoleId, Role<'s>>,
    /// All committees.
    pub committees: Table<CommitteeId, Committee<'s>>,
    /// All escalations.
    pub escalations: Table<EscalationId, Escalation<'s>>,
    /// The risk register.
    pub risks: Table<RiskId, Risk<'s>>,
    /// All technologies.
    pub technologies: Table<TechnologyId, Technology<'s>>,
    /// All playbooks.
    pub playbooks: Table<PlaybookId, Playbook<'s>>,
    /// All evidence.
    pub evidence: Table<EvidenceId, Evidence<'s>>,
    /// All assessments.
    pub assessments: Table<AssessmentId, Assessment<'s>>,
    /// All roadmaps.
    pub roadmaps: Table<RoadmapId, Roadmap<'s>>,
    /// All initiatives of all roadmaps.
    pub initiatives: Table<InitiativeId, Initiative<'s>>,
    /// All audiences.
    pub audiences: Table<AudienceId, Audience<'s>>,
}

/// Something that belongs to one organization.
pub trait Member {
    /// Its organization.
    fn organization(&self) -> OrganizationId;
}

macro_rules! members {
    ($($row:ident),+) => {$(
        impl Member for $row<'_> {
            fn organization(&self) -> OrganizationId {
                self.organization
            }
        }
    )+};
}
members!(
    Role, Committee, Escalation, Risk, Technology, Playbook, Evidence, Assessment, Roadmap,
    Audience
);

impl<'s> Posture<'s> {
    /// The rows of a table that belong to an organization, in order: `posture.of(&posture.roles, acme)`.
    pub fn of<'t, I: super::Id, T: Member>(
        &self,
        table: &'t Table<I, T>,
        organization: OrganizationId,
    ) -> impl DoubleEndedIterator<Item = (I, &'t T)> {
        table
            .iter()
            .filter(move |(_, row)| row.organization() == organization)
    }

    /// The initiatives of a roadmap, in the order of its text.
    pub fn initiatives_of(
        &self,
        roadmap: RoadmapId,
    ) -> impl DoubleEndedIterator<Item = (InitiativeId, &Initiative<'s>)> {
        let roadmap = &self.roadmaps[roadmap];
        self.initiatives
            .range(roadmap.first_initiative, roadmap.end_initiative)
    }
}
