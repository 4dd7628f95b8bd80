//! What the sheets say where there is nothing to show, or nothing that could be counted.

use super::workspace::{FRAMEWORKS, built, line, nothing, summary, told};
use super::{book, lines};

const ORGANIZATION: &str = r#"
organization org "Org" {
  baseline house@1
  adopts law@1
}
assessment now "Now" of house@1 {
  assessed      2026-09-30
  achieved-from 2
  A-1 tier 1 -> 3
  A-2 tier 1 -> 3
}
"#;

#[test]
fn what_is_declared_and_empty_is_not_called_undeclared() {
    let declared = r#"
roadmap one "One" for now {
}
roadmap two "Two" for now {
}
playbook idle "Idle" {
}
"#;
    let without = built(&[FRAMEWORKS, ORGANIZATION], &[]);
    let with = built(&[FRAMEWORKS, ORGANIZATION, declared], &[]);
    let expected = [
        (
            "Roadmap",
            "No roadmap is declared.",
            "No roadmap has an initiative.",
        ),
        (
            "Gantt",
            "No roadmap is declared.",
            "No roadmap has a phase.",
        ),
        (
            "Load",
            "No roadmap is declared.",
            "No initiative with dates asks for anything.",
        ),
        (
            "Playbook steps",
            "No playbook is declared.",
            "No playbook has a step.",
        ),
    ];
    for (sheet, undeclared, empty) in expected {
        assert_eq!(nothing(&without, sheet), undeclared, "{sheet}");
        assert_eq!(nothing(&with, sheet), empty, "{sheet}");
    }
}

#[test]
fn nothing_is_said_of_functions_and_assessments_that_there_are_none_of() {
    let bytes = built(&[FRAMEWORKS, ORGANIZATION], &[]);
    assert_eq!(
        nothing(&bytes, "Without playbook"),
        "The baseline has no function Respond or Recover."
    );
    assert_eq!(
        nothing(&bytes, "Changes"),
        "There is no previous assessment."
    );
    let empty = r#"
framework void@1 "Void" {
}
organization org "Org" {
  baseline void@1
  adopts law@1
}
assessment now "Now" of law@1 {
  assessed      2026-09-30
  achieved-from 2
  L-1 tier 2
}
"#;
    let bytes = built(&[FRAMEWORKS, empty], &[]);
    let roles = &book::sheet(&bytes, "Roles")[1][0];
    assert_eq!(roles, "The baseline has no function.");
}

#[test]
fn a_share_of_nothing_is_nothing_to_count() {
    let posture = r#"
framework notes@1 "Notes" {
  levels control
  N-1 "A note" #informative
}
organization org "Org" {
  baseline notes@1
  adopts law@1
}
assessment now "Now" of law@1 {
  assessed      2026-09-30
  achieved-from 2
  L-1 tier 1
}
roadmap ahead "Ahead" for now {
}
"#;
    let bytes = built(&[FRAMEWORKS, posture], &[]);
    let mut told = summary(&bytes, ["Framework", "Assessable"]);
    for sheet in ["Verdict matrix", "Course"] {
        told.extend(lines(&bytes, sheet));
    }
    let shares = |framework: &str| -> Vec<&str> {
        let own = told
            .iter()
            .filter(|line| line["Framework"].starts_with(framework));
        own.map(|line| line["met %"].as_str()).collect()
    };
    assert_eq!(shares("Notes 1"), ["nothing to count"; 3]);
    assert!(shares("Law 1").iter().all(|share| *share == "0"));
}

#[test]
fn no_quarter_keeps_within_a_capacity_that_nobody_states() {
    let roadmap = r#"
roadmap ahead "Ahead" for now {
  phase first "First" {
    initiative locks "New locks" {
      raises A-1 to 3
      effort 300d
    }
  }
}
"#;
    let beyond = |organization: &str| {
        let bytes = built(&[FRAMEWORKS, organization, roadmap], &[]);
        summary(&bytes, ["Roadmap", "Begins"])[0]["Quarters beyond capacity"].clone()
    };
    assert_eq!(beyond(ORGANIZATION), "? no capacity is stated");
    let with = |days: &str| {
        let capacity = format!("adopts law@1\n  capacity {days} per quarter");
        ORGANIZATION.replacen("adopts law@1", &capacity, 1)
    };
    assert_eq!(beyond(&with("300d")), "✓ none");
    assert!(beyond(&with("10d")).starts_with("2026 Q4, 2027 Q1"));
}

#[test]
fn a_roadmap_that_waits_for_itself_has_no_days_and_no_critical_path_but_all_its_work() {
    let roadmap = r#"
roadmap ahead "Ahead" for now {
  phase first "First" {
    initiative locks "New locks" {
      after  keys
      effort 3d
    }
    initiative keys "New keys" {
      after  locks
      effort 2d
    }
    initiative doors "New doors" {
      after  keys
      effort 4d
    }
  }
}
"#;
    let bytes = built(&[FRAMEWORKS, ORGANIZATION, roadmap], &[]);
    let whole = &summary(&bytes, ["Roadmap", "Begins"])[0];
    assert_eq!(
        told(whole, ["Begins", "Ends", "Initiatives", "Working days"]),
        ["–", "–", "3", "9"]
    );
    let head = &book::sheet(&bytes, "Roadmap")[1][0];
    assert!(
        head.starts_with("Ahead, from now: no initiative has dates. Critical path: none. "),
        "{head}"
    );
    let load = &book::sheet(&bytes, "Load")[1][0];
    assert!(
        load.ends_with("Left out for lack of dates: 3 initiatives."),
        "{load}"
    );
    for (initiative, title, why) in [
        ("locks", "New locks", "waits for itself"),
        ("doors", "New doors", "waits for what waits for itself"),
    ] {
        let own = line(&bytes, "Roadmap", "Initiative", initiative);
        assert_eq!(own["Critical"], why);
        let own = line(&bytes, "Gantt", "Initiative", title);
        assert_eq!(own["Critical"], why);
    }
}
