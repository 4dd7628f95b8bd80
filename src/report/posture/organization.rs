//! The organization.

use super::namer::Namer;
use crate::model::posture::OrganizationId;
use crate::syntax::ast::Date;

/// An organization.
#[derive(Debug)]
pub struct Organization<'m> {
    /// Its name.
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// What it is.
    pub doc: Option<&'m str>,
    /// Its sector.
    pub sector: Option<&'m str>,
    /// What of it is assessed.
    pub scope: Option<&'m str>,
    /// The framework that it measures itself by.
    pub baseline: String,
    /// The frameworks that it adopts besides, each with its own threshold if it has one.
    pub adopts: Vec<(String, Option<u32>)>,
    /// The conditions of rows that are true there.
    pub holds: Vec<&'m str>,
    /// The greatest risk that is accepted.
    pub tolerance: Option<u32>,
    /// Working days that initiatives may take together in a quarter.
    pub capacity: Option<u32>,
    /// The day of its earliest assessment.
    pub assessed_since: Option<Date>,
}

impl<'m> Organization<'m> {
    pub(super) fn of(names: Namer<'m, '_>, id: OrganizationId) -> Self {
        let posture = &names.model.posture;
        let organization = &posture.organizations[id];
        let assessments = posture.of(&posture.assessments, id);
        let adopts = organization.adopts.iter();
        let holds = organization.holds.iter();
        Self {
            name: organization.name,
            title: &organization.title,
            doc: organization.doc.as_deref(),
            sector: organization.sector,
            scope: organization.scope.as_deref(),
            baseline: names.framework(organization.baseline),
            adopts: adopts
                .map(|adopted| (names.framework(adopted.framework), adopted.achieved_from))
                .collect(),
            holds: holds.map(AsRef::as_ref).collect(),
            tolerance: organization.tolerance,
            capacity: organization.capacity,
            assessed_since: assessments.map(|(_, assessment)| assessment.assessed).min(),
        }
    }
}
