//! JSON: the documented form and the document agree.

use crate::contracts::schema_named;
use serde_json::{Value, json};
use xwalk::emit::EMITTERS;
use xwalk::report::Report;

use crate::bundled_report::with_bundled;
use crate::harness::fences;
use crate::proof_report::{report_on, report_on_only};
use crate::sample_report::{HOSTILE, sample};

const GUIDE: &str = include_str!("../../docs/json.md");

/// A workspace in which every kind of step occurs.
const CHAINS: &str = include_str!("../golden/chains/chains.xwalk");

fn text_of(report: &Report<'_>) -> String {
    let emitter = EMITTERS.iter().find(|emitter| emitter.name == "json");
    let artifacts =
        (emitter.unwrap().emit)(report, &xwalk::emit::html::Templates::default()).unwrap();
    assert_eq!(artifacts.len(), 1);
    assert_eq!(artifacts[0].path, "crosswalk.json");
    String::from_utf8(artifacts[0].bytes.clone()).unwrap()
}

fn schema() -> Value {
    schema_named("crosswalk")
}

fn errors(document: &Value) -> Vec<String> {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let errors = validator.iter_errors(document);
    errors
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

fn parsed(report: &Report<'_>) -> Value {
    serde_json::from_str(&text_of(report)).unwrap()
}

#[test]
fn the_document_satisfies_its_schema() {
    assert_eq!(errors(&parsed(&sample())), Vec::<String>::new());
}

#[test]
fn the_document_on_the_bundled_content_satisfies_the_schema_and_says_all_that_the_report_does() {
    with_bundled(|report| {
        let document = parsed(report);
        assert_eq!(errors(&document), Vec::<String>::new());
        let all = |list: &Value, part: &str| -> usize {
            let list = list.as_array().unwrap().iter();
            list.map(|one| one[part].as_array().unwrap().len()).sum()
        };
        let verdicts = report.coverage.iter().map(|one| one.verdicts.len());
        assert_eq!(all(&document["mappings"], "rows"), report.rows.len());
        assert_eq!(
            all(&document["frameworks"], "controls"),
            report.controls.len()
        );
        assert_eq!(
            all(&document["coverage"], "verdicts"),
            verdicts.sum::<usize>()
        );
    });
}

/// Version 1 is no longer written. Whoever reads documents of it finds its schema here.
#[test]
fn the_document_of_version_1_that_is_kept_satisfies_its_schema() {
    let read = |file: &str| -> Value {
        serde_json::from_str(&crate::harness::read(&crate::harness::path(file))).unwrap()
    };
    let document = read("tests/documents/crosswalk-1.json");
    let schema = read("tests/schemas/xwalk-crosswalk-1.json");
    assert_eq!(document["version"], 1);
    assert!(
        jsonschema::validator_for(&schema)
            .unwrap()
            .is_valid(&document)
    );
}

#[test]
fn a_document_that_is_not_of_the_form_is_refused() {
    type Breakage = fn(&mut Value);
    let breakages: [(&str, Breakage); 8] = [
        ("another version", |document| document["version"] = json!(1)),
        ("a member too many", |document| document["more"] = json!(1)),
        ("a member too few", |document| {
            document["mappings"][0]["rows"][0]
                .as_object_mut()
                .unwrap()
                .remove("place");
        }),
        ("null", |document| {
            document["frameworks"][0]["doc"] = Value::Null;
        }),
        ("an unknown verdict", |document| {
            document["coverage"][0]["verdicts"][0]["stated"]["verdict"] = json!("partial");
        }),
        ("a fraction", |document| {
            document["coverage"][0]["stated"]["full"] = json!(0.5);
        }),
        ("a row without source", |document| {
            document["mappings"][0]["rows"][0]["source"] = json!([]);
        }),
        ("an unknown rationale", |document| {
            document["mappings"][0]["rows"][0]["rationale"] = json!("guess");
        }),
    ];
    for (what, break_it) in breakages {
        let mut document = parsed(&sample());
        break_it(&mut document);
        assert!(!errors(&document).is_empty(), "{what} was accepted");
    }
}

#[test]
fn texts_come_back_as_they_were() {
    let document = parsed(&sample());
    for (at, text) in HOSTILE.into_iter().enumerate() {
        assert_eq!(document["mappings"][0]["rows"][at]["note"], json!(text));
    }
}

#[test]
fn rows_are_named_after_their_mapping_and_ends_after_their_controls() {
    let document = parsed(&sample());
    let rows = &document["mappings"][0]["rows"];
    assert_eq!(rows[0]["id"], "alpha-beta/1");
    assert_eq!(rows[0]["source"], json!(["GV.1", "Art. 21, one"]));
    assert_eq!(rows[0]["target"], json!(["1.10"]));
    assert_eq!(rows[1]["source"], json!(["*"]));
    let withdrawn = &document["frameworks"][0]["withdrawn"][0];
    assert_eq!(withdrawn["successors"], json!(["GV.1", "beta@2.0:1.10"]));
}

#[test]
fn what_nobody_proved_is_absent() {
    let document = parsed(&sample());
    assert!(document["coverage"][0]["proved"].is_object());
    assert!(document["coverage"][1].get("proved").is_none());
}

#[test]
fn what_is_proved_comes_with_its_chains_and_is_counted_apart() {
    report_on(CHAINS, |report| {
        let document = parsed(report);
        assert_eq!(errors(&document), Vec::<String>::new());
        let pair = proved(&document, "city@1:C-1", "insurer@1:T-1");
        assert_eq!(
            (&pair["stated"], &pair["relation"]),
            (&json!("superset-of|intersects-with"), &json!("superset-of"))
        );
        let pair = proved(&document, "city@1:C-3", "insurer@1:T-2");
        assert_eq!(pair["chains"].as_array().unwrap().len(), 2);
        let coverage = document["coverage"].as_array().unwrap().iter();
        let office = coverage.filter(|coverage| coverage["of"] == "office@1");
        let proofs: Vec<_> = office
            .map(|coverage| (coverage["mappings"].clone(), coverage["proofs"].clone()))
            .collect();
        let tally = |pairs, mixed| json!({ "pairs": pairs, "mixed_rationales": mixed });
        assert_eq!(
            proofs,
            [
                (json!([]), tally(8, 1)),
                (json!([]), tally(3, 0)),
                (json!(["office-landlord"]), tally(7, 1)),
            ]
        );
    });
}

#[test]
fn rows_that_a_document_leaves_out_are_named_by_mapping_and_place() {
    report_on_only(CHAINS, &["city@1", "office@1"], |report| {
        let document = parsed(report);
        assert_eq!(errors(&document), Vec::<String>::new());
        let pair = proved(&document, "city@1:C-1", "office@1:O-1");
        let step = &pair["chains"][0]["steps"][0];
        assert_eq!(step["elsewhere"]["mapping"], "landlord-city");
        assert!(
            step["elsewhere"]["place"]
                .as_str()
                .unwrap()
                .starts_with("proofs.xwalk:")
        );
        assert_eq!((&step["ground"], step.get("row")), (&json!("row"), None));
        let coverage = document["coverage"].as_array().unwrap().iter();
        let verdicts = coverage.flat_map(|coverage| coverage["verdicts"].as_array().unwrap());
        let full = verdicts
            .map(|line| &line["proved"])
            .find(|cell| cell["verdict"] == "full");
        let full = full.unwrap();
        assert_eq!(full["rows"], json!([]));
        assert_eq!(full["elsewhere"].as_array().unwrap().len(), 2);
    });
}

#[test]
fn a_contradiction_names_its_rows_in_order_and_the_one_that_denies() {
    report_on(CHAINS, |report| {
        let document = parsed(report);
        let found = document["contradictions"].as_array().unwrap().iter();
        let told: Vec<_> = found
            .map(|found| (&found["rows"], &found["denial"]))
            .collect();
        let alarms = json!(["insurer-landlord/3", "landlord-city/7", "insurer-city/3"]);
        let denial = json!({ "row": "insurer-city/3", "says": "no-relationship" });
        assert!(told.contains(&(&alarms, &denial)), "{told:#?}");
    });
}

fn proved<'d>(document: &'d Value, source: &str, target: &str) -> &'d Value {
    let mut pairs = document["proved"].as_array().unwrap().iter();
    let found = pairs.find(|pair| pair["source"] == source && pair["target"] == target);
    found.unwrap()
}

#[test]
fn gap_and_not_reviewed_are_told_apart() {
    let document = parsed(&sample());
    let gaps = document["gaps"].as_array().unwrap();
    let found: Vec<_> = gaps
        .iter()
        .map(|gap| (gap["control"].as_str(), gap["verdict"].as_str()))
        .collect();
    assert_eq!(
        found,
        [
            (Some("GV.1"), Some("gap")),
            (Some("Art. 21, one"), Some("not-reviewed")),
            (Some("2"), Some("gap")),
        ]
    );
}

#[test]
fn lists_of_names_stay_on_one_line_and_the_text_ends_with_a_line_break() {
    let text = text_of(&sample());
    assert!(text.starts_with("{\n \"schema\": \"xwalk-crosswalk\",\n \"version\": 2,\n"));
    assert!(text.contains("     \"source\": [\"GV.1\", \"Art. 21, one\"],\n"));
    assert!(text.contains("\n    {\n     \"id\": \"alpha-beta/2\",\n"));
    assert!(text.ends_with("\n}\n"));
}

/// The objects of the schema, the document first: name and definition.
fn objects(schema: &Value) -> Vec<(String, Value)> {
    let defined = schema["$defs"].as_object().into_iter().flatten();
    let defined = defined.map(|(name, definition)| (name.clone(), definition.clone()));
    let defined = defined.filter(|(_, definition)| definition.get("properties").is_some());
    std::iter::once(("Document".to_owned(), schema.clone()))
        .chain(defined)
        .collect()
}

fn members(object: &Value) -> impl Iterator<Item = (&String, &Value)> {
    object["properties"].as_object().unwrap().iter()
}

#[test]
fn every_object_refuses_what_it_does_not_describe() {
    let schemas = [schema(), schema_named("posture")];
    for (name, object) in schemas.iter().flat_map(objects) {
        assert_eq!(object["additionalProperties"], json!(false), "{name}");
        for (member, schema) in members(&object) {
            assert!(schema["description"].is_string(), "{name}.{member}");
        }
    }
}

/// The kind of value that a member has, in the words of the guide.
fn kind(schema: &Value) -> String {
    let reference = schema["$ref"].as_str();
    if let Some(name) = reference.and_then(|path| path.strip_prefix("#/$defs/")) {
        return name.to_owned();
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        let choices: Vec<_> = choices.iter().map(kind).collect();
        return choices.join(" or ");
    }
    if let Some(constant) = schema.get("const") {
        return format!("`{constant}`");
    }
    if let Some(words) = schema["enum"].as_array() {
        let words: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
        return words.join(", ");
    }
    if let Some(kinds) = schema["type"].as_array() {
        let kinds: Vec<_> = kinds.iter().filter_map(Value::as_str).collect();
        return kinds.join(" or ");
    }
    match schema["type"].as_str().unwrap_or("any value") {
        "array" => match kind(&schema["items"]) {
            kind if kind.contains(" or ") => format!("list of ({kind})"),
            kind => format!("list of {kind}"),
        },
        "object" if schema["additionalProperties"].is_object() => {
            format!("object of {}", kind(&schema["additionalProperties"]))
        }
        "object" if schema["patternProperties"].is_object() => {
            let each = schema["patternProperties"].as_object().unwrap().values();
            format!(
                "object of {}",
                each.map(kind).collect::<Vec<_>>().join(" or ")
            )
        }
        kind => kind.to_owned(),
    }
}

/// Text that keeps to one cell of a Markdown table.
fn in_a_cell(text: &str) -> String {
    text.replace('\n', " ").replace('|', "\\|")
}

/// The part of a guide that names every object and member, as the schema has them.
pub fn reference(schema: &Value) -> String {
    let mut text = String::new();
    for (name, object) in objects(schema) {
        let about = object["description"].as_str().unwrap();
        let required = object["required"].as_array();
        text += &format!("### {name}\n\n{about}\n\n| member | value | meaning |\n|---|---|---|\n");
        for (member, schema) in members(&object) {
            let optional = required.is_none_or(|names| !names.contains(&json!(member)));
            let optional = if optional { ", or absent" } else { "" };
            let meaning = in_a_cell(schema["description"].as_str().unwrap());
            text += &format!("| `{member}` | {}{optional} | {meaning} |\n", kind(schema));
        }
        text += "\n";
    }
    let mut fixed = String::new();
    for (name, text_form) in schema["$defs"].as_object().into_iter().flatten() {
        let form = match (text_form["pattern"].as_str(), text_form["enum"].is_array()) {
            (Some(pattern), _) => format!("`{}`", in_a_cell(pattern)),
            (None, true) => in_a_cell(&kind(text_form)),
            (None, false) => continue,
        };
        let meaning = in_a_cell(text_form["description"].as_str().unwrap());
        fixed += &format!("| {name} | {form} | {meaning} |\n");
    }
    if !fixed.is_empty() {
        text += "### Texts of a fixed form\n\n| name | form | meaning |\n|---|---|---|\n";
    }
    text + &fixed
}

#[test]
fn the_proof_in_the_guide_is_the_one_that_is_written() {
    let fences = fences(GUIDE);
    let fence = |info| fences.iter().find(|fence| fence.info == info).unwrap();
    let proof: Value = serde_json::from_str(&fence("json").text).unwrap();
    report_on(&fence("xwalk").text, |report| {
        assert_eq!(parsed(report)["proved"], json!([proof]));
    });
}

#[test]
fn the_guide_describes_every_member_as_the_schema_does() {
    let (_, reference_of_guide) = GUIDE.split_once("## Reference\n\n").unwrap();
    let reference = reference(&schema());
    assert!(
        reference_of_guide == reference,
        "below `## Reference`, docs/json.md should read:\n\n{reference}"
    );
}
