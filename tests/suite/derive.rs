//! A mapping file with what is proved between two frameworks.

use tempfile::TempDir;
use xwalk::analysis::Standpoint;
use xwalk::compile::compile;
use xwalk::diagnostic::{Levels, Severity};
use xwalk::model::RowId;

use crate::harness::sources;
use crate::program::{write, xwalk};

const FRAMEWORKS: &str = r#"framework f@1 "F" {
  F1 "One"
  F2 "Two"
}
framework g@1 "G" {
  nesting subset
  G "All" {
    G1 "First"
    G2 "Second"
  }
}
framework h@1 "H" {
  `H 1` "Alpha"
  H2 "Beta"
}
"#;

const MAPPINGS: &str = r#"mapping fg from f@1 to g@1 {
  rationale functional
  F1 subset-of|equal G1  strength 8 confidence high
  F2 overlaps G2
  F1 related-to G2 strength 3
}
mapping gh from g@1 to h@1 {
  rationale functional
  G1 subset-of `H 1` strength 6 confidence medium
  G2 equal H2 semantic
}
"#;

/// A workspace of three frameworks and the mappings between the first two and the last two.
fn workspace() -> TempDir {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    write(folder.path(), "frameworks.xwalk", FRAMEWORKS);
    write(folder.path(), "maps.xwalk", MAPPINGS);
    folder
}

#[test]
fn each_row_has_its_proof_in_the_note_and_each_style_a_mapping() {
    let folder = workspace();
    let told = xwalk(folder.path(), &["derive", "f", "h"]).ended(0);
    assert_eq!(told.err, "");
    assert_eq!(
        told.out,
        r#"// Derived with `xwalk derive f@1 h@1`: what the rows of other mappings prove together, and none says by itself.
// Nobody has judged these rows. Each holds if all rows hold that its note names. Review them one by one: keep a row, say
// more exactly what holds, or delete it. Then name yourself as `author`, a second person as `reviewer`, and raise the status.

/// Rows that follow from other mappings, to be reviewed.
mapping f-h-derived "F to H, derived" from f@1 to h@1 {
  source   "Proved from fg, gh"
  use-case "Review what follows from other mappings before anybody relies on it"
  status   draft
  style    set-theory
  complete none

  F1  subset-of  `H 1`  functional strength 6 confidence medium  "proved: F1 equal|subset-of G1 (fg), G1 subset-of H 1 (gh)"
  F2  overlaps   H2                                              "proved: F2 overlaps G2 (fg), G2 equal H2 (gh); mixed rationales: semantic, functional"
}

/// Rows that follow from other mappings, to be reviewed.
mapping f-h-derived-related "F to H, derived: what is related" from f@1 to h@1 {
  source   "Carried over by equality from fg, gh"
  use-case "Review what follows from other mappings before anybody relies on it"
  status   draft
  style    crosswalk
  complete none

  F1  related-to  H2  functional strength 3  "carried over by equality: H2 equal G2 (gh), F1 related-to G2 (fg)"
}
"#
    );
}

#[test]
fn what_is_read_the_other_way_round_says_the_converse() {
    let folder = workspace();
    let told = xwalk(folder.path(), &["derive", "h", "f"]).ended(0).out;
    assert!(
        told.contains("`H 1`  superset-of  F1  functional strength 6 confidence medium  \"proved: H 1 superset-of G1 (gh), G1 equal|superset-of F1 (fg)\""),
        "{told}"
    );
}

#[test]
fn what_is_derived_is_canonical_compiles_and_is_proved_already() {
    for (from, to) in [
        ("iso-ts-27103", "nist-csf@2.0"),
        ("hipaa-security", "nist-csf@2.0"),
    ] {
        let folder = TempDir::new().unwrap();
        xwalk(
            folder.path(),
            &["derive", from, to, "-q", "-o", "derived.xwalk"],
        )
        .ended(0);
        xwalk(folder.path(), &["fmt", "--check", "derived.xwalk"]).ended(0);

        let text = std::fs::read_to_string(folder.path().join("derived.xwalk")).unwrap();
        let sources = sources([("derived.xwalk", text)]);
        let compilation = compile(&sources, &Levels::default());
        let (model, logic) = (&compilation.model, &compilation.logic);
        let found = compilation.diagnostics.iter();
        let found: Vec<_> = found.filter(|one| one.severity > Severity::Note).collect();
        assert!(found.is_empty(), "{found:#?}");
        assert!(logic.contradictions.is_empty());

        let derived = model
            .mappings
            .iter()
            .filter(|(_, mapping)| mapping.name.contains("-derived"));
        let rows: Vec<RowId> = derived
            .flat_map(|(id, _)| model.rows_of(id))
            .map(|(id, _)| id)
            .collect();
        assert!(rows.len() > 10, "{}", rows.len());
        let prover = logic.prover_of(model, Standpoint::All, |_| true);
        for id in rows {
            let row = &model.rows[id];
            let [source, target] = [&row.source, &row.target].map(|end| end.single().unwrap());
            let without = prover.about_without(source, id).label(target);
            assert!(without.implies(row.label), "{}", model.qualified(source));
        }
    }
}

#[test]
fn a_file_that_exists_is_overwritten_only_if_that_is_said() {
    let folder = workspace();
    write(folder.path(), "mine.txt", "mine");
    let refused = xwalk(folder.path(), &["derive", "f", "h", "-o", "mine.txt"]).ended(2);
    assert!(
        refused
            .err
            .contains("mine.txt exists already; name another file, or overwrite it with `--force`"),
        "{}",
        refused.err
    );
    assert_eq!(
        std::fs::read_to_string(folder.path().join("mine.txt")).unwrap(),
        "mine"
    );
    let told = xwalk(
        folder.path(),
        &["derive", "f", "h", "-o", "mine.txt", "--force"],
    )
    .ended(0);
    assert_eq!(told.out, "wrote mine.txt: 3 rows to review\n");
    let written = std::fs::read_to_string(folder.path().join("mine.txt")).unwrap();
    assert!(written.starts_with("// Derived with"), "{written}");
}

#[test]
fn what_was_derived_is_stated_then_and_not_derived_again() {
    let folder = workspace();
    xwalk(folder.path(), &["derive", "f", "h", "-o", "derived.xwalk"]).ended(0);
    let told = xwalk(folder.path(), &["derive", "f", "h", "-o", "again.xwalk"]).ended(0);
    assert_eq!(told.out, "");
    assert_eq!(
        told.err,
        "nothing is proved between f@1 and h@1 that rows do not already state; nothing is written\n"
    );
    assert!(!folder.path().join("again.xwalk").exists());
}

#[test]
fn rows_of_lower_status_can_be_left_out() {
    let folder = workspace();
    let told = xwalk(folder.path(), &["derive", "f", "h", "--status", "final"]).ended(0);
    assert!(told.err.starts_with("nothing is proved"), "{}", told.err);
    let failed = xwalk(folder.path(), &["derive", "f", "f@1"]).ended(2);
    assert!(
        failed.err.contains("`f@1` is named twice"),
        "{}",
        failed.err
    );
    xwalk(folder.path(), &["derive", "f", "nowhere"]).ended(2);
}
