//! The evidence, as it is declared and as it was found.

use super::namer::Namer;
use crate::analysis::posture::{Examined, Fault, Flaw, why};
use crate::model::posture::{self, OrganizationId};
use crate::syntax::ast::{Date, SupportProperty};

/// A piece of evidence, as declared and as it was found.
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
    /// The SHA-256 of its file as it was found; `None` where it is missing.
    pub found: Option<String>,
    /// All that is wrong with it; nothing where it holds.
    pub flaws: Vec<EvidenceFlaw>,
}

/// What is wrong with a piece of evidence.
#[derive(Debug)]
pub struct EvidenceFlaw {
    /// Its kind.
    pub fault: Fault,
    /// What is wrong, as the end of a sentence; nothing where the kind says it all.
    pub why: Option<String>,
}

/// A control that something supports.
#[derive(Debug)]
pub struct Supports {
    /// The control.
    pub control: String,
    /// How.
    pub property: Option<SupportProperty>,
}

impl<'m> Evidence<'m> {
    pub(super) fn all(
        names: Namer<'m, '_>,
        organization: OrganizationId,
        examined: &[Examined],
    ) -> Vec<Self> {
        let posture = &names.model.posture;
        let evidence = posture.of(&posture.evidence, organization);
        evidence
            .map(|(id, evidence)| {
                let found = examined.iter().find(|examined| examined.evidence == id);
                let flaws = found.iter().flat_map(|found| &found.flaws);
                Self {
                    name: evidence.name,
                    title: &evidence.title,
                    supports: Supports::all(names, &evidence.supports),
                    file: &evidence.file,
                    digest: evidence.digest.as_deref(),
                    collected: evidence.collected,
                    valid_until: evidence.valid_until(),
                    owner: names.owner(evidence.owner),
                    found: found.and_then(|found| found.digest.clone()),
                    flaws: flaws
                        .map(|flaw| EvidenceFlaw::new(evidence, flaw))
                        .collect(),
                }
            })
            .collect()
    }
}

impl EvidenceFlaw {
    fn new(evidence: &posture::Evidence<'_>, flaw: &Flaw) -> Self {
        Self {
            fault: flaw.fault(),
            why: match flaw {
                Flaw::Failing(at, failure) => evidence
                    .requirements
                    .get(*at)
                    .map(|requirement| why(&requirement.probe, &evidence.file, failure)),
                _ => None,
            },
        }
    }
}

impl Supports {
    pub(super) fn all(names: Namer<'_, '_>, supports: &[posture::Supports]) -> Vec<Self> {
        let supports = supports.iter();
        supports
            .map(|supports| Self {
                control: names.control(supports.control),
                property: supports.property,
            })
            .collect()
    }
}
