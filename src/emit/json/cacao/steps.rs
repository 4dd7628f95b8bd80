//! What is done, in order (section 4).

use std::collections::BTreeMap;

use serde::Serialize;

use super::agents::Agent;
use super::dictionary::Dictionary;
use super::identifiers::Identifiers;
use xwalk_report::posture::{Playbook, Posture};

/// All steps of a playbook, and who carries them out.
pub(super) struct Workflow<'r> {
    /// The identifier of the first.
    pub start: String,
    pub steps: Dictionary<Step<'r>>,
    pub agents: Dictionary<Agent<'r>>,
}

/// A step: the start, an action, or the end.
#[derive(Serialize)]
pub(super) struct Step<'r> {
    #[serde(rename = "type")]
    kind: &'static str,
    name: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    /// The step after it; the end has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    on_completion: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    commands: Vec<Command<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agent: Option<String>,
}

/// What an action consists of: words, since the source has no more. The specification has `manual` for a human or a system
/// that acts on behalf of one (section 5.7); any other type would promise a call that can be run.
#[derive(Serialize)]
struct Command<'r> {
    #[serde(rename = "type")]
    kind: &'static str,
    command: &'r str,
}

impl<'r> Workflow<'r> {
    pub(super) fn of(
        playbook: &'r Playbook<'r>,
        posture: &'r Posture<'r>,
        identifiers: Identifiers,
    ) -> Self {
        let step = |kind: &str, key: &[&str]| {
            let key = [&[playbook.name], key].concat();
            identifiers.other(kind, &key)
        };
        let start = step("start", &[]);
        let end = step("end", &[]);
        let actions = actions(playbook, |key| step("action", key));
        let first = actions.first().unwrap_or(&end);
        let mut steps = vec![(
            start.clone(),
            Step {
                description: playbook.trigger.map(str::to_owned),
                ..Step::bare("start", "Start", Some(first.clone()))
            },
        )];
        let mut agents = Dictionary::default();
        let next = actions.iter().skip(1).chain([&end]);
        for ((declared, identifier), next) in playbook.steps.iter().zip(&actions).zip(next) {
            let (by, agent) = Agent::of(declared, posture, identifiers);
            let description = match declared.is_automated {
                true => format!("Automated: {} does it by itself.", agent.name()),
                false => format!("Manual: {} does it.", agent.name()),
            };
            agents.once(&by, || agent);
            steps.push((
                identifier.clone(),
                Step {
                    description: Some(description),
                    commands: vec![Command {
                        kind: "manual",
                        command: declared.title,
                    }],
                    agent: Some(by),
                    ..Step::bare("action", declared.title, Some(next.clone()))
                },
            ));
        }
        steps.push((end, Step::bare("end", "End", None)));
        Self {
            start,
            steps: steps.into(),
            agents,
        }
    }
}

impl<'r> Step<'r> {
    fn bare(kind: &'static str, name: &'r str, on_completion: Option<String>) -> Self {
        Self {
            kind,
            name,
            description: None,
            on_completion,
            commands: Vec::new(),
            agent: None,
        }
    }
}

/// The identifiers of the actions: by what is done, so that a step put in before others leaves them theirs, and by how many
/// steps before do the same.
fn actions(playbook: &Playbook<'_>, identifier: impl Fn(&[&str]) -> String) -> Vec<String> {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    let steps = playbook.steps.iter();
    steps
        .map(|step| {
            let before = times.entry(step.title).or_default();
            let number = before.to_string();
            *before += 1;
            identifier(&[step.title, &number])
        })
        .collect()
}
