//! Where *not met* is impossible by what the rows say, its zero is told to mean nothing.

use tempfile::TempDir;

use crate::program::{write, xwalk};

/// What `posture` prints and what it answers to programs of the framework `bank@1`, with this row between shop and bank.
fn told(row: &str, stand: &str) -> (String, bool) {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    let text = format!(
        r#"framework shop@1 "Shop" {{
  S "Card terminals are locked"
}}
framework bank@1 "Bank" {{
  B "Terminals cannot be carried off"
}}
mapping shop-bank from shop@1 to bank@1 {{
  rationale functional
  {row}
}}
organization acme "Acme" {{
  baseline shop@1
  adopts   bank@1
}}
assessment of-shop of shop@1 {{
  assessed      2026-09-30
  achieved-from 3
  S {stand} "As it was seen"
}}
"#
    );
    write(folder.path(), "own.xwalk", &text);
    let posture = ["posture", "--date", "2026-11-24"];
    let people = xwalk(folder.path(), &posture).ended(0).out;
    let machines = [&posture[..], &["--format", "json"]].concat();
    let answer = xwalk(folder.path(), &machines).ended(0).json();
    let frameworks = answer["frameworks"].as_array().unwrap();
    let bank = frameworks.iter().find(|it| it["framework"] == "bank@1");
    let never = bank.unwrap()["never_not_met"].as_bool().unwrap();
    assert_eq!(people.contains("bank@1: no control can be not met"), never);
    assert!(!people.contains("shop@1: no control can be not met"));
    (people, never)
}

#[test]
fn a_zero_that_no_tier_could_change_is_told() {
    assert!(told("S superset-of B", "tier 1").1);
    assert!(told("S intersects-with B", "tier 3").1);
}

#[test]
fn where_a_control_asks_for_all_of_an_assessed_one_the_zero_means_something() {
    assert!(!told("S subset-of B", "tier 3").1);
    assert!(!told("S equal B", "tier 3").1);
    assert!(told("S subset-of|intersects-with B", "tier 1").1);
}
