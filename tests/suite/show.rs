//! Everything that is known of a control, for people and for programs.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::program::{write, xwalk};

const WORKSPACE: &str = r#"
framework house@2 "House rules" {
  levels chapter > rule
  nesting subset
  /// About doors and windows.
  D "Doors" #safety {
    /// Nobody forgets it.
    D.1 "Front door locked at night" #night #core {
      alias D-1
      text  "The front door is locked from ten to six."
      activity  "Lock the door" on D.1
    }
    D.2 "Keys counted" {
      indicator "No key is missing" on D.1
    }
  }
  withdrawn D.9 -> D.1, D.2 "split"
}
framework law@1 "Law" {
  L.1 "Doors are locked"
  L.2 "Windows are shut"
  L.3 "Dogs are kept"
}
framework code@1 "Code" {
  C.1 "Locks"
}
overlay ours "Our words" of house@2 {
  licensed "One seat"
  D.1 "Haustür abgeschlossen" {
    text "Von zehn bis sechs."
  }
}
mapping house-law "House to law" from house@2 to law@1 {
  D.1 subset-of L.1 functional strength 8 confidence high status reviewed "As the court says"
  D.1 intersects-with L.2 when "there is a window"
  D.1 supports L.3
  D.1 + D.2 superset-of L.2
  D.2 no-relationship *
}
mapping law-code "Law to code" from law@1 to code@1 {
  L.1 equal C.1 semantic
}
"#;

/// What the program says of an identifier, for people and for programs.
fn shown(identifier: &str) -> (String, Value) {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    write(folder.path(), "a.xwalk", WORKSPACE);
    let page = xwalk(folder.path(), &["show", identifier]).ended(0).out;
    let document = xwalk(folder.path(), &["show", identifier, "--format", "json"]);
    (page, document.ended(0).json())
}

/// The words of a text.
fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|it: char| !it.is_alphanumeric() && !matches!(it, '.' | '-' | '@'));
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// The words of a document, those of its members among them.
fn words_of(document: &Value, found: &mut BTreeSet<String>) {
    match document {
        Value::Object(members) => {
            for (name, member) in members {
                found.extend(words(&name.replace('_', " ")));
                words_of(member, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| words_of(item, found)),
        Value::String(text) => found.extend(words(text)),
        other => found.extend([other.to_string()]),
    }
}

/// What only leads from one value to the next.
const BETWEEN: &str = "its within also in the words of activities and indicators only when by together none why each \
                       shows see xwalk what became stated proved rows proof house-law d.1";

#[test]
fn a_program_reads_everything_that_people_read_of_a_control() {
    for identifier in ["D.1", "D.2", "D", "L.1", "D.9"] {
        let (page, document) = shown(identifier);
        let mut known = words(BETWEEN);
        words_of(&document, &mut known);
        let missing: Vec<_> = words(&page).difference(&known).cloned().collect();
        let derived = [
            "mixed", "not", "itself", "no", "row", "names", "it", "it.", "holds", "assessed",
        ];
        let missing: Vec<_> = missing
            .iter()
            .filter(|it| !derived.contains(&&***it))
            .collect();
        assert!(
            missing.is_empty(),
            "{identifier} {missing:?}\n{page}\n{document:#}"
        );
    }
}

#[test]
fn a_program_reads_rows_with_all_their_clauses() {
    let (_, document) = shown("D.1");
    let control = &document["control"];
    assert_eq!(document["identifier"], "D.1");
    assert_eq!(document.get("withdrawn"), None);
    assert_eq!(control["title"], "Haustür abgeschlossen");
    assert_eq!(control["own_title"], "Front door locked at night");
    assert_eq!(control["tags"], json!(["night", "core"]));
    assert_eq!(control["wordings"][0]["licensed"], true);
    assert_eq!(control["activities"][1]["of"], "D.2");
    let rows = &control["mappings"][0]["rows"];
    assert_eq!(rows[0]["strength"], 8);
    assert_eq!(rows[0]["rationale"], "functional");
    assert_eq!(rows[1]["condition"], "there is a window");
    assert_eq!(rows[1]["left_out"], "under a condition only");
    assert_eq!(rows[2]["relation"], "supports");
    assert_eq!(rows[3]["source"], json!(["D.1", "D.2"]));
    assert_eq!(control["proved"][0]["control"], "code@1:C.1");
    assert_eq!(control["proved"][0]["rows"], 2);
}

#[test]
fn a_program_reads_what_became_of_a_withdrawn_identifier() {
    let (_, document) = shown("D.9");
    assert_eq!(document.get("control"), None);
    assert_eq!(document["withdrawn"]["reason"], "split");
    let successors = document["withdrawn"]["successors"].as_array().unwrap();
    let successors: Vec<_> = successors.iter().map(|it| &it["identifier"]).collect();
    assert_eq!(successors, ["D.1", "D.2"]);
}

#[test]
fn a_withdrawn_identifier_that_has_moved_to_another_framework_says_to_which() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    let text = r#"
framework house@1 "House" {
  A-1 "Front door"
  A-2 "Back door"
  withdrawn OLD-1 -> law@1:A-1, A-2 "moved"
}
framework law@1 "Law" {
  A-1 "Doors by law"
}
"#;
    write(folder.path(), "a.xwalk", text);
    let page = xwalk(folder.path(), &["show", "house@1:OLD-1"])
        .ended(0)
        .out;
    assert!(page.contains("see    law@1:A-1  Doors by law\n"), "{page}");
    assert!(page.contains("see    A-2        Back door\n"), "{page}");
}
