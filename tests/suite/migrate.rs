//! A mapping carried over to a new edition: what is proved, what has to be looked at again, what is lost and what new.

use std::collections::BTreeMap;
use std::path::Path;

use proptest::prelude::*;
use tempfile::TempDir;
use xwalk::analysis::{Migration, Prover, Standpoint, migrate};
use xwalk::compile::compile;
use xwalk::diagnostic::Levels;
use xwalk::model::{End, Model};
use xwalk::relation::{Label, Relation};
use xwalk::source::{Origin, Source, SourceMap};

use crate::program::{Run, write, xwalk};

/// Two editions: `D-1` and `D-8` were renumbered, `D-2` was split, `D-3` and `D-4` were merged, `D-5` is withdrawn in
/// favour of another control, `D-6` is gone, `D-7` was rewritten, and `N-6` is new.
const EDITIONS: &str = r#"framework door@1 "Door rules" {
  licence "own"
  levels  rule
  D-1 "Doors are locked at night"
  D-2 "Keys are counted and kept in a safe"
  D-3 "Windows are shut"
  D-4 "Shutters are down"
  D-5 "Visitors are written down"
  D-6 "Dogs are fed"
  D-7 "Alarms are tested"
  D-8 "Lamps are lit"
  D-9 "Stairs are swept"
}

framework door@2 "Door rules" {
  licence  "own"
  levels   rule
  succeeds door@1
  N-1 "Doors are locked at night"
  N-2 "Keys are counted"
  N-3 "Keys are kept in a safe"
  N-4 "Openings are closed"
  N-5 "Visitors are recorded"
  N-6 "Cameras record"
  N-7 "Alarms are tested and heard"
  N-8 "Lamps are lit"
  N-9 "Stairs are swept"
  withdrawn D-5 -> N-5  "moved"
}

framework key@1 "Key rules" {
  licence "own"
  levels  rule
  K-1 "Locks"
  K-2 "Key custody"
  K-3 "Closing"
  K-4 "Guests"
  K-5 "Animals"
  K-6 "Tests"
  K-7 "Counting"
}

mapping old-new "Editions" from door@1 to door@2 {
  author    "Standards team"
  rationale functional
  D-1  equal            N-1        strength 10  "Only the number changed"
  D-2  equal            N-2 + N-3  strength 10  "Split in two"
  D-3  subset-of        N-4        strength 5   "Merged"
  D-4  subset-of        N-4        strength 5   "Merged"
  D-7  intersects-with  N-7        strength 5   "Rewritten"
  D-8  equal            N-8        strength 10
  D-9  equal            N-9        strength 10
}
"#;

const THERE: &str = r#"
mapping door-key "Door rules to key rules" from door@1 to key@1 {
  author    "Standards team"
  use-case  "Hand keys out"
  rationale functional
  D-1  equal            K-1  strength 10  "Locking is locking"
  D-1  no-relationship  K-5  strength 0   "Not about animals"
  D-2  equal            K-2  strength 10  "Custody is both"
  D-2  superset-of      K-7  strength 4   "Counting is a part"
  D-2  intersects-with  K-1  strength 3   "Safes have \"locks\""
  D-2  subset-of        K-3  strength 3
  D-3  superset-of      K-3  strength 6   "Closing is a part of shutting"
  D-4  subset-of        K-6  strength 2
  D-5  equal            K-4  strength 10
  D-6  subset-of        K-5  strength 5   "Feeding is a part of keeping"
  D-7  superset-of      K-6  strength 5
  D-8  no-relationship  *
}
"#;

const CARRIED: &str = r#"// Carried over with `xwalk migrate door@1 door@2 door-key`:
// what the rows of door-key and of old-new together prove of door@2, and what is only called related.
// Nobody has judged these rows. Review them one by one: keep a row, say more exactly what holds, or delete it.
// Then name yourself as `author`, a second person as `reviewer`, and raise the status.
// Below, in comments that claim nothing, is what has to be looked at again.

/// Rows of `door-key` as they are proved to hold for door@2, to be reviewed.
mapping door-key-door-2 "Door rules to key rules, carried over to door@2" from door@2 to key@1 {
  source   "Proved from door-key, old-new"
  use-case "Hand keys out"
  status   draft
  style    set-theory
  complete none

  N-1        equal            K-1  functional strength 10  "proved: N-1 equal D-1 (old-new), D-1 equal K-1 (door-key); was: D-1 equal K-1 strength 10, Locking is locking"
  N-1        no-relationship  K-5  functional strength 0   "proved: N-1 equal D-1 (old-new), D-1 no-relationship K-5 (door-key); was: D-1 no-relationship K-5 strength 0, Not about animals"
  N-2 + N-3  equal            K-2  functional strength 10  "proved: D-2 equal N-2 + N-3 (old-new), D-2 equal K-2 (door-key); was: D-2 equal K-2 strength 10, Custody is both"
  N-2 + N-3  subset-of        K-3  functional strength 3   "proved: D-2 equal N-2 + N-3 (old-new), D-2 subset-of K-3 (door-key); was: D-2 subset-of K-3 strength 3"
  N-2 + N-3  superset-of      K-7  functional strength 4   "proved: D-2 equal N-2 + N-3 (old-new), D-2 superset-of K-7 (door-key); was: D-2 superset-of K-7 strength 4, Counting is a part"
  N-4        superset-of      K-3  functional strength 5   "proved: N-4 superset-of D-3 (old-new), D-3 superset-of K-3 (door-key); was: D-3 superset-of K-3 strength 6, Closing is a part of shutting"
  N-4        overlaps         K-6  functional strength 2   "proved: N-4 superset-of D-4 (old-new), D-4 subset-of K-6 (door-key); was: D-4 subset-of K-6 strength 2"
  N-8        no-relationship  *    functional              "proved: N-8 equal D-8 (old-new), D-8 no-relationship * (door-key)"
}

// To be looked at again: old rows from which nothing follows for door@2, or not for everything that their controls became.
//
// D-2 "Keys are counted and kept in a safe"
//   became: D-2 equal N-2 + N-3 (old-new:47)
//   but N-2 + N-3 contain it together, and what was shared with it may be in one of them alone
//   nothing follows for N-2, N-3:
//   - D-2 intersects-with K-1 strength 3 (door-key:10), Safes have "locks"
//
// D-5 "Visitors are written down"
//   withdrawn in favour of N-5
//   nothing follows for N-5:
//   - D-5 equal K-4 strength 10 (door-key:14)
//
// D-7 "Alarms are tested"
//   became: D-7 intersects-with N-7 (old-new:50)
//   but it only overlaps with N-7, and what was shared with it may be outside
//   nothing follows for N-7:
//   - D-7 superset-of K-6 strength 5 (door-key:16)

// Lost: nothing in door@2 continues these controls. Their rows have no place in the new edition.
//
// D-6 "Dogs are fed"
//   - D-6 subset-of K-5 strength 5 (door-key:15), Feeding is a part of keeping

// New: these controls of door@2 continue nothing of door@1.
//   N-6 "Cameras record"

// Without a row: these controls of door@2 continue old ones, to which door-key has no row either.
//   N-9 "Stairs are swept"
"#;

fn workspace(mapping: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    write(folder.path(), "editions.xwalk", EDITIONS);
    write(folder.path(), "mapping.xwalk", mapping);
    folder
}

fn migrated(folder: &Path) -> Run {
    xwalk(folder, &["migrate", "door@1", "door@2", "door-key"]).ended(0)
}

#[test]
fn rows_are_proved_for_what_was_renumbered_split_and_merged_and_the_rest_is_told() {
    let folder = workspace(THERE);
    let told = migrated(folder.path());
    assert_eq!(told.out, CARRIED);
    assert_eq!(
        told.err,
        "door-key for door@2: 8 rows to review\n\
         12 old rows: 8 carried over in full, 0 in part, 4 not (1 of them lost with 1 control); what is not carried over in full is listed below the rows\n\
         9 controls of door@2: 5 with a row, 3 with none yet (1 of them had none before either), 1 new in the edition\n"
    );
}

#[test]
fn what_is_carried_over_is_canonical_compiles_without_a_finding_and_is_carried_over_once() {
    let folder = workspace(THERE);
    let migrate = ["migrate", "door@1", "door@2", "door-key", "-o", "new.xwalk"];
    let told = xwalk(folder.path(), &migrate).ended(0);
    assert_eq!(told.out, "wrote new.xwalk\n");
    xwalk(folder.path(), &["fmt", "--check", "new.xwalk"]).ended(0);
    let checked = xwalk(folder.path(), &["check", "--deny", "warnings"]).ended(0);
    assert!(checked.err.contains("nothing to report"), "{}", checked.err);

    let refused = xwalk(folder.path(), &migrate).ended(2);
    assert!(
        refused.err.contains("new.xwalk exists already"),
        "{}",
        refused.err
    );
    // The name that it took is taken now.
    xwalk(
        folder.path(),
        &[&migrate[..4], &["-o", "again.xwalk", "-q"]].concat(),
    )
    .ended(0);
    let again = std::fs::read_to_string(folder.path().join("again.xwalk")).unwrap();
    assert!(again.contains("mapping door-key-door-2-2 "), "{again}");
}

#[test]
fn a_mapping_to_the_old_edition_is_carried_over_as_well() {
    let folder = workspace(
        r#"
mapping door-key "Key rules to door rules" from key@1 to door@1 {
  rationale functional
  K-1      equal            D-1
  K-2      subset-of        D-2
  K-3      subset-of        D-3
  K-6      superset-of      D-4
  K-4 + K-5  superset-of    D-8
  *        no-relationship  D-9
  K-7      no-relationship  *
}
"#,
    );
    let told = migrated(folder.path());
    assert!(told.out.contains("from key@1 to door@2 {"), "{}", told.out);
    for row in [
        "K-1        equal            N-1        functional",
        "K-2        subset-of        N-2 + N-3  functional",
        "K-3        subset-of        N-4        functional",
        "K-4 + K-5  superset-of      N-8        functional",
        "*          no-relationship  N-9        functional",
        "K-6        overlaps         N-4        functional",
    ] {
        assert!(
            told.out.contains(&format!("\n  {row}")),
            "{row}: {}",
            told.out
        );
    }
    let open = "// all of door@1\n//   does not follow for 4 controls of the new edition: N-4, N-5, N-6, N-7:\n//   - K-7 no-relationship * (door-key:10)\n";
    assert!(told.out.contains(open), "{}", told.out);
}

#[test]
fn rows_that_do_not_count_are_to_be_looked_at_again() {
    let folder = workspace(
        r#"
mapping door-key "Door rules to key rules" from door@1 to key@1 {
  rationale functional
  D-1  equal     K-1  when "it is night"
  D-1  equal     K-4  status withdrawn
  D-1  supports  K-2
  D-1  equal     K-3  status final
}
"#,
    );
    let told = migrated(folder.path());
    for line in [
        "//   left out, under a condition only:\n//   - D-1 equal K-1 (door-key:4), when it is night\n",
        "//   says nothing about sets:\n//   - D-1 supports K-2 (door-key:6)\n",
    ] {
        assert!(told.out.contains(line), "{}", told.out);
    }
    assert!(!told.out.contains("K-4"), "{}", told.out);
    assert!(
        told.err
            .contains("3 old rows: 1 carried over in full, 0 in part, 2 not;"),
        "{}",
        told.err
    );
    let floor = [
        "migrate", "door@1", "door@2", "door-key", "--status", "final",
    ];
    let told = xwalk(folder.path(), &floor).ended(0);
    assert!(
        told.out.contains("so that there is no mapping here"),
        "{}",
        told.out
    );
    assert!(
        told.out
            .contains("//   left out, below the status asked for:\n"),
        "{}",
        told.out
    );
}

#[test]
fn a_control_that_no_row_leads_on_from_is_followed_through_the_hierarchy_and_by_its_identifier() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    write(
        folder.path(),
        "all.xwalk",
        r#"
framework old@1 "Old" {
  nesting subset
  P "Doors" {
    C-1 "Locks"
  }
  Q.1 "Keys"
}
framework old@2 "New" {
  R    "Doors"
  Q.01 "Keys"
}
framework x@1 "X" {
  X-1 "One"
  X-2 "Two"
}
mapping editions "Editions" from old@2 to old@1 {
  rationale functional
  R  equal  P
}
mapping old-x "Old to X" from old@1 to x@1 {
  rationale functional
  C-1  superset-of  X-1
  Q.1  equal        X-2
  C-1  subset-of    X-2
}
"#,
    );
    let told = xwalk(folder.path(), &["migrate", "old@1", "old@2", "old-x"])
        .ended(0)
        .out;
    let row = "  R  superset-of  X-1  functional  \"proved: R equal P (editions), P has the part C-1, C-1 superset-of X-1 (old-x)\"\n";
    assert!(told.contains(row), "{told}");
    let row = "  R  overlaps     X-2  functional  \"proved: ";
    assert!(told.contains(row), "{told}");
    let again = "// Q.1 \"Keys\"\n//   no row says what became of it; the new edition has Q.01\n//   nothing follows for Q.01:\n//   - Q.1 equal X-2 (old-x:24)\n";
    assert!(told.contains(again), "{told}");
}

/// Old controls that became several: in part, in unions, in categories.
const PARTED: &str = r#"
framework old@1 "Old" {
  nesting subset
  A-1 "Doors"
  A-2 "Keys"
  A-3 "Alarms"
  A-4 "Guests"
}
framework old@2 "New" {
  nesting subset
  B "Openings" {
    B-1 "Doors"
    B-2 "Gates"
  }
  C "Alarms" {
    C-1 "Bells"
  }
}
framework x@1 "X" {
  nesting subset
  X "All" {
    X-1 "One"
    X-2 "Two"
  }
}
mapping editions "Editions" from old@1 to old@2 {
  A-1        intersects-with  B-1
  A-1        intersects-with  B-2
  A-1        subset-of        B-1 + B-2
  A-1 + A-2  superset-of      B-1
  A-2        superset-of      B-2
  A-2        related-to       B, C-1
  A-2        related-to       B-2
  A-3        subset-of        B-2
  A-4        equal            B
  A-4        equal|superset-of  B
  A-4        superset-of      B-1
}
mapping old-x "Old to X" from old@1 to x@1 {
  A-1  related-to  X, X-2
  A-2  related-to  X-2
  A-3  related-to  X-1  "Bells are tested"
  A-4  equal       X
}
"#;

#[test]
fn what_contains_an_old_control_comes_first_and_each_block_says_why_too_little_follows() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    write(folder.path(), "all.xwalk", PARTED);
    let told = xwalk(folder.path(), &["migrate", "old@1", "old@2", "old-x"]).ended(0);
    let block = "\
// A-1 \"Doors\"
//   became: A-1 subset-of B-1 + B-2 (editions:29)
//   became: A-1 intersects-with B-1 (editions:27)
//   became: A-1 intersects-with B-2 (editions:28)
//   became: A-1 + A-2 superset-of B-1 (editions:30)
//   but B-1 + B-2 contain it together, and what was shared with it may be in one of them alone
//   nothing follows for B-1, B-2:
//   - A-1 related-to X-2 (old-x:40)
//
// A-2 \"Keys\"
//   became: A-1 + A-2 superset-of B-1 (editions:30)
//   became: A-2 superset-of B-2 (editions:31)
//   became: A-2 related-to B, C-1 (editions:32)
//   but it contains B-2, and what was shared with it may be in the rest; it is only called related to C-1; \
no row that counts says how it relates to B-1 alone
//   nothing follows for B-1, B-2, C-1:
//   - A-2 related-to X-2 (old-x:41)
";
    assert!(told.out.ends_with(block), "{}", told.out);
    assert!(
        told.err
            .contains("5 old rows: 3 carried over in full, 0 in part, 2 not;"),
        "{}",
        told.err
    );
}

#[test]
fn a_note_says_by_which_old_row_a_new_one_is_proved_and_finds_each_row_without_its_line() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    write(folder.path(), "all.xwalk", PARTED);
    let told = xwalk(folder.path(), &["migrate", "old@1", "old@2", "old-x"])
        .ended(0)
        .out;
    let rows: Vec<&str> = told
        .lines()
        .filter(|line| line.contains("proved: "))
        .collect();
    assert_eq!(
        rows,
        [
            // Two rows of the crosswalk have these ends: there the line tells which is meant. And `B` is no assessable control,
            // but equal to an old one that is.
            r#"  B    equal            X  "proved: B equal A-4 (editions:35), A-4 equal X (old-x)""#,
            r#"  B-1  subset-of        X  "proved: B-1 subset-of A-4 (editions), A-4 equal X (old-x); also in place of the row of A-1, which the proof does not need""#,
            r#"  B-2  equal|subset-of  X  "proved: B-2 is part of B, B equal|subset-of A-4 (editions:36), A-4 equal X (old-x); in place of the row of A-1, which the proof does not need""#,
            r#"  B-2  related-to  X-1  "carried over, not proved: B-2 superset-of A-3 (editions), A-3 related-to X-1 (old-x); was: A-3 related-to X-1, Bells are tested""#,
        ]
    );
}

#[test]
fn a_category_stands_for_an_old_control_only_where_nothing_below_it_does() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    let editions = |rows: &str| {
        let text = format!(
            r#"
framework old@1 "Old" {{
  A "All" {{
    A-1 "One"
  }}
}}
framework old@2 "New" {{
  nesting subset
  B "All" {{
    B-1 "One"
  }}
}}
framework x@1 "X" {{
  X-1 "One"
}}
mapping editions "Editions" from old@1 to old@2 {{
{rows}
}}
mapping old-x "Old to X" from old@1 to x@1 {{
  A    related-to  X-1
  A-1  related-to  X-1
}}
"#
        );
        write(folder.path(), "all.xwalk", &text);
        let told = xwalk(folder.path(), &["migrate", "old@1", "old@2", "old-x"]);
        let out = told.ended(0).out;
        let rows = out
            .lines()
            .filter_map(|line| line.split_once("  related-to  "));
        rows.map(|(new, _)| new.trim().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(editions("A-1 subset-of B-1\nA-1 subset-of B"), ["B-1"]);
    assert_eq!(editions("A-1 subset-of B"), ["B"]);
    assert_eq!(editions("A-1 subset-of B-1\nA subset-of B"), ["B", "B-1"]);
}

#[test]
fn rows_that_say_only_related_prove_nothing_and_the_summary_says_what_would() {
    let folder = workspace(
        r#"
mapping door-key "Door rules to key rules" from door@1 to key@1 {
  D-1  related-to  K-1, K-2
  D-2  related-to  K-2
  D-6  related-to  K-5
}
"#,
    );
    let rows = EDITIONS.find("  D-1  equal").unwrap();
    let related = "  D-1  related-to  N-1\n  D-2  related-to  N-2, N-3\n}\n";
    let editions = format!("{}{related}", &EDITIONS[..rows]);
    write(folder.path(), "editions.xwalk", &editions);
    let migrate = ["migrate", "door@1", "door@2", "door-key"];
    let told = xwalk(
        folder.path(),
        &[&migrate[..], &["-o", "new.xwalk"]].concat(),
    )
    .ended(0);
    assert!(
        told.err.starts_with(
            "door-key for door@2: 0 rows to review\n\
             4 old rows: 0 carried over in full, 0 in part, 4 not (1 of them lost with 1 control); what is not carried over in full is listed below the rows\n\
             9 controls of door@2: 0 with a row, 4 with none yet (1 of them had none before either), 5 new in the edition\n\
             note: of 2 old controls old-new says no more than `related-to`, and nothing follows from that for 3 rows."
        ),
        "{}",
        told.err
    );
    let text = std::fs::read_to_string(folder.path().join("new.xwalk")).unwrap();
    let comments = text.lines().filter(|line| line.starts_with("//")).count();
    let blank = text.lines().filter(|line| line.is_empty()).count();
    assert_eq!(comments + blank, text.lines().count());
    xwalk(folder.path(), &["fmt", "--check", "new.xwalk"]).ended(0);
    xwalk(folder.path(), &["check", "--deny", "warnings", "new.xwalk"]).ended(0);
}

#[test]
fn the_bundled_crosswalk_of_two_editions_carries_a_bundled_mapping_over_and_the_counts_add_up() {
    let folder = TempDir::new().unwrap();
    let migrate = ["migrate", "nist-csf@1.1", "nist-csf@2.0", "olir-hipaa-csf1"];
    let told = xwalk(folder.path(), &migrate).ended(0);
    let [title, old, new] = told.err.lines().collect::<Vec<_>>()[..] else {
        panic!("{}", told.err);
    };
    let proved = told.out.lines().filter(|line| line.contains("proved: "));
    let rows = format!("nist-csf@2.0: {} rows to review", proved.count());
    assert!(title.ends_with(&rows), "{title}");
    for (line, starts) in [
        (old, "764 old rows: "),
        (new, "106 controls of nist-csf@2.0: "),
    ] {
        assert!(line.starts_with(starts), "{line}");
        // What stands in brackets is a part of what stands before it.
        let [total, parts @ ..] = &line
            .split([':', ',', ';'])
            .filter_map(|part| part.split_whitespace().next()?.parse().ok())
            .collect::<Vec<usize>>()[..]
        else {
            panic!("{line}");
        };
        assert_eq!(parts.iter().sum::<usize>(), *total, "{line}");
        assert!(parts.iter().all(|part| *part > 0), "{line}");
    }
}

#[test]
fn what_cannot_be_carried_over_is_said() {
    let folder = workspace(THERE);
    let refused = |arguments: &[&str], said: &str| {
        let refused = xwalk(folder.path(), &[&["migrate"], arguments].concat()).ended(2);
        assert!(refused.err.contains(said), "{}", refused.err);
    };
    refused(&["door@1", "door@1", "door-key"], "`door@1` is named twice");
    refused(
        &["door@2", "door@1", "door-key"],
        "`door-key` maps `door@1` to `key@1`, not the old edition `door@2`",
    );
    refused(
        &["door@1", "door@2", "old-new"],
        "`old-new` is itself a crosswalk between the two editions",
    );
    refused(
        &["door@1", "nist-csf@2.0", "door-key"],
        "no mapping connects `door@1` and `nist-csf@2.0`",
    );
    refused(
        &["door@1", "door@2", "door-keys"],
        "there is no mapping `door-keys`; the nearest is `door-key`",
    );
}

/// Sets of three elements; a control of each identifier is one of them.
type Sets = BTreeMap<&'static str, u8>;

const CONTROLS: [&str; 9] = ["A1", "A2", "A3", "B1", "B2", "B3", "C1", "C2", "C3"];

/// How two sets lie.
fn relation(one: u8, other: u8) -> Relation {
    match (one & other, one & !other, other & !one) {
        (0, _, _) => Relation::NoRelationship,
        (_, 0, 0) => Relation::Equal,
        (_, 0, _) => Relation::SubsetOf,
        (_, _, 0) => Relation::SupersetOf,
        _ => Relation::IntersectsWith,
    }
}

/// A row that is true of some sets: ends by their numbers within their frameworks, a union if there are two, and which of
/// the relations that are true to write down.
#[derive(Clone, Debug)]
struct Row {
    source: (usize, Option<usize>),
    target: (usize, Option<usize>),
    choice: usize,
}

fn row() -> impl Strategy<Value = Row> {
    let end = || (0..3_usize, prop::option::weighted(0.25, 0..3_usize));
    (end(), end(), 0..8_usize).prop_map(|(source, target, choice)| {
        let target = if source.1.is_some() {
            (target.0, None)
        } else {
            target
        };
        Row {
            source,
            target,
            choice,
        }
    })
}

impl Row {
    /// The row as it is written between two frameworks; `None` if the language has no such row.
    fn text(&self, sets: &Sets, from: &str, to: &str) -> Option<String> {
        let end = |framework: &str, (first, second): (usize, Option<usize>)| {
            let mut parts = vec![first];
            parts.extend(second.filter(|second| *second != first));
            let names: Vec<String> = parts
                .iter()
                .map(|part| format!("{framework}{}", part + 1))
                .collect();
            let set = names.iter().fold(0, |set, name| set | sets[name.as_str()]);
            (names.join(" + "), set, names.len() > 1)
        };
        let (source, one, joined) = end(from, self.source);
        let (target, other, joined_target) = end(to, self.target);
        let truth = relation(one, other);
        let apart = |all: &str| {
            CONTROLS
                .iter()
                .filter(|name| name.starts_with(all))
                .all(|name| sets[name] & one == 0)
        };
        if !joined && apart(to) && self.choice < 4 {
            return Some(format!("  {source} no-relationship *\n"));
        }
        let labels = Label::SAYABLE
            .into_iter()
            .filter(|label| label.allows(truth) && *label != Label::ANY);
        let labels = labels.filter(|label| {
            let strict =
                [Relation::Equal, Relation::SubsetOf, Relation::SupersetOf].map(Label::only);
            let for_union =
                strict.contains(label) || [Label::WITHIN, Label::CONTAINS].contains(label);
            for_union || !(joined || joined_target)
        });
        let labels: Vec<Label> = labels.collect();
        // Mostly the exact one, which comes first.
        let label = labels
            .get(self.choice.saturating_sub(4))
            .or(labels.first())?;
        Some(format!("  {source} {label} {target}\n"))
    }
}

/// Two editions, A and B, and another framework, C, with rows that are true of the sets.
fn world(sets: &Sets, crosswalk: &[Row], mapping: &[Row], from_old: bool) -> String {
    let mut text = String::new();
    for framework in ["A", "B", "C"] {
        text += &format!("framework {}@1 \"F\" {{\n", framework.to_lowercase());
        for number in 1..=3 {
            text += &format!("  {framework}{number} \"T\"\n");
        }
        text += "}\n";
    }
    let ends = if from_old { ("A", "C") } else { ("C", "A") };
    for (name, rows, (from, to)) in [("cross", crosswalk, ("A", "B")), ("carry", mapping, ends)] {
        let (source, target) = (from.to_lowercase(), to.to_lowercase());
        text += &format!("mapping {name} \"M\" from {source}@1 to {target}@1 {{\n");
        text.extend(rows.iter().filter_map(|row| row.text(sets, from, to)));
        text += "}\n";
    }
    text
}

/// The set of an end.
fn set(model: &Model<'_>, sets: &Sets, end: &End) -> u8 {
    let controls = end.controls().iter();
    controls.fold(0, |set, id| set | sets[model.controls[*id].identifier])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_carried_over_is_true_and_no_row_is_lost_from_sight(
        masks in prop::array::uniform9(1..8_u8),
        crosswalk in prop::collection::vec(row(), 1..6),
        mapping in prop::collection::vec(row(), 1..6),
        from_old in any::<bool>(),
    ) {
        let sets: Sets = CONTROLS.into_iter().zip(masks).collect();
        let source = Source::new("a.xwalk", world(&sets, &crosswalk, &mapping, from_old), Origin::Workspace);
        let sources = SourceMap::new(vec![source]);
        let compilation = compile(&sources, &Levels::default());
        let (model, logic) = (&compilation.model, &compilation.logic);
        prop_assert!(logic.contradictions.is_empty());
        let framework = |name: &str| model.frameworks.iter().find(|(_, framework)| framework.name == name).unwrap().0;
        let (old, new) = (framework("a"), framework("b"));
        let Some((carry, _)) = model.mappings.iter().find(|(_, mapping)| mapping.name == "carry") else {
            return Ok(());
        };
        let migration = migrate(model, logic, [old, new], carry);
        let name = |end: &End| model.controls[end.controls()[0]].identifier.to_owned();
        for carried in &migration.carried {
            let (edition, other) = (&carried.edition, &carried.other);
            let holds = match (edition, other) {
                (End::Everything, _) => CONTROLS[3..6].iter().all(|new| sets[new] & set(model, &sets, other) == 0),
                (_, End::Everything) => CONTROLS[6..].iter().all(|one| sets[one] & set(model, &sets, edition) == 0),
                _ => carried.label.allows(relation(set(model, &sets, edition), set(model, &sets, other))),
            };
            prop_assert!(holds, "{} {}", name(edition), carried.label);
            prop_assert!(!carried.rows.is_empty());
        }
        for (id, row) in model.rows_of(carry) {
            let carried = migration.carried.iter().any(|carried| carried.rows.contains(&id));
            let again = migration.again.iter().any(|again| again.row == id);
            prop_assert!(carried || again, "{:?}", row.label);
        }
        complete(model, &logic.prover_of(model, Standpoint::All, |_| true), &migration)?;
    }
}

/// What is proved of a successor and of what an old row names is carried over, by itself or within a union.
fn complete(
    model: &Model<'_>,
    prover: &Prover<'_, '_, '_>,
    migration: &Migration,
) -> Result<(), TestCaseError> {
    let carry = model
        .mappings
        .iter()
        .find(|(_, mapping)| mapping.name == "carry")
        .unwrap();
    let from_old = model.frameworks[carry.1.from].name == "a";
    for (_, row) in model.rows_of(carry.0) {
        let (edition, other) = if from_old {
            (&row.source, &row.target)
        } else {
            (&row.target, &row.source)
        };
        for old in edition.controls() {
            for successor in migration.succession.of_control(*old) {
                let known = prover.about(successor.control);
                for other in other.controls() {
                    let label = known.label(*other);
                    let worth_saying = label.implies(Label::OVERLAPS)
                        || label == Label::only(Relation::NoRelationship);
                    let carried = migration.carried.iter().any(|carried| {
                        carried.edition.controls().contains(&successor.control)
                            && carried.other.controls().contains(other)
                    });
                    prop_assert!(carried || !worth_saying);
                }
            }
        }
    }
    Ok(())
}
