//! The JSON documents that programs may rely on: their list, their schemas, and their pages.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::{Value, json};
use tempfile::TempDir;
use xwalk::cli::{CONTRACTS, Contract};

use crate::harness::{all_well, compare, fences, path};
use crate::json::reference;
use crate::program::{Run, write, xwalk};
use crate::seal::{Forger, POSTURE, signers_file};

static VALIDATORS: LazyLock<BTreeMap<&str, Validator>> = LazyLock::new(|| {
    let validator = |contract: &Contract| jsonschema::validator_for(&schema(contract)).unwrap();
    let contracts = CONTRACTS.iter();
    contracts
        .map(|contract| (contract.name, validator(contract)))
        .collect()
});

fn schema(contract: &Contract) -> Value {
    serde_json::from_str(contract.schema).unwrap()
}

/// The schema of a document, by its name on the command line.
pub fn schema_named(name: &str) -> Value {
    let mut contracts = CONTRACTS.iter();
    let contract = contracts.find(|contract| contract.short() == name);
    schema(contract.unwrap_or_else(|| panic!("there is no document `{name}`")))
}

/// The documents that commands answer with, each of which has a page of its own.
fn answers() -> impl Iterator<Item = &'static Contract> {
    let contracts = CONTRACTS.iter();
    contracts.filter(|contract| contract.page.starts_with("docs/answers/"))
}

/// What is wrong with a document by the schema that it names; nothing where it names none, as SARIF and schemas do.
fn wrong(document: &Value) -> Vec<String> {
    let name = document["schema"].as_str();
    let errors = name.map(|name| VALIDATORS[name].iter_errors(document));
    let errors = errors.into_iter().flatten();
    errors
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

/// Holds what a run printed against the schema that it names. All runs of the suite come by here.
pub fn hold(out: &str) {
    if !out.starts_with('{') {
        return;
    }
    let Ok(document) = serde_json::from_str::<Value>(out) else {
        return;
    };
    assert_eq!(wrong(&document), Vec::<String>::new(), "{out}");
}

#[test]
fn every_document_is_listed_on_a_line_and_its_schema_is_printed_by_both_names() {
    let folder = TempDir::new().unwrap();
    let list = xwalk(folder.path(), &["schema"]).ended(0).out;
    assert_eq!(list.lines().count(), CONTRACTS.len(), "{list}");
    for (contract, line) in CONTRACTS.iter().zip(list.lines()) {
        let form = format!("{} {}", contract.name, contract.version);
        assert!(line.starts_with(contract.short()), "{line}");
        assert!(
            line.contains(&form) && line.ends_with(contract.about),
            "{line}"
        );
        let short = xwalk(folder.path(), &["schema", contract.short()]).ended(0);
        let long = xwalk(folder.path(), &["schema", contract.name]).ended(0);
        assert_eq!(short.out, long.out);
        assert_eq!(short.json(), schema(contract));
        let page = std::fs::read_to_string(path(contract.page)).unwrap();
        assert!(page.contains(contract.short()), "{}", contract.page);
    }
    let unknown = xwalk(folder.path(), &["schema", "coverages"]).ended(2);
    assert!(
        unknown.err.contains("the nearest is `coverage`"),
        "{}",
        unknown.err
    );
}

#[test]
fn schemas_name_the_version_and_say_of_every_member_what_it_is() {
    let diagnostics = CONTRACTS.iter();
    let diagnostics = diagnostics.filter(|contract| contract.name == "xwalk-diagnostics");
    for contract in answers().chain(diagnostics) {
        let schema = schema(contract);
        let members = &schema["properties"];
        assert_eq!(members["schema"]["const"], *contract.name);
        assert_eq!(members["version"]["const"], contract.version);
        let defined = schema["$defs"].as_object().into_iter().flatten();
        for (name, object) in defined.chain([(&"Document".to_owned(), &schema)]) {
            let name = format!("{} {name}", contract.name);
            assert!(object["description"].is_string(), "{name}");
            let Some(members) = object["properties"].as_object() else {
                continue;
            };
            assert_eq!(object["additionalProperties"], json!(false), "{name}");
            for (member, schema) in members {
                assert!(schema["description"].is_string(), "{name}.{member}");
            }
        }
    }
}

/// The workspace of the examples, with an export, its signature and the signers.
fn workspace() -> TempDir {
    let folder = TempDir::new().unwrap();
    let page = std::fs::read_to_string(path("docs/answers/README.md")).unwrap();
    let sources = fences(&page);
    let sources = sources.iter().filter(|fence| fence.info == "xwalk");
    let sources: Vec<&str> = sources.map(|fence| fence.text.as_str()).collect();
    write(folder.path(), "xwalk.toml", "");
    write(folder.path(), "example.xwalk", &sources.concat());
    std::fs::write(folder.path().join("posture.json"), POSTURE).unwrap();
    write(folder.path(), "posture.json.sig", &Forger::sound().text());
    write(folder.path(), "signers", &signers_file());
    folder
}

/// What the program answers to the command of a page.
fn answered(folder: &TempDir, command: &str) -> Run {
    let words: Vec<&str> = command.split_whitespace().collect();
    assert_eq!(words[..2], ["$", "xwalk"], "{command}");
    xwalk(folder.path(), &words[2..]).ended(0)
}

/// A page as it should be: below each command what the program answers, and at the end what the schema says.
fn page(folder: &TempDir, contract: &Contract, page: &str) -> String {
    let (text, _) = page.split_once("## Reference\n\n").unwrap();
    let mut made = String::new();
    let mut command = None;
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        writeln!(made, "{line}").unwrap();
        if line.starts_with("$ xwalk ") {
            command = Some(line);
        } else if line == "```json" {
            made += &answered(folder, command.take().unwrap()).out;
            let _before = lines.find(|line| *line == "```");
            made += "```\n";
        }
    }
    made + "## Reference\n\n" + &reference(&schema(contract))
}

#[test]
fn the_pages_show_what_the_program_answers_and_what_the_schemas_say() {
    let folder = workspace();
    all_well(answers().filter_map(|contract| {
        let path = path(contract.page);
        let before = std::fs::read_to_string(&path).unwrap();
        compare(&path, &page(&folder, contract, &before)).err()
    }));
}

/// The places of a document, each with the schema that describes it.
fn places(root: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<(String, Value)>) {
    let mut schema = schema;
    if let Some(name) = schema["$ref"].as_str() {
        schema = root.pointer(name.trim_start_matches('#')).unwrap();
    }
    found.push((at.to_owned(), schema.clone()));
    if let (Some(members), Some(described)) = (value.as_object(), schema["properties"].as_object())
    {
        for (name, member) in members {
            places(
                root,
                &described[name],
                member,
                &format!("{at}/{name}"),
                found,
            );
        }
    } else if let Some(members) = value.as_object() {
        let each = each(schema);
        for (name, member) in members {
            places(root, each, member, &format!("{at}/{name}"), found);
        }
    }
    for (number, item) in value.as_array().into_iter().flatten().enumerate() {
        places(
            root,
            &schema["items"],
            item,
            &format!("{at}/{number}"),
            found,
        );
    }
}

/// What describes every member of an object whose members have names of their own; null where anything may stand.
fn each(schema: &Value) -> &Value {
    let by_pattern = schema["patternProperties"].as_object();
    let by_pattern = by_pattern.and_then(|patterns| patterns.values().next());
    by_pattern.unwrap_or(&schema["additionalProperties"])
}

/// The document with something else at a place.
fn altered(document: &Value, at: &str, alter: impl FnOnce(&mut Value)) -> Value {
    let mut document = document.clone();
    alter(document.pointer_mut(at).unwrap());
    document
}

#[test]
fn shells_offer_the_names_of_the_documents() {
    let folder = TempDir::new().unwrap();
    for shell in ["bash", "zsh"] {
        let script = xwalk(folder.path(), &["completions", shell]).ended(0).out;
        for contract in CONTRACTS {
            assert!(
                script.contains(contract.short()),
                "{shell} {}",
                contract.name
            );
        }
    }
}

#[test]
fn what_a_schema_does_not_describe_is_refused() {
    let folder = workspace();
    for contract in answers() {
        let schema = schema(contract);
        let text = std::fs::read_to_string(path(contract.page)).unwrap();
        let examples = fences(&text);
        let mut planted = [0; 3];
        for example in examples.iter().filter(|fence| fence.info == "console") {
            let document = answered(&folder, example.text.trim()).json();
            let mut found = Vec::new();
            places(&schema, &schema, &document, "", &mut found);
            let mut refuse = |kind: usize, at: &str, document: &Value| {
                // A document that names another form or version is not even read.
                let errors = VALIDATORS[contract.name].iter_errors(document).count();
                assert!(errors > 0, "{} {at}: {document:#}", contract.name);
                planted[kind] += 1;
            };
            for (at, schema) in found {
                if schema["properties"].is_object() {
                    let extra = altered(&document, &at, |it| it["planted"] = json!(1));
                    refuse(0, &at, &extra);
                    for name in schema["required"].as_array().into_iter().flatten() {
                        let missing = altered(&document, &at, |it| {
                            it.as_object_mut().unwrap().remove(name.as_str().unwrap());
                        });
                        refuse(1, &at, &missing);
                    }
                }
                if schema["enum"].is_array() || schema.get("const").is_some() {
                    let other = altered(&document, &at, |it| *it = json!("planted"));
                    refuse(2, &at, &other);
                }
            }
        }
        assert!(
            planted.iter().all(|count| *count > 0),
            "{} {planted:?}",
            contract.name
        );
    }
}
