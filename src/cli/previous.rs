//! The exports before: what `--previous` names.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use super::workspace::hex;
use super::{RunError, host};
use crate::model::Model;
use crate::report::Previous;
use crate::syntax::ast::Date;

/// The form that an export before has to have.
const SCHEMA: &str = "xwalk-posture";
const VERSION: u32 = 1;

/// What of an export is needed for the next one.
#[derive(Deserialize)]
struct Earlier {
    schema: String,
    version: u32,
    organization: Named,
    meta: Meta,
}

#[derive(Deserialize)]
struct Named {
    name: String,
}

#[derive(Deserialize)]
struct Meta {
    created: String,
    sequence: u64,
}

/// Reads the exports before those that are to be made on a day: by organization, each of which has one.
pub fn previous(
    paths: &[PathBuf],
    model: &Model<'_>,
    date: Date,
) -> Result<BTreeMap<String, Previous>, RunError> {
    let mut all = BTreeMap::new();
    for path in paths {
        let bytes = host::read(path)?;
        let refuse = |why: &str| RunError::Usage(format!("{} {why}", path.display()));
        let Some(earlier) = read(&bytes) else {
            return Err(refuse("is no posture export of this version"));
        };
        let name = earlier.organization.name;
        if !is_assessed(model, &name) {
            return Err(refuse(&format!(
                "is an export of `{name}`, which is not assessed here"
            )));
        }
        let created = Date::parse(&earlier.meta.created);
        if created.is_none_or(|created| created > date) {
            return Err(refuse(&format!(
                "is of {}, and cannot come before an export of {date}",
                earlier.meta.created
            )));
        }
        let Some(sequence) = earlier.meta.sequence.checked_add(1) else {
            return Err(refuse("has a number after which there is none"));
        };
        let known = Previous {
            sequence,
            digest: hex(&Sha256::digest(&bytes)),
        };
        if all.insert(name.clone(), known).is_some() {
            return Err(refuse(&format!(
                "is the second export of `{name}` that is named; only one comes right before"
            )));
        }
    }
    Ok(all)
}

fn read(bytes: &[u8]) -> Option<Earlier> {
    let earlier: Earlier = serde_json::from_slice(bytes).ok()?;
    let fits = earlier.schema == SCHEMA && earlier.version == VERSION && earlier.meta.sequence > 0;
    fits.then_some(earlier)
}

fn is_assessed(model: &Model<'_>, name: &str) -> bool {
    let posture = &model.posture;
    let mut organizations = posture.organizations.iter();
    let named = organizations.find(|(_, organization)| organization.name == name);
    named.is_some_and(|(id, _)| posture.of(&posture.assessments, id).next().is_some())
}
