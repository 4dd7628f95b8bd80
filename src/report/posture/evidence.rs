//! The evidence, as it is declared and as it was found.

use crate::JsonSchema;
use serde::Serialize;

use super::named::{Declared, NamedControl};
use super::namer::Namer;
use crate::published::{As, ControlName, Day, Hideable, Name, Sha256, Word};
use xwalk_analysis::posture::{Deficiency, DeficiencyKind, Examined, why};
use xwalk_model::posture::{self, OrganizationId};
use xwalk_syntax::ast::{Date, SupportProperty};

/// A file that shows that something is the case.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Evidence<'m> {
    /// Its name.
    #[schemars(with = "Name")]
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// The controls that it supports.
    pub supports: Vec<Supports>,
    /// The file, as it is named.
    pub file: &'m str,
    /// The SHA-256 of what was approved, as declared; absent where none is.
    #[serde(rename = "sha256", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<Sha256>")]
    pub digest: Option<&'m str>,
    /// When it was collected.
    #[serde(with = "As::<Day>")]
    pub collected: Date,
    /// The last day on which it may be relied on; absent where there is no such limit.
    #[serde(with = "As::<Option<Day>>", skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Date>,
    /// Who answers for it: a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<Hideable<Name>>")]
    pub owner: Option<Declared<'m>>,
    /// The SHA-256 of its file on the day of this document; absent where there was no file.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<Sha256>")]
    pub found: Option<String>,
    /// Everything that is wrong with it; empty where it holds.
    pub flaws: Vec<EvidenceDeficiency>,
}

/// What is wrong with a piece of evidence.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Flaw", deny_unknown_fields)]
pub struct EvidenceDeficiency {
    /// The kind.
    #[serde(with = "As::<Word<DeficiencyKind>>")]
    pub fault: DeficiencyKind,
    /// What was found, for people; absent where the kind says everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// A control that is supported.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Supports {
    /// The control.
    #[schemars(with = "ControlName")]
    pub control: NamedControl,
    /// How, where it is said.
    #[serde(
        with = "As::<Option<Word<SupportProperty>>>",
        skip_serializing_if = "Option::is_none"
    )]
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
                        .map(|flaw| EvidenceDeficiency::new(evidence, flaw))
                        .collect(),
                }
            })
            .collect()
    }
}

impl EvidenceDeficiency {
    fn new(evidence: &posture::Evidence<'_>, flaw: &Deficiency) -> Self {
        Self {
            fault: flaw.fault(),
            why: match flaw {
                Deficiency::Failing(at, failure) => evidence
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
