//! The answer of `verify`, for programs.

use crate::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::answer::Answer;
use super::expect::Refused;
use crate::contract::{Contract, contract};
use crate::export::{Drafts, Export, HeldBack, Redaction};
use xwalk_report::published::Word;
use xwalk_seal::NAMESPACE;

/// The answer for programs.
pub const CONTRACT: Contract = contract!(
    "verify" 1,
    "The answer of `verify --format json`",
    "docs/answers/verify.md",
    Contract::schema_of::<DocumentV1<'_>>
);

/// Who signed an export, whether they may, and what it says about itself.
#[derive(Serialize, JsonSchema)]
pub struct DocumentV1<'a> {
    /// Whether it is signed by somebody who may, and says about itself what is expected.
    verified: bool,
    /// The file that was checked, as it is named on the command line.
    file: &'a str,
    /// The SHA-256 of the bytes that were checked.
    sha256: &'a str,
    /// What the signature has to be for.
    namespace: &'static str,
    /// The file of those who may sign, as it is named on the command line.
    signers: &'a str,
    /// The day for which the key has to be valid, and the export.
    date: &'a str,
    /// Who signed; absent where the signature is not valid.
    #[serde(skip_serializing_if = "Option::is_none")]
    signer: Option<SignerV1<'a>>,
    /// What the export says about itself; absent where the signature is not valid, or the file is no export.
    #[serde(skip_serializing_if = "Option::is_none")]
    export: Option<ExportV1<'a>>,
    /// The hidden values that the disclosure shows. Absent where it shows none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    disclosed: Vec<DisclosedV1<'a>>,
    /// Why it is not verified; absent where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    refusal: Option<&'a Refused>,
}

/// A key that may sign.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Signer")]
struct SignerV1<'a> {
    /// The names that the signers file gives to the key.
    principals: &'a [String],
    /// The fingerprint of the key.
    key: String,
    /// The line of the signers file, from 1.
    line: usize,
}

/// What an export says about itself.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Export")]
struct ExportV1<'a> {
    /// Who issues it.
    issuer: &'a str,
    /// Whose posture it is.
    organization: NamedV1<'a>,
    /// The part of the organization that it covers; absent where it does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'a str>,
    /// For whom it is; absent where it is for everybody.
    #[serde(skip_serializing_if = "Option::is_none")]
    audience: Option<NamedV1<'a>>,
    /// Its number among the exports for this audience, from 1.
    sequence: u64,
    /// The SHA-256 of the previous export; absent in the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<&'a str>,
    /// The day to which it refers.
    created: String,
    /// The last day on which it may be relied on; absent where it does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_until: Option<String>,
    /// What became of verdicts that rest on draft rows.
    drafts: Word<Drafts>,
    /// The verdicts that are held back since they rest on draft rows, by framework; nothing where none is.
    held_back: &'a [HeldBack],
    /// What is hidden in it.
    hidden: &'a [Redaction],
}

/// An organization or an audience.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Named")]
struct NamedV1<'a> {
    /// Its name.
    name: &'a str,
    /// Its title.
    title: &'a str,
}

/// A hidden value that is shown.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Disclosed")]
struct DisclosedV1<'a> {
    /// Where it is hidden in the export (JSON Pointer).
    path: &'a str,
    /// What is hidden there.
    value: &'a Value,
}

impl<'a> ExportV1<'a> {
    fn new(export: &'a Export) -> Self {
        let (meta, organization) = (&export.meta, &export.organization);
        let audience = meta.audience.as_ref();
        Self {
            issuer: &meta.issuer,
            organization: NamedV1 {
                name: &organization.name,
                title: &organization.title,
            },
            scope: meta.scope.as_deref(),
            audience: audience.map(|audience| NamedV1 {
                name: &audience.name,
                title: &audience.title,
            }),
            sequence: meta.sequence,
            previous: meta.previous.as_deref(),
            created: export.created.to_string(),
            valid_until: export.valid_until.map(|until| until.to_string()),
            drafts: Word(meta.drafts),
            held_back: &export.held_back,
            hidden: &export.redactions,
        }
    }
}

impl Answer<'_> {
    /// For programs.
    pub fn document<'a>(&'a self, refused: Option<&'a Refused>) -> DocumentV1<'a> {
        let disclosed = self.disclosed.iter();
        DocumentV1 {
            verified: refused.is_none(),
            file: &self.file,
            sha256: &self.sha256,
            namespace: NAMESPACE,
            signers: &self.signers,
            date: &self.date,
            signer: self.signer.map(|signer| SignerV1 {
                principals: &signer.principals,
                key: signer.key.fingerprint(),
                line: signer.line,
            }),
            export: self.export.as_ref().map(ExportV1::new),
            disclosed: disclosed
                .map(|disclosure| DisclosedV1 {
                    path: &disclosure.path,
                    value: &disclosure.value,
                })
                .collect(),
            refusal: refused,
        }
    }
}
