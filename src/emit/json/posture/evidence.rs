//! What is shown for the tiers: evidence, as it is declared and as it was found.

use schemars::JsonSchema;
use serde::Serialize;

use super::words::{Fault, Name, Owner, Sha256, Supports, owner};
use crate::emit::json::words::Day;
use crate::report::posture;

/// A file that shows that something is so.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Evidence<'r> {
    /// Its name.
    name: Name<'r>,
    /// Its title.
    title: &'r str,
    /// The controls that it supports.
    supports: Vec<Supports<'r>>,
    /// The file, as it is named.
    file: &'r str,
    /// The SHA-256 of what was approved, as declared; absent where none is.
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<Sha256<'r>>,
    /// When it was collected.
    collected: Day,
    /// The last day on which it may be relied on; absent where that is for ever.
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_until: Option<Day>,
    /// Who answers for it: a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Owner<'r>,
    /// The SHA-256 of its file on the day of this document; absent where there was no file.
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<Sha256<'r>>,
    /// All that is wrong with it; nothing where it holds.
    flaws: Vec<Flaw<'r>>,
}

/// What is wrong with a piece of evidence.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Flaw<'r> {
    /// The kind.
    fault: Fault,
    /// What was seen, for people; absent where the kind says it all.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'r str>,
}

impl<'r> Evidence<'r> {
    pub(super) fn new(evidence: &'r posture::Evidence<'r>) -> Self {
        let flaws = evidence.flaws.iter();
        let flaws = flaws.map(|flaw| Flaw {
            fault: Fault::of(flaw.fault),
            why: flaw.why.as_deref(),
        });
        Self {
            name: Name(evidence.name),
            title: evidence.title,
            supports: Supports::all(&evidence.supports),
            file: evidence.file,
            sha256: evidence.digest.map(Sha256),
            collected: Day::of(evidence.collected),
            valid_until: evidence.valid_until.map(Day::of),
            owner: owner(evidence.owner),
            found: evidence.found.as_deref().map(Sha256),
            flaws: flaws.collect(),
        }
    }
}
