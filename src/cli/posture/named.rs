//! From what a user types to an assessment, a roadmap or an initiative.

use crate::RunError;
use xwalk_diagnostic::nearest;
use xwalk_model::Model;
use xwalk_model::posture::{AssessmentId, InitiativeId, OrganizationId, RoadmapId};

/// The assessment written `acme-2025`, or `other/now-2026`, where it is of another organization.
pub(super) fn assessment(
    model: &Model<'_>,
    organization: OrganizationId,
    text: &str,
) -> Result<AssessmentId, RunError> {
    let posture = &model.posture;
    let known: Vec<(AssessmentId, String)> = posture
        .assessments
        .iter()
        .map(|(id, assessment)| match assessment.organization {
            own if own == organization => (id, assessment.name.to_owned()),
            other => {
                let of = posture.organizations[other].name;
                (id, format!("{of}/{}", assessment.name))
            }
        })
        .collect();
    let mut found = known.iter().filter(|(_, name)| name == text);
    found.next().map(|(id, _)| *id).ok_or_else(|| {
        let names: Vec<&str> = known.iter().map(|(_, name)| &**name).collect();
        RunError::Usage(format!(
            "there is no assessment `{text}`; {}",
            hint(text, &names)
        ))
    })
}

/// The roadmap of a name; the only one of the organization, where none is given.
pub(super) fn roadmap(
    model: &Model<'_>,
    organization: OrganizationId,
    text: Option<&str>,
) -> Result<RoadmapId, RunError> {
    let posture = &model.posture;
    let all = || posture.of(&posture.roadmaps, organization);
    let names: Vec<&str> = all().map(|(_, roadmap)| roadmap.name).collect();
    let found = match text {
        None if names.len() > 1 => None,
        None => all().next(),
        Some(text) => all().find(|(_, roadmap)| roadmap.name == text),
    };
    found.map(|(id, _)| id).ok_or_else(|| {
        RunError::Usage(match text {
            _ if names.is_empty() => {
                "there is no roadmap: `roadmap NAME for ASSESSMENT { … }` declares one".to_owned()
            }
            None => format!("there are several roadmaps: write {}", names.join(", ")),
            Some(text) => format!("there is no roadmap `{text}`; {}", hint(text, &names)),
        })
    })
}

/// The initiative written `asset-register`, or `acme-2027/asset-register`, since roadmaps may have initiatives of the same
/// name.
pub(super) fn initiative(
    model: &Model<'_>,
    organization: OrganizationId,
    text: &str,
) -> Result<InitiativeId, RunError> {
    let posture = &model.posture;
    let (within, name) = match text.split_once('/') {
        Some((within, name)) => (Some(within), name),
        None => (None, text),
    };
    let roadmaps = posture.of(&posture.roadmaps, organization);
    let roadmaps = roadmaps.filter(|(_, of)| within.is_none_or(|within| of.name == within));
    let known: Vec<_> = roadmaps
        .flat_map(|(id, roadmap)| {
            let initiatives = posture.initiatives_of(id);
            initiatives.map(move |(id, initiative)| (id, initiative.name, roadmap.name))
        })
        .collect();
    let found: Vec<_> = known.iter().filter(|(_, own, _)| *own == name).collect();
    match found.as_slice() {
        [(id, _, _)] => Ok(*id),
        [] => {
            let names: Vec<&str> = known.iter().map(|(_, name, _)| *name).collect();
            Err(RunError::Usage(match names.as_slice() {
                [] => format!("there is no initiative `{text}`, nor any other"),
                names => format!("there is no initiative `{text}`; {}", hint(name, names)),
            }))
        }
        several => {
            let names = several.iter().map(|(_, name, of)| format!("{of}/{name}"));
            let names: Vec<String> = names.collect();
            Err(RunError::Usage(format!(
                "several roadmaps have an initiative `{name}`: write {}",
                names.join(" or ")
            )))
        }
    }
}

fn hint(text: &str, names: &[&str]) -> String {
    match nearest(text, names.iter().copied()) {
        Some(near) => format!("the nearest is `{near}`"),
        None => format!("there are {}", names.join(", ")),
    }
}
