//! What an export depends on besides the model and the date.

use std::collections::BTreeMap;

use xwalk_analysis::posture::Files;
use xwalk_redaction::SaltSeed;
use xwalk_source::SourceId;
use xwalk_syntax::ast::Date;

/// What an export depends on besides the model and the date.
#[derive(Clone, Debug, Default)]
pub struct PostureOptions {
    /// Let verdicts of exports rest on draft rows; they say so.
    pub allow_draft: bool,
    /// Who issues the export; the organization itself, where nobody is named.
    pub issuer: Option<String>,
    /// For whom the export is; for everybody, where nobody is named.
    pub audience: Option<ForAudience>,
    /// The last day on which the export may be relied on; what the audience declares, where none is named.
    pub valid_until: Option<Date>,
    /// The export before, by organization; what is not here is the first.
    pub previous: BTreeMap<String, Previous>,
    /// The SHA-256 of the files that declare frameworks and mappings: 64 small hexadecimal digits.
    pub digests: BTreeMap<SourceId, String>,
    /// The files that evidence and playbooks name, as they are on the day of the report.
    pub files: Files,
}

/// An audience of exports, and the secret with which things are hidden from it.
#[derive(Clone, Debug)]
pub struct ForAudience {
    /// Its name. Organizations that declare none of that name have no export.
    pub name: String,
    /// Where the salts of what is hidden come from.
    pub seed: SaltSeed,
}

/// The export before another one of the same organization.
#[derive(Clone, Debug)]
pub struct Previous {
    /// The number of the one that comes after it.
    pub sequence: u64,
    /// The SHA-256 of its bytes: 64 small hexadecimal digits.
    pub digest: String,
}
