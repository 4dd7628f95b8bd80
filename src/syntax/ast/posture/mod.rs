//! Posture: an organization, who answers for what in it, and where it stands against its frameworks.

mod assessment;
mod audience;
mod evidence;
mod organization;
mod risk;
mod roadmap;
mod technology;

pub use assessment::{Assessed, AssessedTier, Assessment, Defaults};
pub use audience::{Audience, Field};
pub use evidence::{Decimal, Evidence, Expected, Probe, Requirement, Test};
pub use organization::{
    Adopted, Committee, Decision, Escalation, EscalationStep, Organization, Party, Role,
};
pub use risk::{Risk, Treatment};
pub use roadmap::{Initiative, Phase, Raise, Roadmap};
pub use technology::{Agent, Columns, Measured, Playbook, PlaybookStep, Supports, Technology};

use std::borrow::Cow;

use super::{Name, Text};
use crate::source::Span;

/// What the headers of all these constructs have in common: `keyword NAME "title" for ORGANIZATION`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading<'s> {
    /// The whole construct.
    pub span: Span,
    /// Its doc comment.
    pub doc: Option<Cow<'s, str>>,
    /// Its name.
    pub name: Name<'s>,
    /// The title in the header.
    pub title: Option<Text<'s>>,
    /// `for ORGANIZATION`; may be left out where there is only one. A roadmap names its assessment here.
    pub of: Option<Name<'s>>,
}

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
