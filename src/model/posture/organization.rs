//! Organizations and who decides in them.

use std::borrow::Cow;

use crate::{ControlId, FrameworkId, MappingId, id};
use xwalk_source::Place;
use xwalk_syntax::ast::posture::{Decision, Party};
use xwalk_syntax::ast::{Date, Duration};

id! {
    /// The number of an organization.
    OrganizationId
}

id! {
    /// The number of a role.
    RoleId
}

id! {
    /// The number of a committee.
    CommitteeId
}

id! {
    /// The number of an escalation.
    EscalationId
}

/// An organization.
#[derive(Debug)]
pub struct Organization<'s> {
    /// Its name.
    pub name: &'s str,
    /// The title; the name where none is given.
    pub title: Cow<'s, str>,
    /// The doc comment.
    pub doc: Option<Cow<'s, str>>,
    /// Its sector, as written.
    pub sector: Option<&'s str>,
    /// What of it is assessed, in its own words.
    pub scope: Option<Cow<'s, str>>,
    /// The framework that it measures itself by.
    pub baseline: FrameworkId,
    /// The frameworks that it adopts besides, ordered by framework, each once. The baseline is here only where it is
    /// written here.
    pub adopts: Vec<Adopted>,
    /// The conditions of rows (`when`) that are true here, in the order of the text.
    pub holds: Vec<Cow<'s, str>>,
    /// The mappings that it accepts, by name, each once, by roles that decide mappings.
    pub accepts: Vec<Acceptance<'s>>,
    /// The greatest risk (likelihood x impact) that is accepted.
    pub tolerance: Option<u32>,
    /// The working days that all initiatives together may take in a quarter.
    pub capacity: Option<u32>,
    /// Where its header stands.
    pub place: Place,
}

impl Organization<'_> {
    /// The baseline and the adopted frameworks, each once, the baseline first.
    pub fn frameworks(&self) -> impl Iterator<Item = FrameworkId> {
        let adopted = self.adopts.iter().map(|adopted| adopted.framework);
        std::iter::once(self.baseline).chain(adopted.filter(|other| *other != self.baseline))
    }

    /// The tier from which a control counts as achieved when the assessment is projected onto a framework: the
    /// assessment's own threshold, or the framework's where that is stricter.
    #[must_use]
    pub fn threshold(&self, framework: FrameworkId, of_assessment: u32) -> u32 {
        let adopted = self
            .adopts
            .iter()
            .find(|adopted| adopted.framework == framework);
        let own = adopted.and_then(|adopted| adopted.achieved_from);
        own.map_or(of_assessment, |own| own.max(of_assessment))
    }
}

/// A mapping that an organization accepts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance<'s> {
    /// Which.
    pub mapping: MappingId,
    /// The SHA-256 of its claims as they were accepted: 64 small hexadecimal digits.
    pub digest: Cow<'s, str>,
    /// Where that stands.
    pub digest_place: Place,
    /// The role that accepts it.
    pub by: RoleId,
    /// The day from which it is accepted.
    pub on: Date,
    /// Where that stands.
    pub on_place: Place,
    /// Why.
    pub why: Cow<'s, str>,
}

/// A framework that an organization adopts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Adopted {
    /// Which.
    pub framework: FrameworkId,
    /// The threshold for this framework, as written; it counts only where it is stricter than the assessment's.
    pub achieved_from: Option<u32>,
    /// Where it is.
    pub place: Place,
}

/// A role.
#[derive(Debug)]
pub struct Role<'s> {
    /// Its organization.
    pub organization: OrganizationId,
    /// Its name.
    pub name: &'s str,
    /// The title; the name where none is given.
    pub title: Cow<'s, str>,
    /// The doc comment.
    pub doc: Option<Cow<'s, str>>,
    /// Whom it represents, in the order of the standard, each once.
    pub represents: Vec<Party>,
    /// The role above; none for the board, and where it could not be resolved, which was reported.
    pub reports_to: Option<RoleId>,
    /// Whether it was written that the role reports to none: the board.
    pub is_board: bool,
    /// What it answers for, with all below, in order, each once.
    pub accountable: Vec<ControlId>,
    /// What it decides, in order, each once.
    pub decides: Vec<Decision>,
    /// Where its header stands.
    pub place: Place,
}

/// A committee.
#[derive(Debug)]
pub struct Committee<'s> {
    /// Its organization.
    pub organization: OrganizationId,
    /// Its name.
    pub name: &'s str,
    /// The title; the name where none is given.
    pub title: Cow<'s, str>,
    /// The doc comment.
    pub doc: Option<Cow<'s, str>>,
    /// Who leads it.
    pub chair: Option<RoleId>,
    /// Who sits in it, in order, each once.
    pub members: Vec<RoleId>,
    /// How often it meets: at least once in this time.
    pub meets: Option<Duration>,
    /// Where its header stands.
    pub place: Place,
}

/// A path along which an incident is passed upwards.
#[derive(Debug)]
pub struct Escalation<'s> {
    /// Its organization.
    pub organization: OrganizationId,
    /// Its name.
    pub name: &'s str,
    /// The title; the name where none is given.
    pub title: Cow<'s, str>,
    /// The doc comment.
    pub doc: Option<Cow<'s, str>>,
    /// Its steps, in the order of the text.
    pub steps: Vec<EscalationStep>,
    /// Where its header stands.
    pub place: Place,
}

/// A step of an escalation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EscalationStep {
    /// Who passes it on.
    pub from: RoleId,
    /// To whom.
    pub to: RoleId,
    /// How long after the beginning of the incident, at most.
    pub within: Duration,
    /// The entry.
    pub place: Place,
}
