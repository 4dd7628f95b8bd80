//! What is shown for the tiers, and what is planned: evidence and roadmaps, both as declared.

use schemars::JsonSchema;
use serde::Serialize;

use super::words::{ControlName, Name, Sha256, TimeSpan};
use crate::emit::json::words::Day;
use crate::report::posture;

/// A file that shows that something is so.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Evidence<'r> {
    /// Its name.
    name: Name<'r>,
    /// Its title.
    title: &'r str,
    /// The controls that it supports.
    supports: Vec<Supports<'r>>,
    /// The file, as it is named.
    file: &'r str,
    /// The SHA-256 of what was approved, as declared; absent where none is.
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<Sha256<'r>>,
    /// When it was collected.
    collected: Day,
    /// The last day on which it may be relied on; absent where that is for ever.
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_until: Option<Day>,
    /// Who answers for it: a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<Name<'r>>,
}

/// A control that is supported.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Supports<'r> {
    /// The control.
    control: ControlName<'r>,
    /// How, where it is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    property: Option<&'static str>,
}

/// The way from an assessment to its targets.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Roadmap<'r> {
    /// Its name.
    name: Name<'r>,
    /// Its title.
    title: &'r str,
    /// The assessment that it starts from. It stands in `assessments` if it is the newest of its framework.
    assessment: Name<'r>,
    /// Its phases, in order.
    phases: Vec<Phase<'r>>,
}

/// A phase of a roadmap.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Phase<'r> {
    /// Its name.
    name: Name<'r>,
    /// Its title.
    title: &'r str,
    /// Its initiatives, in order.
    initiatives: Vec<Initiative<'r>>,
}

/// An initiative.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Initiative<'r> {
    /// Its name.
    name: Name<'r>,
    /// Its title.
    title: &'r str,
    /// The controls that it raises.
    raises: Vec<Raise<'r>>,
    /// The risks that it treats.
    treats: Vec<Name<'r>>,
    /// The initiatives that must be over before it begins.
    after: Vec<Name<'r>>,
    /// Working days of one person.
    effort: u32,
    /// Who answers for it: a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<Name<'r>>,
    /// The day before which it does not begin.
    #[serde(skip_serializing_if = "Option::is_none")]
    starts: Option<Day>,
    /// How long it takes by the calendar; absent where it takes as many working days as its effort.
    #[serde(skip_serializing_if = "Option::is_none")]
    lasts: Option<TimeSpan>,
}

/// A control that an initiative raises.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Raise<'r> {
    /// The control.
    control: ControlName<'r>,
    /// The tier that it has at least when the initiative is over.
    to: u32,
}

impl<'r> Evidence<'r> {
    pub(super) fn new(evidence: &'r posture::Evidence<'r>) -> Self {
        let supports = evidence.supports.iter();
        let supports = supports.map(|supports| Supports {
            control: ControlName(&supports.control),
            property: supports.property,
        });
        Self {
            name: Name(evidence.name),
            title: evidence.title,
            supports: supports.collect(),
            file: evidence.file,
            sha256: evidence.digest.map(Sha256),
            collected: Day::of(evidence.collected),
            valid_until: evidence.valid_until.map(Day::of),
            owner: evidence.owner.map(Name),
        }
    }
}

impl<'r> Roadmap<'r> {
    pub(super) fn new(roadmap: &'r posture::Roadmap<'r>) -> Self {
        let phases = roadmap.phases.iter();
        let phases = phases.map(|phase| Phase {
            name: Name(phase.name),
            title: phase.title,
            initiatives: phase.initiatives.iter().map(Initiative::new).collect(),
        });
        Self {
            name: Name(roadmap.name),
            title: roadmap.title,
            assessment: Name(roadmap.assessment),
            phases: phases.collect(),
        }
    }
}

impl<'r> Initiative<'r> {
    fn new(initiative: &'r posture::Initiative<'r>) -> Self {
        let raises = initiative.raises.iter();
        let raises = raises.map(|raise| Raise {
            control: ControlName(&raise.control),
            to: raise.to,
        });
        Self {
            name: Name(initiative.name),
            title: initiative.title,
            raises: raises.collect(),
            treats: Name::all(&initiative.treats),
            after: Name::all(&initiative.after),
            effort: initiative.effort,
            owner: initiative.owner.map(Name),
            starts: initiative.starts.map(Day::of),
            lasts: initiative.lasts.map(TimeSpan::of),
        }
    }
}
