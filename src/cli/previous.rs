//! The exports before: what `--previous` names.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::RunError;
use super::export::{Export, named};
use super::received::Received;
use xwalk_host::Host;
use xwalk_model::Model;
use xwalk_report::Previous;
use xwalk_syntax::ast::Date;

/// Reads the exports before those that are to be made for an audience on a day: by organization, each of which has one.
pub fn previous(
    host: &dyn Host,
    paths: &[PathBuf],
    model: &Model<'_>,
    audience: Option<&str>,
    date: Date,
) -> Result<BTreeMap<String, Previous>, RunError> {
    let mut all = BTreeMap::new();
    for path in paths {
        let bytes = Received::Export.read(host, path)?;
        let refuse = |why: &str| RunError::Usage(format!("{} {why}", path.display()));
        let earlier = Export::read(&bytes)
            .map_err(|fault| refuse(&format!("cannot be the previous export: {fault}")))?;
        let name = earlier.organization.name.clone();
        if !is_assessed(model, &name) {
            return Err(refuse(&format!(
                "is an export of `{name}`, which is not assessed here"
            )));
        }
        if earlier.audience() != audience {
            return Err(refuse(&format!(
                "is an export for {}, and this one is for {}: exports are numbered separately for each audience; name the last one for the same audience",
                named(earlier.audience()),
                named(audience)
            )));
        }
        if earlier.created > date {
            return Err(refuse(&format!(
                "is of {}, and cannot come before an export of {date}",
                earlier.created
            )));
        }
        let Some(sequence) = earlier.meta.sequence.checked_add(1) else {
            return Err(refuse(
                "has the highest number that there can be, so that no export can follow it",
            ));
        };
        let known = Previous {
            sequence,
            digest: earlier.sha256,
        };
        if all.insert(name.clone(), known).is_some() {
            return Err(refuse(&format!(
                "is the second export of `{name}` that is named; only one can come directly before"
            )));
        }
    }
    Ok(all)
}

fn is_assessed(model: &Model<'_>, name: &str) -> bool {
    let posture = &model.posture;
    let mut organizations = posture.organizations.iter();
    let named = organizations.find(|(_, organization)| organization.name == name);
    named.is_some_and(|(id, _)| posture.of(&posture.assessments, id).next().is_some())
}
