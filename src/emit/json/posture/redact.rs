//! The document for an audience, and what shows the rest of it.

use std::collections::BTreeSet;

use crate::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::fields::covered;
use xwalk_redaction::{Disclosure, Salts, around, hide};
use xwalk_report::Posture;
use xwalk_report::published::Name;

/// What is hidden from the audience of a document under one word.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Redaction<'r> {
    /// The word with which it is asked for.
    field: Name<'r>,
    /// How many values were replaced by their digests: those that appear in the document, without what is hidden within
    /// them.
    hidden: usize,
    /// Which members, as JSON pointers with `*` for each part of a list: those in which there is something to hide.
    members: Vec<Member>,
}

/// A member of the document, as a JSON pointer with `*` for each part of a list.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("pattern" = "^(/[a-z0-9_]+|/[*])+$"))]
struct Member(String);

/// Hides from the audience of an export what it must not see, and says in the document what that is.
///
/// Every word that the audience hides is named, also where it hides nothing that another does not hide already.
pub(super) fn redact(
    document: &mut Value,
    export: &Posture<'_>,
    created: &str,
) -> serde_json::Result<Vec<Disclosure>> {
    let Some(audience) = &export.audience else {
        return Ok(Vec::new());
    };
    let mut all = BTreeSet::new();
    let mut fields = Vec::new();
    for field in &audience.hides {
        let mut covered = covered(document, *field);
        for member in &mut covered {
            // What two fields cover is named under the first.
            member.places.retain(|place| all.insert(place.clone()));
        }
        fields.push((*field, covered));
    }
    let is_seen = |place: &&String| !around(place).any(|outer| all.contains(outer));
    let redactions: Vec<Redaction<'_>> = fields
        .iter()
        .map(|(field, covered)| {
            let seen = covered.iter().map(|covered| {
                let seen = covered.places.iter().filter(is_seen).count();
                (&covered.member, seen)
            });
            let seen: Vec<_> = seen.filter(|(_, seen)| *seen > 0).collect();
            let mut members: Vec<_> = seen.iter().map(|(member, _)| (*member).clone()).collect();
            members.sort();
            Redaction {
                field: Name(field.word()),
                hidden: seen.iter().map(|(_, seen)| seen).sum(),
                members: members.into_iter().map(Member).collect(),
            }
        })
        .collect();
    let redactions = serde_json::to_value(redactions)?;
    let salts = Salts {
        seed: &audience.seed,
        organization: export.organization.name,
        audience: audience.name,
        sequence: export.sequence,
        created,
    };
    let disclosures = hide(document, all, &salts);
    if let Some(list) = document.get_mut("redactions") {
        *list = redactions;
    }
    Ok(disclosures)
}
