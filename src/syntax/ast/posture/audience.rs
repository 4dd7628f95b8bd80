//! `audience`.

use super::Heading;
use crate::ast::{Duration, Spanned};

/// An audience to which the posture is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audience<'s> {
    /// Name, title, organization.
    pub head: Heading<'s>,
    /// `hides owner, note, effort`.
    pub hides: Vec<Spanned<Field>>,
    /// `valid 90d`: how long an export may be relied on.
    pub valid: Option<Spanned<Duration>>,
}

/// What an export can hide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// `owner`: who owns a control, a risk, evidence, an initiative.
    Owner,
    /// `note`: the notes of assessed controls.
    Note,
    /// `effort`: efforts, capacity and load.
    Effort,
    /// `risk`: the risk of a control and the risk register.
    Risk,
    /// `evidence`: names, files and digests of evidence.
    Evidence,
    /// `assessor`: who assessed and who approved.
    Assessor,
    /// `governance`: roles, committees and escalations.
    Governance,
    /// `technology`: technologies and what feeds what.
    Technology,
    /// `playbook`: playbooks and their measures.
    Playbook,
    /// `roadmap`: phases, initiatives and dates.
    Roadmap,
}

impl Field {
    /// All fields.
    pub const ALL: [Self; 10] = [
        Self::Owner,
        Self::Note,
        Self::Effort,
        Self::Risk,
        Self::Evidence,
        Self::Assessor,
        Self::Governance,
        Self::Technology,
        Self::Playbook,
        Self::Roadmap,
    ];

    /// The word of the language.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Note => "note",
            Self::Effort => "effort",
            Self::Risk => "risk",
            Self::Evidence => "evidence",
            Self::Assessor => "assessor",
            Self::Governance => "governance",
            Self::Technology => "technology",
            Self::Playbook => "playbook",
            Self::Roadmap => "roadmap",
        }
    }
}
