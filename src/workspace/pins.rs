//! Pins: what a workspace builds on, held to what it was.

use std::collections::{BTreeMap, BTreeSet};

use super::WorkspaceError;
use super::settings::Pin;
use xwalk_compile::Compilation;
use xwalk_diagnostic::Diagnostic;
use xwalk_model::{FrameworkId, Model};
use xwalk_rules::pin_mismatch;
use xwalk_source::{Origin, Place, SourceId, SourceMap};

/// The frameworks and mappings in use, by name, with the file that declares each: all of the workspace's own, the
/// frameworks that these name, and the mappings between frameworks in use.
pub fn in_use(sources: &SourceMap, model: &Model<'_>) -> BTreeMap<String, SourceId> {
    let own = |place: Place| {
        sources
            .get(place.source)
            .is_some_and(|source| source.origin == Origin::Workspace)
    };
    let mut frameworks: BTreeSet<FrameworkId> = model
        .frameworks
        .iter()
        .filter(|(_, framework)| own(framework.place))
        .map(|(id, _)| id)
        .collect();
    for (_, mapping) in model
        .mappings
        .iter()
        .filter(|(_, mapping)| own(mapping.place))
    {
        frameworks.extend([mapping.from, mapping.to]);
    }
    frameworks.extend(
        model
            .overlays
            .iter()
            .filter(|(_, overlay)| own(overlay.place))
            .map(|(_, overlay)| overlay.of),
    );

    let mut used = BTreeMap::new();
    for framework in &frameworks {
        let framework = &model.frameworks[*framework];
        used.insert(framework.label(), framework.place.source);
    }
    for (_, mapping) in model.mappings.iter() {
        if own(mapping.place)
            || frameworks.contains(&mapping.from) && frameworks.contains(&mapping.to)
        {
            used.insert(mapping.name.to_owned(), mapping.place.source);
        }
    }
    used
}

/// The pinned frameworks and mappings that are not what they were, by the digests of their files. Fails if one is gone and
/// no error can be the reason.
pub fn verify(
    pins: &BTreeMap<String, Pin>,
    compilation: &Compilation<'_>,
    digest: impl Fn(SourceId) -> String,
) -> Result<Vec<Diagnostic>, WorkspaceError> {
    let model = &compilation.model;
    let frameworks = model.frameworks.iter();
    let frameworks = frameworks.map(|(_, framework)| (framework.label(), framework.place));
    let mappings = model.mappings.iter();
    let mappings = mappings.map(|(_, mapping)| (mapping.name.to_owned(), mapping.place));
    let declared: BTreeMap<String, Place> = frameworks.chain(mappings).collect();
    let mut gone = Vec::new();
    let mut changed = Vec::new();
    for (name, pin) in pins {
        let Some(place) = declared.get(name) else {
            gone.push(format!(
                "{}: `{name}` is pinned, but nothing of that name is there",
                pin.place
            ));
            continue;
        };
        let now = digest(place.source);
        if now != pin.digest {
            changed.push(pin_mismatch(name, *place, &pin.digest, &now));
        }
    }
    if gone.is_empty() || compilation.has_errors() {
        Ok(changed)
    } else {
        Err(WorkspaceError::Pins(gone))
    }
}
