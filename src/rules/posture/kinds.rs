//! Kinds of technology: words that nobody knows, and kinds that are missing.

use super::{Context, Rule, assessed};
use crate::context::listed;
use xwalk_diagnostic::{Diagnostic, code, nearest};
use xwalk_model::posture::TechnologyKind;

code! {
    /// The kind of a technology is not in the list of known kinds.
    ///
    /// Technologies are listed, counted and exported by their kind, so a misspelt kind is listed separately, and is
    /// missing where it belongs. Kinds that are not in the list are written in quotation marks.
    ///
    /// The list: `antivirus`, `asset-management`, `backup`, `casb`, `cmdb`, `cspm`, `deception`, `dlp`, `edr`,
    /// `email-security`, `encryption`, `firewall`, `grc`, `hsm`, `iam`, `identity`, `ids`, `ips`, `itsm`,
    /// `key-management`, `log-management`, `mail-gateway`, `mdm`, `mfa`, `nac`, `ndr`, `network-monitoring`, `ngfw`,
    /// `nids`, `pam`, `patch-management`, `pki`, `proxy`, `sandbox`, `secrets-management`, `secure-web-gateway`,
    /// `siem`, `soar`, `sso`, `threat-intelligence`, `ticketing`, `ueba`, `vpn`, `vulnerability-management`, `waf`,
    /// `xdr`, `ztna`.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// technology siem "Security information and event management" {
    ///   kind  seim
    ///   feeds desk
    /// }
    /// technology desk "Signal desk" {
    ///   kind "signal desk"
    /// }
    /// ```
    ///
    /// Write a word from the list, or a kind of your own in quotation marks.
    UNKNOWN_KIND = "XW0841" "unknown-kind" Warning;

    /// Of the five kinds of technology that a security organization usually has, some are missing.
    ///
    /// They are a SIEM (`siem`), endpoint detection and response (`edr` or `xdr`), identity and access management (`iam` or
    /// `identity`), data loss prevention (`dlp`) and `vulnerability-management`. Perhaps another technology does their work,
    /// or a service that is not declared.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// organization acme "Acme" {
    ///   baseline iso-ts-27103@2026
    /// }
    /// technology edr "Endpoint detection and response" {
    ///   kind     edr
    ///   supports ID.AM.a, PR.PT.f, DE.CM.a, RS.MI.a, RC.RP.d
    ///   feeds    siem
    /// }
    /// technology siem "Security information and event management" {
    ///   kind     siem
    ///   supports ID.AM.a, PR.PT.f, DE.CM.a, RS.MI.a, RC.RP.d
    /// }
    /// assessment acme-2026 "Assessment 2026" of iso-ts-27103@2026 {
    ///   assessed      2026-09-30
    ///   achieved-from 3
    ///   ID.AM.a tier 2 -> 4
    /// }
    /// ```
    ///
    /// Declare the technology, or plan for it.
    MISSING_KINDS = "XW0842" "missing-kinds" Note;
}

pub(crate) const UNKNOWN: Rule = Rule {
    code: UNKNOWN_KIND,
    check: unknown,
};
pub(crate) const MISSING: Rule = Rule {
    code: MISSING_KINDS,
    check: missing,
};

fn unknown(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let technologies = context.model.posture.technologies.iter();
    let found = technologies.filter_map(|(_, technology)| {
        let kind = &technology.kind;
        if kind.is_quoted || kind.is_known() {
            return None;
        }
        let message = format!(
            "`{}` is not a known kind of technology, for `{}`",
            kind.word, technology.name
        );
        let own = format!(
            "write a kind of your own in quotation marks: `kind \"{}\"`",
            kind.word
        );
        let help = match nearest(&kind.word, TechnologyKind::KNOWN.iter().copied()) {
            Some(near) => format!("write `{near}` if that is meant; {own}"),
            None => format!("{own}; known are {}", TechnologyKind::KNOWN.join(", ")),
        };
        Some(Diagnostic::new(UNKNOWN_KIND, technology.kind_place, message).help(help))
    });
    found.collect()
}

fn missing(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let posture = &context.model.posture;
    let found = assessed(posture).filter_map(|id| {
        posture.of(&posture.technologies, id).next()?;
        let is_there = |words: &[&str]| {
            let mut technologies = posture.of(&posture.technologies, id);
            technologies.any(|(_, technology)| words.contains(&&*technology.kind.word))
        };
        let usual = TechnologyKind::USUAL.iter();
        let missing: Vec<String> = usual
            .filter(|(_, words)| !is_there(words))
            .map(|(name, _)| (*name).to_owned())
            .collect();
        let (is, kind) = match missing.len() {
            0 => return None,
            1 => ("is", "that kind"),
            _ => ("are", "each kind"),
        };
        let organization = &posture.organizations[id];
        let message = format!(
            "of the usual kinds of technology, {} {is} missing in `{}`",
            listed(missing.into_iter()),
            organization.name
        );
        Some(
            Diagnostic::new(MISSING_KINDS, organization.place, message).help(format!(
                "declare a `technology` of {kind}, or plan for one; turn this off where something else does the work"
            )),
        )
    });
    found.collect()
}
