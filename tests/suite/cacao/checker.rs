//! What CACAO Security Playbooks Version 2.0 asks of a document, as far as `xwalk` uses it, written from the specification
//! and not from what writes the documents. Members that are not named here are faults, since nothing writes them.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// The members of the document: all known, and those that it must have (section 3.1).
const MEMBERS: &[&str] = &[
    "type",
    "spec_version",
    "id",
    "name",
    "description",
    "playbook_types",
    "playbook_activities",
    "playbook_processing_summary",
    "created_by",
    "created",
    "modified",
    "revoked",
    "valid_from",
    "valid_until",
    "derived_from",
    "related_to",
    "priority",
    "severity",
    "impact",
    "industry_sectors",
    "labels",
    "external_references",
    "markings",
    "playbook_variables",
    "workflow_start",
    "workflow_exception",
    "workflow",
    "agent_definitions",
    "target_definitions",
];
const REQUIRED: &[&str] = &[
    "type",
    "spec_version",
    "id",
    "name",
    "created_by",
    "created",
    "modified",
    "workflow_start",
    "workflow",
];
/// Members of every step (section 4.1), and those of an action besides (section 4.5).
const OF_STEPS: &[&str] = &[
    "type",
    "name",
    "description",
    "external_references",
    "on_completion",
];
const OF_ACTIONS: &[&str] = &["commands", "agent", "targets"];
/// Members of every agent (section 7.1).
const OF_AGENTS: &[&str] = &["type", "name", "description"];

/// What is wrong with a document, in words.
pub fn faults(document: &Value) -> Vec<String> {
    let mut check = Checker::default();
    check.document(document);
    check.0
}

#[derive(Default)]
struct Checker(Vec<String>);

impl Checker {
    fn expect(&mut self, holds: bool, otherwise: impl Into<String>) {
        if !holds {
            self.0.push(otherwise.into());
        }
    }

    fn members(
        &mut self,
        what: &str,
        object: &Map<String, Value>,
        known: &[&[&str]],
        needed: &[&str],
    ) {
        for (name, value) in object {
            let is_known = known.iter().any(|known| known.contains(&&**name));
            self.expect(is_known, format!("{what} does not know {name}"));
            self.expect(!value.is_null(), format!("{what} has null at {name}"));
            let empty = value.as_array().is_some_and(Vec::is_empty);
            self.expect(!empty, format!("{what} has no {name}"));
        }
        for name in needed {
            self.expect(object.contains_key(*name), format!("{what} misses {name}"));
        }
    }

    fn document(&mut self, document: &Value) {
        let Some(object) = document.as_object() else {
            return self.expect(false, "it is no object");
        };
        self.members("the playbook", object, &[MEMBERS], REQUIRED);
        self.expect(document["type"] == "playbook", "the type is another");
        self.expect(
            document["spec_version"] == "cacao-2.0",
            "the version is another",
        );
        self.identifier(&document["id"], "playbook", &['4', '5']);
        self.identifier(&document["created_by"], "identity", &['4', '5']);
        let [created, modified] = ["created", "modified"].map(|name| self.time(&document[name]));
        self.expect(created <= modified, "it was changed before it was created");
        if object.contains_key("playbook_types") {
            let is_named = object.contains_key("playbook_activities");
            self.expect(is_named, "playbook_types needs activities");
        }
        self.references(&document["external_references"]);
        self.workflow(document);
        self.uniqueness(document);
    }

    /// `type--UUID` (section 10.10), of one of these versions.
    fn identifier(&mut self, value: &Value, kind: &str, versions: &[char]) {
        let text = value.as_str().unwrap_or_default();
        let uuid = text
            .strip_prefix(kind)
            .and_then(|rest| rest.strip_prefix("--"));
        let digits: Vec<char> = uuid.unwrap_or_default().chars().collect();
        let form = digits.len() == 36
            && digits.iter().enumerate().all(|(at, digit)| match at {
                8 | 13 | 18 | 23 => *digit == '-',
                14 => versions.contains(digit),
                19 => "89ab".contains(*digit),
                _ => matches!(digit, '0'..='9' | 'a'..='f'),
            });
        self.expect(form, format!("`{text}` is no {kind}"));
    }

    /// A time in UTC, to the millisecond (section 3.1).
    fn time<'v>(&mut self, value: &'v Value) -> &'v str {
        let text = value.as_str().unwrap_or_default();
        let shape: String = text
            .chars()
            .map(|it| if it.is_ascii_digit() { '0' } else { it })
            .collect();
        let form = shape == "0000-00-00T00:00:00.000Z";
        self.expect(form, format!("`{text}` is no time"));
        text
    }

    /// A name, and something besides by which it is found (section 10.9).
    fn references(&mut self, references: &Value) {
        for reference in references.as_array().into_iter().flatten() {
            let object = reference.as_object().unwrap();
            let besides = [
                "description",
                "source",
                "url",
                "external_id",
                "reference_id",
            ];
            self.members("a reference", object, &[&["name"], &besides], &["name"]);
            let says = besides.iter().any(|name| object.contains_key(*name));
            self.expect(says, "a reference says nothing");
        }
    }

    fn workflow(&mut self, document: &Value) {
        let none = Map::new();
        let steps = document["workflow"].as_object().unwrap_or(&none);
        let agents = document["agent_definitions"].as_object().unwrap_or(&none);
        let mut used = BTreeSet::new();
        for (id, step) in steps {
            let kind = step["type"].as_str().unwrap_or_default();
            self.identifier(&Value::from(&**id), kind, &['4']);
            let object = step.as_object().unwrap();
            let next = step["on_completion"].as_str();
            let leads = next.is_none_or(|next| steps.contains_key(next));
            self.expect(leads, format!("{id} leads nowhere"));
            match kind {
                "start" => self.members(id, object, &[OF_STEPS], &["type", "on_completion"]),
                "end" => {
                    self.members(id, object, &[OF_STEPS], &["type"]);
                    self.expect(next.is_none(), format!("{id} is not the end"));
                }
                "action" => {
                    let needed = ["type", "commands", "agent", "on_completion"];
                    self.members(id, object, &[OF_STEPS, OF_ACTIONS], &needed);
                    self.commands(id, &step["commands"]);
                    let agent = step["agent"].as_str().unwrap_or_default();
                    self.expect(agents.contains_key(agent), format!("{id} has no agent"));
                    used.insert(agent);
                }
                other => self.expect(false, format!("{id} is a {other}")),
            }
        }
        for (id, agent) in agents {
            self.agent(id, agent);
            self.expect(used.contains(&**id), format!("{id} does nothing"));
        }
        self.way(document, steps);
    }

    /// From the start every step is reached, once, and the last is the end; at least one of them is an action.
    fn way(&mut self, document: &Value, steps: &Map<String, Value>) {
        let mut reached = BTreeSet::new();
        let mut at = document["workflow_start"].as_str().unwrap_or_default();
        let start = steps.get(at).map(|step| &step["type"]);
        self.expect(
            start == Some(&Value::from("start")),
            "it does not begin at a start",
        );
        let mut last = "";
        while let Some(step) = steps.get(at) {
            if !reached.insert(at) {
                return self.expect(false, format!("{at} comes twice"));
            }
            last = step["type"].as_str().unwrap_or_default();
            at = step["on_completion"].as_str().unwrap_or_default();
        }
        self.expect(last == "end", "it does not end at an end");
        for id in steps.keys() {
            self.expect(reached.contains(&**id), format!("{id} is not reached"));
        }
        let acts = steps.values().any(|step| step["type"] == "action");
        self.expect(acts, "nothing is done");
    }

    /// Section 5.1; a manual command has its words (section 5.7).
    fn commands(&mut self, id: &str, commands: &Value) {
        for command in commands.as_array().into_iter().flatten() {
            let object = command.as_object().unwrap();
            let known: &[&str] = &["type", "command", "description", "playbook_activity"];
            self.members(id, object, &[known], &["type", "command"]);
            self.expect(
                command["type"] == "manual",
                format!("{id} is no manual command"),
            );
            let words = command["command"].as_str().unwrap_or_default();
            self.expect(!words.is_empty(), format!("{id} says nothing"));
        }
    }

    /// Section 7; people have nothing but their name, technology its categories (section 7.12).
    fn agent(&mut self, id: &str, agent: &Value) {
        let kind = agent["type"].as_str().unwrap_or_default();
        self.identifier(&Value::from(id), kind, &['4', '5']);
        let object = agent.as_object().unwrap();
        match kind {
            "group" | "individual" | "organization" => {
                self.members(id, object, &[OF_AGENTS], &["type", "name"]);
            }
            "security-category" => {
                self.members(id, object, &[OF_AGENTS, &["category"]], &["type", "name"]);
                let named = agent["category"]
                    .as_array()
                    .is_some_and(|it| !it.is_empty());
                self.expect(named, format!("{id} has no category"));
            }
            other => self.expect(false, format!("{id} is a {other}")),
        }
    }

    /// No two objects have the same UUID, whatever their types (section 10.10).
    fn uniqueness(&mut self, document: &Value) {
        let mut seen = BTreeSet::new();
        let own = [&document["id"], &document["created_by"]];
        let keys = ["workflow", "agent_definitions"].map(|of| document[of].as_object());
        let keys = keys
            .into_iter()
            .flatten()
            .flat_map(Map::keys)
            .map(|key| &**key);
        for id in own.into_iter().filter_map(Value::as_str).chain(keys) {
            let uuid = id.split_once("--").map(|(_, uuid)| uuid);
            self.expect(seen.insert(uuid), format!("{id} is not the only one"));
        }
    }
}
