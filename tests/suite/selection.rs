//! Which frameworks and mappings the outputs show: what a workspace declares or names, and not all that comes with the
//! program.

mod elsewhere;
mod named;

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::program::{Run, write, xwalk};
use crate::xlsx::book;

/// Three controls, and nothing else.
const HOUSE: &str = r#"
framework house@1 "House rules" {
  DOOR-1 "Doors are locked at night"
  DOOR-2 "Keys are counted"
  DOOR-3 "Guests are led"
}
"#;

const BUNDLED: [&str; 6] = [
    "hipaa-security@2013",
    "iso-27001@2022",
    "iso-ts-27103@2026",
    "nist-csf@1.1",
    "nist-csf@2.0",
    "pci-dss@4.0.1",
];

/// A workspace with this file and these settings.
fn workspace(text: &str, settings: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", settings);
    write(folder.path(), "house.xwalk", text);
    folder
}

fn build(folder: &Path, arguments: &[&str]) -> Run {
    let build = ["build", "--date", "2026-11-23"];
    xwalk(folder, &[&build, arguments].concat()).ended(0)
}

fn document(folder: &Path) -> Value {
    let text = std::fs::read(folder.join("out/crosswalk.json")).unwrap();
    serde_json::from_slice(&text).unwrap()
}

/// The frameworks that the document shows.
fn shown(folder: &Path) -> Vec<String> {
    let document = document(folder);
    let frameworks = document["frameworks"].as_array().unwrap().iter();
    let labels = frameworks.map(|one| one["key"].as_str().unwrap().to_owned());
    labels.collect()
}

/// All files below a folder but the manifest, which lists what was read.
fn outputs(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for below in ["", "csv"] {
        for entry in std::fs::read_dir(folder.join(below)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(folder).unwrap().display().to_string();
            if path.is_file() && name != "manifest.json" && name != ".gitignore" {
                files.insert(name, std::fs::read(path).unwrap());
            }
        }
    }
    files
}

#[test]
fn three_controls_of_ones_own_build_small_outputs_without_what_comes_with_the_program() {
    let folder = workspace(HOUSE, "");
    build(folder.path(), &["-q"]);
    assert_eq!(shown(folder.path()), ["house@1"]);
    let outputs = outputs(&folder.path().join("out"));
    let bytes: usize = outputs.values().map(Vec::len).sum();
    assert!(bytes < 200_000, "{bytes} bytes");
    for (name, bytes) in outputs {
        if name.ends_with(".xlsx") {
            let sheets = book::sheets(&bytes).into_iter();
            let mut cells = sheets.flat_map(|(_, lines)| lines.into_iter().flatten());
            assert!(!cells.any(|cell| cell.contains("PR.AA-05")), "{name}");
            continue;
        }
        let text = String::from_utf8(bytes).unwrap();
        let left_out = text.lines().filter(|line| line.contains("nist-csf@2.0"));
        let expected = match name.as_str() {
            "report.html" | "csv/about.csv" => 1,
            // The list and the sentence.
            "crosswalk.json" => 2,
            _ => 0,
        };
        assert_eq!(left_out.count(), expected, "{name}");
        assert!(!text.contains("PR.AA-05"), "{name}");
    }
}

#[test]
fn what_is_left_out_is_said_wherever_a_reader_would_look() {
    let folder = workspace(HOUSE, "");
    let told = build(folder.path(), &[]).err;
    let out = folder.path().join("out");
    let said = format!(
        "Left out, since they come with the program and this workspace does not name them: 6 frameworks ({}), and 10 \
         mappings. Proofs may rest on them, and --bundled shows them too.",
        BUNDLED.join(", ")
    );
    assert!(told.lines().any(|line| line == said), "{told}");
    let page = std::fs::read_to_string(out.join("report.html")).unwrap();
    let (before, _) = page.split_once(&said).expect("the report says it");
    assert!(before.ends_with("<p class=\"quiet\">"));
    assert!(!before.contains("</section>"), "on its front");
    let about = std::fs::read_to_string(out.join("csv/about.csv")).unwrap();
    assert!(about.contains(&format!("left_out,\"{said}\"")), "{about}");
    let (_, first) = book::sheets(&std::fs::read(out.join("crosswalk.xlsx")).unwrap()).remove(0);
    let fact = first.iter().position(|line| line[0] == "Left out").unwrap();
    let lines = first[fact..].iter().map(|line| line[1].as_str()).take(2);
    assert_eq!(lines.collect::<Vec<_>>().join(" ").trim(), said);
    let left_out = &document(folder.path())["meta"]["left_out"];
    assert_eq!(left_out["because"], "not-named");
    assert_eq!(left_out["sentence"], said);
    let frameworks = left_out["frameworks"].as_array().unwrap();
    let keys: Vec<&str> = (frameworks.iter())
        .map(|one| one["key"].as_str().unwrap())
        .collect();
    assert_eq!(keys, BUNDLED);
    assert_eq!(frameworks[4]["heading"], "NIST Cybersecurity Framework 2.0");
    assert_eq!(left_out["mappings"].as_array().unwrap().len(), 10);
    let manifest = std::fs::read(out.join("manifest.json")).unwrap();
    let manifest: Value = serde_json::from_slice(&manifest).unwrap();
    assert_eq!(manifest["left_out"].as_array().unwrap().len(), 6);
}

#[test]
fn all_is_shown_where_somebody_asks_for_it_and_nothing_is_said_of_it() {
    let all: Vec<&str> = [&BUNDLED[..1], &["house@1"], &BUNDLED[1..]].concat();
    for (settings, arguments) in [
        ("", &["--bundled", "--emit", "json"][..]),
        ("[build]\nbundled = true\n", &["--emit", "json"]),
    ] {
        let folder = workspace(HOUSE, settings);
        let told = build(folder.path(), arguments).err;
        assert_eq!(shown(folder.path()), all);
        assert!(!told.contains("Left out"), "{told}");
        assert_eq!(document(folder.path())["meta"]["left_out"], Value::Null);
    }
}

#[test]
fn a_workspace_that_declares_and_names_nothing_shows_all() {
    let folder = workspace("// Nothing yet.\n", "");
    build(folder.path(), &["-q", "--emit", "json"]);
    assert_eq!(shown(folder.path()), BUNDLED);
    let pivot = ["-q", "--emit", "json", "--pivot", "pci-dss@4.0.1"];
    build(folder.path(), &pivot);
    assert_eq!(shown(folder.path()), BUNDLED);
}

#[test]
fn the_framework_at_the_left_is_named() {
    let folder = workspace(HOUSE, "");
    let pivot = ["-q", "--emit", "json", "--pivot", "pci-dss"];
    build(folder.path(), &pivot);
    assert_eq!(shown(folder.path()), ["house@1", "pci-dss@4.0.1"]);
}

#[test]
fn frameworks_that_are_asked_for_by_name_are_shown_and_no_others() {
    let only = "[build]\nonly = [\"pci-dss\"]\nbundled = true\n";
    let folder = workspace(HOUSE, only);
    let told = build(folder.path(), &["--emit", "json", "--bundled"]).err;
    assert_eq!(shown(folder.path()), ["pci-dss@4.0.1"]);
    assert!(
        told.contains(
            "Left out, since --only or xwalk.toml names the frameworks to show: 6 frameworks \
             (hipaa-security@2013, house@1, "
        ),
        "{told}"
    );
    let only = [
        "--emit",
        "json",
        "--bundled",
        "--only",
        "house@1,nist-csf@1.1",
    ];
    build(folder.path(), &only);
    assert_eq!(shown(folder.path()), ["house@1", "nist-csf@1.1"]);
    let left_out = &document(folder.path())["meta"]["left_out"];
    assert_eq!(left_out["because"], "asked-for");
}

#[test]
fn what_has_to_be_assessed_only_once_is_looked_for_among_the_same_frameworks() {
    let folder = workspace(HOUSE, "");
    let frameworks = |arguments: &[&str]| {
        let asked = [&["overlap", "--format", "json"], arguments].concat();
        let answer = xwalk(folder.path(), &asked).ended(0).json();
        answer["frameworks"].as_array().unwrap().len()
    };
    assert_eq!(frameworks(&[]), 1);
    assert_eq!(frameworks(&["--bundled"]), 7);
    assert_eq!(frameworks(&["nist-csf@1.1", "nist-csf@2.0"]), 2);
    let said = |arguments: &[&str]| {
        let asked = [&["overlap"], arguments].concat();
        xwalk(folder.path(), &asked).ended(0).out
    };
    assert!(said(&[]).ends_with("Proofs may rest on them, and --bundled shows them too.\n"));
    assert!(!said(&["nist-csf@1.1", "nist-csf@2.0"]).contains("Left out"));
}

#[test]
fn questions_about_a_framework_by_its_name_are_answered_whether_it_is_shown_or_not() {
    let folder = workspace(HOUSE, "");
    for question in [
        &["coverage", "nist-csf@2.0", "iso-27001@2022"][..],
        &["gaps", "nist-csf@2.0", "iso-27001@2022"],
        &["why", "nist-csf@2.0:PR.AA-05", "iso-27001@2022:A.5.15"],
        &["show", "nist-csf@2.0:PR.AA-05"],
        &["suggest", "hipaa-security@2013", "pci-dss@4.0.1"],
    ] {
        xwalk(folder.path(), question).ended(0);
    }
}

#[test]
fn what_was_checked_is_counted_apart_from_what_comes_with_the_program() {
    let folder = workspace(HOUSE, "");
    let told = xwalk(folder.path(), &["check"]).ended(0).err;
    assert!(
        told.starts_with(
            "checked 1 framework, 0 mappings, 0 claims, beside 6 frameworks, 10 mappings, "
        ),
        "{told}"
    );
    assert!(told.ends_with(" claims that come with the program: nothing to report\n"));
}
