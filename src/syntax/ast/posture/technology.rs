//! `technology` and `playbook`.

use std::borrow::Cow;

use super::Heading;
use crate::ast::{ControlRef, Date, Duration, Name, Spanned, SupportProperty, Text};
use xwalk_source::Span;

/// A technology as declared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Technology<'s> {
    /// Name, title, organization.
    pub head: Heading<'s>,
    /// `kind siem`, or `kind "signal desk"`.
    pub kind: Option<Spanned<TechnologyKind<'s>>>,
    /// `supports DE.AE.a, DE.CM.a integral-to`.
    pub supports: Vec<Supports<'s>>,
    /// `feeds TECHNOLOGY, …`.
    pub feeds: Vec<Name<'s>>,
}

/// What kind of technology something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TechnologyKind<'s> {
    /// The word.
    pub word: Cow<'s, str>,
    /// Whether it is in quotation marks: a kind of the author's own.
    pub is_quoted: bool,
}

impl TechnologyKind<'_> {
    /// The words that need no quotation marks, in order.
    pub const KNOWN: &'static [&'static str] = &[
        "antivirus",
        "asset-management",
        "backup",
        "casb",
        "cmdb",
        "cspm",
        "deception",
        "dlp",
        "edr",
        "email-security",
        "encryption",
        "firewall",
        "grc",
        "hsm",
        "iam",
        "identity",
        "ids",
        "ips",
        "itsm",
        "key-management",
        "log-management",
        "mail-gateway",
        "mdm",
        "mfa",
        "nac",
        "ndr",
        "network-monitoring",
        "ngfw",
        "nids",
        "pam",
        "patch-management",
        "pki",
        "proxy",
        "sandbox",
        "secrets-management",
        "secure-web-gateway",
        "siem",
        "soar",
        "sso",
        "threat-intelligence",
        "ticketing",
        "ueba",
        "vpn",
        "vulnerability-management",
        "waf",
        "xdr",
        "ztna",
    ];

    /// The kinds that a security organization usually has: what people call them, and the words for them.
    pub const USUAL: &'static [(&'static str, &'static [&'static str])] = &[
        ("SIEM", &["siem"]),
        ("EDR", &["edr", "xdr"]),
        ("IAM", &["iam", "identity"]),
        ("DLP", &["dlp"]),
        ("vulnerability management", &["vulnerability-management"]),
    ];

    /// Whether the word is in the list.
    #[must_use]
    pub fn is_known(&self) -> bool {
        Self::KNOWN.contains(&&*self.word)
    }
}

/// A control that something supports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supports<'s> {
    /// The control.
    pub control: ControlRef<'s>,
    /// `example-of`, `integral-to` or `precedes`, where it is said.
    pub property: Option<SupportProperty>,
}

/// What is done when something happens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Playbook<'s> {
    /// Name, title, organization.
    pub head: Heading<'s>,
    /// `trigger "…"`.
    pub trigger: Option<Text<'s>>,
    /// `detector TECHNOLOGY`.
    pub detector: Option<Name<'s>>,
    /// `executor TECHNOLOGY`.
    pub executor: Option<Name<'s>>,
    /// `supports RS.RP.a, …`.
    pub supports: Vec<Supports<'s>>,
    /// `step "…" automated by TECHNOLOGY`, `step "…" manual by ROLE`, in order.
    pub steps: Vec<PlaybookStep<'s>>,
    /// `exercised DATE`: when it was last exercised.
    pub exercised: Option<Spanned<Date>>,
    /// `detect within 15min`.
    pub detect: Option<Spanned<Duration>>,
    /// `respond within 4h`.
    pub respond: Option<Spanned<Duration>>,
    /// `measured "incidents.csv" occurred "…" detected "…" responded "…"`.
    pub measured: Option<Measured<'s>>,
}

/// A step of a playbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaybookStep<'s> {
    /// The whole entry.
    pub span: Span,
    /// What is done.
    pub title: Text<'s>,
    /// Who or what does it.
    pub by: Agent<'s>,
}

/// Who or what does a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Agent<'s> {
    /// `automated by TECHNOLOGY`.
    Automated(Name<'s>),
    /// `manual by ROLE`.
    Manual(Name<'s>),
}

/// A file of incidents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured<'s> {
    /// The file, relative to the one that names it.
    pub file: Text<'s>,
    /// What its columns are called.
    pub columns: Columns<Text<'s>>,
}

/// The columns of a file of incidents, each a point of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns<T> {
    /// When the incident began.
    pub occurred: T,
    /// When it was noticed.
    pub detected: T,
    /// When the response was complete.
    pub responded: T,
}
