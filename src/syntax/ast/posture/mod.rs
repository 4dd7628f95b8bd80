//! Posture: an organization, who answers for what in it, and where it stands against its frameworks.

mod assessment;
mod audience;
mod decimal;
mod evidence;
mod heading;
mod organization;
mod risk;
mod roadmap;
mod technology;

pub use assessment::{Assessed, AssessedTier, Assessment, Defaults, Required};
pub use audience::{Audience, Field};
pub use decimal::Decimal;
pub use evidence::{Evidence, Expected, Probe, Requirement, Test};
pub use heading::Heading;
pub use organization::{
    Acceptance, Adopted, Committee, Decision, Escalation, EscalationStep, Organization, Party, Role,
};
pub use risk::{Risk, Treatment};
pub use roadmap::{Initiative, Phase, Raise, Roadmap};
pub use technology::{
    Agent, Columns, Measured, Playbook, PlaybookStep, Supports, Technology, TechnologyKind,
};

/// A construct of posture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item<'s> {
    /// `organization NAME "…" { … }`.
    Organization(Box<Organization<'s>>),
    /// `role NAME "…" { … }`.
    Role(Box<Role<'s>>),
    /// `committee NAME "…" { … }`.
    Committee(Box<Committee<'s>>),
    /// `escalation NAME "…" { … }`.
    Escalation(Box<Escalation<'s>>),
    /// `risk NAME "…" { … }`.
    Risk(Box<Risk<'s>>),
    /// `technology NAME "…" { … }`.
    Technology(Box<Technology<'s>>),
    /// `playbook NAME "…" { … }`.
    Playbook(Box<Playbook<'s>>),
    /// `evidence NAME "…" { … }`.
    Evidence(Box<Evidence<'s>>),
    /// `assessment NAME "…" of FRAMEWORK { … }`.
    Assessment(Box<Assessment<'s>>),
    /// `roadmap NAME "…" for ASSESSMENT { … }`.
    Roadmap(Box<Roadmap<'s>>),
    /// `audience NAME "…" { … }`.
    Audience(Box<Audience<'s>>),
}
