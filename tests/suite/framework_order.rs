//! Controls of one framework are shown as their framework orders them, and never as their identifiers are spelt: `H-2`
//! comes before `H-10`.

use serde_json::Value;
use tempfile::TempDir;

use crate::posture_export::{HELD_BACK, emitted_of};
use crate::program::{write, xwalk};

/// The controls in the order of their framework.
fn controls() -> Vec<String> {
    (1..=12).map(|number| format!("H-{number}")).collect()
}

/// A framework, an assessment in which all gaps are alike, and rows that lead all controls to one other.
fn text() -> String {
    let lines = |behind: &str| -> String {
        let line = |control: &String| format!("  {control} {behind}\n");
        controls().iter().map(line).collect()
    };
    format!(
        "framework h@1 \"H\" {{\n  tiers 1 \"One\", 2 \"Two\"\n{}}}
framework hub@1 \"Hub\" {{\n  C-1 \"Access\"\n}}
framework z@1 \"Z\" {{\n  Z-1 \"Access\"\n}}
mapping one from h@1 to hub@1 {{\n{}}}
mapping two from hub@1 to z@1 {{\n  C-1 intersects-with Z-1\n}}
organization o {{ baseline h@1 }}
assessment s of h@1 {{\n  assessed 2026-09-30\n  achieved-from 2\n  default risk 4 effort 4d\n{}}}
",
        lines("\"Access\""),
        lines("intersects-with C-1"),
        lines("tier 1 -> 2")
    )
}

/// The values of a field in a list.
fn field<'v>(list: &'v Value, field: &str) -> Vec<&'v str> {
    let one = |value: &'v Value| value[field].as_str().unwrap();
    list.as_array().unwrap().iter().map(one).collect()
}

#[test]
fn gaps_of_equal_rank_and_questions_of_equal_rank_are_in_that_order() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    write(folder.path(), "w.xwalk", &text());
    let qualified: Vec<String> = controls().iter().map(|id| format!("h@1:{id}")).collect();

    let answer = [
        "posture",
        "--date",
        "2026-11-24",
        "--all",
        "--format",
        "json",
    ];
    let posture = xwalk(folder.path(), &answer).ended(0).json();
    assert_eq!(field(&posture["gaps"], "control"), qualified);

    let artifacts = emitted_of("posture", &[&text()], HELD_BACK);
    let export: Value = serde_json::from_slice(&artifacts[0].bytes).unwrap();
    assert_eq!(field(&export["gaps"]["ranked"], "control"), qualified);
    let ranks = export["gaps"]["ranked"].as_array().unwrap().iter();
    let ranks: Vec<u64> = ranks.map(|gap| gap["rank"].as_u64().unwrap()).collect();
    assert_eq!(ranks, (1..=12).collect::<Vec<_>>());

    let answer = ["suggest", "h@1", "z@1", "--format", "json"];
    let questions = xwalk(folder.path(), &answer).ended(0).json();
    let sources = questions["questions"].as_array().unwrap().iter();
    let sources: Vec<&str> = sources
        .map(|one| one["source"]["identifier"].as_str().unwrap())
        .collect();
    assert_eq!(sources, controls());
}
