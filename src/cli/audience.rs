//! The audience of an export: what `--audience` names.

use std::path::Path;

use super::RunError;
use super::output::PrivateFiles;
use xwalk_diagnostic::nearest;
use xwalk_host::Host;
use xwalk_model::Model;
use xwalk_redaction::SaltSeed;
use xwalk_report::ForAudience;
use xwalk_source::{Place, SourceId, SourceMap};

/// The audience of a name, which an organization that is assessed has to declare; and the seed of the salts, which is
/// drawn where none is given.
pub fn audience(
    host: &dyn Host,
    name: Option<&str>,
    seed: Option<&SaltSeed>,
    model: &Model<'_>,
) -> Result<Option<ForAudience>, RunError> {
    let Some(name) = name else {
        return Ok(None);
    };
    let posture = &model.posture;
    let assessed = posture.organizations.ids();
    let assessed = assessed.filter(|id| posture.of(&posture.assessments, *id).next().is_some());
    let declared: Vec<&str> = assessed
        .flat_map(|id| posture.of(&posture.audiences, id))
        .map(|(_, audience)| audience.name)
        .collect();
    if !declared.contains(&name) {
        let help = match nearest(name, declared.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("declare it: `audience {name} \"…\" {{ hides owner, note }}`"),
        };
        return Err(RunError::Usage(format!(
            "no organization that is assessed has an audience `{name}`; {help}"
        )));
    }
    let seed = match seed {
        Some(seed) => seed.clone(),
        None => SaltSeed::drawn(host.random()?),
    };
    Ok(Some(ForAudience {
        name: name.to_owned(),
        seed,
    }))
}

/// What must not be sent along with an export for an audience, and what tells of hidden values all the same.
pub fn warning(
    name: &str,
    folder: &Path,
    private: &PrivateFiles,
    model: &Model<'_>,
    sources: &SourceMap,
) -> String {
    let mut text = format!(
        "note: posture exports in {} are for `{name}`; send nothing else from there: the other outputs hide nothing\n",
        folder.display()
    );
    for path in private.paths() {
        text += &format!(
            "note: {} shows all that is hidden; keep it, and hand over only single entries\n",
            path.display()
        );
        for (id, source) in sources.iter() {
            if declares_both(model, id) {
                text += &format!(
                    "note: {} declares frameworks or mappings as well as posture, and its digest is in the export: whoever guesses what is hidden can check the guess; put frameworks and mappings in separate files\n",
                    source.name
                );
            }
        }
    }
    text
}

/// Whether a file declares frameworks or mappings, of which exports hold the digest, beside what can be hidden.
fn declares_both(model: &Model<'_>, source: SourceId) -> bool {
    let posture = &model.posture;
    let here = |place: Place| place.source == source;
    let digested = model.frameworks.iter().any(|(_, it)| here(it.place))
        || model.mappings.iter().any(|(_, it)| here(it.place));
    let hideable = || {
        posture.organizations.iter().any(|(_, it)| here(it.place))
            || posture.roles.iter().any(|(_, it)| here(it.place))
            || posture.risks.iter().any(|(_, it)| here(it.place))
            || posture.technologies.iter().any(|(_, it)| here(it.place))
            || posture.playbooks.iter().any(|(_, it)| here(it.place))
            || posture.evidence.iter().any(|(_, it)| here(it.place))
            || posture.assessments.iter().any(|(_, it)| here(it.place))
            || posture.roadmaps.iter().any(|(_, it)| here(it.place))
    };
    digested && hideable()
}
