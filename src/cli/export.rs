//! Posture exports, as they are read: strictly, since what is shown of one is relied on.

use std::borrow::Cow;

use crate::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use xwalk_emit::{POSTURE_FORM, POSTURE_VERSION, canonical};
use xwalk_redaction::sha256;
use xwalk_report::published::Vocabulary;
use xwalk_syntax::ast::Date;

/// A posture export.
#[derive(Debug)]
pub struct Export {
    /// The SHA-256 of its bytes.
    pub sha256: String,
    /// All of it.
    pub document: Value,
    /// Whose posture it is.
    pub organization: Organization,
    /// What it says of itself.
    pub meta: Meta,
    /// The day to which it refers.
    pub created: Date,
    /// The last day on which it may be relied on.
    pub valid_until: Option<Date>,
    /// What is hidden in it.
    pub redactions: Vec<Redaction>,
    /// The verdicts that are held back, by framework; only those of which some are.
    pub held_back: Vec<HeldBack>,
}

/// Whose posture it is.
#[derive(Debug, Deserialize)]
pub struct Organization {
    pub name: String,
    pub title: String,
}

/// What an export says about itself.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meta {
    pub issuer: String,
    pub audience: Option<Audience>,
    pub scope: Option<String>,
    pub created: String,
    pub sequence: u64,
    pub previous: Option<String>,
    pub valid_until: Option<String>,
    pub drafts: Drafts,
    #[serde(rename = "generator")]
    _generator: String,
    #[serde(rename = "status_floor")]
    _status_floor: String,
}

/// What became of verdicts that rest on draft rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Drafts {
    /// They are held back.
    HeldBack,
    /// They stand.
    Allowed,
}

impl Vocabulary for Drafts {
    const NAME: &'static str = "Drafts";
    const ABOUT: &'static str = "What became of verdicts that rest on draft rows: `held-back` where they read `cannot-tell-draft`, unless the organization accepts the mappings of these rows, `allowed` where they are given as they are.";

    fn all() -> impl Iterator<Item = Self> {
        [Self::HeldBack, Self::Allowed].into_iter()
    }

    fn word(self) -> Cow<'static, str> {
        match self {
            Self::HeldBack => "held-back",
            Self::Allowed => "allowed",
        }
        .into()
    }
}

/// For whom an export is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Audience {
    pub name: String,
    pub title: String,
}

/// Values that are hidden under one word.
#[derive(Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(rename = "Hidden")]
pub struct Redaction {
    /// The word of the audience that hides them.
    pub field: String,
    /// How many values are hidden.
    #[serde(rename(serialize = "values"))]
    pub hidden: usize,
}

/// The verdicts on one framework that are held back since they rest on draft rows.
#[derive(Debug, Serialize, JsonSchema)]
pub struct HeldBack {
    /// The framework, with its edition.
    pub framework: String,
    /// How many verdicts on assessable controls are held back.
    pub verdicts: usize,
    /// The mappings with these draft rows, by name; nothing where the export does not say.
    pub mappings: Vec<String>,
}

/// Why bytes are no export that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// It is something else.
    #[error("it is not a posture export")]
    Other,
    /// It is of a version that this program does not know.
    #[error("it is a posture export of a version that this xwalk does not know; a newer one may")]
    Version,
    /// It can be read in two ways, or was written by hand.
    #[error(
        "it is not written as exports are: a member appears twice, or members, blanks or numbers differ from those that `xwalk build` writes, so that two readers could see different things in it"
    )]
    Spelling,
    /// It does not say of itself what exports say.
    #[error(
        "it does not properly state who issues it, for whom, of which organization, under which number, and when"
    )]
    Members,
}

impl Export {
    /// The mappings that the organization accepts, by name, in the order of the document.
    pub fn accepted_mappings(&self) -> Vec<&str> {
        let mappings = self.document.get("mappings").and_then(Value::as_array);
        let accepted = mappings.into_iter().flatten();
        let accepted = accepted.filter(|mapping| mapping.get("accepted").is_some());
        accepted
            .filter_map(|mapping| mapping.get("name")?.as_str())
            .collect()
    }

    /// Reads an export.
    ///
    /// # Errors
    /// If the bytes are not, one by one, those of a document of the form that this program writes, of the
    /// version that it writes or an earlier one.
    pub fn read(bytes: &[u8]) -> Result<Self, ExportError> {
        let document: Value = serde_json::from_slice(bytes).map_err(|_| ExportError::Other)?;
        if document.get("schema").and_then(Value::as_str) != Some(POSTURE_FORM) {
            return Err(ExportError::Other);
        }
        // What was written once can always be read; every later version of the form kept the members that are read here.
        let version = document.get("version").and_then(Value::as_u64);
        if !version.is_some_and(|version| (1..=POSTURE_VERSION.into()).contains(&version)) {
            return Err(ExportError::Version);
        }
        // A member that stands there twice is read once, and so written once.
        if canonical(&document).ok().as_deref() != Some(bytes) {
            return Err(ExportError::Spelling);
        }
        Self::of(document, bytes).ok_or(ExportError::Members)
    }

    fn of(document: Value, bytes: &[u8]) -> Option<Self> {
        let meta = document.get("meta")?;
        // What has nothing to say is absent.
        if meta.as_object()?.values().any(Value::is_null) {
            return None;
        }
        let meta = Meta::deserialize(meta).ok()?;
        let organization = Organization::deserialize(document.get("organization")?).ok()?;
        let redactions = Vec::deserialize(document.get("redactions")?).ok()?;
        let valid_until = match &meta.valid_until {
            Some(until) => Some(Date::parse(until)?),
            None => None,
        };
        (meta.sequence > 0 && (meta.sequence > 1 || meta.previous.is_none())).then_some(())?;
        Some(Self {
            sha256: sha256(bytes),
            created: Date::parse(&meta.created)?,
            valid_until,
            organization,
            redactions,
            held_back: HeldBack::all(&document)?,
            meta,
            document,
        })
    }

    /// The name of its audience; nothing where it is for everybody.
    pub fn audience(&self) -> Option<&str> {
        self.meta.audience.as_ref().map(|audience| &*audience.name)
    }
}

/// An audience in a sentence.
pub fn named(audience: Option<&str>) -> String {
    audience.map_or_else(|| "everybody".to_owned(), |name| format!("`{name}`"))
}
