//! What names mean, and what is left out when they mean nothing.

use xwalk::compile::{Compilation, compile};
use xwalk::diagnostic::Levels;
use xwalk::model::{Model, RowId};
use xwalk::source::SourceMap;

use crate::harness::sources;

/// Two small frameworks; mappings between them stand after them.
const FRAMEWORKS: &str = r#"
framework left@1 "Left" {
  L "All" {
    L.1 "One"
    L.2 "Two" { alias L-2 }
    L.3 "Three"
  }
  withdrawn L.9 -> L.1, L.2 "split"
}
framework right@1 "Right" {
  R.1 "One"
  R.2 "Two"
  R.3 "Three"
}
"#;

fn workspace(text: &str) -> SourceMap {
    sources([("own.xwalk", text)])
}

/// Code and message of everything that is found in the workspace's one file, notes aside.
fn found(text: &str) -> Vec<String> {
    let sources = workspace(&format!("{FRAMEWORKS}{text}"));
    messages(&compile(&sources, &Levels::default()))
}

fn messages(compilation: &Compilation<'_>) -> Vec<String> {
    let found = compilation.diagnostics.iter();
    found
        .map(|diagnostic| format!("{} {}", diagnostic.code.id, diagnostic.message))
        .collect()
}

/// The claims of a mapping, as they would be written.
fn claims(model: &Model<'_>, name: &str) -> Vec<String> {
    let (id, _) = model
        .mappings
        .iter()
        .find(|(_, mapping)| mapping.name == name)
        .unwrap();
    model
        .rows_of(id)
        .map(|(row, _)| claim(model, row))
        .collect()
}

fn claim(model: &Model<'_>, row: RowId) -> String {
    let row = &model.rows[row];
    let end = |end: &xwalk::model::End| {
        let controls = end
            .controls()
            .iter()
            .map(|control| model.controls[*control].identifier);
        let text = controls.collect::<Vec<_>>().join(" + ");
        if text.is_empty() {
            "*".to_owned()
        } else {
            text
        }
    };
    format!(
        "{} {} {}",
        end(&row.source),
        row.relation_text(),
        end(&row.target)
    )
}

#[test]
fn each_target_of_a_row_is_a_claim_and_what_means_nothing_is_left_out() {
    let text = format!(
        "{FRAMEWORKS}
mapping m from left@1 to right@1 {{
  rationale functional
  L.1 subset-of R.1, R.7, R.2
  L.8 equal     R.3
  L-2 superset-of R.3 + R.1
  L.3 no-relationship *
}}"
    );
    let sources = workspace(&text);
    let compilation = compile(&sources, &Levels::default());
    assert_eq!(
        claims(&compilation.model, "m"),
        [
            "L.1 subset-of R.1",
            "L.1 subset-of R.2",
            "L.2 superset-of R.1 + R.3",
            "L.3 no-relationship *"
        ]
    );
    assert_eq!(
        messages(&compilation),
        [
            "XW0303 `R.7` is not a control of `right@1`",
            "XW0303 `L.8` is not a control of `left@1`"
        ]
    );
    let (_, mapping) = compilation
        .model
        .mappings
        .iter()
        .find(|(_, mapping)| mapping.name == "m")
        .unwrap();
    assert_eq!(mapping.left_out, 2);
}

#[test]
fn neither_the_order_of_declarations_nor_that_of_files_matters() {
    let mapping = "mapping m from left@1 to right@1 {\n  rationale functional\n  L.1 equal R.1\n  L.2 subset-of R.2\n}\n";
    let policy = "policy p for m {\n  require note on equal\n}\n";
    let (one, other) = FRAMEWORKS.split_once("framework right").unwrap();
    let right = format!("framework right{other}");
    let orders = [
        [one, &right, mapping, policy],
        [policy, mapping, &right, one],
        [mapping, one, policy, &right],
    ];
    let mut seen = Vec::new();
    for order in orders {
        for names in [["a", "b", "c", "d"], ["d", "c", "b", "a"]] {
            let files = names
                .iter()
                .zip(order)
                .map(|(name, text)| (format!("{name}.xwalk"), text));
            let sources = sources(files);
            let compilation = compile(&sources, &Levels::default());
            seen.push((claims(&compilation.model, "m"), messages(&compilation)));
        }
    }
    seen.dedup();
    assert_eq!(seen.len(), 1, "{seen:#?}");
}

#[test]
fn what_the_workspace_declares_replaces_what_is_bundled() {
    let sources = workspace(
        "mapping olir-csf1-csf2 from nist-csf@1.1 to nist-csf@2.0 {\n  style crosswalk\n  ID.AM-1 related-to ID.AM-01\n}\n",
    );
    let compilation = compile(&sources, &Levels::default());
    assert_eq!(
        claims(&compilation.model, "olir-csf1-csf2"),
        ["ID.AM-1 related-to ID.AM-01"]
    );
    assert_eq!(messages(&compilation), Vec::<String>::new());
}

#[test]
fn bundled_rows_that_no_longer_fit_are_one_warning_at_the_framework_that_replaces() {
    let sources = workspace("framework nist-csf@1.1 \"Ours\" {\n  ID.AM-1 \"Inventory\"\n}\n");
    let compilation = compile(&sources, &Levels::default());
    assert_eq!(
        messages(&compilation),
        ["XW0310 1141 bundled rows name controls that this `nist-csf@1.1` does not have"]
    );
    assert_eq!(
        claims(&compilation.model, "olir-csf1-csf2"),
        ["ID.AM-1 related-to ID.AM-01"]
    );
}

#[test]
fn two_declarations_of_the_workspace_are_an_error_and_the_first_stands() {
    let mapping = |row: &str| {
        format!("mapping m from left@1 to right@1 {{\n  rationale functional\n  {row}\n}}\n")
    };
    let text = format!(
        "{FRAMEWORKS}{}{}",
        mapping("L.1 equal R.1"),
        mapping("L.2 equal R.2")
    );
    let sources = workspace(&text);
    let compilation = compile(&sources, &Levels::default());
    assert_eq!(claims(&compilation.model, "m"), ["L.1 equal R.1"]);
    assert_eq!(
        messages(&compilation),
        ["XW0401 mapping `m` is declared twice"]
    );
}

#[test]
fn rows_that_are_all_the_wrong_way_round_are_one_error_at_the_header() {
    let rows = "  R.1 subset-of L.1\n  R.2 subset-of L.1, L.2\n";
    assert_eq!(
        found(&format!(
            "mapping m from left@1 to right@1 {{\n  rationale functional\n{rows}}}\n"
        )),
        ["XW0307 the ends of all 2 rows are swapped: the header is the wrong way round"]
    );
}

#[test]
fn a_mapping_that_was_left_out_is_not_unknown_to_a_policy() {
    assert_eq!(
        found(
            "mapping m from left@1 to wrong@1 {\n  L.1 equal R.1\n}\npolicy p for m {\n  require note on equal\n}\n"
        ),
        ["XW0301 there is no framework `wrong@1`"]
    );
}

/// A claim of completeness and a policy on it.
fn promised(header: &str, rows: &str) -> String {
    format!(
        "mapping m {header} {{\n  rationale functional\n  complete both\n{rows}}}\n\
         policy p for m {{\n  require complete m\n  require coverage left@1 by right@1 full >= 100%\n}}\n"
    )
}

#[test]
fn consequences_hide_behind_their_causes() {
    let header = "from left@1 to right@1";
    let told = |text: String| {
        let found = found(&text);
        let codes = found.iter().map(|line| line.split(' ').next().unwrap());
        codes.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(told(promised(header, "  L.1 equal\n")), ["XW0204"]);
    assert_eq!(told(promised(header, "  L.1 equal R.77\n")), ["XW0303"]);
    assert_eq!(
        told(promised(header, "  R.1 equal L.1\n  R.2 equal L.2\n")),
        ["XW0307"]
    );
    assert_eq!(
        told(promised("from left@1 to wrong@1", "  L.1 equal R.1\n")),
        ["XW0301"]
    );
    assert_eq!(
        told(promised("from left to right@1", "  L.1 equal R.1\n")),
        ["XW0211"]
    );
    // What is whole is held to its promises.
    assert_eq!(
        told(promised(header, "  L.1 equal R.1\n")),
        ["XW0601", "XW0604", "XW0604"]
    );
}

#[test]
fn the_help_for_a_withdrawn_identifier_names_its_successors() {
    let text = format!("{FRAMEWORKS}mapping m from left@1 to right@1 {{\n  L.9 equal R.1\n}}\n");
    let sources = workspace(&text);
    let compilation = compile(&sources, &Levels::default());
    let help = compilation.diagnostics[0].help.as_deref();
    assert_eq!(
        help,
        Some("write the successor that is meant: `L.1` (One), `L.2` (Two)")
    );
}

#[test]
fn withdrawn_identifiers_that_succeed_each_other_are_told_so() {
    let framework = "framework s@1 \"S\" {\n  S1 \"One\"\n  withdrawn S3.9 -> S3.10\n  withdrawn S3.10 -> S3.9\n  withdrawn S4 -> S3.9\n  withdrawn S5 -> S4\n}\n";
    let sources = workspace(&format!("{FRAMEWORKS}{framework}"));
    let compilation = compile(&sources, &Levels::default());
    let helps = compilation.diagnostics.iter().map(|found| {
        let help = found.help.as_deref().unwrap();
        help.split(';').next().unwrap().to_owned()
    });
    assert_eq!(
        helps.collect::<Vec<_>>(),
        [
            "the successors of `S3.10` lead back to itself",
            "the successors of `S3.9` lead back to itself",
            "the successors of `S3.9` lead back to itself",
            "no successor of `S4` is a control",
        ]
    );
}

#[test]
fn a_file_of_nothing_but_wrong_identifiers_is_still_read_quickly() {
    let controls: String = (0..3_000)
        .map(|number| format!("  C{number:05} \"Control\"\n"))
        .collect();
    let rows: String = (0..3_000)
        .map(|number| format!("  D{number:05} equal R.1\n"))
        .collect();
    let found = found(&format!(
        "framework many@1 \"Many\" {{\n{controls}}}\nmapping m from many@1 to right@1 {{\n{rows}}}\n"
    ));
    // Each is reported, whether or not there was time to find what may have been meant.
    assert_eq!(
        found
            .iter()
            .filter(|message| message.starts_with("XW0303"))
            .count(),
        3_000
    );
}
