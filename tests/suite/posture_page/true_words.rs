//! What the page says where little is declared, or the same names come twice: nothing that another output denies.

use crate::posture_export::{HELD_BACK, emitted_of};

const FRAMEWORKS: &str = r#"
framework alpha@1 "Alpha" {
  licence "own"
  levels control
  tiers 1 "One", 2 "Two", 3 "Three"
  A-1 "First"
  A-2 "Second"
}
framework gamma@1 "Gamma" {
  licence "own"
  levels control
  A-1 "Other first"
}
"#;

const ORGANIZATION: &str = r#"
organization org "Org" { baseline alpha@1; tolerance 5 }
role board "Board" { decides risk-acceptance, targets, mappings; accountable A-1, A-2 }
assessment now "Now" of alpha@1 {
  assessed 2026-09-30
  achieved-from 2
  A-1 tier 2 -> 3
  A-2 tier 1 -> 3
}
"#;

/// The page of an organization, of which more is declared; here a semicolon ends a line.
fn page(besides: &str) -> String {
    let [own, besides] = [ORGANIZATION, besides].map(|text| text.replace(';', "\n"));
    let artifacts = emitted_of("posture-html", &[FRAMEWORKS, &own, &besides], HELD_BACK);
    String::from_utf8(artifacts[0].bytes.clone()).unwrap()
}

/// The text of a part of the page, from the element of an `id` to the end of its section.
fn part<'p>(page: &'p str, id: &str) -> &'p str {
    let from = page.split_once(&format!("id=\"{id}\"")).unwrap().1;
    from.split_once("</section>").unwrap().0
}

#[test]
fn gaps_without_a_known_risk_are_gaps() {
    let page = page("");
    let gaps = part(&page, "gaps");
    assert!(gaps.contains("Without a known risk"), "{gaps}");
    assert!(!gaps.contains("has reached its target"), "{gaps}");
}

#[test]
fn a_gap_without_a_known_risk_that_no_initiative_closes_needs_a_decision() {
    let page = page(
        r#"roadmap way "Way" for now { phase one "One" { initiative only "Only" { raises A-1 to 3; effort 5d } } }"#,
    );
    let decisions = part(&page, "board-decisions");
    assert!(
        decisions.contains("<b>1 gap is in no initiative</b>"),
        "{decisions}"
    );
    assert!(!decisions.contains("Nothing:"), "{decisions}");
}

#[test]
fn initiatives_of_one_name_in_two_roadmaps_have_a_place_each() {
    let page = page(
        r#"
risk one "One" { threatens A-1; likelihood 2; impact 2; owner board; treatment mitigate }
roadmap first "First" for now { phase p "P" { initiative same "Of the first" { raises A-1 to 3; effort 5d } } }
roadmap second "Second" for now { phase p "P" { initiative same "Of the second" { raises A-2 to 3; effort 5d; treats one } } }
"#,
    );
    for (id, title) in [
        ("first/same", "Of the first"),
        ("second/same", "Of the second"),
    ] {
        let row = page
            .split_once(&format!("<tr id=\"initiative:{id}\""))
            .unwrap()
            .1;
        assert!(row.split_once("</tr>").unwrap().0.contains(title), "{id}");
    }
    let risks = part(&page, "risks");
    assert!(
        risks.contains("href=\"#initiative:second/same\""),
        "{risks}"
    );
    assert!(
        !risks.contains("href=\"#initiative:first/same\""),
        "{risks}"
    );
}

#[test]
fn a_risk_above_the_tolerance_that_is_accepted_needs_no_decision() {
    let risk = |treatment: &str| {
        let declared = format!(
            r#"risk great "Great" {{ threatens A-1; likelihood 3; impact 3; owner board; treatment {treatment} }}"#
        );
        page(&declared)
    };
    assert!(!part(&risk("accept"), "board-decisions").contains("above the tolerance</b>"));
    assert!(part(&risk("mitigate"), "board-decisions").contains("above the tolerance</b>"));
}

#[test]
fn where_two_frameworks_are_assessed_each_is_named() {
    let page = page(
        r#"
role second "Second" { accountable gamma@1:A-1 }
role third "Third" { accountable gamma@1:A-1 }
assessment other "Other" of gamma@1 { assessed 2026-09-30; achieved-from 2; A-1 tier 1 -> 2 }
"#,
    );
    let stand = part(&page, "board-stand");
    for framework in ["Alpha 1", "Gamma 1"] {
        assert!(stand.contains(&format!(">{framework}<")), "{stand}");
    }
    let decisions = part(&page, "board-decisions");
    assert!(decisions.contains("Gamma 1 A-1"), "{decisions}");
}

#[test]
fn the_words_of_an_overlay_are_those_of_the_page() {
    let page = page(r#"overlay words "Words" of alpha@1 { A-1 "In other words" }"#);
    assert!(part(&page, "gaps").contains("A-1") && page.contains("In other words"));
    assert!(!page.contains(">First<"));
}
