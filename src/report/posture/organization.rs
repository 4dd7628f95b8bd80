//! The organization.

use crate::JsonSchema;
use serde::Serialize;

use super::named::NamedFramework;
use super::namer::Namer;
use crate::published::{As, FrameworkKey, Hideable, Name, written_as};
use xwalk_model::posture::OrganizationId;
use xwalk_syntax::ast::Date;

/// Whose posture it is, and of what.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Organization<'m> {
    /// Its name.
    #[schemars(with = "Name")]
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doc: Option<&'m str>,
    /// Its sector, in its own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sector: Option<&'m str>,
    /// The framework that it measures itself by.
    #[schemars(with = "FrameworkKey")]
    pub baseline: NamedFramework,
    /// The other frameworks that it adopts.
    #[serde(with = "As::<Vec<Adopted>>")]
    pub adopts: Vec<(NamedFramework, Option<u32>)>,
    /// The conditions of rows that are true there: only under them do these rows count.
    pub holds: Vec<&'m str>,
    /// The greatest risk (likelihood times impact) that it accepts.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<Hideable<u32>>")]
    pub tolerance: Option<u32>,
    /// The working days that all initiatives together may take in a quarter.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<Hideable<u32>>")]
    pub capacity: Option<u32>,
    /// What of it is assessed.
    #[serde(skip)]
    pub scope: Option<&'m str>,
    /// The day of its earliest assessment.
    #[serde(skip)]
    pub assessed_since: Option<Date>,
}

/// A framework that the organization adopts.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Adopted<'r> {
    /// Which.
    framework: FrameworkKey<'r>,
    /// Its own threshold, which applies where it is stricter than that of an assessment.
    #[serde(skip_serializing_if = "Option::is_none")]
    achieved_from: Option<u32>,
}

written_as!(Adopted<'_>: (NamedFramework, Option<u32>), |(framework, achieved_from)| Adopted {
    framework: FrameworkKey(framework),
    achieved_from: *achieved_from,
});

impl<'m> Organization<'m> {
    pub(super) fn of(names: Namer<'m, '_>, id: OrganizationId) -> Self {
        let posture = &names.model.posture;
        let organization = &posture.organizations[id];
        let assessments = posture.of(&posture.assessments, id);
        let adopts = organization.adopts.iter();
        let holds = organization.holds.iter();
        Self {
            name: organization.name,
            title: &organization.title,
            doc: organization.doc.as_deref(),
            sector: organization.sector,
            scope: organization.scope.as_deref(),
            baseline: names.framework(organization.baseline),
            adopts: adopts
                .map(|adopted| (names.framework(adopted.framework), adopted.achieved_from))
                .collect(),
            holds: holds.map(AsRef::as_ref).collect(),
            tolerance: organization.tolerance,
            capacity: organization.capacity,
            assessed_since: assessments.map(|(_, assessment)| assessment.assessed).min(),
        }
    }
}
