//! The posture of each organization that is assessed.

use std::collections::BTreeSet;

use super::namer::Namer;
use super::verdicts::Found;
use super::{
    Assessment, Evidence, Framework, Gaps, Governance, Mapping, Organization, Posture,
    PostureOptions, Risk, Roadmap,
};
use crate::analysis::posture::Stands;
use crate::model::posture::OrganizationId;
use crate::model::{FrameworkId, MappingId, Model};
use crate::syntax::ast::Status;

/// The posture of each organization that is assessed, by name.
pub fn postures<'m>(
    model: &'m Model<'_>,
    status_floor: Status,
    options: &PostureOptions,
) -> Vec<Posture<'m>> {
    let organizations = model.posture.organizations.ids();
    organizations
        .filter_map(|id| {
            let stands = Stands::of(model, id);
            (!stands.assessments.is_empty())
                .then(|| posture(model, id, &stands, status_floor, options))
        })
        .collect()
}

fn posture<'m>(
    model: &'m Model<'_>,
    id: OrganizationId,
    stands: &Stands,
    status_floor: Status,
    options: &PostureOptions,
) -> Posture<'m> {
    let names = Namer { model };
    let found = Found::of(model, id, stands, status_floor, options.allow_draft);
    let organization = &model.posture.organizations[id];
    let adopted = organization.frameworks();
    let frameworks: BTreeSet<FrameworkId> = adopted.chain(stands.frameworks(model)).collect();
    let mappings: BTreeSet<MappingId> = found.rows().map(|row| model.rows[row].mapping).collect();
    let assessments = stands.assessments.iter();
    let previous = options.previous.get(organization.name);
    Posture {
        sequence: previous.map_or(1, |previous| previous.sequence),
        previous: previous.map(|previous| previous.digest.clone()),
        organization: Organization::of(names, id),
        allow_draft: options.allow_draft,
        valid_until: options.valid_until,
        mappings: Mapping::all(names, options, &mappings),
        frameworks: Framework::all(names, options, frameworks, &mappings),
        assessments: assessments.map(|id| Assessment::of(names, *id)).collect(),
        verdicts: found.told(names),
        gaps: Gaps::of(names, stands),
        risks: Risk::all(names, id),
        governance: Governance::of(names, stands, id),
        evidence: Evidence::all(names, id),
        roadmaps: Roadmap::all(names, id),
    }
}
