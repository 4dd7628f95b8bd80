//! The example of a posture, begun and checked as its reader would.

use tempfile::TempDir;

use crate::program::xwalk;

/// The day on which the example is meant to be read.
const DAY: [&str; 2] = ["--date", "2026-12-02"];

fn begun() -> TempDir {
    let folder = TempDir::new().unwrap();
    let told = xwalk(folder.path(), &["init", "--posture"]).ended(0);
    assert!(told.err.contains("now try: xwalk check"), "{}", told.err);
    folder
}

#[test]
fn check_finds_in_the_example_what_was_put_there_and_nothing_else() {
    let folder = begun();
    let arguments = [&["check", "--format", "json"][..], &DAY].concat();
    let found = xwalk(folder.path(), &arguments).ended(0).json();
    let found = found["diagnostics"].as_array().unwrap().iter();
    let lines: Vec<String> = found
        .map(|found| {
            let text = |name: &str| found[name].as_str().unwrap();
            format!("{} {}: {}", text("severity"), text("code"), text("message"))
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn the_example_tells_what_changed_within_a_year() {
    let arguments = [&["posture", "--format", "json"][..], &DAY].concat();
    let told = xwalk(begun().path(), &arguments).ended(0).json();
    let since = &told["benchmarks"][0];
    assert_eq!(since["before"], "acme-2025");
    let counts = ["raised", "lowered", "same"].map(|count| since[count].as_u64().unwrap());
    assert_eq!(counts, [34, 4, 66]);
    // The one that is no longer applicable has moved, and is neither raised nor lowered.
    assert_eq!(since["moved"].as_array().unwrap().len(), 39);
}

#[test]
fn the_example_stands_in_canonical_form() {
    xwalk(begun().path(), &["fmt", "--check"]).ended(0);
}
