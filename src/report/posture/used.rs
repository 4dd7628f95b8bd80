//! The frameworks and mappings of which an export speaks, with the digests of the files that declare them.

use crate::JsonSchema;
use serde::Serialize;

use std::collections::BTreeSet;

use super::PostureOptions;
use super::named::{Declared, NamedControl, NamedFramework};
use super::namer::Namer;
use crate::published::{As, Day, FrameworkKey, Hideable, Name, Sha256, Word, written_as};
use xwalk_model::posture::OrganizationId;
use xwalk_model::{FrameworkId, MappingId};
use xwalk_source::Place;
use xwalk_syntax::ast::{Date, Status};

/// A framework.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Framework<'m> {
    /// Its name with its edition, unique in the document.
    #[schemars(with = "FrameworkKey")]
    pub key: NamedFramework,
    /// Its title.
    pub title: &'m str,
    /// How many of its controls are assessable: what is counted.
    pub assessable: usize,
    /// Its tiers, lowest first; none where it declares none.
    #[serde(with = "As::<Vec<Tier>>")]
    pub tiers: Vec<(u32, &'m str)>,
    /// The caveat, if the framework was rebuilt from public summaries. To be shown wherever the content is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reconstruction: Option<&'m str>,
    /// Of the file that declares it: what `xwalk pin` writes.
    #[serde(rename = "sha256")]
    #[schemars(with = "Sha256")]
    pub digest: String,
    /// Its controls, in its order: each comes before all that is nested in it.
    #[serde(skip)]
    pub controls: Vec<NamedControl>,
}

/// A step of a framework's scale of tiers.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Tier<'r> {
    /// Its number.
    number: u32,
    /// Its name.
    title: &'r str,
}

written_as!(Tier<'_>: (u32, &str), |(number, title)| Tier { number: *number, title });

/// A mapping.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Mapping<'m> {
    /// Its name, unique in the document.
    #[schemars(with = "Name")]
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// The framework of all sources.
    #[schemars(with = "FrameworkKey")]
    pub from: NamedFramework,
    /// The framework of all targets.
    #[schemars(with = "FrameworkKey")]
    pub to: NamedFramework,
    /// Its version: major, minor, administrative.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// How far it has come, as its author says; rows can say otherwise.
    #[serde(with = "As::<Word<Status>>")]
    pub status: Status,
    /// Of the file that declares it: what `xwalk pin` writes.
    #[serde(rename = "sha256")]
    #[schemars(with = "Sha256")]
    pub digest: String,
    /// That the organization accepts it, so that its rows count here whatever their status. Absent where it does not, or
    /// where that does not count on the day of this document: its claims are no longer those that were accepted, or the day
    /// of acceptance has not come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<Accepted<'m>>,
}

/// That an organization accepts a mapping.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Accepted<'m> {
    /// The role that accepts it.
    #[schemars(with = "Hideable<Name>")]
    pub by: Declared<'m>,
    /// The day from which it is accepted.
    #[serde(with = "As::<Day>")]
    pub on: Date,
    /// Why.
    #[schemars(with = "Hideable<String>")]
    pub why: &'m str,
    /// Of its claims as they were accepted, and are: what `xwalk show MAPPING` prints.
    #[serde(rename = "sha256")]
    #[schemars(with = "Sha256")]
    pub digest: &'m str,
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
                    key: names.framework(id),
                    title: &framework.title,
                    assessable: names.model.assessable(id).count(),
                    tiers: tiers.map(|tier| (tier.number, &*tier.title)).collect(),
                    reconstruction: framework.reconstruction.as_deref(),
                    digest: digest(options, framework.place),
                    controls: names
                        .model
                        .controls_of(id)
                        .map(|(id, _)| names.control(id))
                        .collect(),
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
        (organization, accepted): (OrganizationId, &BTreeSet<MappingId>),
    ) -> Vec<Self> {
        let acceptances = &names.model.posture.organizations[organization].accepts;
        let mappings = mappings.iter();
        mappings
            .map(|id| {
                let mapping = &names.model.mappings[*id];
                let mut acceptances = acceptances.iter();
                let acceptance = acceptances.find(|one| one.mapping == *id);
                let acceptance = acceptance.filter(|_| accepted.contains(id));
                Self {
                    name: mapping.name,
                    title: &mapping.title,
                    from: names.framework(mapping.from),
                    to: names.framework(mapping.to),
                    version: mapping.version.map(|version| version.to_string()),
                    status: mapping.status,
                    digest: digest(options, mapping.place),
                    accepted: acceptance.map(|acceptance| Accepted {
                        by: names.role(acceptance.by),
                        on: acceptance.on,
                        why: &acceptance.why,
                        digest: &acceptance.digest,
                    }),
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
