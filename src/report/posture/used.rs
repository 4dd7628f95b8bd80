//! The frameworks and mappings of which an export speaks, with the digests of the files that declare them.

use std::collections::BTreeSet;

use super::PostureOptions;
use super::namer::Namer;
use crate::model::{FrameworkId, MappingId};
use crate::source::Place;

/// A framework that the export speaks of.
#[derive(Debug)]
pub struct Framework<'m> {
    /// `nist-csf@2.0`.
    pub key: String,
    /// Its title.
    pub title: &'m str,
    /// How many of its controls are assessable: what is counted.
    pub assessable: usize,
    /// Its tiers, lowest first.
    pub tiers: Vec<(u32, &'m str)>,
    /// The caveat of a framework rebuilt from public summaries.
    pub reconstruction: Option<&'m str>,
    /// The SHA-256 of the file that declares it.
    pub digest: String,
}

/// A mapping whose rows are named.
#[derive(Debug)]
pub struct Mapping<'m> {
    /// Its name.
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// The source framework.
    pub from: String,
    /// The target framework.
    pub to: String,
    /// Its version.
    pub version: Option<String>,
    /// The SHA-256 of the file that declares it.
    pub digest: String,
}

impl<'m> Framework<'m> {
    /// These frameworks and both ends of these mappings, by name and edition.
    pub(super) fn all(
        names: Namer<'m, '_>,
        options: &PostureOptions,
        mut frameworks: BTreeSet<FrameworkId>,
        mappings: &BTreeSet<MappingId>,
    ) -> Vec<Self> {
        for id in mappings {
            let mapping = &names.model.mappings[*id];
            frameworks.extend([mapping.from, mapping.to]);
        }
        let frameworks = frameworks.into_iter();
        frameworks
            .map(|id| {
                let framework = &names.model.frameworks[id];
                let tiers = framework.tiers.iter();
                Self {
                    key: framework.label(),
                    title: &framework.title,
                    assessable: names.model.assessable(id).count(),
                    tiers: tiers.map(|tier| (tier.number, &*tier.title)).collect(),
                    reconstruction: framework.reconstruction.as_deref(),
                    digest: digest(options, framework.place),
                }
            })
            .collect()
    }
}

impl<'m> Mapping<'m> {
    /// These mappings, by name.
    pub(super) fn all(
        names: Namer<'m, '_>,
        options: &PostureOptions,
        mappings: &BTreeSet<MappingId>,
    ) -> Vec<Self> {
        let mappings = mappings.iter();
        mappings
            .map(|id| {
                let mapping = &names.model.mappings[*id];
                Self {
                    name: mapping.name,
                    title: &mapping.title,
                    from: names.framework(mapping.from),
                    to: names.framework(mapping.to),
                    version: mapping.version.map(|version| version.to_string()),
                    digest: digest(options, mapping.place),
                }
            })
            .collect()
    }
}

/// The digest of a file, which the options hold for all files.
fn digest(options: &PostureOptions, place: Place) -> String {
    let digest = options.digests.get(&place.source);
    digest.cloned().unwrap_or_default()
}
