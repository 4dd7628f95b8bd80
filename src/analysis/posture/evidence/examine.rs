//! What is wrong with a piece of evidence on a day.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use sha2::{Digest, Sha256};

use super::budget::Budget;
use super::probe::{Failure, failures};
use crate::posture::files::Files;
use xwalk_model::posture::{Evidence, EvidenceId, Posture, Probe};
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

/// Looks at all evidence, in order, as it is on a day. Each file is read once, whatever evidence names it, and what is asked of
/// it several times is answered once.
#[must_use]
pub fn examine(posture: &Posture<'_>, files: &Files, today: Date) -> Vec<Examined> {
    let bytes = |evidence: &Evidence<'_>| files.get(evidence.file_place.source, &evidence.file);
    let read = read(posture, bytes);
    let evidence = posture.evidence.iter();
    evidence
        .map(|(id, evidence)| {
            let mut flaws = dated(evidence, today);
            let seen = match bytes(evidence) {
                Err(unread) => {
                    flaws.insert(0, Deficiency::Missing(unread));
                    None
                }
                Ok(bytes) => read.get(&bytes.as_ptr_range()),
            };
            let digest = seen.map(|seen| &seen.digest);
            if let Some(seen) = seen {
                if evidence
                    .digest
                    .as_deref()
                    .is_some_and(|own| own != seen.digest)
                {
                    flaws.push(Deficiency::Changed);
                }
                let requirements = evidence.requirements.iter().enumerate();
                flaws.extend(requirements.filter_map(|(at, requirement)| {
                    let failure = seen.failures.get(&requirement.probe)?.clone();
                    Some(Deficiency::Failing(at, failure))
                }));
            }
            Examined {
                evidence: id,
                digest: digest.cloned(),
                flaws,
            }
        })
        .collect()
}

/// A file, looked at.
struct Seen<'p, 's> {
    digest: String,
    /// What is asked of it and not met, and why.
    failures: FxHashMap<&'p Probe<'s>, Failure>,
}

/// Looks at all files, by where their bytes lie.
fn read<'p, 's, 'b, E>(
    posture: &'p Posture<'s>,
    bytes: impl Fn(&Evidence<'s>) -> Result<&'b [u8], E>,
) -> FxHashMap<Range<*const u8>, Seen<'p, 's>> {
    let mut numbers: FxHashMap<Range<*const u8>, usize> = FxHashMap::default();
    let mut files: Vec<(&[u8], Vec<&Probe<'_>>)> = Vec::new();
    for (_, evidence) in posture.evidence.iter() {
        if let Ok(bytes) = bytes(evidence) {
            let at = *numbers.entry(bytes.as_ptr_range()).or_insert(files.len());
            if at == files.len() {
                files.push((bytes, Vec::new()));
            }
            if let Some((_, probes)) = files.get_mut(at) {
                probes.extend(evidence.requirements.iter().map(|one| &one.probe));
            }
        }
    }
    let mut budget = Budget::default();
    let seen = files.into_iter().map(|(bytes, mut probes)| {
        let mut asked = FxHashSet::default();
        probes.retain(|probe| asked.insert(*probe));
        let found = failures(&probes, bytes, &mut budget);
        let failures = probes.into_iter().zip(found);
        let failures = failures.filter_map(|(probe, failure)| Some((probe, failure?)));
        let digest = digest(bytes);
        let failures = failures.collect();
        (bytes.as_ptr_range(), Seen { digest, failures })
    });
    seen.collect()
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
