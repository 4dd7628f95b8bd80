//! Frameworks and mappings, with the digests of the files that declare them.

use schemars::JsonSchema;
use serde::Serialize;

use super::words::{Name, Sha256};
use crate::emit::json::words::FrameworkKey;
use crate::report::posture;

/// A framework.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Framework<'r> {
    /// Its name with its edition, unique in the document.
    key: FrameworkKey<'r>,
    /// Its title.
    title: &'r str,
    /// How many of its controls are assessable: what is counted.
    assessable: usize,
    /// Its tiers, lowest first; none where it declares none.
    tiers: Vec<Tier<'r>>,
    /// The caveat, if the framework was rebuilt from public summaries. To be shown wherever the content is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    reconstruction: Option<&'r str>,
    /// Of the file that declares it: what `xwalk pin` writes.
    sha256: Sha256<'r>,
}

/// A step of a framework's scale of tiers.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Tier<'r> {
    /// Its number.
    number: u32,
    /// Its name.
    title: &'r str,
}

/// A mapping.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Mapping<'r> {
    /// Its name, unique in the document.
    name: Name<'r>,
    /// Its title.
    title: &'r str,
    /// The framework of all sources.
    from: FrameworkKey<'r>,
    /// The framework of all targets.
    to: FrameworkKey<'r>,
    /// Its version: major, minor, administrative.
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'r str>,
    /// Of the file that declares it: what `xwalk pin` writes.
    sha256: Sha256<'r>,
}

impl<'r> Framework<'r> {
    pub(super) fn new(framework: &'r posture::Framework<'r>) -> Self {
        let tiers = framework.tiers.iter();
        Self {
            key: FrameworkKey(&framework.key),
            title: framework.title,
            assessable: framework.assessable,
            tiers: tiers
                .map(|&(number, title)| Tier { number, title })
                .collect(),
            reconstruction: framework.reconstruction,
            sha256: Sha256(&framework.digest),
        }
    }
}

impl<'r> Mapping<'r> {
    pub(super) fn new(mapping: &'r posture::Mapping<'r>) -> Self {
        Self {
            name: Name(mapping.name),
            title: mapping.title,
            from: FrameworkKey(&mapping.from),
            to: FrameworkKey(&mapping.to),
            version: mapping.version.as_deref(),
            sha256: Sha256(&mapping.digest),
        }
    }
}
