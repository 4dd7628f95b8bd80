//! How two controls relate, and why, as the program tells it.

use tempfile::TempDir;
use xwalk::analysis::{Answer, Explanation, Names};
use xwalk::compile::compile;
use xwalk::diagnostic::Levels;
use xwalk::model::{ControlId, Model};
use xwalk::source::{Origin, Source, SourceMap};

use crate::program::{Run, write, xwalk};

const FRAMEWORKS: &str = r#"
framework f@1 "F" {
  F1 "One"
  F2 "Two"
  F3 "Three"
  F4 "Four"
}
framework g@1 "G" {
  nesting subset
  G "All" {
    G1 "First"
    G2 "Second"
    G3 "Third"
  }
}
framework h@1 "H" {
  nesting group
  H "Part" {
    H1 "Alpha"
    H2 "Beta"
    H3 "Gamma"
  }
}
"#;

const MAPPINGS: &str = r#"
mapping fg from f@1 to g@1 {
  rationale functional
  F1 subset-of|equal G1  strength 8
  F2 overlaps G1
  F2 subset-of G2 strength 7 status reviewed
  F3 supports G3
  F3 equal G1 + G2
}
mapping gh from g@1 to h@1 {
  rationale semantic
  G1 subset-of H1 strength 6 confidence high
  G2 superset-of H2
  G3 intersects-with H3
}
mapping fh from f@1 to h@1 {
  rationale functional
  F1 overlaps H1
  F2 subset-of H2 when "it rains"
  F4 no-relationship *
}
"#;

/// Asks about a pair, given what the frameworks and mappings are.
fn ask(mappings: &str, arguments: &[&str]) -> Run {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    write(folder.path(), "frameworks.xwalk", FRAMEWORKS.trim_start());
    write(folder.path(), "maps.xwalk", mappings.trim_start());
    let arguments: Vec<&str> = std::iter::once("why")
        .chain(arguments.iter().copied())
        .collect();
    xwalk(folder.path(), &arguments)
}

/// The page about a pair.
fn page(a: &str, b: &str) -> String {
    ask(MAPPINGS, &[a, b]).ended(0).out
}

#[test]
fn a_proof_shows_what_is_known_after_each_step_and_what_it_rests_on() {
    assert_eq!(
        page("F1", "H1"),
        "\
f@1:F1  One
h@1:H1  Alpha

`F1` is contained in `H1`: proved, by 2 rows together.
The rows on this very pair say less: `F1` shares something with `H1`.

Proof
  1. `F1` is contained in `H1`
     `F1` is contained in or equals `G1`  by fg, maps.xwalk:3
     `G1` is contained in `H1`            by gh, maps.xwalk:11
       so `F1` is contained in `H1`

It rests on
  rows              2
  status            draft
  rationale         mixed: semantic, functional
  least strength    6
  least confidence  not every row gives one

Rows on this very pair
  `F1 overlaps H1`  fh  maps.xwalk:17
"
    );
}

#[test]
fn a_proof_has_a_chain_for_each_thing_that_it_says() {
    let mappings = "\
mapping fg from f@1 to g@1 {
  rationale functional
  F1 subset-of|equal G1
}
mapping gh from g@1 to h@1 {
  rationale functional
  G1 superset-of|equal H1
}
mapping fh from f@1 to h@1 {
  rationale functional
  F1 no-relationship H1
}
";
    let told = ask(mappings, &["F1", "G1"]).ended(0).out;
    assert!(
        told.contains(
            "\
`F1` is contained in `G1`: proved, by 3 rows together.
The rows on this very pair say less: `F1` is contained in or equals `G1`.

Proof
  1. `F1` is contained in or equals `G1`
     `F1` is contained in or equals `G1`  by fg, maps.xwalk:3
  2. `F1` does not contain `G1`
     `F1` has nothing in common with `H1`  by fh, maps.xwalk:11
     `H1` is contained in or equals `G1`   by gh, maps.xwalk:7
       so `F1` does not contain `G1`
  Together: `F1` is contained in `G1`
"
        ),
        "{told}"
    );
}

#[test]
fn what_is_stated_on_the_pair_needs_no_proof_of_several_rows() {
    let told = page("H1", "F4");
    assert!(
        told.contains("`H1` has nothing in common with `F4`: stated on this very pair."),
        "{told}"
    );
    assert!(
        told.contains(
            "     `H1` is part of all of `h@1`                  by the hierarchy of h@1
     all of `h@1` has nothing in common with `F4`  by fh, maps.xwalk:19\n"
        ),
        "{told}"
    );
    let once = "said once is enough";
    assert!(!told.contains("Rows on this very pair"), "{once}: {told}");
}

#[test]
fn a_row_about_a_union_is_shown_as_it_is_written() {
    let told = page("F3", "H1");
    assert!(
        told.contains("`F3` contains or equals `G1`     by fg, maps.xwalk:7: `F3 equal G1 + G2`"),
        "{told}"
    );
}

/// By two rows of two rationales it would be shorter.
#[test]
fn of_two_proofs_one_of_a_single_rationale_is_taken() {
    let told = page("F3", "H1");
    assert!(told.contains("proved, by 3 rows together"), "{told}");
    assert!(told.contains("rationale         functional\n"), "{told}");
}

#[test]
fn a_parent_contains_by_the_hierarchy_alone_where_nesting_says_so() {
    let told = page("G", "g@1:G1");
    assert!(
        told.contains("`G` contains or equals `G1`, by the hierarchy alone."),
        "{told}"
    );
    let told = page("H1", "H");
    assert!(
        told.contains(
            "\
Nothing is known: no row that counts leads from one to the other.
One is above the other in h@1, whose hierarchy is only an arrangement (`nesting group`).

`H1`: 2 rows that count name it, with `F1`, `G1`; rows lead on to f@1, g@1.
`H`: no row that counts names it.
"
        ),
        "{told}"
    );
    let told = page("H1", "H1");
    assert!(
        told.ends_with("The two are one and the same control.\n"),
        "{told}"
    );
}

#[test]
fn where_nothing_follows_the_step_is_shown_at_which_knowledge_is_lost() {
    assert_eq!(
        page("F2", "H2"),
        "\
f@1:F2  Two
h@1:H2  Beta

Nothing is known: rows connect the two, but nothing follows from them.

One of the shortest connections
     `F2` is contained in `G2`  by fg, maps.xwalk:5
     `G2` contains `H2`         by gh, maps.xwalk:12
       here the knowledge is lost: `F2` and `H2` may be two parts of `G2`, which can relate in any way

Rows on this very pair
  `F2 subset-of H2`  fh  maps.xwalk:18  left out: under a condition only
"
    );
    let told = page("F3", "H3");
    assert!(
        told.contains(
            "     `F3` is mapped to `G3`     by fg, maps.xwalk:6: `F3 supports G3`
       here the knowledge is lost: this relation says nothing about what the two have in common
     `G3` intersects with `H3`  by gh, maps.xwalk:13\n"
        ),
        "{told}"
    );
}

/// Why nothing follows for F1 and H1.
fn loss(fg: &str, gh: &str) -> String {
    let text = format!(
        "{FRAMEWORKS}mapping fg from f@1 to g@1 {{\n{fg}\n}}\nmapping gh from g@1 to h@1 {{\n{gh}\n}}\n"
    );
    let sources = SourceMap::new(vec![Source::new("test.xwalk", text, Origin::Workspace)]);
    let compilation = compile(&sources, &Levels::default());
    assert!(!compilation.has_errors(), "{:#?}", compilation.diagnostics);
    let model = &compilation.model;
    let pair = ["F1", "H1"].map(|name| control(model, name));
    match Explanation::of(model, &compilation.logic, pair).answer {
        Answer::Lost(chain) => Names::of(model, [&chain]).loss(&chain).unwrap().1,
        other => panic!("{other:?}"),
    }
}

fn control(model: &Model<'_>, name: &str) -> ControlId {
    let mut controls = model.controls.iter();
    controls
        .find(|(_, control)| control.identifier == name)
        .unwrap()
        .0
}

#[test]
fn each_way_to_lose_knowledge_is_told_apart() {
    let part = "`F1` may be only part of `G1`, and what `G1` shares with `H1` may be in the rest";
    assert_eq!(loss("F1 subset-of G1", "G1 overlaps H1"), part);
    assert_eq!(
        loss("F1 intersects-with G1", "G1 intersects-with H1"),
        "what `F1` shares with `G1` need not be what `G1` shares with `H1`"
    );
    assert_eq!(
        loss("F1 overlaps G1", "G1 superset-of|equal H1"),
        "`H1` may be only part of `G1`, and what `F1` shares with `G1` may be in the rest"
    );
    assert_eq!(
        loss("F1 no-relationship G1", "G1 no-relationship H1"),
        "two controls that have nothing in common with `G1` can relate in any way"
    );
    assert_eq!(
        loss("F1 subset-of G1 + G2", "G1 equal H1"),
        "what the row says of several controls together, it says of none of them alone"
    );
    assert_eq!(
        loss(
            "F1 intersects-with|no-relationship G1",
            "G1 intersects-with H1"
        ),
        "the two together leave open how `F1` relates to `H1`"
    );
}

#[test]
fn two_parts_of_one_control_are_not_connected_by_that() {
    let told = ask("mapping fg from f@1 to g@1 {\n rationale functional\n F1 overlaps G1\n F2 overlaps G2\n}\n", &["F1", "F2"])
        .ended(0)
        .out;
    assert!(
        told.contains("no row that counts leads from one to the other"),
        "{told}"
    );
}

#[test]
fn less_than_is_worth_saying_is_still_told() {
    let rows = "mapping fg from f@1 to g@1 {\n rationale functional\n F1 intersects-with G1\n F2 superset-of G1\n}\n";
    let told = ask(rows, &["F1", "F2"]).ended(0).out;
    assert!(
        told.contains("`F1` shares something with, and does not contain, `F2`: proved"),
        "{told}"
    );
    let rows = rows.replace("superset-of", "subset-of");
    let told = ask(&rows, &["F1", "F2"]).ended(0).out;
    assert!(
        told.contains(
            "`F1` is not contained in `F2`. That is all that is known: they may share something, or nothing."
        ),
        "{told}"
    );
}

/// F1 is contained in H1 by way of G1. What else is said of the two is wrong, in one of five ways.
fn contradiction(wrong: &str) -> String {
    let mappings = format!(
        "mapping fg from f@1 to g@1 {{\n rationale functional\n F1 subset-of G1\n}}\n\
         mapping gh from g@1 to h@1 {{\n rationale functional\n G1 equal H1\n}}\n\
         mapping fh from f@1 to h@1 {{\n rationale functional\n F1 {wrong}\n}}\n"
    );
    let told = ask(&mappings, &["F1", "H1"]).ended(0).out;
    assert!(
        told.contains(
            "Nothing is known: rows about the two cannot all be true, and are set aside."
        ),
        "{told}"
    );
    let (_, block) = told.split_once("Rows that cannot all be true\n").unwrap();
    let (block, _) = block.split_once("\n\n").unwrap();
    block.to_owned()
}

#[test]
fn a_contradiction_is_shown_as_an_argument_whatever_is_wrong() {
    const SET_ASIDE: &str =
        "  They are set aside: nothing here rests on them, until one of them is corrected.";
    let back = |step: &str, verb: &str| {
        format!(
            "     {step}  by fh, maps.xwalk:11
     `H1` is equal to `G1`  by gh, maps.xwalk:7
       so `F1` {verb} `G1`
     yet `F1` is declared to be contained in `G1`  by fg, maps.xwalk:3
{SET_ASIDE}"
        )
    };
    assert_eq!(
        contradiction("equal H1"),
        back("`F1` is equal to `H1`", "is equal to")
    );
    assert_eq!(
        contradiction("superset-of H1"),
        back("`F1` contains `H1`   ", "contains")
    );

    let forth = "     `F1` is contained in `G1`  by fg, maps.xwalk:3
     `G1` is equal to `H1`      by gh, maps.xwalk:7
       so `F1` is contained in `H1`
     yet `F1` is declared to";
    assert_eq!(
        contradiction("intersects-with H1"),
        format!(
            "{forth} intersect with `H1`  by fh, maps.xwalk:11
{SET_ASIDE}
  With every `intersects-with` read as `overlaps` they could all be true."
        )
    );
    assert_eq!(
        contradiction("no-relationship H1"),
        format!("{forth} have nothing in common with `H1`  by fh, maps.xwalk:11\n{SET_ASIDE}")
    );
    assert_eq!(
        contradiction("no-relationship *"),
        format!(
            "     `F1` is contained in `G1`     by fg, maps.xwalk:3
     `G1` is equal to `H1`         by gh, maps.xwalk:7
       so `F1` is contained in `H1`
     `H1` is part of all of `h@1`  by the hierarchy of h@1
       so `F1` is contained in all of `h@1`
     yet `F1` is declared to have nothing in common with all of `h@1`  by fh, maps.xwalk:11
{SET_ASIDE}"
        )
    );
}

#[test]
fn a_status_can_be_asked_for() {
    let told = ask(MAPPINGS, &["F2", "G2", "--status", "reviewed"])
        .ended(0)
        .out;
    assert!(
        told.contains("`F2` is contained in `G2`: stated on this very pair."),
        "{told}"
    );
    let told = ask(MAPPINGS, &["F1", "H1", "--status", "reviewed"])
        .ended(0)
        .out;
    assert!(told.contains("no row that counts leads"), "{told}");
    assert!(
        told.contains("left out: below the status asked for"),
        "{told}"
    );
}

#[test]
fn programs_get_the_same_as_json() {
    let known = ask(MAPPINGS, &["F1", "H1", "--format", "json"])
        .ended(0)
        .json();
    assert_eq!(known["schema"], "xwalk-why");
    assert_eq!(
        (&known["answer"], &known["relation"], &known["stated"]),
        (&"known".into(), &"subset-of".into(), &"overlaps".into())
    );
    let step = &known["proof"]["chains"][0]["steps"][1];
    assert_eq!(
        (&step["to"], &step["known"]),
        (&"h@1:H1".into(), &"subset-of".into())
    );
    assert_eq!(step["row"]["claim"], "G1 subset-of H1");
    let lost = ask(MAPPINGS, &["F3", "H3", "--format", "json"])
        .ended(0)
        .json();
    assert_eq!(
        (&lost["answer"], &lost["connection"]["lost_at"]),
        (&"lost".into(), &0.into())
    );
    let apart = ask(MAPPINGS, &["H1", "H", "--format", "json"])
        .ended(0)
        .json();
    assert_eq!(
        (&apart["answer"], &apart["reach"][0]["rows"]),
        (&"apart".into(), &2.into())
    );
}

#[test]
fn unknown_names_fail_the_run() {
    let failed = ask(MAPPINGS, &["F1", "H9"]).ended(2);
    assert!(
        failed.err.contains("no framework has a control `H9`"),
        "{}",
        failed.err
    );
    let withdrawn = ask(MAPPINGS, &["F1", "nist-csf@2.0:ID.AM-06"]).ended(2);
    assert!(
        withdrawn
            .err
            .contains("`ID.AM-06` is withdrawn from nist-csf@2.0; ask about"),
        "{}",
        withdrawn.err
    );
}
