//! Who or what carries steps out (section 7).

use serde::Serialize;

use super::identifiers::Identifiers;
use xwalk_report::posture::{Declared, PlaybookStep, Posture};

/// Who or what carries steps out.
#[derive(Serialize)]
pub(super) struct Agent<'r> {
    #[serde(rename = "type")]
    kind: &'static str,
    name: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'r str>,
    /// What sort of technology it is; nothing for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<[&'r str; 1]>,
}

impl<'r> Agent<'r> {
    /// The agent of a step with its identifier. Where it is not declared, the organization stands for it, since every step
    /// has one.
    pub(super) fn of(
        step: &PlaybookStep<'r>,
        posture: &'r Posture<'r>,
        identifiers: Identifiers,
    ) -> (String, Self) {
        let declared = step.by.and_then(|by| match step.is_automated {
            true => Self::technology(by, posture),
            false => Some(Self::role(by)),
        });
        let agent = declared.unwrap_or(Self {
            kind: "organization",
            name: posture.organization.title,
            description: posture.organization.doc,
            category: None,
        });
        let key = step.by.map_or("", |by| by.name);
        (identifiers.other(agent.kind, &[key]), agent)
    }

    fn technology(by: Declared<'_>, posture: &'r Posture<'r>) -> Option<Self> {
        let mut technologies = posture.technology.technologies.iter();
        let technology = technologies.find(|technology| by == technology.name)?;
        Some(Self {
            kind: "security-category",
            name: technology.title,
            description: technology.doc,
            category: Some([category(technology.kind)]),
        })
    }

    /// A role may be one person or many; `group` says nothing about that, `individual` would.
    fn role(role: Declared<'r>) -> Self {
        Self {
            kind: "group",
            name: role.title,
            description: None,
            category: None,
        }
    }

    /// What it is called.
    pub(super) fn name(&self) -> &'r str {
        self.name
    }
}

/// The word of the vocabulary for a kind of technology (section 7.12); its own word where there is none, since the
/// vocabulary is an open one.
fn category(kind: &str) -> &str {
    match kind {
        "edr" | "xdr" | "antivirus" => "endpoint",
        "iam" | "pam" | "identity" => "aaa",
        "soar" => "orchestrator",
        "waf" | "ngfw" => "firewall",
        "ndr" | "nids" => "ids",
        "proxy" | "secure-web-gateway" | "email-security" | "mail-gateway" => "content-gateway",
        "itsm" => "ticketing",
        "threat-intelligence" => "tip",
        "ueba" => "analytics",
        other => other,
    }
}
