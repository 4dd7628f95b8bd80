//! Controls that no longer apply: what is told, and that nothing rests on them.

use xwalk::analysis::{Eligibility, Options, Verdict};
use xwalk::compile::{Compilation, compile};
use xwalk::diagnostic::Levels;
use xwalk::source::SourceMap;

use crate::harness::sources;

const FRAMEWORKS: &str = r#"
framework card@2 "Cards" {
  nesting whole
  tiers   1 "Begun", 2 "Done"
  C "Web" {
    C.1 "By hand" #assessable { superseded by C.2 on 2025-03-31 }
    C.2 "By machine"
  }
  D "Advice" {
    superseded by D.1 on 2025-03-31
    D.1 "Rules"
  }
}
framework shop@1 "Shop" {
  S.1 "One"
  S.2 "Two"
}
"#;

fn workspace(text: &str) -> SourceMap {
    sources([("own.xwalk", format!("{FRAMEWORKS}{text}"))])
}

fn compiled(sources: &SourceMap) -> Compilation<'_> {
    compile(sources, &Levels::default())
}

/// Code and place of everything that is found.
fn found(text: &str) -> Vec<String> {
    let sources = workspace(text);
    let found = compiled(&sources).diagnostics;
    found
        .iter()
        .map(|one| format!("{} {}", one.code.id, sources.text(one.primary.place)))
        .collect()
}

/// What is found in a mapping with these lines.
fn mapping(lines: &str) -> Vec<String> {
    found(&format!(
        "mapping m from card@2 to shop@1 {{\n  rationale functional\n{lines}\n}}\n"
    ))
}

const NOTHING: [&str; 0] = [];

#[test]
fn whoever_relies_on_what_was_superseded_is_told_at_its_place() {
    assert_eq!(mapping("C.1 intersects-with S.1, S.2"), ["XW0311 C.1"]);
    assert_eq!(mapping("S.1 equal C.2 + C.1").len(), 1);
    assert_eq!(mapping("C.1 + C.2 equal S.1"), ["XW0311 C.1"]);
    assert_eq!(mapping("D no-relationship *"), ["XW0311 D"]);
    assert_eq!(mapping("C.1 equal S.1 status withdrawn"), NOTHING);
    assert_eq!(mapping("status withdrawn\nC.1 equal S.1"), ["XW0603 m"]);
    // What only relates rests on nothing.
    assert_eq!(mapping("style crosswalk\nC.1 related-to S.1"), NOTHING);
    assert_eq!(mapping("style supportive\nC.1 supports S.1"), NOTHING);
}

/// The verdict of each control of a framework by the other one, where a mapping has these lines.
fn verdicts(of: &str, lines: &str) -> Vec<(String, Verdict)> {
    let sources = workspace(&format!(
        "mapping m from card@2 to shop@1 {{\n  rationale functional\n{lines}\n}}\n"
    ));
    let compilation = compiled(&sources);
    let model = &compilation.model;
    let facts = compilation.facts(Options::default());
    let id = |name: &str| {
        let mut frameworks = model.frameworks.iter();
        let found = frameworks.find(|(_, one)| one.name == name);
        found.map(|(id, _)| id).unwrap()
    };
    let by = if of == "card" { "shop" } else { "card" };
    let coverage = facts.coverage(id(of), id(by)).unwrap();
    let controls = coverage.controls.iter();
    controls
        .map(|one| {
            let identifier = model.controls[one.control].identifier;
            (identifier.to_owned(), one.stated.verdict)
        })
        .collect()
}

fn verdict(of: &str, control: &str, lines: &str) -> Verdict {
    let verdicts = verdicts(of, lines);
    let found = verdicts
        .iter()
        .find(|(identifier, _)| identifier == control);
    found.map(|(_, verdict)| *verdict).unwrap()
}

#[test]
fn no_verdict_rests_on_what_was_superseded() {
    let row = "C.1 equal S.1";
    assert_eq!(verdict("shop", "S.1", row), Verdict::NotReviewed);
    let row = "C.1 + C.2 superset-of S.1";
    assert_eq!(verdict("shop", "S.1", row), Verdict::NotReviewed);
    let row = "C.2 superset-of S.1";
    assert_eq!(verdict("shop", "S.1", row), Verdict::Full);
    // What the others together ask for is all that is left of the whole.
    assert_eq!(verdict("card", "C", "C.2 equal S.1"), Verdict::Full);
    let related = "style crosswalk\nC.1 related-to S.1";
    assert_eq!(verdict("shop", "S.1", related), Verdict::Related);
}

#[test]
fn what_is_nested_in_it_takes_its_place_in_the_hierarchy_and_it_has_none() {
    assert_eq!(verdict("card", "D", "D.1 equal S.1"), Verdict::NotReviewed);
    let nested = |nesting: &str| {
        let text = format!(
            "framework deep@1 {{\n  nesting {nesting}\n  E \"All\" {{\n    F \"Old\" {{\n      superseded by F.1 on 2025-03-31\n      F.1 \"New\"\n    }}\n  }}\n}}
mapping m from deep@1 to shop@1 {{\n  rationale functional\n  F.1 equal S.1\n  E overlaps S.1\n}}\n"
        );
        let sources = workspace(&text);
        let compilation = compiled(&sources);
        let model = &compilation.model;
        let facts = compilation.facts(Options::default());
        let id = |name: &str| {
            let mut frameworks = model.frameworks.iter();
            frameworks.find(|(_, one)| one.name == name).unwrap().0
        };
        let coverage = facts.coverage(id("deep"), id("shop")).unwrap();
        let controls = coverage.controls.iter();
        let best = controls.map(|one| one.proved.as_ref().unwrap_or(&one.stated).verdict);
        best.collect::<Vec<_>>()
    };
    let [full, none] = [Verdict::Full, Verdict::NotReviewed];
    assert_eq!(nested("whole"), [full, none, full]);
    assert_eq!(nested("subset"), [Verdict::Overlap, none, full]);
}

#[test]
fn what_was_superseded_is_in_no_count_and_needs_no_row() {
    let rows = "complete source\nC.2 equal S.1\nD.1 equal S.2";
    assert_eq!(mapping(rows), NOTHING);
    let sources = workspace("");
    let model = compiled(&sources).model;
    let (card, _) = model.frameworks.iter().next().unwrap();
    let counted = model
        .assessable(card)
        .map(|(_, control)| control.identifier);
    assert_eq!(counted.collect::<Vec<_>>(), ["C.2", "D.1"]);
}

#[test]
fn a_row_on_what_was_superseded_says_why_it_does_not_count() {
    let sources = workspace(
        "mapping m from card@2 to shop@1 {\n  rationale functional\n  C.1 equal S.1\n  C.1 related-to S.2\n}\n",
    );
    let compilation = compiled(&sources);
    let mut mappings = compilation.model.mappings.iter();
    let (own, _) = mappings.find(|(_, one)| one.name == "m").unwrap();
    let rows = compilation.model.rows_of(own);
    let eligibilities: Vec<Eligibility> = rows
        .map(|(row, _)| compilation.logic.eligibilities[row])
        .collect();
    assert_eq!(
        eligibilities,
        [Eligibility::Superseded, Eligibility::Counts]
    );
    let why = Eligibility::Superseded.left_out();
    assert_eq!(why, Some("on a superseded control"));
}

#[test]
fn what_took_the_place_is_another_control_of_the_same_framework() {
    let succession = |entry: &str| {
        found(&format!(
            "framework own@1 {{\n  A \"One\" {{ superseded by {entry} on 2025-03-31 }}\n  B \"Two\"\n  withdrawn Z -> B\n}}\n"
        ))
    };
    assert_eq!(succession("B"), NOTHING);
    assert_eq!(succession("B, B"), NOTHING);
    assert_eq!(succession("own@1:B"), NOTHING);
    assert_eq!(succession("X"), ["XW0303 X"]);
    assert_eq!(succession("Z"), ["XW0304 Z"]);
    assert_eq!(succession("shop@1:S.1"), ["XW0306 shop@1:S.1"]);
    let itself = "XW0408 superseded by A on 2025-03-31";
    assert_eq!(succession("A"), [itself]);
}

#[test]
fn chains_are_no_circles_and_each_circle_is_told() {
    let successions = |entries: &[(&str, &str)]| {
        let entry = |(old, new): &(&str, &str)| {
            format!("  {old} \"One\" {{ superseded by {new} on 2025-03-31 }}\n")
        };
        let controls: String = entries.iter().map(entry).collect();
        let found = found(&format!("framework own@1 {{\n{controls}  E \"Last\"\n}}\n"));
        assert!(
            found.iter().all(|one| one.starts_with("XW0408")),
            "{found:?}"
        );
        found.len()
    };
    assert_eq!(successions(&[("A", "B"), ("B", "C"), ("C", "E")]), 0);
    assert_eq!(successions(&[("A", "B, C"), ("B", "E"), ("C", "E")]), 0);
    assert_eq!(successions(&[("A", "B"), ("B", "C"), ("C", "A, E")]), 1);
    assert_eq!(
        successions(&[("A", "B"), ("B", "A"), ("C", "A, D"), ("D", "C")]),
        2
    );
    let long: Vec<(String, String)> = (0..20_000)
        .map(|at| (format!("L-{at}"), format!("L-{}", (at + 1) % 20_000)))
        .collect();
    let long: Vec<(&str, &str)> = long.iter().map(|(a, b)| (&**a, &**b)).collect();
    assert_eq!(successions(&long), 1);
}

#[test]
fn an_entry_says_by_what_and_since_when() {
    let entry = |entry: &str| {
        let text = format!(
            "framework own@1 {{\n  A \"One\" {{\n    superseded {entry}\n  }}\n  B \"Two\"\n}}\n"
        );
        found(&text)
    };
    assert_eq!(entry("by B on 2025-03-31"), NOTHING);
    assert_eq!(entry("by B"), ["XW0207 B"]);
    assert_eq!(entry("B on 2025-03-31"), ["XW0207 B"]);
    assert_eq!(entry("by on 2025-03-31").len(), 1);
    assert_eq!(entry("by B on 2025-02-31"), ["XW0223 2025-02-31"]);
    let twice = "by B on 2025-03-31\n    superseded by B on 2025-03-31";
    assert_eq!(entry(twice), ["XW0221 superseded"]);
}

#[test]
fn nothing_is_said_of_what_was_superseded_in_a_posture() {
    let posture = |lines: &str| {
        let mut found = found(&format!(
            "organization acme \"Acme\" {{ baseline card@2 }}\nrole ciso \"Officer\" {{}}\n{lines}\n"
        ));
        found.retain(|found| found.starts_with("XW0311") || found.starts_with("XW0714"));
        found
    };
    let assessment = "assessment now of card@2 {\n  assessed 2026-06-30\n  achieved-from 2\n";
    let rows = format!("{assessment}  C.1 tier 1 -> 2\n  D tier 1 -> 2\n  C tier 1 -> 2\n}}\n");
    assert_eq!(posture(&rows), ["XW0311 C.1", "XW0311 D", "XW0714 C"]);
    let raises = format!(
        "{assessment}  C.2 tier 1 -> 2\n}}\nroadmap then for now {{\n  phase first \"First\" {{\n    initiative one \"One\" {{\n      raises C.1 to 2\n      effort 1d\n    }}\n  }}\n}}\n"
    );
    assert_eq!(posture(&raises), ["XW0311 C.1"]);
    let evidence =
        "evidence e \"E\" {\n  supports C.1, D\n  file \"e.csv\"\n  collected 2026-06-01\n}";
    assert_eq!(posture(evidence), ["XW0311 C.1", "XW0311 D"]);
    let technology = "technology t \"T\" {\n  kind siem\n  supports C.1\n}";
    assert_eq!(posture(technology), ["XW0311 C.1"]);
    let risk = "risk r \"R\" {\n  threatens C.1\n  likelihood 1\n  impact 1\n  owner ciso\n  treatment accept\n}";
    assert_eq!(posture(risk), ["XW0311 C.1"]);
    assert_eq!(
        posture("role other \"Other\" { accountable C.1 }"),
        ["XW0311 C.1"]
    );
}
