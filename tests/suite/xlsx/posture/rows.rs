//! The rows behind verdicts, as they count for the organization.

use super::workspace::{FRAMEWORKS, built, line, told};
use super::{lines, small};
use crate::posture_export::{ALLOWED, HELD_BACK};

const MAPPINGS: &str = r#"
mapping ab "House to law" from house@1 to law@1 {
  status reviewed
  reviewer "Auditor" on 2026-02-02
  A-1 equal L-1 when "cards are taken" "As the court says"
  B-1 equal L-2
  B-1 no-relationship L-2 when "windows are painted on"
}
"#;

const ASSESSMENT: &str = r#"
assessment now "Now" of house@1 {
  assessed      2026-09-30
  achieved-from 2
  A-1 tier 2
  B-1 tier 2
}
"#;

/// An organization in which these conditions hold.
fn organization(holds: &str) -> String {
    format!("organization org \"Org\" {{\n  baseline house@1\n  adopts law@1\n{holds}}}\n")
}

#[test]
fn a_row_counts_where_its_condition_holds_and_not_where_it_is_contradicted_by_one_that_holds() {
    let of = |holds: &str| {
        let organization = organization(holds);
        let bytes = built(&[FRAMEWORKS, MAPPINGS, ASSESSMENT, &organization], &[]);
        let columns = [
            "Row",
            "Counts",
            "Left out because",
            "Verdicts resting on it",
        ];
        let lines = lines(&bytes, "Rows");
        let told = lines.iter().map(|line| told(line, columns));
        // The bundled crosswalks have conditions of their own.
        told.filter(|line| line[0].starts_with("ab/"))
            .collect::<Vec<_>>()
    };
    let condition = "under a condition only";
    assert_eq!(
        of(""),
        [
            ["ab/1", "no", condition, "0"],
            ["ab/2", "yes", "", "1"],
            ["ab/3", "no", condition, "0"],
        ]
    );
    let disputed = "contradicted by other rows";
    assert_eq!(
        of("  holds \"cards are taken\"\n  holds \"windows are painted on\"\n"),
        [
            ["ab/1", "yes", "", "1"],
            ["ab/2", "no", disputed, "0"],
            ["ab/3", "no", disputed, "0"],
        ]
    );
}

#[test]
fn no_verdict_rests_on_a_row_that_does_not_count_or_lacks_one_that_does() {
    for asked in [HELD_BACK, ALLOWED] {
        for line in lines(&small(asked), "Rows") {
            let [counts, bearing, lacking] = told(
                &line,
                ["Counts", "Verdicts resting on it", "Verdicts that lack it"],
            );
            let other = match counts.as_str() {
                "yes" => lacking,
                _ => bearing,
            };
            assert_eq!(other, "0", "{}", line["Row"]);
        }
    }
}

#[test]
fn rows_say_the_same_whatever_frameworks_the_build_is_about() {
    let organization = organization("  holds \"cards are taken\"\n");
    let texts = [FRAMEWORKS, MAPPINGS, ASSESSMENT, &organization];
    let whole = built(&texts, &[]);
    let part = built(&texts, &["--only", "house@1"]);
    for sheet in ["Rows", "Grounds"] {
        assert_eq!(lines(&part, sheet), lines(&whole, sheet), "{sheet}");
    }
    let row = line(&part, "Rows", "Row", "ab/1");
    assert_eq!(
        told(
            &row,
            [
                "From", "Source", "Relation", "To", "Target", "Status", "Note", "Place"
            ]
        ),
        [
            "House 1",
            "A-1",
            "equal",
            "Law 1",
            "L-1",
            "reviewed",
            "As the court says",
            "a.xwalk:22"
        ]
    );
    let ground = line(&part, "Grounds", "Behind it", "ab/1");
    assert_eq!(
        told(&ground, ["What it says", "Status"]),
        ["A-1 equal L-1 (House 1 → Law 1)", "reviewed"]
    );
}
