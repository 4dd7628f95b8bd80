//! Where the rules draw their lines: what just passes, and what just does not.

use xwalk::compile::compile;
use xwalk::diagnostic::{Code, Level, Levels, Severity};

use crate::harness::sources;

const FRAMEWORKS: &str = r#"
framework left@1 "Left" {
  L "All" {
    L.1 "One"
    L.2 "Two"
    L.3 "Three" #informative
  }
}
framework right@1 "Right" {
  R.1 "One"
  R.2 "Two"
}
"#;

/// The ids of what is found in a workspace of the two frameworks and this text, in order of place.
fn codes(text: &str) -> Vec<&'static str> {
    let sources = sources([("own.xwalk", format!("{FRAMEWORKS}{text}"))]);
    let found = compile(&sources, &Levels::default()).diagnostics;
    found.iter().map(|diagnostic| diagnostic.code.id).collect()
}

/// The ids of what is found in a mapping with these lines.
fn mapping(lines: &str) -> Vec<&'static str> {
    codes(&format!(
        "mapping m from left@1 to right@1 {{\n  rationale functional\n{lines}\n}}\n"
    ))
}

/// The code with this name.
fn code(name: &str) -> &'static Code {
    let mut codes = xwalk::workspace::codes::all().into_iter();
    codes.find(|code| code.name == name).unwrap()
}

const NOTHING: [&str; 0] = [];

#[test]
fn contrary_beside_equal_is_told_under_whatever_rationale_but_not_under_another_condition() {
    let other = |row: &str| {
        codes(&format!(
            "mapping m from left@1 to right@1 {{\n  rationale functional\n  L.1 equal R.1\n}}
mapping s from right@1 to left@1 {{\n  style supportive\n  rationale semantic\n{row}\n}}\n"
        ))
    };
    assert_eq!(other("R.1 contrary L.1"), ["XW0525"]);
    assert_eq!(other("R.1 contrary L.1 when \"it rains\""), ["XW0525"]);
    assert_eq!(other("R.2 contrary L.1"), NOTHING);
    assert_eq!(other("R.1 contrary L.1 status withdrawn"), NOTHING);
    let style = "style supportive\n";
    // Within one mapping, two words of the supportive style contradict each other: that is told as such alone.
    let within = |rows: &str| mapping(&format!("{style}{rows}"));
    assert_eq!(within("L.1 identical R.1\nL.1 contrary R.1"), ["XW0502"]);
    let apart = "L.1 equivalent R.1 when \"it rains\"\nL.1 contrary R.1 when \"it snows\"";
    assert_eq!(within(apart), NOTHING);
}

#[test]
fn a_bound_over_nothing_is_not_kept_whatever_it_asks() {
    let policy = |bound: &str| {
        codes(&format!(
            "framework none@1 \"None\" {{\n  N \"Nothing\" #informative\n}}
mapping m from left@1 to none@1 {{\n  rationale functional\n  L.1 no-relationship N\n}}
policy p for m {{\n  require coverage none@1 by left@1 {bound}\n}}\n"
        ))
    };
    for bound in ["full >= 0%", "full >= 100%", "gap <= 0%", "gap <= 100%"] {
        assert!(policy(bound).contains(&"XW0604"), "{bound}");
    }
}

#[test]
fn rows_with_other_rationales_or_conditions_are_other_claims() {
    assert_eq!(mapping("L.1 equal R.1\nL.1 equal R.1"), ["XW0501"]);
    assert_eq!(mapping("L.1 equal R.1\nL.1 equal R.1 semantic"), NOTHING);
    assert_eq!(
        mapping("L.1 equal R.1\nL.1 subset-of R.1 when \"it rains\""),
        NOTHING
    );
}

#[test]
fn withdrawn_rows_count_nowhere() {
    assert_eq!(
        mapping("L.1 equal R.1\nL.1 subset-of R.1 status withdrawn"),
        NOTHING
    );
    assert_eq!(
        mapping("complete target\nL.1 equal R.1\nL.2 equal R.2 status withdrawn"),
        ["XW0601"]
    );
}

#[test]
fn rows_that_cannot_both_be_true_are_an_error_and_others_a_warning() {
    assert_eq!(mapping("L.1 equal R.1\nL.1 subset-of R.1"), ["XW0502"]);
    assert_eq!(
        mapping("L.1 subset-of|equal R.1\nL.1 subset-of R.1"),
        ["XW0503"]
    );
}

#[test]
fn mappings_that_know_more_or_less_of_a_pair_do_not_disagree() {
    let second = |row: &str| {
        let first =
            "mapping a from left@1 to right@1 {\n  rationale functional\n  L.1 subset-of R.1\n}\n";
        codes(&format!(
            "{first}mapping b from right@1 to left@1 {{\n  rationale functional\n  {row}\n}}\n"
        ))
    };
    assert_eq!(second("R.1 superset-of|equal L.1"), NOTHING);
    assert_eq!(second("R.1 superset-of L.1"), NOTHING);
    assert_eq!(second("R.1 subset-of L.1"), ["XW0504"]);
    assert_eq!(second("L.1 subset-of R.1"), ["XW0307"]);
    assert_eq!(second("* no-relationship L.1"), ["XW0504"]);
    assert_eq!(second("* no-relationship L.1 semantic"), ["XW0516"]);
}

#[test]
fn a_control_that_corresponds_to_nothing_may_be_said_to_have_no_relationship_to_one() {
    assert_eq!(
        mapping("L.1 no-relationship *\nL.1 no-relationship R.1"),
        NOTHING
    );
    assert_eq!(
        mapping("L.1 no-relationship *\nL.1 + L.2 equal R.1"),
        ["XW0505"]
    );
}

#[test]
fn strengths_fit_if_they_fit_one_of_the_relations() {
    assert_eq!(
        mapping("L.1 equal R.1 strength 10\nL.2 no-relationship R.1 strength 0"),
        NOTHING
    );
    assert_eq!(mapping("L.1 subset-of|equal R.1 strength 10"), NOTHING);
    assert_eq!(
        mapping("L.1 subset-of R.1 strength 10\nL.2 subset-of R.2 strength 0"),
        ["XW0506"]
    );
    assert_eq!(mapping("L.1 equal R.1 strength 9"), ["XW0506"]);
}

#[test]
fn what_is_tagged_informative_is_not_assessable() {
    assert_eq!(mapping("L.3 equal R.1"), ["XW0507"]);
    assert_eq!(
        mapping("complete source\nL.1 equal R.1\nL.2 no-relationship *"),
        NOTHING
    );
}

#[test]
fn a_claim_of_completeness_speaks_of_its_scope_alone() {
    assert_eq!(
        mapping("complete source\nscope L.1\nL.1 equal R.1"),
        NOTHING
    );
    assert_eq!(
        mapping("complete both\nscope L.1, right@1:R.2\nL.1 equal R.1"),
        ["XW0601"]
    );
    assert_eq!(
        mapping("complete both\nL.1 equal R.1\nL.2 no-relationship *\n* no-relationship R.2"),
        NOTHING
    );
}

#[test]
fn a_row_at_a_parent_says_nothing_of_its_children() {
    assert_eq!(
        mapping("complete source\nL superset-of R.1"),
        ["XW0601", "XW0507"]
    );
}

/// Left and right are connected by way of a third framework only.
const BETWEEN: &str = "framework middle@1 \"Middle\" {
  M \"Both\"
}
mapping lm from left@1 to middle@1 {
  rationale functional
  L.1 subset-of M
}
mapping mr from middle@1 to right@1 {
  rationale functional
  M equal R.1
}
";

#[test]
fn a_bound_on_what_is_proved_is_kept_by_proofs() {
    let policy = |bounds: &str| {
        let policy =
            format!("policy p for lm {{\n  require coverage left@1 by right@1 {bounds}\n}}\n");
        told(&format!("{BETWEEN}{policy}"))
    };
    assert_eq!(policy("proved full >= 50%, not-reviewed <= 50%"), "");
    assert_eq!(
        policy("full >= 50%"),
        "coverage of `left@1` by `right@1` is 0% full, and must be at least 50%: no mapping connects the two \
         frameworks; with proofs the bound is met: write `proved` before it to count them"
    );
    assert_eq!(
        policy("proved full >= 60%"),
        "coverage of `left@1` by `right@1` with proofs is 50% full, and must be at least 60%: not full: `L.2`"
    );
}

/// What is told of a workspace of the two frameworks and this text: message and help, one line each.
fn told(text: &str) -> String {
    let sources = sources([("own.xwalk", format!("{FRAMEWORKS}{text}"))]);
    let found = compile(&sources, &Levels::default()).diagnostics;
    let lines = found.iter().map(|found| {
        let help = found.help.as_deref().unwrap_or_default();
        format!("{}: {help}", found.message)
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_bound_of_a_policy_is_kept_exactly() {
    let policy = |bound: &str| {
        let mapping =
            "mapping m from left@1 to right@1 {\n  rationale functional\n  L.1 equal R.1\n}\n";
        codes(&format!(
            "{mapping}policy p for m {{\n  require coverage right@1 by left@1 {bound}\n}}\n"
        ))
    };
    assert_eq!(policy("full >= 50%"), NOTHING);
    assert_eq!(policy("full >= 50.01%"), ["XW0604"]);
    assert_eq!(
        policy("not-reviewed <= 50%, gap <= 0%, overlap <= 0%"),
        NOTHING
    );
    assert_eq!(
        policy("not-reviewed <= 49.99%, full <= 49%"),
        ["XW0604", "XW0604"]
    );
}

#[test]
fn a_note_or_a_reviewer_may_be_required() {
    let policy = |row: &str, requirement: &str| {
        let mapping =
            format!("mapping m from left@1 to right@1 {{\n  rationale functional\n  {row}\n}}\n");
        codes(&format!(
            "{mapping}policy p {{\n  require {requirement}\n}}\n"
        ))
    };
    assert_eq!(policy("L.1 equal R.1", "note on equal"), ["XW0604"]);
    assert_eq!(
        policy("L.1 subset-of|equal R.1", "note on equal"),
        ["XW0604"]
    );
    assert_eq!(
        policy("L.1 equal R.1 \"the same\"", "note on equal"),
        NOTHING
    );
    assert_eq!(policy("L.1 subset-of R.1", "note on equal"), NOTHING);
    assert_eq!(policy("L.1 equal R.1", "reviewer on draft"), ["XW0604"]);
    assert_eq!(
        policy("L.1 equal R.1 reviewer \"Somebody\"", "reviewer on draft"),
        NOTHING
    );
    assert_eq!(policy("L.1 equal R.1", "reviewer on final"), NOTHING);
}

#[test]
fn a_row_is_redundant_if_rows_as_good_as_it_prove_it() {
    let middle = "framework middle@1 \"Middle\" { M.1 \"One\" }\n";
    let redundant = |rows: [&str; 3]| -> usize {
        let [first, second, third] = rows;
        let text = format!(
            "{FRAMEWORKS}{middle}
mapping a from left@1 to middle@1 {{\n  rationale functional\n  {first}\n}}
mapping b from middle@1 to right@1 {{\n  rationale functional\n  {second}\n}}
mapping c from left@1 to right@1 {{\n  rationale functional\n  {third}\n}}\n"
        );
        let sources = sources([("own.xwalk", text)]);
        let mut levels = Levels::default();
        let code = xwalk::rules::codes().find(|code| code.name == "redundant-row");
        levels.set(code.unwrap(), Level::At(Severity::Note));
        let found = compile(&sources, &levels).diagnostics;
        let found = found.iter();
        found
            .filter(|found| found.code.name == "redundant-row")
            .count()
    };
    let (first, second) = ("L.1 subset-of M.1", "M.1 equal R.1");
    assert_eq!(redundant([first, second, "L.1 overlaps R.1"]), 1);
    // Each of two follows from the other and the equal one.
    assert_eq!(redundant([first, second, "L.1 subset-of R.1"]), 2);
    assert_eq!(redundant([first, second, "L.1 overlaps R.2"]), 0);
    // What only relates is proved by nothing.
    assert_eq!(redundant([first, second, "L.1 related-to R.1"]), 0);
    assert_eq!(redundant([first, second, "L.1 overlaps R.1 semantic"]), 0);
    assert_eq!(
        redundant([first, second, "L.1 overlaps R.1 status final"]),
        0
    );
    let (first, second) = (
        "L.1 subset-of M.1 status final",
        "M.1 equal R.1 status final",
    );
    assert_eq!(
        redundant([first, second, "L.1 overlaps R.1 status final"]),
        1
    );
    // A row on the same pair in the same mapping is what other rules report.
    let both = "L.1 subset-of R.1\nL.1 overlaps R.1";
    assert_eq!(redundant(["L.1 equal M.1", "M.1 overlaps R.2", both]), 0);
}

/// `related-to` beside a row of another mapping that says that a control corresponds to nothing: told once, and no error.
#[test]
fn what_only_relates_contradicts_no_row_of_another_mapping() {
    let folder = tempfile::TempDir::new().unwrap();
    let text = "framework s@1 { S.1 {} }
framework t@1 { T.1 {}
  T.2 {} }
mapping one from s@1 to t@1 { style crosswalk
  rationale functional
  S.1 related-to T.1 }
mapping other from s@1 to t@1 { rationale functional
  * no-relationship T.1 }
";
    crate::program::write(folder.path(), "xwalk.toml", "");
    crate::program::write(folder.path(), "small.xwalk", text);
    let checked = crate::program::xwalk(folder.path(), &["check", "--format", "json"]).ended(0);
    let answer = checked.json();
    let found = answer["diagnostics"].as_array().unwrap().iter();
    let codes: Vec<&str> = found.map(|one| one["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["XW0518"], "{answer}");
}

/// What `condition-in-note` says of a row in a set-theory mapping: the words, or nothing.
fn conditions(row: &str) -> Vec<String> {
    let text = format!(
        "{FRAMEWORKS}mapping m from left@1 to right@1 {{\n  rationale functional\n  {row}\n}}\n"
    );
    let sources = sources([("own.xwalk", text)]);
    let mut levels = Levels::default();
    let code = code("condition-in-note");
    levels.set(code, Level::At(Severity::Warning));
    let found = compile(&sources, &levels).diagnostics;
    let found = found.iter().filter(|diagnostic| diagnostic.code == code);
    found
        .map(|diagnostic| sources.text(diagnostic.primary.place).to_owned())
        .collect()
}

#[test]
fn a_condition_is_found_where_a_containment_is_sure_and_nothing_else_makes_it_one() {
    let note = "\"One of two, if paper counts\"";
    for relation in [
        "equal",
        "subset-of",
        "superset-of",
        "superset-of|equal",
        "subset-of|equal",
    ] {
        assert_eq!(conditions(&format!("L.1 {relation} R.1 {note}")), ["if"]);
    }
    for relation in [
        "intersects-with",
        "overlaps",
        "superset-of|intersects-with",
        "no-relationship",
        "related-to",
    ] {
        let found = conditions(&format!("L.1 {relation} R.1 {note}"));
        assert_eq!(found, NOTHING, "{relation}");
    }
    let when = format!("L.1 equal R.1 when \"paper counts\" {note}");
    assert_eq!(conditions(&when), NOTHING);
    let withdrawn = format!("L.1 equal R.1 status withdrawn {note}");
    assert_eq!(conditions(&withdrawn), NOTHING);
    // A line with several targets has one note.
    assert_eq!(
        conditions(&format!("L.1 superset-of R.1, R.2 {note}")),
        ["if"]
    );
}

#[test]
fn words_of_a_condition_are_whole_words_in_any_case_wherever_the_note_stands() {
    let noted = |note: &str| conditions(&format!("L.1 equal R.1 {note}"));
    assert_eq!(noted("\"If paper counts\""), ["If"]);
    assert_eq!(
        noted("\"Both, Provided That paper counts\""),
        ["Provided That"]
    );
    assert_eq!(
        noted(r#""A \"book\" is enough, unless it burns""#),
        ["unless"]
    );
    assert_eq!(
        noted(
            r#"{
    source "What if"
    note "A book is read as a record"
  }"#
        ),
        ["is read as"]
    );
    assert_eq!(
        noted("{\n    note \"\"\"\n      A book,\n      if kept\n      \"\"\"\n  }"),
        ["if"]
    );
    for other in [
        "Identified and specified",
        "Shared as if it were one, even if late",
        "Logs are read daily and steps are taken to prevent more",
        "Kept as long as needed, once a year, in case of fire, depending on risk",
        "Training provided by others",
        "An account as counted",
    ] {
        assert_eq!(noted(&format!("\"{other}\"")), NOTHING, "{other}");
    }
}
