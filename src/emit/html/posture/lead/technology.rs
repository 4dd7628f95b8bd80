//! What technology there is, what it supports, and where it has holes.

use serde::Serialize;

use crate::fragment::Fragment;
use crate::pictures;
use crate::posture::name::{Name, Names};
use crate::posture::page::Page;
use crate::posture::places::Kind;
use crate::posture::titled::Titled;
use crate::rows::Rows;
use crate::view::view;
use xwalk_format::EmitError;
use xwalk_report::posture::{Capability, Fact, Technology};

view! {
    /// What technology there is.
    #[derive(Serialize)]
    pub(in crate::posture) struct Landscape<'r> {
        /// How many technologies there are.
        technologies: usize,
        /// Whether the picture of what feeds what is left out, since it would be too large.
        undrawn: bool,
        /// Those that feed nothing and are fed by nothing.
        isolated: Names<'r>,
        /// Those that feed each other in a circle.
        circles: Vec<Names<'r>>,
        /// What supports each function.
        capabilities: Vec<Capable<'r>>,
        /// How many controls depend on one technology alone.
        single: usize,
    }
}

view! {
    /// A function, and what supports it.
    #[derive(Serialize)]
    struct Capable<'r> {
        /// The function.
        function: Titled<'r>,
        /// What supports it, by kind.
        kinds: Vec<OfKind<'r>>,
    }
}

view! {
    /// The technologies of a kind.
    #[derive(Serialize)]
    struct OfKind<'r> {
        /// The kind.
        kind: &'r str,
        /// They.
        technologies: Names<'r>,
    }
}

view! {
    /// A technology.
    pub(in crate::posture) struct Used<'r> {
        /// The `id` of its place in the page.
        id: String,
        /// Its title.
        title: &'r str,
        /// What is said of it in words.
        facts: Vec<Said<'r>>,
        /// Its kind.
        kind: &'r str,
        /// The technologies that it feeds.
        feeds: Names<'r>,
        /// The controls that it supports.
        supports: Names<'r>,
    }
}

view! {
    /// What is said in words.
    struct Said<'r> {
        /// What it is called; nothing of a sentence, which says so by itself.
        heading: Option<&'r str>,
        /// The words.
        text: &'r str,
    }
}

view! {
    /// A control that depends on one technology alone.
    pub(in crate::posture) struct Dependent<'r> {
        /// The control.
        control: Titled<'r>,
        /// The technology.
        technology: Name<'r>,
    }
}

impl<'r> Landscape<'r> {
    pub(super) fn of(page: Page<'r>) -> Self {
        let landscape = &page.posture.technology;
        let circles = landscape.circles.iter();
        let capabilities = landscape.capabilities.iter();
        Self {
            technologies: landscape.technologies.len(),
            undrawn: landscape.layers.is_none(),
            isolated: Kind::Technology.names(&landscape.isolated),
            circles: circles
                .map(|circle| Kind::Technology.names(circle))
                .collect(),
            capabilities: capabilities.map(|one| capable(page, one)).collect(),
            single: landscape.single.len(),
        }
    }
}

pub(super) fn rows<'r>(page: Page<'r>, rows: Rows<'_>) -> Result<Vec<Fragment<'r>>, EmitError> {
    let landscape = &page.posture.technology;
    let technologies = move || {
        landscape
            .technologies
            .iter()
            .map(move |one| used(page, one))
    };
    let single = move || {
        let single = landscape.single.iter();
        single.map(move |(control, technology)| Dependent {
            control: Titled::of(page, control),
            technology: Kind::Technology.name(*technology),
        })
    };
    Ok(vec![
        Fragment::html("architecture", 0, pictures::architecture(landscape)),
        rows.fragment("posture-technology", 0, technologies)?,
        rows.fragment("posture-single", 0, single)?,
    ])
}

fn capable<'r>(page: Page<'r>, capability: &'r Capability<'r>) -> Capable<'r> {
    let kinds = capability.kinds.iter().map(|(kind, technologies)| OfKind {
        kind,
        technologies: Kind::Technology.names(technologies),
    });
    Capable {
        function: Titled::of(page, &capability.function),
        kinds: kinds.collect(),
    }
}

fn used<'r>(page: Page<'r>, technology: &'r Technology<'r>) -> Used<'r> {
    let said = |fact: &'static Fact| {
        Some(Said {
            heading: (!fact.is_sentence).then_some(fact.heading),
            text: (fact.text)(technology)?,
        })
    };
    Used {
        id: Kind::Technology.id(technology.name),
        title: technology.title,
        facts: Technology::FACTS.iter().filter_map(said).collect(),
        kind: technology.kind,
        feeds: Kind::Technology.names(&technology.feeds),
        supports: page.places.supports(&technology.supports),
    }
}
