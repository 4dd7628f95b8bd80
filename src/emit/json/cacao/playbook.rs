//! The document (section 3).

use serde::Serialize;

use super::agents::Agent;
use super::dictionary::Dictionary;
use super::identifiers::Identifiers;
use super::steps::{Step, Workflow};
use xwalk_report::Meta;
use xwalk_report::posture::{NamedControl, Organization, Playbook as Declared, Posture};

/// A playbook. Members are absent where the source has nothing to say about them; of those, `playbook_types` and
/// `playbook_activities` are for what each command is meant to bring about, which cannot be known from its words.
#[derive(Serialize)]
pub(super) struct Playbook<'r> {
    #[serde(rename = "type")]
    kind: &'static str,
    spec_version: &'static str,
    id: String,
    name: &'r str,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
    playbook_processing_summary: Processing,
    created_by: String,
    created: String,
    modified: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    industry_sectors: Option<[&'r str; 1]>,
    labels: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    external_references: Vec<Reference<'r>>,
    workflow_start: String,
    workflow: Dictionary<Step<'r>>,
    agent_definitions: Dictionary<Agent<'r>>,
}

/// What of the specification is used: nothing but steps in words.
#[derive(Serialize)]
struct Processing {
    manual_playbook: bool,
}

/// A control that the playbook supports.
#[derive(Serialize)]
struct Reference<'r> {
    name: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'r str>,
    external_id: &'r str,
}

impl<'r> Playbook<'r> {
    /// The playbooks of an organization that have steps, by name. One without steps cannot be written: there has to be an action
    /// (section 3.1).
    pub(super) fn all(
        posture: &'r Posture<'r>,
        meta: &'r Meta<'r>,
    ) -> impl Iterator<Item = (&'r str, Self)> {
        let times = Times::of(&posture.organization, meta);
        let playbooks = posture.preparedness.playbooks.iter();
        playbooks
            .filter(|playbook| !playbook.steps.is_empty())
            .map(move |playbook| {
                let document = Self::new(playbook, posture, &times);
                (playbook.name, document)
            })
    }

    fn new(playbook: &'r Declared<'r>, posture: &'r Posture<'r>, times: &Times) -> Self {
        let organization = &posture.organization;
        let identifiers = Identifiers::of(organization);
        let workflow = Workflow::of(playbook, posture, identifiers);
        let supports = playbook.supports.iter();
        let trigger = playbook
            .trigger
            .map(|trigger| format!("trigger: {trigger}"));
        Self {
            kind: "playbook",
            spec_version: "cacao-2.0",
            id: identifiers.playbook(playbook.name),
            name: playbook.title,
            description: description(playbook),
            playbook_processing_summary: Processing {
                manual_playbook: true,
            },
            created_by: identifiers.other("identity", &[]),
            created: times.created.clone(),
            modified: times.modified.clone(),
            industry_sectors: organization.sector.map(|sector| [sector]),
            labels: [playbook.name.to_owned()]
                .into_iter()
                .chain(trigger)
                .collect(),
            external_references: supports
                .map(|supports| Reference::new(&supports.control))
                .collect(),
            workflow_start: workflow.start,
            workflow: workflow.steps,
            agent_definitions: workflow.agents,
        }
    }
}

impl<'r> Reference<'r> {
    fn new(control: &'r NamedControl) -> Self {
        Self {
            name: control.named().framework.title(),
            description: Some(control.own_title()),
            external_id: control.identifier(),
        }
    }
}

/// When the playbooks of an organization came to be, and when they last changed, as far as is known.
struct Times {
    created: String,
    modified: String,
}

impl Times {
    /// The source says of no playbook when it was written, and this time must not change in later versions (section 3.1):
    /// so it is the day of the organization's earliest assessment. What was changed since the last export is not known
    /// either, so each is a new version.
    fn of(organization: &Organization<'_>, meta: &Meta<'_>) -> Self {
        let since = organization.assessed_since;
        let created = since.filter(|since| *since < meta.date);
        let midnight = |day: String| format!("{day}T00:00:00.000Z");
        Self {
            created: midnight(created.unwrap_or(meta.date).to_string()),
            modified: midnight(meta.date.to_string()),
        }
    }
}

/// What there is no other place for, one thing a line.
fn description(playbook: &Declared<'_>) -> String {
    let limit = |what, limit: Option<String>| limit.map(|limit| format!("{what} within {limit}."));
    let lines = [
        playbook.doc.map(str::to_owned),
        playbook
            .detector
            .map(|by| format!("Detected by: {}.", by.title)),
        playbook
            .executor
            .map(|by| format!("Carried out by: {}.", by.title)),
        limit(
            "To be detected",
            playbook.detect.map(|limit| limit.to_string()),
        ),
        limit(
            "To be responded to",
            playbook.respond.map(|limit| limit.to_string()),
        ),
        playbook
            .exercised
            .map(|day| format!("Last exercised on {day}.")),
    ];
    let lines: Vec<String> = lines.into_iter().flatten().collect();
    lines.join("\n")
}
