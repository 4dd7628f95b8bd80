//! What is known of a mapping as a whole.

use std::collections::BTreeMap;

use crate::JsonSchema;
use serde::Serialize;

use crate::published::{As, Day, Word};
use xwalk_analysis::claims_digest;
use xwalk_model::{MappingId, Model};
use xwalk_source::SourceMap;
use xwalk_syntax::ast::{Date, Status};

/// A mapping as a whole.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "MappingAsAWhole")]
pub struct KnownMapping<'m> {
    /// Its name.
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// The framework of all sources, with its edition.
    pub from: String,
    /// The framework of all targets, with its edition.
    pub to: String,
    /// Its version. Absent where it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// How far it has progressed; rows can say otherwise.
    #[serde(with = "As::<Word<Status>>")]
    pub status: Status,
    /// How many claims it makes.
    pub rows: usize,
    /// How many of them have which status.
    #[serde(skip)]
    pub statuses: BTreeMap<Status, usize>,
    /// The SHA-256 of what it claims: what an organization accepts. It changes with every row and all that is said of it; not
    /// with layout, comments, author, reviewer, status and dates.
    pub claims_sha256: String,
    /// The organizations that accept it, by name.
    pub accepted: Vec<AcceptedBy<'m>>,
    /// Where it is written.
    #[serde(skip)]
    pub place: String,
}

/// That an organization accepts a mapping.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AcceptedBy<'m> {
    /// The organization, by name.
    pub organization: &'m str,
    /// The role that accepts it.
    pub role: &'m str,
    /// From which day.
    #[serde(with = "As::<Day>")]
    pub on: Date,
    /// Why.
    pub why: &'m str,
    /// Whether the mapping still claims what was accepted; else it is not accepted any more.
    pub unchanged: bool,
}

impl<'m> KnownMapping<'m> {
    /// Looks at a mapping.
    #[must_use]
    pub fn of(model: &'m Model<'_>, sources: &SourceMap, id: MappingId) -> Self {
        let mapping = &model.mappings[id];
        let digest = claims_digest(model, id);
        let mut statuses = BTreeMap::new();
        for (_, row) in model.rows_of(id) {
            *statuses.entry(model.status(row)).or_insert(0) += 1;
        }
        let organizations = model.posture.organizations.iter();
        let accepted = organizations.flat_map(|(_, organization)| {
            let accepts = organization.accepts.iter();
            let accepts = accepts.filter(|acceptance| acceptance.mapping == id);
            accepts.map(|acceptance| AcceptedBy {
                organization: organization.name,
                role: model.posture.roles[acceptance.by].name,
                on: acceptance.on,
                why: &acceptance.why,
                unchanged: acceptance.digest == digest,
            })
        });
        Self {
            name: mapping.name,
            title: &mapping.title,
            from: model.frameworks[mapping.from].label(),
            to: model.frameworks[mapping.to].label(),
            version: mapping.version.map(|version| version.to_string()),
            status: mapping.status,
            rows: statuses.values().sum(),
            statuses,
            accepted: accepted.collect(),
            claims_sha256: digest,
            place: sources.file_line(mapping.place),
        }
    }
}
