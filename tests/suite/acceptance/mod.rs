//! Mappings that an organization accepts: what is accepted, what that changes, and how it is written.

mod claims;
mod counted;
mod example;
mod written;

use serde_json::Value;
use tempfile::TempDir;

use crate::program::{write, xwalk};

/// A house that is assessed, a law, and what the two have in common: all of it drafts.
const HOUSE: &str = r#"
framework house@1 "House rules" {
  tiers 1 "One", 2 "Two", 3 "Three", 4 "Four"
  H-1 "Doors are locked"
  H-2 "Guests are accompanied"
  H-3 "Alarms are tried"
}
framework law@1 "Law" {
  L-1 "Doors"
  L-2 "Guests"
  L-3 "Alarms"
}
role porter "Porter" {
  decides mappings
}
role guard "Guard" {
  reports-to porter
}
assessment now "Now" of house@1 {
  assessed      2026-09-30
  achieved-from 3
  H-1 tier 4 -> 4
  H-2 tier 4 -> 4
  H-3 tier 4 -> 4
}
audience regulator "Regulator" {
  hides owner, note
}
"#;

const MAPPING: &str = r#"mapping house-law "House and law" from house@1 to law@1 {
  rationale functional
  status    draft

  H-1  equal  L-1  "The same doors"
  H-2  equal  L-2  { when "there are guests" }
  H-3  equal  L-3  status withdrawn
}
"#;

const ORGANIZATION: &str =
    "organization club \"Club\" {\n  baseline house@1\n  adopts   law@1\n}\n";

/// A folder with these texts.
fn folder(mapping: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    write(folder.path(), "house.xwalk", HOUSE);
    write(folder.path(), "mapping.xwalk", mapping);
    write(folder.path(), "club.xwalk", ORGANIZATION);
    folder
}

const ACCEPT: &[&str] = &[
    "accept",
    "house-law",
    "--by",
    "porter",
    "--on",
    "2026-11-20",
    "--why",
    "Read aloud",
];

/// A folder in which the mapping is accepted.
fn accepted(mapping: &str) -> TempDir {
    let folder = folder(mapping);
    xwalk(folder.path(), ACCEPT).ended(0);
    folder
}

/// The export of a folder on the day of the tests, and what is told.
fn built(folder: &TempDir, more: &[&str]) -> (Value, String) {
    let day: &[&str] = match more.contains(&"--date") {
        true => &[],
        false => &["--date", "2026-12-02"],
    };
    let build: &[&str] = &["build", "--emit", "posture"];
    let run = xwalk(folder.path(), &[build, day, more].concat()).ended(0);
    let text = std::fs::read_to_string(folder.path().join("out/posture.json")).unwrap();
    (serde_json::from_str(&text).unwrap(), run.err)
}

/// The verdicts on the law.
fn verdicts(export: &Value) -> Vec<&str> {
    let law = &export["verdicts"][1];
    assert_eq!(law["framework"], "law@1");
    let controls = law["controls"].as_array().unwrap().iter();
    controls
        .map(|control| control["verdict"].as_str().unwrap())
        .collect()
}
