//! The evidence, as it is declared.

use super::namer::Namer;
use crate::model::posture::OrganizationId;
use crate::syntax::ast::Date;

/// A piece of evidence, as declared: its file was not looked at.
#[derive(Debug)]
pub struct Evidence<'m> {
    /// Its name.
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// What it supports.
    pub supports: Vec<Supports>,
    /// The file.
    pub file: &'m str,
    /// The SHA-256 of what was approved.
    pub digest: Option<&'m str>,
    /// When it was collected.
    pub collected: Date,
    /// The last day on which it may be relied on.
    pub valid_until: Option<Date>,
    /// Who answers for it.
    pub owner: Option<&'m str>,
}

/// A control that something supports.
#[derive(Debug)]
pub struct Supports {
    /// The control.
    pub control: String,
    /// How.
    pub property: Option<&'static str>,
}

impl<'m> Evidence<'m> {
    pub(super) fn all(names: Namer<'m, '_>, organization: OrganizationId) -> Vec<Self> {
        let posture = &names.model.posture;
        let evidence = posture.of(&posture.evidence, organization);
        evidence
            .map(|(_, evidence)| {
                let supports = evidence.supports.iter();
                let supports = supports.map(|supports| Supports {
                    control: names.control(supports.control),
                    property: supports.property.map(|property| property.word()),
                });
                Self {
                    name: evidence.name,
                    title: &evidence.title,
                    supports: supports.collect(),
                    file: &evidence.file,
                    digest: evidence.digest.as_deref(),
                    collected: evidence.collected,
                    valid_until: evidence.valid_until(),
                    owner: names.owner(evidence.owner),
                }
            })
            .collect()
    }
}
