//! What is wrong with a piece of evidence on a day.

use sha2::{Digest, Sha256};

use super::probe::{Failure, failure};
use crate::posture::files::Files;
use xwalk_model::posture::{Evidence, EvidenceId, Posture};
use xwalk_source::Unread;
use xwalk_syntax::ast::Date;

/// A piece of evidence, looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Examined {
    /// Which.
    pub evidence: EvidenceId,
    /// The SHA-256 of its file, in small hexadecimal digits; nothing where the file is missing.
    pub digest: Option<String>,
    /// All that is wrong with it, in the order of [`DeficiencyKind`]; nothing where it holds.
    pub flaws: Vec<Deficiency>,
}

/// The kinds of what can be wrong with evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeficiencyKind {
    /// Its file was not read.
    Missing,
    /// It was collected after the day of which is spoken.
    FutureDated,
    /// It may no longer be relied on.
    Stale,
    /// Its file is not the one that was approved.
    Changed,
    /// Its file does not say what it must.
    Failing,
}

/// What is wrong with a piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deficiency {
    /// Its file was not read.
    Missing(Unread),
    /// It was collected after the day of which is spoken.
    FutureDated,
    /// It might be relied on until this day, which is over.
    Stale(Date),
    /// The digest of its file is not the one that was approved.
    Changed,
    /// The requirement at this position is not met.
    Failing(usize, Failure),
}

impl Deficiency {
    /// Its kind.
    #[must_use]
    pub const fn fault(&self) -> DeficiencyKind {
        match self {
            Self::Missing(_) => DeficiencyKind::Missing,
            Self::FutureDated => DeficiencyKind::FutureDated,
            Self::Stale(_) => DeficiencyKind::Stale,
            Self::Changed => DeficiencyKind::Changed,
            Self::Failing(..) => DeficiencyKind::Failing,
        }
    }
}

impl DeficiencyKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [
        Self::Missing,
        Self::FutureDated,
        Self::Stale,
        Self::Changed,
        Self::Failing,
    ];

    /// The words in outputs that people read.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::FutureDated => "future-dated",
            Self::Stale => "stale",
            Self::Changed => "changed since approval",
            Self::Failing => "failing",
        }
    }

    /// The key of its definition.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Missing => "evidence-missing",
            Self::FutureDated => "evidence-future-dated",
            Self::Stale => "evidence-stale",
            Self::Changed => "evidence-changed",
            Self::Failing => "evidence-failing",
        }
    }
}

/// Looks at all evidence, in order, as it is on a day.
#[must_use]
pub fn examine(posture: &Posture<'_>, files: &Files, today: Date) -> Vec<Examined> {
    let evidence = posture.evidence.iter();
    evidence
        .map(|(id, evidence)| {
            let bytes = files.get(evidence.file_place.source, &evidence.file);
            let digest = bytes.as_deref().ok().map(digest);
            let mut flaws = dated(evidence, today);
            match bytes {
                Err(unread) => flaws.insert(0, Deficiency::Missing(unread)),
                Ok(bytes) => {
                    if evidence.digest.is_some() && evidence.digest.as_deref() != digest.as_deref()
                    {
                        flaws.push(Deficiency::Changed);
                    }
                    let requirements = evidence.requirements.iter().enumerate();
                    flaws.extend(requirements.filter_map(|(at, requirement)| {
                        Some(Deficiency::Failing(at, failure(&requirement.probe, bytes)?))
                    }));
                }
            }
            Examined {
                evidence: id,
                digest,
                flaws,
            }
        })
        .collect()
}

fn dated(evidence: &Evidence<'_>, today: Date) -> Vec<Deficiency> {
    if evidence.collected > today {
        return vec![Deficiency::FutureDated];
    }
    let until = evidence.valid_until().filter(|until| *until < today);
    until.map(Deficiency::Stale).into_iter().collect()
}

fn digest(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
