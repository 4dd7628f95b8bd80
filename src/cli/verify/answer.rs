//! The answer of `verify`, for people.

use std::path::Path;

use crate::export::{Drafts, Export};
use crate::findings::one_line;
use crate::held_back;
use xwalk_redaction::Disclosure;
use xwalk_seal::Signer;

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

    /// What an export says about itself.
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
        let drafts = match meta.drafts {
            Drafts::Allowed => "allowed: verdicts may rest on rows that nobody has reviewed",
            Drafts::HeldBack => "held back",
        };
        let accepted = export.accepted_mappings();
        match (meta.drafts, accepted.is_empty()) {
            (Drafts::HeldBack, false) => {
                let mappings = accepted.join(", ");
                line(
                    "drafts",
                    &format!("{drafts}, but counted of mappings that it accepts: {mappings}"),
                );
            }
            _ => line("drafts", drafts),
        }
        for held_back in held_back::lines(export) {
            line("", &held_back);
        }
        let hidden = export.redactions.iter();
        let hidden: Vec<String> = hidden
            .map(|redaction| format!("{} ({})", redaction.field, redaction.hidden))
            .collect();
        if !hidden.is_empty() {
            line("hidden", &hidden.join(", "));
        }
    }
}
