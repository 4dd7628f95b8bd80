//! What the crosswalk workbook says of small workspaces, as its readers build them.

use super::book;
use super::posture::lines;
use super::posture::workspace::{artifact, line, told};

/// Two frameworks that share an identifier, one of which has moved into the other.
const MOVED: &str = r#"
framework house@1 "House" {
  levels control
  A-1 "Front door"
  A-2 "Back door"
  withdrawn OLD-1 -> law@1:A-1, A-2 "moved"
}
framework law@1 "Law" {
  levels control
  A-1 "Doors by law"
}
"#;

/// The crosswalk workbook of a text.
fn built(text: &str, only: &str) -> Vec<u8> {
    artifact("xlsx", "crosswalk.xlsx", &[text], &["--only", only])
}

#[test]
fn an_identifier_that_has_moved_to_another_framework_says_to_which_even_where_that_is_not_shown() {
    let of = |only| {
        let withdrawn = line(&built(MOVED, only), "Frameworks", "Control", "OLD-1");
        withdrawn["Remarks"].clone()
    };
    assert_eq!(of("house@1,law@1"), "Withdrawn; see law@1:A-1, A-2");
    assert_eq!(of("house@1"), "Withdrawn; see A-2, law@1:A-1");
}

#[test]
fn the_page_says_to_which_framework_an_identifier_has_moved() {
    let only = ["--only", "house@1,law@1"];
    let page = artifact("html", "report.html", &[MOVED], &only);
    let page = String::from_utf8(page).unwrap();
    let (_, row) = page.split_once("OLD-1</span></th>").unwrap();
    let (row, _) = row.split_once("</tr>").unwrap();
    assert!(row.contains(">law@1:A-1</a>"), "{row}");
    assert!(row.contains(">A-2</a>"), "{row}");
}

#[test]
fn a_control_of_which_a_row_says_that_nothing_corresponds_is_a_hole_by_its_definition_too() {
    let text = r#"
framework house@1 "House" {
  levels control
  A-1 "Front door"
  A-2 "Back door"
}
framework law@1 "Law" {
  levels control
  L-1 "Doors by law"
}
mapping ab "House to law" from house@1 to law@1 {
  A-1 subset-of L-1
  A-2 no-relationship *
}
"#;
    let bytes = built(text, "house@1,law@1");
    let columns = ["Mapped", "Verdict"];
    let of = |control| {
        told(
            &line(&bytes, "House 1 x Law 1", "House 1", control),
            columns,
        )
    };
    assert_eq!(of("A-1"), ["yes", "full"]);
    assert_eq!(of("A-2"), ["no", "gap"]);
    let definition = line(&bytes, "Definitions", "Term", "mapped");
    assert!(
        definition["Meaning"].contains("nothing does (no-relationship) does not map it"),
        "{}",
        definition["Meaning"]
    );
}

#[test]
fn of_nothing_that_is_assessable_no_share_is_covered() {
    let text = r#"
framework notes@1 "Notes" {
  levels control
  N-1 "A note" #informative
}
framework law@1 "Law" {
  levels control
  L-1 "Doors by law"
}
mapping ab "Notes to law" from notes@1 to law@1 {
  N-1 intersects-with L-1
}
"#;
    let bytes = built(text, "notes@1,law@1");
    let coverage = lines(&bytes, "Coverage");
    let of = |framework: &str| {
        let own = coverage.iter().find(|line| line["Framework"] == framework);
        told(own.unwrap(), ["Assessable", "Full %", "Overlap %"])
    };
    assert_eq!(of("Notes 1"), ["0", "nothing to count", "nothing to count"]);
    assert_eq!(of("Law 1"), ["1", "0", "1"]);
}

#[test]
fn frameworks_that_nothing_connects_are_not_called_covered() {
    let bytes = built(MOVED, "house@1,law@1");
    let gaps = book::sheet(&bytes, "Gaps");
    assert_eq!(gaps[5][0], "No two frameworks are connected by rows.");
}
