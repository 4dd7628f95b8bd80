//! `organization`, `role`, `committee`, `escalation`.

use super::Heading;
use crate::ast::{ControlRef, Date, Duration, FrameworkRef, Name, Spanned, Text};
use xwalk_source::Span;

/// An organization as declared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organization<'s> {
    /// Name and title; never `of`.
    pub head: Heading<'s>,
    /// `sector healthcare`.
    pub sector: Option<Name<'s>>,
    /// `scope "…"`: the part of it that is assessed.
    pub scope: Option<Text<'s>>,
    /// `baseline FRAMEWORK`: bare control identifiers are its.
    pub baseline: Option<FrameworkRef<'s>>,
    /// `adopts FRAMEWORK, … [achieved-from 4]`.
    pub adopts: Vec<Adopted<'s>>,
    /// `holds "…"`: conditions of rows that are true here.
    pub holds: Vec<Text<'s>>,
    /// `accepts MAPPING digest "…" by ROLE on DATE "why"`.
    pub accepts: Vec<Acceptance<'s>>,
    /// `tolerance 9`: the greatest risk (likelihood x impact) that is accepted.
    pub tolerance: Option<Spanned<u32>>,
    /// `capacity 120d per quarter`: working days.
    pub capacity: Option<Spanned<u32>>,
}

/// A framework that an organization adopts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adopted<'s> {
    /// Which.
    pub framework: FrameworkRef<'s>,
    /// `achieved-from 4`: a threshold for this framework, stricter than that of the assessment.
    pub achieved_from: Option<Spanned<u32>>,
}

/// A mapping that an organization accepts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance<'s> {
    /// Which.
    pub mapping: Name<'s>,
    /// The SHA-256 of its claims as they were accepted.
    pub digest: Text<'s>,
    /// The role that accepts it.
    pub by: Name<'s>,
    /// The day from which it is accepted.
    pub on: Spanned<Date>,
    /// Why.
    pub why: Text<'s>,
}

/// A role as declared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Role<'s> {
    /// Name, title, organization.
    pub head: Heading<'s>,
    /// `represents it, …`.
    pub represents: Vec<Spanned<Party>>,
    /// `reports-to ROLE`; the board is the role without.
    pub reports_to: Option<Name<'s>>,
    /// `accountable ID, PR`: for these controls and all below them.
    pub accountable: Vec<ControlRef<'s>>,
    /// `decides risk-acceptance, …`.
    pub decides: Vec<Spanned<Decision>>,
}

/// A part of an organization that has to be heard (ISO/IEC TS 27103).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// `it`.
    It,
    /// `legal`.
    Legal,
    /// `compliance`.
    Compliance,
    /// `risk`.
    Risk,
    /// `business`.
    Business,
}

impl Party {
    /// All parties, in the order of the standard.
    pub const ALL: [Self; 5] = [
        Self::It,
        Self::Legal,
        Self::Compliance,
        Self::Risk,
        Self::Business,
    ];

    /// The word of the language.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::It => "it",
            Self::Legal => "legal",
            Self::Compliance => "compliance",
            Self::Risk => "risk",
            Self::Business => "business",
        }
    }

    /// The name in outputs that people read.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::It => "IT",
            Self::Legal | Self::Compliance | Self::Risk | Self::Business => self.word(),
        }
    }
}

/// A kind of decision that exactly one role takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decision {
    /// `risk-acceptance`: which risk is accepted.
    RiskAcceptance,
    /// `targets`: where the organization wants to be.
    Targets,
    /// `mappings`: which correspondences are relied on.
    Mappings,
}

impl Decision {
    /// All kinds of decision.
    pub const ALL: [Self; 3] = [Self::RiskAcceptance, Self::Targets, Self::Mappings];

    /// The word of the language.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::RiskAcceptance => "risk-acceptance",
            Self::Targets => "targets",
            Self::Mappings => "mappings",
        }
    }

    /// The name in outputs that people read.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::RiskAcceptance => "risk acceptance",
            Self::Targets | Self::Mappings => self.word(),
        }
    }
}

/// A committee as declared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Committee<'s> {
    /// Name, title, organization.
    pub head: Heading<'s>,
    /// `chair ROLE`.
    pub chair: Option<Name<'s>>,
    /// `members ROLE, …`.
    pub members: Vec<Name<'s>>,
    /// `meets every 90d`.
    pub meets: Option<Spanned<Duration>>,
}

/// A path along which an incident is passed upwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Escalation<'s> {
    /// Name, title, organization.
    pub head: Heading<'s>,
    /// Its steps in the order of the text.
    pub steps: Vec<EscalationStep<'s>>,
}

/// `soc -> ciso within 1h`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EscalationStep<'s> {
    /// The whole entry.
    pub span: Span,
    /// Who passes it on.
    pub from: Name<'s>,
    /// To whom.
    pub to: Name<'s>,
    /// How long after the beginning of the incident, at most.
    pub within: Spanned<Duration>,
}
