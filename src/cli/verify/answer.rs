//! The answer of `verify`, for people and for programs.

use std::path::Path;

use serde::Serialize;
use serde_json::Value;

use super::expect::Refused;
use crate::cli::export::Export;
use crate::redaction::Disclosure;
use crate::seal::{NAMESPACE, Signer};

/// What is known of a file and its signature.
pub struct Answer<'s> {
    pub file: String,
    pub signers: String,
    pub date: String,
    pub sha256: String,
    /// The export before, if one is named.
    pub previous: Option<&'s Path>,
    /// Who signed it, if the signature counts.
    pub signer: Option<&'s Signer>,
    /// What was signed, if it is an export.
    pub export: Option<Export>,
    /// What was shown of it, if all of that is right.
    pub disclosed: Vec<Disclosure>,
}

impl Answer<'_> {
    /// For people, of a file that is verified.
    pub fn page(&self) -> String {
        let mut page = format!("{} is verified\n", self.file);
        let mut line = |label: &str, text: &str| page += &format!("  {label:<11}  {text}\n");
        if let Some(signer) = self.signer {
            line("signed by", &signer.principals.join(", "));
            line("key", &signer.key.fingerprint());
            let allowed = format!("{}, line {}, on {}", self.signers, signer.line, self.date);
            line("allowed", &allowed);
        }
        line("SHA-256", &self.sha256);
        if let Some(export) = &self.export {
            page.push('\n');
            self.says(export, &mut page);
        }
        if !self.disclosed.is_empty() {
            page.push_str("\nshown of what is hidden\n");
            let width = self.disclosed.iter().map(|it| it.path.len()).max();
            let width = width.unwrap_or_default();
            for Disclosure { path, value, .. } in &self.disclosed {
                page += &format!("  {path:<width$}  {}\n", one_line(&value.to_string()));
            }
        }
        page
    }

    /// What an export says of itself.
    fn says(&self, export: &Export, page: &mut String) {
        let mut line =
            |label: &str, text: &str| *page += &format!("  {label:<11}  {}\n", one_line(text));
        let titled = |title: &str, name: &str| format!("{title} ({name})");
        let (meta, organization) = (&export.meta, &export.organization);
        line("issued by", &meta.issuer);
        line(
            "posture of",
            &titled(&organization.title, &organization.name),
        );
        if let Some(scope) = &meta.scope {
            line("scope", scope);
        }
        let audience = meta.audience.as_ref();
        let audience = audience.map(|audience| titled(&audience.title, &audience.name));
        line("audience", audience.as_deref().unwrap_or("everybody"));
        let number = meta.sequence;
        line(
            "number",
            &match (self.previous, &meta.previous) {
                (Some(path), _) => format!("{number}, right after {}", path.display()),
                (None, Some(digest)) => {
                    format!("{number}, after the one with the SHA-256 {digest}")
                }
                (None, None) => format!("{number}, the first"),
            },
        );
        line("created", &export.created.to_string());
        let until = export.valid_until.map(|until| until.to_string());
        line("valid until", until.as_deref().unwrap_or("not said"));
        let drafts = match &*meta.drafts {
            "allowed" => "allowed: verdicts may rest on rows that nobody has reviewed",
            _ => "held back",
        };
        line("drafts", drafts);
        let hidden = export.redactions.iter();
        let hidden: Vec<String> = hidden
            .map(|redaction| format!("{} ({})", redaction.field, redaction.hidden))
            .collect();
        if !hidden.is_empty() {
            line("hidden", &hidden.join(", "));
        }
    }

    /// For programs.
    pub fn document<'a>(&'a self, refused: Option<&'a Refused>) -> DocumentV1<'a> {
        let disclosed = self.disclosed.iter();
        DocumentV1 {
            schema: "xwalk-verify",
            version: 1,
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
            refusal: refused.map(|refused| RefusalV1 {
                kind: refused.kind,
                reason: &refused.reason,
            }),
        }
    }
}

/// Somebody's text on one line, so that it cannot pass for another line of the answer.
fn one_line(text: &str) -> String {
    let characters = text.chars();
    characters
        .map(|character| {
            if character.is_control() {
                ' '
            } else {
                character
            }
        })
        .collect()
}

#[derive(Serialize)]
pub struct DocumentV1<'a> {
    schema: &'static str,
    version: u32,
    /// Whether it is signed by somebody who may, and says of itself what is expected.
    verified: bool,
    file: &'a str,
    /// Of the bytes that were checked.
    sha256: &'a str,
    /// What the signature has to be for.
    namespace: &'static str,
    /// The signers file.
    signers: &'a str,
    /// The day for which the key has to be valid, and the export.
    date: &'a str,
    /// Present where the signature counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    signer: Option<SignerV1<'a>>,
    /// What the export says of itself; present where the signature counts and it is an export.
    #[serde(skip_serializing_if = "Option::is_none")]
    export: Option<ExportV1<'a>>,
    /// What was shown of what is hidden.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    disclosed: Vec<DisclosedV1<'a>>,
    /// Present where it is not verified, and only there.
    #[serde(skip_serializing_if = "Option::is_none")]
    refusal: Option<RefusalV1<'a>>,
}

#[derive(Serialize)]
struct SignerV1<'a> {
    principals: &'a [String],
    /// The fingerprint.
    key: String,
    /// The line of the signers file, from 1.
    line: usize,
}

#[derive(Serialize)]
struct ExportV1<'a> {
    issuer: &'a str,
    organization: NamedV1<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'a str>,
    /// Absent where it is for everybody.
    #[serde(skip_serializing_if = "Option::is_none")]
    audience: Option<NamedV1<'a>>,
    sequence: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<&'a str>,
    created: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_until: Option<String>,
    drafts: &'a str,
    hidden: Vec<HiddenV1<'a>>,
}

#[derive(Serialize)]
struct NamedV1<'a> {
    name: &'a str,
    title: &'a str,
}

#[derive(Serialize)]
struct HiddenV1<'a> {
    field: &'a str,
    /// How many values.
    values: usize,
}

#[derive(Serialize)]
struct DisclosedV1<'a> {
    path: &'a str,
    value: &'a Value,
}

#[derive(Serialize)]
struct RefusalV1<'a> {
    kind: &'static str,
    reason: &'a str,
}

impl<'a> ExportV1<'a> {
    fn new(export: &'a Export) -> Self {
        let (meta, organization) = (&export.meta, &export.organization);
        let audience = meta.audience.as_ref();
        let redactions = export.redactions.iter();
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
            drafts: &meta.drafts,
            hidden: redactions
                .map(|redaction| HiddenV1 {
                    field: &redaction.field,
                    values: redaction.hidden,
                })
                .collect(),
        }
    }
}
