//! Playbooks as CACAO 2.0 documents, checked by what the specification asks for.

mod checker;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tempfile::TempDir;

use self::checker::faults;
use crate::program::{write, xwalk};

const WORKSPACE: &str = r#"
framework house@1 "House rules" {
  levels function > control
  tiers  1 "Weak", 2 "Good"
  RS "Respond" {
    RS-1 "Contain"
    RS-2 "Inform"
  }
}
"#;

/// Makes something of a sound document wrong.
type Breaking<'a> = Box<dyn Fn(&mut Value) + 'a>;

/// What an organization has to say; `steps` stand in its one playbook.
fn organization(name: &str, steps: &str) -> String {
    format!(
        r#"
organization {name} "House of {name}" {{
  sector   healthcare
  baseline house@1
}}
role desk "Front desk" for {name} {{
  represents it
}}
technology agent "Endpoint agent" for {name} {{
  kind edr
}}
playbook contain "Containment" for {name} {{
  trigger   "A \"bad\" verdict"
  detector  agent
  supports  RS-1
  exercised 2026-05-11
  respond   within 4h
{steps}}}
assessment before of house@1 for {name} {{
  assessed 2025-01-31
  achieved-from 2
  RS-1 tier 1
}}
assessment now of house@1 for {name} {{
  assessed 2026-01-31
  achieved-from 2
  RS-1 tier 2
}}
"#
    )
}

const STEPS: &str = r#"
  step "Isolate the host" automated by agent
  step "Call" manual by desk
  step "Call" manual by desk
"#;

/// The documents that are written of these texts on a day, by their paths.
fn documents(texts: &[&str], day: &str) -> Vec<(String, Value)> {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    for (number, text) in texts.iter().enumerate() {
        write(folder.path(), &format!("{number}.xwalk"), text);
    }
    let build = ["build", "-q", "--emit", "cacao", "-o", "out", "--date", day];
    xwalk(folder.path(), &build).ended(0);
    let mut found = Vec::new();
    let mut folders = vec![folder.path().join("out")];
    while let Some(inner) = folders.pop() {
        for entry in std::fs::read_dir(&inner).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.parent() != Some(&folder.path().join("out")) {
                let name = path.strip_prefix(folder.path().join("out")).unwrap();
                let bytes = std::fs::read(&path).unwrap();
                assert!(bytes.ends_with(b"}\n"));
                let name = name.to_str().unwrap().replace('\\', "/");
                found.push((name, serde_json::from_slice(&bytes).unwrap()));
            }
        }
    }
    found.sort_by(|one, other| one.0.cmp(&other.0));
    found
}

fn document(texts: &[&str], day: &str) -> Value {
    let mut found = documents(texts, day);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0).1
}

/// The actions in the order in which they are done, each with its identifier.
fn actions(document: &Value) -> Vec<(String, Value)> {
    let mut actions = Vec::new();
    let mut at = document["workflow_start"].as_str().unwrap().to_owned();
    while let Some(step) = document["workflow"].get(&at) {
        if step["type"] == "action" {
            actions.push((at, step.clone()));
        }
        let Some(next) = step["on_completion"].as_str() else {
            break;
        };
        at = next.to_owned();
    }
    actions
}

#[test]
fn every_playbook_of_the_example_is_a_sound_document_that_says_what_the_text_says() {
    let folder = TempDir::new().unwrap();
    xwalk(folder.path(), &["init", "--posture"]).ended(0);
    let build = ["build", "-q", "--emit", "cacao", "--date", "2026-11-24"];
    xwalk(folder.path(), &build).ended(0);
    let source = std::fs::read_to_string(folder.path().join("playbooks.xwalk")).unwrap();
    let mut names = Vec::new();
    // The oracle reads the text by its lines, and knows nothing of the compiler.
    for block in source.split("\nplaybook ").skip(1) {
        let (name, rest) = block.split_once(' ').unwrap();
        let path = folder.path().join(format!("out/cacao/{name}.json"));
        let document: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        assert_eq!(faults(&document), Vec::<String>::new(), "{name}");
        assert_eq!(document["name"], rest.split('"').nth(1).unwrap());
        let steps = rest
            .lines()
            .filter_map(|line| line.trim().strip_prefix("step "));
        let said: Vec<(&str, bool)> = steps
            .map(|step| {
                (
                    step.split('"').nth(1).unwrap(),
                    step.contains(" automated by "),
                )
            })
            .collect();
        let told = actions(&document);
        let told: Vec<(&str, bool)> = told
            .iter()
            .map(|(_, step)| {
                let agent = step["agent"].as_str().unwrap();
                assert_eq!(step["name"], step["commands"][0]["command"]);
                (
                    step["name"].as_str().unwrap(),
                    agent.starts_with("security-category--"),
                )
            })
            .collect();
        assert!(!said.is_empty());
        assert_eq!(said, told, "{name}");
        names.push(format!("{name}.json"));
    }
    let written = std::fs::read_dir(folder.path().join("out/cacao")).unwrap();
    assert_eq!(names.len(), 5);
    assert_eq!(written.count(), names.len());
}

#[test]
fn a_document_says_who_when_and_what_it_is_for() {
    let text = organization("acme", STEPS);
    let document = document(&[WORKSPACE, &text], "2026-11-24");
    assert_eq!(faults(&document), Vec::<String>::new());
    assert_eq!(document["created"], "2025-01-31T00:00:00.000Z");
    assert_eq!(document["modified"], "2026-11-24T00:00:00.000Z");
    assert_eq!(document["industry_sectors"], json!(["healthcare"]));
    assert_eq!(
        document["labels"],
        json!(["contain", "trigger: A \"bad\" verdict"])
    );
    assert_eq!(
        document["description"],
        "Detected by: Endpoint agent.\nTo be responded to within 4h.\nLast exercised on 2026-05-11."
    );
    assert_eq!(
        document["external_references"],
        json!([{"name": "House rules", "description": "Contain", "external_id": "RS-1"}])
    );
    let actions = actions(&document);
    let agent =
        |at: usize| &document["agent_definitions"][actions[at].1["agent"].as_str().unwrap()];
    assert_eq!(
        *agent(0),
        json!({"type": "security-category", "name": "Endpoint agent", "category": ["endpoint"]})
    );
    assert_eq!(*agent(1), json!({"type": "group", "name": "Front desk"}));
    assert_eq!(actions[1].1["agent"], actions[2].1["agent"]);
}

#[test]
fn identifiers_stay_while_steps_are_put_in_days_pass_and_files_are_reordered() {
    let text = organization("acme", STEPS);
    let first = document(&[WORKSPACE, &text], "2026-11-24");
    let mut later = document(&[&text, WORKSPACE], "2027-11-24");
    assert_ne!(first["modified"], later["modified"]);
    later["modified"] = first["modified"].clone();
    assert_eq!(first, later);

    let more = format!("  step \"Breathe\" manual by desk\n{STEPS}");
    let longer = document(&[WORKSPACE, &organization("acme", &more)], "2026-11-24");
    let identifiers = |document: &Value| -> BTreeSet<String> {
        actions(document).into_iter().map(|(id, _)| id).collect()
    };
    assert_eq!(first["id"], longer["id"]);
    assert_eq!(identifiers(&longer).len(), 4);
    assert!(identifiers(&longer).is_superset(&identifiers(&first)));
}

#[test]
fn organizations_have_folders_and_identifiers_of_their_own() {
    let [one, other] = ["acme", "shop"].map(|name| organization(name, STEPS));
    let found = documents(&[WORKSPACE, &one, &other], "2026-11-24");
    let paths: Vec<&str> = found.iter().map(|(path, _)| &**path).collect();
    assert_eq!(
        paths,
        ["cacao/acme/contain.json", "cacao/shop/contain.json"]
    );
    for member in ["id", "created_by", "workflow_start"] {
        assert_ne!(found[0].1[member], found[1].1[member], "{member}");
    }
}

#[test]
fn a_playbook_without_steps_has_no_document() {
    let text = organization("acme", "");
    assert_eq!(documents(&[WORKSPACE, &text], "2026-11-24"), []);
}

#[test]
fn the_checker_finds_what_is_wrong() {
    let sound = document(&[WORKSPACE, &organization("acme", STEPS)], "2026-11-24");
    let first = actions(&sound)[0].0.clone();
    let third = actions(&sound)[2].0.clone();
    let breaking: [(&str, Breaking<'_>); 12] = [
        (
            "misses created",
            Box::new(|it| drop(it.as_object_mut().unwrap().remove("created"))),
        ),
        (
            "does not know colour",
            Box::new(|it| it["colour"] = json!("red")),
        ),
        (
            "is no playbook",
            Box::new(|it| it["id"] = json!("playbook--1")),
        ),
        (
            "is no time",
            Box::new(|it| it["modified"] = json!("2026-11-24")),
        ),
        (
            "changed before",
            Box::new(|it| it["modified"] = json!("2001-11-24T00:00:00.000Z")),
        ),
        (
            "needs activities",
            Box::new(|it| it["playbook_types"] = json!(["mitigation"])),
        ),
        (
            "does not begin",
            Box::new(|it| it["workflow_start"] = it["id"].clone()),
        ),
        (
            "leads nowhere",
            Box::new(|it| it["workflow"][&first]["on_completion"] = json!("x")),
        ),
        (
            "is not reached",
            Box::new(|it| it["workflow"][&first]["on_completion"] = json!(third)),
        ),
        (
            "has no commands",
            Box::new(|it| it["workflow"][&first]["commands"] = json!([])),
        ),
        (
            "has no agent",
            Box::new(|it| it["workflow"][&first]["agent"] = json!("group--x")),
        ),
        (
            "has no category",
            Box::new(|it| {
                for agent in it["agent_definitions"]
                    .as_object_mut()
                    .unwrap()
                    .values_mut()
                {
                    agent.as_object_mut().unwrap().remove("category");
                }
            }),
        ),
    ];
    for (fault, make) in breaking {
        let mut broken = sound.clone();
        make(&mut broken);
        let found = faults(&broken);
        assert!(
            found.iter().any(|found| found.contains(fault)),
            "{fault}: {found:?}"
        );
    }
}
