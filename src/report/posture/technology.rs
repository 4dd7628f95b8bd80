//! What technology there is, what it supports, and what feeds what.

use super::Supports;
use super::namer::Namer;
use crate::analysis::posture;
use crate::analysis::posture::landscape;
use crate::model::posture::{OrganizationId, TechnologyId};

/// The technology of an organization.
#[derive(Debug)]
pub struct Landscape<'m> {
    /// The technologies, by name.
    pub technologies: Vec<Technology<'m>>,
    /// What supports each function of the baseline, in order of functions.
    pub capabilities: Vec<Capability<'m>>,
    /// What feeds anything or is fed, in the layers in which it is drawn: what feeds others before these. Within a layer
    /// the order is one in which few lines cross.
    pub layers: Vec<Vec<Place<'m>>>,
    /// What feeds nothing and is fed by nothing.
    pub isolated: Vec<&'m str>,
    /// The circles in what feeds what: each feeds the next, and the last the first.
    pub circles: Vec<Vec<&'m str>>,
    /// The controls that exactly one technology supports, and which.
    pub single: Vec<(String, &'m str)>,
}

/// A technology.
#[derive(Debug)]
pub struct Technology<'m> {
    /// Its name.
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// What it is.
    pub doc: Option<&'m str>,
    /// What sort of technology it is, as written: `siem`.
    pub kind: &'m str,
    /// What it supports.
    pub supports: Vec<Supports>,
    /// The technologies that it feeds; perhaps itself.
    pub feeds: Vec<&'m str>,
}

/// What has a place in a layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place<'m> {
    /// A technology.
    Technology(&'m str),
    /// Something that feeds something in another layer passes here.
    Passage {
        /// What feeds.
        from: &'m str,
        /// What is fed.
        to: &'m str,
    },
}

/// What supports a function.
#[derive(Debug)]
pub struct Capability<'m> {
    /// The function.
    pub function: String,
    /// The technologies that support something in it, by kind; none where there is a hole.
    pub kinds: Vec<(&'m str, Vec<&'m str>)>,
}

impl<'m> Landscape<'m> {
    pub(super) fn of(names: Namer<'m, '_>, organization: OrganizationId) -> Self {
        let posture = &names.model.posture;
        let found = landscape(names.model, organization);
        let named = |ids: &[TechnologyId]| ids.iter().map(|id| names.technology(*id)).collect();
        let technologies = posture.of(&posture.technologies, organization);
        let capabilities = found.capabilities.iter();
        let single = found.single.iter();
        Self {
            technologies: technologies
                .map(|(_, technology)| Technology {
                    name: technology.name,
                    title: &technology.title,
                    doc: technology.doc.as_deref(),
                    kind: technology.kind,
                    supports: Supports::all(names, &technology.supports),
                    feeds: named(&technology.feeds),
                })
                .collect(),
            capabilities: capabilities
                .map(|capability| Capability {
                    function: names.control(capability.function),
                    kinds: capability
                        .kinds
                        .iter()
                        .map(|(kind, technologies)| (*kind, named(technologies)))
                        .collect(),
                })
                .collect(),
            layers: found
                .layers
                .iter()
                .map(|layer| {
                    layer
                        .iter()
                        .map(|place| Place::new(names, *place))
                        .collect()
                })
                .collect(),
            isolated: named(&found.isolated),
            circles: found.circles.iter().map(|circle| named(circle)).collect(),
            single: single
                .map(|(control, technology)| {
                    (names.control(*control), names.technology(*technology))
                })
                .collect(),
        }
    }
}

impl<'m> Place<'m> {
    fn new(names: Namer<'m, '_>, place: posture::Place<TechnologyId>) -> Self {
        match place {
            posture::Place::Node(technology) => Self::Technology(names.technology(technology)),
            posture::Place::Passage(from, to) => Self::Passage {
                from: names.technology(from),
                to: names.technology(to),
            },
        }
    }
}
