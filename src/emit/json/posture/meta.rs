//! What a document says of itself: who issues it, for whom, of what, when, and how long it may be relied on.

use crate::JsonSchema;
use serde::Serialize;

use xwalk_report::published::{Day, Name, Sha256, Word};
use xwalk_report::{Meta, Posture, Status};

/// Who issues a document, for whom, when and how it was made, and how long it may be relied on.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct ExportMeta<'r> {
    /// Who issues it, in words; the signature shows who signed it.
    issuer: &'r str,
    /// For whom it is; absent where it is for everybody.
    #[serde(skip_serializing_if = "Option::is_none")]
    audience: Option<Audience<'r>>,
    /// The part of the organization that it covers, in its own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'r str>,
    /// The day to which the document refers.
    created: Day,
    /// Its number among the exports of the organization for this audience: 1, or one more than that of the previous export.
    #[schemars(range(min = 1))]
    sequence: u64,
    /// The SHA-256 of the previous export; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<Sha256<'r>>,
    /// The last day on which it may be relied on; absent where its maker does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_until: Option<Day>,
    /// The program that made it, with its version.
    generator: &'static str,
    /// The weakest status of rows that were considered.
    status_floor: Word<Status>,
    /// What became of verdicts that rest on draft rows: `held-back` where they read `cannot-tell-draft`, `allowed` where
    /// they count like others, with the status that they rest on beside them. Rows of a mapping that the organization
    /// accepts count in either case.
    #[schemars(extend("enum" = ["held-back", "allowed"]))]
    drafts: &'static str,
}

/// The audience for which a document is made.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Audience<'r> {
    /// Its name.
    name: Name<'r>,
    /// Its title.
    title: &'r str,
}

impl<'r> ExportMeta<'r> {
    pub(super) fn new(meta: &Meta<'_>, export: &'r Posture<'r>) -> Self {
        let audience = export.audience.as_ref();
        Self {
            issuer: &export.issuer,
            audience: audience.map(|audience| Audience {
                name: Name(audience.name),
                title: audience.title,
            }),
            scope: export.organization.scope,
            created: Day::of(meta.date),
            sequence: export.sequence,
            previous: export.previous.as_deref().map(Sha256),
            valid_until: export.valid_until.map(Day::of),
            generator: meta.generator,
            status_floor: Word(meta.status_floor),
            drafts: if export.allow_draft {
                "allowed"
            } else {
                "held-back"
            },
        }
    }
}
