//! Pins: what a workspace builds on, held to what it was.

use std::collections::{BTreeMap, BTreeSet};

use super::{RunError, Workspace};
use crate::model::{FrameworkId, Model};
use crate::source::{Origin, Place, SourceId};

/// The frameworks and mappings in use, by name, with the file that declares each: all of the workspace's own, the
/// frameworks that these name, and the mappings between frameworks in use.
pub fn in_use(workspace: &Workspace, model: &Model<'_>) -> BTreeMap<String, SourceId> {
    let own = |place: Place| {
        workspace
            .sources
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

/// Fails if a pinned framework or mapping is not what it was, or is gone.
pub fn verify(workspace: &Workspace, model: &Model<'_>) -> Result<(), RunError> {
    if workspace.settings.pins.is_empty() {
        return Ok(());
    }
    let mut declared: BTreeMap<String, SourceId> = BTreeMap::new();
    declared.extend(
        model
            .frameworks
            .iter()
            .map(|(_, framework)| (framework.label(), framework.place.source)),
    );
    declared.extend(
        model
            .mappings
            .iter()
            .map(|(_, mapping)| (mapping.name.to_owned(), mapping.place.source)),
    );
    let mut wrong = Vec::new();
    for (name, pin) in &workspace.settings.pins {
        let Some(source) = declared.get(name) else {
            wrong.push(format!(
                "{}: `{name}` is pinned, but nothing of that name is there",
                pin.place
            ));
            continue;
        };
        let now = workspace.digest(*source);
        if now != pin.digest {
            let file = workspace.sources.name(*source);
            wrong.push(format!(
                "{}: `{name}` has changed: pinned is {}, but {file} has {now}",
                pin.place, pin.digest
            ));
        }
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(RunError::Pins(wrong))
    }
}
