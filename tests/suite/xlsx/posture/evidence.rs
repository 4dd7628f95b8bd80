//! What is assessed, and the evidence for it.

use super::workspace::{FRAMEWORKS, built, line, summary, told};
use super::{book, lines};

const POSTURE: &str = r#"
organization org "Org" {
  baseline house@1
  adopts law@1
}
evidence photo "A photo" {
  supports  A-1
  file      "a.xwalk"
  collected 2026-10-01
}
evidence lost "A lost letter" {
  supports  A-1
  file      "lost.txt"
  collected 2026-10-01
}
evidence visit "A visit" {
  file      "a.xwalk"
  collected 2026-10-01
}
assessment now "Now" of house@1 {
  assessed      2026-09-30
  achieved-from 2
  A-1 tier 2 evidence visit
  A-2 tier 2 evidence visit
  B-1 not-applicable
}
"#;

#[test]
fn all_evidence_for_a_control_stands_beside_it_whether_or_not_its_row_names_it() {
    let bytes = built(&[FRAMEWORKS, POSTURE], &[]);
    let of = |control| {
        told(
            &line(&bytes, "Assessment", "Control", control),
            ["Support", "Evidence"],
        )
    };
    assert_eq!(of("A-1"), ["✗ unsupported", "lost, photo, visit"]);
    assert_eq!(of("A-2"), ["✓ supported", "visit"]);
    assert_eq!(of("B-1"), ["not applicable", ""]);
}

#[test]
fn evidence_that_says_of_nothing_that_it_supports_it_stands_beside_the_controls_that_name_it() {
    let bytes = built(&[FRAMEWORKS, POSTURE], &[]);
    let visit = line(&bytes, "Evidence", "Evidence", "visit");
    assert_eq!(
        told(&visit, ["Supports", "Named by the assessment of"]),
        ["", "A-1, A-2"]
    );
}

#[test]
fn the_assessed_controls_are_as_many_as_those_with_a_tier_and_those_that_are_not_applicable() {
    let bytes = built(&[FRAMEWORKS, POSTURE], &[]);
    let said = "3, of which 1 is not applicable; assessable but not assessed: 0";
    let facts = book::sheet(&bytes, "Summary");
    let assessment = facts.iter().find(|line| line[0] == "Assessment").unwrap();
    assert!(
        assessment[1].ends_with(&format!("Controls assessed: {said}.")),
        "{}",
        assessment[1]
    );
    let head = &book::sheet(&bytes, "Assessment")[1][0];
    assert!(
        head.contains(&format!("controls assessed: {said};")),
        "{head}"
    );
    let functions = summary(&bytes, ["Function", "Current tier"]);
    let all = functions.last().unwrap();
    assert_eq!(
        told(
            all,
            ["Controls with a tier", "Not applicable", "Not assessed"]
        ),
        ["2", "1", "0"]
    );
}

#[test]
fn a_control_behind_a_verdict_that_is_not_assessed_is_not_called_assessed() {
    let posture = r#"
organization org "Org" {
  baseline house@1
}
assessment now "Now" of house@1 {
  assessed      2026-09-30
  achieved-from 2
  A-1 tier 2
  B-1 not-applicable
}
"#;
    let bytes = built(&[FRAMEWORKS, posture], &[]);
    let grounds = lines(&bytes, "Grounds");
    let of = |control: &str| {
        let own = |line: &&_| told(line, ["Control", "Behind it"]) == [control, control];
        told(grounds.iter().find(own).unwrap(), ["Kind", "What it says"])
    };
    assert_eq!(of("A-1"), ["assessed control", "Front door: tier 2"]);
    assert_eq!(of("A-2"), ["control", "Back door: not assessed"]);
    assert_eq!(of("B-1"), ["assessed control", "Windows: not applicable"]);
}

#[test]
fn an_indicator_names_its_function_and_the_control_that_declares_it() {
    let frameworks = r#"
framework house@1 "House" {
  levels function > control
  F "Doors" {
    F-1 "Closed" {
      indicator "Nobody came in" on F-1
    }
    F-2 "Closed" {
      indicator "Nobody came in" on F-2
    }
  }
}
"#;
    let posture = r#"
organization org "Org" {
  baseline house@1
}
assessment now "Now" of house@1 {
  assessed      2026-09-30
  achieved-from 2
  F-1 tier 2
}
"#;
    let bytes = built(&[frameworks, posture], &[]);
    let shown = lines(&bytes, "Indicators").into_iter();
    let shown = shown.filter(|line| !line["Shown"].is_empty());
    let told: Vec<_> = shown
        .map(|line| told(&line, ["Framework", "Function", "Declared by", "Names"]))
        .collect();
    assert_eq!(
        told,
        [
            ["House 1", "Doors", "F-1", "F-1"],
            ["House 1", "Doors", "F-2", "F-2"]
        ]
    );
}
