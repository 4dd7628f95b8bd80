//! What an organization's technology can do, what it cannot, and what feeds what.

use std::collections::{BTreeMap, BTreeSet};

use super::functions::{function_of, functions};
use super::layers::{MOST_PLACES, Place, layers, places};
use crate::circle::circles;
use xwalk_model::posture::{OrganizationId, TechnologyId};
use xwalk_model::{ControlId, Model};

/// The technology of an organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Landscape<'m> {
    /// What supports each function of the baseline, in order of functions.
    pub capabilities: Vec<Capability<'m>>,
    /// What feeds what, in order; nothing stands here twice.
    pub feeds: Vec<(TechnologyId, TechnologyId)>,
    /// What feeds nothing and is fed by nothing, in order.
    pub isolated: Vec<TechnologyId>,
    /// The circles in what feeds what, each from its least: it feeds the next, and the last feeds it.
    pub circles: Vec<Vec<TechnologyId>>,
    /// The controls that exactly one technology supports, in order of controls.
    pub single: Vec<(ControlId, TechnologyId)>,
}

impl Landscape<'_> {
    /// What feeds anything or is fed, in the layers in which it is drawn: what feeds others before these. `None` if it takes
    /// too many places.
    #[must_use]
    pub fn layers(&self) -> Option<Vec<Vec<Place<TechnologyId>>>> {
        layers(&self.feeds)
    }

    /// How many places it would take to draw what feeds what, where those are too many.
    #[must_use]
    pub fn too_many_places(&self) -> Option<usize> {
        Some(places(&self.feeds)).filter(|places| *places > MOST_PLACES)
    }
}

/// What supports a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capability<'m> {
    /// The function: a top of the hierarchy.
    pub function: ControlId,
    /// The technologies that support something in it, by kind, in order; none where there is a hole.
    pub kinds: Vec<(&'m str, Vec<TechnologyId>)>,
}

/// The technology of an organization.
#[must_use]
pub fn landscape<'m>(model: &'m Model<'_>, organization: OrganizationId) -> Landscape<'m> {
    let posture = &model.posture;
    let mut kinds: BTreeMap<ControlId, BTreeMap<&'m str, BTreeSet<TechnologyId>>> = BTreeMap::new();
    let mut supported: BTreeMap<ControlId, BTreeSet<TechnologyId>> = BTreeMap::new();
    let mut feeds = BTreeSet::new();
    for (id, technology) in posture.of(&posture.technologies, organization) {
        for supports in &technology.supports {
            let of_function = kinds
                .entry(function_of(model, supports.control))
                .or_default();
            of_function
                .entry(&*technology.kind.word)
                .or_default()
                .insert(id);
            supported.entry(supports.control).or_default().insert(id);
        }
        feeds.extend(technology.feeds.iter().map(|fed| (id, *fed)));
    }
    let connected: BTreeSet<TechnologyId> = feeds
        .iter()
        .flat_map(|(one, other)| [*one, *other])
        .collect();
    let baseline = posture.organizations[organization].baseline;
    Landscape {
        capabilities: functions(model, baseline)
            .map(|function| Capability {
                function,
                kinds: kinds
                    .remove(&function)
                    .unwrap_or_default()
                    .into_iter()
                    .map(|(kind, technologies)| (kind, technologies.into_iter().collect()))
                    .collect(),
            })
            .collect(),
        isolated: posture
            .of(&posture.technologies, organization)
            .map(|(id, _)| id)
            .filter(|id| !connected.contains(id))
            .collect(),
        circles: circles(feeds.iter().copied()),
        single: supported
            .into_iter()
            .filter_map(|(control, technologies)| {
                let only = technologies.first().filter(|_| technologies.len() == 1)?;
                Some((control, *only))
            })
            .collect(),
        feeds: feeds.into_iter().collect(),
    }
}
