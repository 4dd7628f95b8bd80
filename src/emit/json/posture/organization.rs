//! The organization.

use schemars::JsonSchema;
use serde::Serialize;

use super::hidden::Hideable;
use super::words::Name;
use crate::emit::json::words::FrameworkKey;
use crate::report::posture;

/// Whose posture it is, and of what.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Organization<'r> {
    /// Its name.
    name: Name<'r>,
    /// Its title.
    title: &'r str,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    doc: Option<&'r str>,
    /// Its sector, in its own word.
    #[serde(skip_serializing_if = "Option::is_none")]
    sector: Option<&'r str>,
    /// The framework that it measures itself by.
    baseline: FrameworkKey<'r>,
    /// The frameworks that it adopts besides.
    adopts: Vec<Adopted<'r>>,
    /// The conditions of rows that are true there: only under them do these rows count.
    holds: Vec<&'r str>,
    /// The greatest risk (likelihood times impact) that it accepts.
    #[serde(skip_serializing_if = "Option::is_none")]
    tolerance: Option<Hideable<u32>>,
    /// Working days that initiatives may take together in a quarter of a year.
    #[serde(skip_serializing_if = "Option::is_none")]
    capacity: Option<Hideable<u32>>,
}

/// A framework that the organization adopts.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Adopted<'r> {
    /// Which.
    framework: FrameworkKey<'r>,
    /// Its own threshold, which counts where it is stricter than that of an assessment.
    #[serde(skip_serializing_if = "Option::is_none")]
    achieved_from: Option<u32>,
}

impl<'r> Organization<'r> {
    pub(super) fn new(organization: &'r posture::Organization<'r>) -> Self {
        let adopts = organization.adopts.iter();
        Self {
            name: Name(organization.name),
            title: organization.title,
            doc: organization.doc,
            sector: organization.sector,
            baseline: FrameworkKey(&organization.baseline),
            adopts: adopts
                .map(|(framework, achieved_from)| Adopted {
                    framework: FrameworkKey(framework),
                    achieved_from: *achieved_from,
                })
                .collect(),
            holds: organization.holds.clone(),
            tolerance: organization.tolerance.map(Hideable),
            capacity: organization.capacity.map(Hideable),
        }
    }
}
