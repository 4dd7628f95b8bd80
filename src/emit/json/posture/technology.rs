//! What technology there is, what it supports, and what feeds what.

use schemars::JsonSchema;
use serde::Serialize;

use super::hidden::Hideable;
use super::words::{ControlName, Name, Supports};
use crate::report::posture;

/// The technology of the organization, and what is missing in it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Landscape", deny_unknown_fields)]
pub(super) struct Landscape<'r> {
    /// The technologies, by name.
    technologies: Vec<Hideable<Technology<'r>>>,
    /// What supports each function of the baseline, in order of functions.
    capabilities: Vec<Capability<'r>>,
    /// What feeds nothing and is fed by nothing.
    isolated: Hideable<Vec<Name<'r>>>,
    /// The circles in what feeds what: each feeds the next, and the last the first.
    circles: Hideable<Vec<Vec<Name<'r>>>>,
    /// The controls that exactly one technology supports.
    single: Hideable<Vec<Single<'r>>>,
}

/// A technology.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Technology<'r> {
    /// Its name.
    name: Name<'r>,
    /// Its title.
    title: &'r str,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    doc: Option<&'r str>,
    /// What sort of technology it is, in the word of its author: `siem`.
    kind: &'r str,
    /// What it supports.
    supports: Vec<Supports<'r>>,
    /// The technologies that it feeds.
    feeds: Vec<Name<'r>>,
}

/// What supports a function.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Capability<'r> {
    /// The function.
    function: ControlName<'r>,
    /// What supports something in it, by kind; none where there is a hole.
    kinds: Hideable<Vec<Kind<'r>>>,
}

/// Technologies of one kind.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "TechnologyKind", deny_unknown_fields)]
struct Kind<'r> {
    /// The kind.
    kind: &'r str,
    /// The technologies.
    technologies: Vec<Name<'r>>,
}

/// A control that depends on one technology.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Single<'r> {
    /// The control.
    control: ControlName<'r>,
    /// The technology.
    technology: Name<'r>,
}

impl<'r> Landscape<'r> {
    pub(super) fn new(landscape: &'r posture::Landscape<'r>) -> Self {
        let capabilities = landscape.capabilities.iter();
        let circles = landscape.circles.iter();
        let single = landscape.single.iter();
        let single = single.map(|(control, technology)| Single {
            control: ControlName(control),
            technology: Name(technology),
        });
        Self {
            technologies: Hideable::all(landscape.technologies.iter().map(Technology::new)),
            capabilities: capabilities.map(Capability::new).collect(),
            isolated: Hideable(Name::all(&landscape.isolated)),
            circles: Hideable(circles.map(|circle| Name::all(circle)).collect()),
            single: Hideable(single.collect()),
        }
    }
}

impl<'r> Technology<'r> {
    fn new(technology: &'r posture::Technology<'r>) -> Self {
        Self {
            name: Name(technology.name),
            title: technology.title,
            doc: technology.doc,
            kind: technology.kind,
            supports: Supports::all(&technology.supports),
            feeds: Name::all(&technology.feeds),
        }
    }
}

impl<'r> Capability<'r> {
    fn new(capability: &'r posture::Capability<'r>) -> Self {
        let kinds = capability.kinds.iter();
        let kinds = kinds.map(|(kind, technologies)| Kind {
            kind,
            technologies: Name::all(technologies),
        });
        Self {
            function: ControlName(&capability.function),
            kinds: Hideable(kinds.collect()),
        }
    }
}
