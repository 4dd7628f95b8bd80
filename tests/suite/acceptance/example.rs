//! The example accepts what its verdicts rest on.

use std::collections::BTreeSet;

use serde_json::Value;
use tempfile::TempDir;

use super::built;
use crate::program::{write, xwalk};

const ORGANIZATION: &str =
    include_str!("../../../mappings/examples/acme-health/organization.xwalk");

fn begun(organization: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    xwalk(folder.path(), &["init", "-q", "--posture"]).ended(0);
    write(folder.path(), "organization.xwalk", organization);
    folder
}

fn names<'e>(list: &'e Value, name: &str) -> BTreeSet<&'e str> {
    let list = list.as_array().unwrap().iter();
    list.map(|one| one[name].as_str().unwrap()).collect()
}

#[test]
fn the_digests_of_the_example_are_those_of_the_mappings_that_its_verdicts_rest_on() {
    let folder = begun(ORGANIZATION);
    let (all, _) = built(&folder, &["--allow-draft"]);
    let controls = all["verdicts"].as_array().unwrap().iter();
    let controls = controls.flat_map(|of_one| of_one["controls"].as_array().unwrap());
    let grounds = controls.flat_map(|control| control["grounds"].as_array().unwrap());
    let rows = grounds.flat_map(|ground| ground["rows"].as_array().unwrap());
    let rested_on: BTreeSet<&str> = rows
        .map(|row| row.as_str().unwrap().split_once('/').unwrap().0)
        .collect();
    let digests = ORGANIZATION
        .lines()
        .filter_map(|line| line.trim().strip_prefix("accepts "))
        .map(|line| {
            let words: Vec<&str> = line.split(' ').collect();
            (words[0], words[2].trim_matches('"').to_owned())
        });
    let expected = rested_on.iter().map(|name| {
        let shown = xwalk(folder.path(), &["show", name, "--format", "json"]).ended(0);
        let digest = shown.json()["mapping"]["claims_sha256"].clone();
        (*name, digest.as_str().unwrap().to_owned())
    });
    let (digests, expected): (BTreeSet<_>, BTreeSet<_>) = (digests.collect(), expected.collect());
    assert_eq!(digests, expected);
}

#[test]
fn nothing_of_the_example_is_held_back_and_without_its_acceptances_four_frameworks_are() {
    let (export, told) = built(&begun(ORGANIZATION), &[]);
    assert!(!told.contains("held back"), "{told}");
    let held_back = |export: &Value| {
        let verdicts = export["verdicts"].as_array().unwrap().iter();
        let some = verdicts.filter(|of_one| of_one.get("held_back").is_some());
        some.count()
    };
    assert_eq!(held_back(&export), 0);
    let accepted = export["mappings"].as_array().unwrap().iter();
    assert!(
        accepted
            .clone()
            .all(|mapping| mapping["accepted"].is_object())
    );
    assert_eq!(names(&export["mappings"], "name").len(), 6);

    let without = ORGANIZATION
        .lines()
        .filter(|line| !line.trim().starts_with("accepts "));
    let without: String = without.map(|line| format!("{line}\n")).collect();
    let (export, told) = built(&begun(&without), &[]);
    assert_eq!(held_back(&export), 4);
    assert_eq!(told.matches(" held back, since ").count(), 4, "{told}");
    assert!(!export.to_string().contains("\"accepted\":{"));
}
