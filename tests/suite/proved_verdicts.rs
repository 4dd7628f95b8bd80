//! Each rule by which proofs give a control a better verdict than rows alone, in a few lines of the language.

use xwalk::report::Report;

use crate::proof_report::report_on;

/// T is to be covered by S, with M in between.
const FRAMEWORKS: &str = "
framework m@1 { M.1 {}
  M.2 {} }
framework s@1 { S.1 {}
  S.2 {} }
framework t@1 { T.1 {}
  T.2 {} }
";

/// Hands on the report on these frameworks and some mappings between them: `t s`, then rows.
fn with<T>(mappings: &[(&str, &str)], look: impl FnOnce(&Report<'_>) -> T) -> T {
    let mut text = FRAMEWORKS.to_owned();
    for (at, (ends, rows)) in mappings.iter().enumerate() {
        let (from, to) = ends.split_once(' ').unwrap();
        text += &format!("mapping m{at} from {from}@1 to {to}@1 {{\n{rows}\n}}\n");
    }
    report_on(&text, look)
}

/// `T.1: not reviewed, full: Proved to be contained in S.1`, one line for each control of T that proofs improve.
fn improved(report: &Report<'_>) -> String {
    let at = |key: &str| {
        let mut known = report.frameworks.iter();
        known.find(|(_, one)| one.key == key).map(|(at, _)| at)
    };
    let coverage = report
        .coverage_of(at("t@1").unwrap(), at("s@1").unwrap())
        .unwrap();
    let lines = coverage.verdicts.iter().filter_map(|line| {
        let (stated, proved) = (&line.stated, line.proved.as_ref().unwrap());
        assert!(proved.verdict <= stated.verdict || proved.why.contains("nothing in common"));
        let [before, after] = [stated, proved].map(|cell| cell.verdict.word());
        let identifier = report.controls[line.control].identifier;
        (before != after).then(|| format!("{identifier}: {before}, {after}: {}", proved.why))
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn what_lies_within_something_that_lies_within_is_full() {
    let mappings = [
        ("t m", "T.1 subset-of M.1"),
        ("m s", "M.1 subset-of|equal S.1"),
    ];
    assert_eq!(
        with(&mappings, improved),
        "T.1: not reviewed, full: Proved to be contained in S.1"
    );
}

#[test]
fn what_shares_with_a_part_overlaps_with_the_whole() {
    let mappings = [
        ("t m", "T.1 intersects-with M.1"),
        ("m s", "M.1 subset-of S.1"),
    ];
    assert_eq!(
        with(&mappings, improved),
        "T.1: not reviewed, overlap: Proved to share something with S.1"
    );
}

#[test]
fn a_stated_overlap_can_be_proved_to_be_full() {
    let mappings = [
        ("t m", "T.1 equal M.1"),
        ("m s", "M.1 subset-of S.1"),
        ("t s", "T.1 overlaps S.1"),
    ];
    assert_eq!(
        with(&mappings, improved),
        "T.1: overlap, full: Proved to be contained in S.1"
    );
}

#[test]
fn what_intersects_with_something_that_intersects_stays_open() {
    let mappings = [
        ("t m", "T.1 intersects-with M.1\nT.2 subset-of M.2"),
        ("m s", "M.1 intersects-with S.1\nM.2 equal S.2"),
    ];
    assert_eq!(
        with(&mappings, improved),
        "T.2: not reviewed, full: Proved to be contained in S.2"
    );
}

#[test]
fn what_lies_within_something_that_shares_nothing_is_a_gap() {
    let mappings = [
        ("t m", "T.1 subset-of M.1"),
        ("m s", "M.1 no-relationship *"),
    ];
    assert_eq!(
        with(&mappings, improved),
        "T.1: not reviewed, gap: Proved to have nothing in common with any control of s 1"
    );
}

#[test]
fn a_union_is_full_when_each_of_its_parts_is() {
    let mappings = [
        ("t m", "T.1 subset-of M.1 + M.2"),
        ("m s", "M.1 subset-of S.1\nM.2 equal S.2"),
    ];
    assert_eq!(
        with(&mappings, improved),
        "T.1: not reviewed, full: Proved to be contained in what 2 controls ask together: S.1, S.2"
    );
    let one_only = [
        ("t m", "T.1 subset-of M.1 + M.2"),
        ("m s", "M.1 subset-of S.1\nM.2 overlaps S.2"),
    ];
    assert_eq!(with(&one_only, improved_if_connected), "");
}

fn improved_if_connected(report: &Report<'_>) -> String {
    let connected = report.coverage.iter().any(|coverage| {
        let ends = [coverage.of, coverage.by].map(|at| report.frameworks[at].key.as_str());
        ends == ["t@1", "s@1"]
    });
    if connected {
        improved(report)
    } else {
        String::new()
    }
}

#[test]
fn frameworks_that_only_proofs_connect_have_a_coverage_in_both_directions() {
    let mappings = [("t m", "T.1 subset-of M.1"), ("m s", "M.1 equal S.1")];
    with(&mappings, |report| {
        let directions = report.coverage.iter();
        let directions: Vec<_> = directions
            .map(|coverage| {
                let [of, by] =
                    [coverage.of, coverage.by].map(|at| report.frameworks[at].key.as_str());
                (of, by, coverage.mappings.len())
            })
            .collect();
        assert_eq!(
            directions,
            [
                ("m@1", "s@1", 1),
                ("m@1", "t@1", 1),
                ("s@1", "m@1", 1),
                ("s@1", "t@1", 0),
                ("t@1", "m@1", 1),
                ("t@1", "s@1", 0),
            ]
        );
    });
}

#[test]
fn what_equals_a_related_pair_is_not_related_if_another_rationale_rules_it_out() {
    let related = [
        ("t m", "T.1 related-to M.1 functional"),
        (
            "m s",
            "M.1 equal S.1 functional\nM.1 no-relationship S.1 semantic",
        ),
    ];
    let (verdict, _) = with(&related, improved)
        .split_once(" by way of")
        .map(|(before, after)| (before.to_owned(), after.to_owned()))
        .unwrap_or_default();
    assert_eq!(verdict, "T.1: not reviewed, related: Related,");
    let [relates, equals] = related;
    let denied = [relates, equals, ("t s", "T.1 no-relationship S.1 semantic")];
    assert_eq!(with(&denied, improved), "");
}
