//! What has to be done only once, in a few lines of the language.

use tempfile::TempDir;
use xwalk::analysis::{Options, Overlap, analyse};
use xwalk::compile::compile;
use xwalk::diagnostic::Levels;
use xwalk::model::{ControlId, FrameworkId, Model};
use xwalk::source::{Origin, Source, SourceMap};

use crate::program::{Run, write, xwalk};

/// Three frameworks: the third has a branch, which is not assessed by itself.
const FRAMEWORKS: &str = r#"
framework f@1 "F" {
  F1
  F2
}
framework g@1 "G" {
  G1
  G2
}
framework h@1 "H" {
  nesting subset
  H {
    H1
    H2
  }
}
"#;

/// The overlap of rows from F to G, and from G to H.
fn overlap<T>(fg: &str, gh: &str, look: impl FnOnce(&Overlap, &Model<'_>) -> T) -> T {
    let text = format!(
        "{FRAMEWORKS}mapping fg from f@1 to g@1 {{\n{fg}\n}}\nmapping gh from g@1 to h@1 {{\n{gh}\n}}\n"
    );
    let source = Source::new("test.xwalk", text, Origin::Workspace);
    let sources = SourceMap::new(vec![source]);
    let compilation = compile(&sources, &Levels::default());
    assert!(!compilation.has_errors(), "{:#?}", compilation.diagnostics);
    let facts = analyse(&compilation.model, Options::default());
    look(&facts.overlap, &compilation.model)
}

fn names(model: &Model<'_>, controls: &[ControlId]) -> String {
    let names = controls.iter().map(|id| model.controls[*id].identifier);
    names.collect::<Vec<_>>().join(" ")
}

/// `F1 G1; F2 H2 | 6 - 2 = 4`.
fn classes(overlap: &Overlap, model: &Model<'_>) -> String {
    let classes = overlap.classes.iter().map(|class| names(model, class));
    let (all, spared) = (overlap.assessable, overlap.spared());
    let classes = classes.collect::<Vec<_>>().join("; ");
    format!("{classes} | {all} - {spared} = {}", overlap.distinct())
}

/// `H1: F1 G1; H2: F1`.
fn covers(overlap: &Overlap, model: &Model<'_>) -> String {
    let covers = overlap.covers.iter().map(|(control, covered)| {
        let covered = names(model, covered);
        format!("{}: {covered}", model.controls[*control].identifier)
    });
    covers.collect::<Vec<_>>().join("; ")
}

#[test]
fn equal_controls_are_assessed_once() {
    let rows = ("F1 equal G1\nF2 subset-of G2", "G1 equal H1");
    assert_eq!(
        overlap(rows.0, rows.1, classes),
        "F1 G1 H1 | 6 - 2 = 4",
        "F1 and H1 are equal by way of G1; F2 is less than G2"
    );
    assert_eq!(overlap("", "", classes), " | 6 - 0 = 6");
}

#[test]
fn controls_of_one_framework_can_be_in_one_class() {
    assert_eq!(
        overlap("F1 equal G1\nF2 equal G1", "", classes),
        "F1 F2 G1 | 6 - 2 = 4"
    );
}

#[test]
fn what_contains_and_is_contained_by_turns_is_equal() {
    let rows = ("F1 subset-of|equal G1", "G1 subset-of|equal H1");
    assert_eq!(overlap(rows.0, rows.1, classes), " | 6 - 0 = 6");
    let rows = ("F1 subset-of|equal G1\nF1 superset-of|equal G1", "");
    assert_eq!(overlap(rows.0, rows.1, classes), "F1 G1 | 6 - 1 = 5");
}

#[test]
fn a_control_covers_what_it_contains_or_equals_elsewhere() {
    let rows = ("F1 subset-of G1\nF2 subset-of|equal G1", "G1 subset-of H1");
    assert_eq!(
        overlap(rows.0, rows.1, covers),
        "H1: F1 F2 G1; G1: F1 F2",
        "the largest set first; F1 and F2 cover nothing"
    );
}

#[test]
fn what_only_shares_something_covers_nothing() {
    let rows = ("F1 intersects-with G1\nF2 overlaps G1", "G2 overlaps H1");
    assert_eq!(overlap(rows.0, rows.1, covers), "");
}

#[test]
fn a_branch_neither_covers_nor_is_covered() {
    let rows = ("F1 equal G1", "G1 equal H");
    assert_eq!(
        overlap(rows.0, rows.1, covers),
        "F1: G1 H1 H2; G1: F1 H1 H2",
        "H is what H1 and H2 are part of"
    );
    assert_eq!(overlap(rows.0, rows.1, classes), "F1 G1 | 6 - 1 = 5");
}

#[test]
fn among_some_frameworks_what_others_prove_stays_proved() {
    let rows = (
        "F1 equal G1\nF2 subset-of G2",
        "G1 equal H1\nG2 subset-of H2",
    );
    overlap(rows.0, rows.1, |overlap, model| {
        let ends: Vec<FrameworkId> = [0, 2].map(FrameworkId).to_vec();
        let among = overlap.among(model, &ends);
        assert_eq!(classes(&among, model), "F1 H1 | 4 - 1 = 3");
        assert_eq!(covers(&among, model), "F1: H1; H1: F1; H2: F2");
        assert_eq!(
            overlap.among(model, &model.frameworks.ids().collect::<Vec<_>>()),
            *overlap
        );
    });
}

/// What the program answers about these frameworks and mappings.
fn ask(arguments: &[&str]) -> Run {
    let folder = TempDir::new().unwrap();
    let mappings = "\
mapping fg from f@1 to g@1 {
  rationale functional
  F1 equal G1
  F2 subset-of G2
}
mapping gh from g@1 to h@1 {
  rationale functional
  G1 equal H1
  G2 subset-of H2 status reviewed
}
";
    let text = format!("{}{mappings}", FRAMEWORKS.replace("F1\n", "F1 \"One\"\n"));
    write(folder.path(), "xwalk.toml", "");
    write(folder.path(), "all.xwalk", &text);
    let arguments: Vec<&str> = std::iter::once("overlap")
        .chain(arguments.iter().copied())
        .collect();
    xwalk(folder.path(), &arguments)
}

#[test]
fn the_program_shows_what_is_one_thing_to_assess_and_what_covers_most() {
    assert_eq!(
        ask(&["f", "g", "h"]).ended(0).out,
        "\
6 assessable controls of f@1, g@1, h@1 come to 4 different things to assess.
2 assessments are saved if what is proved equal is assessed once.

Controls that ask for the same thing
  f@1:F1  One
  g@1:G1
  h@1:H1

Controls that cover most of other frameworks: whoever fulfils one fulfils all that it contains or equals

  f@1:F1  One  covers 2
    g@1  G1
    h@1  H1

  g@1:G1  covers 2
    f@1  F1
    h@1  H1

  h@1:H1  covers 2
    f@1  F1
    g@1  G1

  h@1:H2  covers 2
    f@1  F2
    g@1  G2

  g@1:G2  covers 1
    f@1  F2

`xwalk why A B` shows the proof for two controls A and B.
"
    );
}

#[test]
fn frameworks_and_a_status_can_be_asked_for() {
    let told = ask(&["h@1", "f", "--status", "reviewed"]).ended(0).out;
    assert_eq!(
        told,
        "\
4 assessable controls of f@1, h@1 come to 4 different things to assess.
No two of them are proved to ask for the same thing.

No control is proved to contain a control of another framework.
"
    );
    let all = ask(&["f", "h", "--format", "json"]).ended(0).json();
    assert_eq!(all["schema"], "xwalk-overlap");
    assert_eq!(
        (&all["assessable"], &all["distinct"], &all["spared"]),
        (&4.into(), &3.into(), &1.into())
    );
    assert_eq!(all["classes"][0][1], "h@1:H1");
    assert_eq!(all["covers"][2]["control"], "h@1:H2");
    assert_eq!(all["covers"][2]["covers"][0], "f@1:F2");
    ask(&["nowhere"]).ended(2);
}

#[test]
fn what_covers_less_is_shown_if_all_is_asked_for() {
    let folder = TempDir::new().unwrap();
    let told = xwalk(folder.path(), &["overlap"]).ended(0).out;
    assert!(
        told.contains(" more cover something; `--all` shows them.\n"),
        "{told}"
    );
    let shown = |told: &str| {
        told.lines()
            .filter(|line| line.contains("  covers "))
            .count()
    };
    assert_eq!(shown(&told), 10);
    let told = xwalk(folder.path(), &["overlap", "--all"]).ended(0).out;
    assert!(shown(&told) > 50, "{told}");
}
