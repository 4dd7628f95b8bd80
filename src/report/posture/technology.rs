//! What technology there is, what it supports, and what feeds what.

use crate::JsonSchema;
use serde::Serialize;

use super::Supports;
use super::named::{Declared, NamedControl};
use super::namer::Namer;
use crate::published::{As, ControlName, Hideable, Name, written_as};
use xwalk_analysis::posture;
use xwalk_analysis::posture::landscape;
use xwalk_model::posture::{OrganizationId, TechnologyId};

/// The technology of the organization, and what is missing in it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Landscape<'m> {
    /// The technologies, by name.
    #[schemars(with = "Vec<Hideable<Technology>>")]
    pub technologies: Vec<Technology<'m>>,
    /// What supports each function of the baseline, in order of functions.
    pub capabilities: Vec<Capability<'m>>,
    /// What feeds nothing and is fed by nothing.
    #[schemars(with = "Hideable<Vec<Name>>")]
    pub isolated: Vec<Declared<'m>>,
    /// The circles in what feeds what: each feeds the next, and the last the first.
    #[schemars(with = "Hideable<Vec<Vec<Name>>>")]
    pub circles: Vec<Vec<Declared<'m>>>,
    /// The controls that exactly one technology supports.
    #[serde(with = "As::<Hideable<Vec<Single>>>")]
    pub single: Vec<(NamedControl, Declared<'m>)>,
    /// What feeds anything or is fed, in the layers in which it is drawn: what feeds others before these. Within a layer
    /// the order is one in which few lines cross. `None` where that would be too large a picture.
    #[serde(skip)]
    pub layers: Option<Vec<Vec<Place<'m>>>>,
}

/// A technology.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Technology<'m> {
    /// Its name.
    #[schemars(with = "Name")]
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doc: Option<&'m str>,
    /// What kind of technology it is, in the word of its author: `siem`.
    pub kind: &'m str,
    /// What it supports.
    pub supports: Vec<Supports>,
    /// The technologies that it feeds.
    #[schemars(with = "Vec<Name>")]
    pub feeds: Vec<Declared<'m>>,
}

/// What has a place in a layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place<'m> {
    /// A technology.
    Technology(Declared<'m>),
    /// Something that feeds something in another layer passes here.
    Passage {
        /// What feeds.
        from: Declared<'m>,
        /// What is fed.
        to: Declared<'m>,
    },
}

/// What supports a function.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Capability<'m> {
    /// The function.
    #[schemars(with = "ControlName")]
    pub function: NamedControl,
    /// What supports something in it, by kind; none where there is a hole.
    #[serde(with = "As::<Hideable<Vec<Kind>>>")]
    pub kinds: Vec<(&'m str, Vec<Declared<'m>>)>,
}

/// Technologies of one kind.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "TechnologyKind", deny_unknown_fields)]
pub struct Kind<'r> {
    /// The kind.
    kind: &'r str,
    /// The technologies.
    #[schemars(with = "Vec<Name>")]
    technologies: &'r [Declared<'r>],
}

written_as!(Kind<'_>: (&str, Vec<Declared<'_>>), |(kind, technologies)| Kind { kind, technologies });

/// A control that depends on one technology.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Single<'r> {
    /// The control.
    control: ControlName<'r>,
    /// The technology.
    technology: Name<'r>,
}

written_as!(Single<'_>: (NamedControl, Declared<'_>), |(control, technology)| Single {
    control: ControlName(control),
    technology: Name(technology),
});

impl Landscape<'_> {
    /// Whether it feeds nothing and is fed by nothing.
    #[must_use]
    pub fn is_isolated(&self, technology: &Technology<'_>) -> bool {
        self.isolated.iter().any(|one| *one == technology.name)
    }

    /// Whether it is part of a circle in what feeds what.
    #[must_use]
    pub fn is_in_circle(&self, technology: &Technology<'_>) -> bool {
        let mut all = self.circles.iter().flatten();
        all.any(|one| *one == technology.name)
    }
}

/// What is said of a technology in words.
#[derive(Clone, Copy, Debug)]
pub struct Fact {
    /// What it is called where it stands in a column of its own.
    pub heading: &'static str,
    /// Whether it is a sentence, which says by itself what it is about.
    pub is_sentence: bool,
    /// The words, if there are any.
    pub text: for<'t, 'm> fn(&'t Technology<'m>) -> Option<&'m str>,
}

impl Technology<'_> {
    /// All that is said in words besides title and kind: page and workbook show it line by line and column by column, so
    /// that what is added here stands in both.
    pub const FACTS: &'static [Fact] = &[Fact {
        heading: "What it is",
        is_sentence: true,
        text: |technology| technology.doc,
    }];

    /// Whether it feeds another one, or itself.
    #[must_use]
    pub fn is_feeding(&self, other: &Technology<'_>) -> bool {
        self.feeds.iter().any(|fed| *fed == other.name)
    }
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
                    kind: &technology.kind.word,
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
            layers: found.layers().map(|layers| {
                let placed = |place: &posture::Place<TechnologyId>| Place::new(names, *place);
                let layers = layers.iter();
                layers
                    .map(|layer| layer.iter().map(placed).collect())
                    .collect()
            }),
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
