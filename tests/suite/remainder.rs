//! What is left of what overlaps and of what is partly evidenced: small cases, and the bundled content held against its
//! own tables by a program that knows nothing of proofs.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use tempfile::TempDir;
use xwalk::emit::EMITTERS;
use xwalk::report::Report;

use crate::bundled_report::with_bundled;
use crate::program::{write, xwalk};

/// `T.1` shares with two controls of `s`, once by a row without a note; `T.2` through `m` only; `T.3` lies within a union of
/// which one part is fulfilled; `T.4` has a child that is not.
const WORKSPACE: &str = r#"
framework m@1 { nesting group
  M.1 {}
  M.2 {} }
framework s@1 { nesting group
  S.1 {}
  S.2 {}
  S.3 {} }
framework t@1 { nesting subset
  T.1 "One" {}
  T.2 "Two" {}
  T.3 "Three" {}
  T.4 "Four" #assessable {
    T.4.a "Below" {}
    T.4.b "Beside" {} } }
mapping ts from t@1 to s@1 {
  T.1 intersects-with S.1 strength 3 "the rest of it"
  T.1 intersects-with S.2 strength 7
  T.4 superset-of S.3 strength 5 "only one of the two"
  T.4.a equal S.3
}
mapping tm from t@1 to m@1 {
  T.2 superset-of M.1 strength 9 "what M.1 lacks"
  T.3 subset-of M.1 + M.2 strength 8
  T.3 superset-of M.2 strength 2 "of M.2"
}
mapping ms from m@1 to s@1 {
  M.1 subset-of S.1 strength 4 "what S.1 has"
  M.2 intersects-with S.2 strength 6 "less"
}
"#;

fn workspace() -> TempDir {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    write(folder.path(), "small.xwalk", WORKSPACE);
    folder
}

#[test]
fn the_strongest_comes_first_and_what_is_missing_is_named() {
    let folder = workspace();
    let arguments = ["gaps", "t@1", "s@1", "--remainder"];
    let text = xwalk(folder.path(), &arguments).ended(0).out;
    let expected = "\
t@1 where s@1 is fulfilled: 4 of 6 assessable controls overlap, with proofs. What is left of each:
The controls with the strongest connections come first, since least is likely to be left there. At most three connections are listed for each control.

  T.1  One, strength 7
    t@1:T.1 intersects-with s@1:S.2, strength 7 (small.xwalk:18)
      not described
    t@1:T.1 intersects-with s@1:S.1, strength 3 (small.xwalk:17)
      the rest of it

  T.4  Four, strength 5
    t@1:T.4 superset-of s@1:S.3, strength 5 (small.xwalk:19)
      only one of the two
    below it, not shown to be fulfilled: t@1:T.4.b (not reviewed)  Beside

  T.2  Two, strength 4
    t@1:T.2 superset-of m@1:M.1, strength 9 (small.xwalk:23)
      what M.1 lacks
    m@1:M.1 subset-of s@1:S.1, strength 4 (small.xwalk:28)
      what S.1 has

  T.3  Three, strength 2
    t@1:T.3 superset-of m@1:M.2, strength 2 (small.xwalk:25)
      of M.2
    m@1:M.2 intersects-with s@1:S.2, strength 6 (small.xwalk:29)
      less
    t@1:T.3 subset-of m@1:M.1 + m@1:M.2, strength 8 (small.xwalk:24)
      not shown to be fulfilled: m@1:M.2 (overlap)

The other way round: xwalk gaps s@1 t@1 --remainder
";
    assert_eq!(text, expected);
}

#[test]
fn programs_read_the_same_as_json_and_as_csv() {
    let folder = workspace();
    let arguments = ["gaps", "t@1", "s@1", "--remainder", "--format"];
    let with = |format| xwalk(folder.path(), &[&arguments[..], &[format]].concat()).ended(0);
    let answer = with("json").json();
    let left = answer["remainder"].as_array().unwrap();
    let of = |at: usize, key: &str| left[at][key].clone();
    let identifiers: Vec<&Value> = left.iter().map(|one| &one["identifier"]).collect();
    assert_eq!(identifiers, ["T.1", "T.4", "T.2", "T.3"]);
    assert_eq!(of(0, "strength"), 7);
    assert_eq!(of(0, "rows")[0].get("note"), None);
    assert_eq!(
        of(1, "below"),
        json!([{"control": "t@1:T.4.b", "title": "Beside", "stands": "not reviewed"}])
    );
    assert_eq!(
        of(3, "unions")[0]["missing"],
        json!([{"control": "m@1:M.2", "title": "", "stands": "overlap"}])
    );
    let without = ["gaps", "t@1", "s@1", "--format", "json"];
    let without = xwalk(folder.path(), &without).ended(0).json();
    assert_eq!(without.get("remainder"), None);

    let table = with("csv").out;
    let lines: Vec<Vec<String>> = records(table.as_bytes());
    let kinds: Vec<(&str, &str)> = lines.iter().map(|line| (&*line[1], &*line[4])).collect();
    let row = "row";
    assert_eq!(
        kinds,
        [
            ("t@1:T.1", row),
            ("t@1:T.1", row),
            ("t@1:T.4", row),
            ("t@1:T.4", "control below"),
            ("t@1:T.2", row),
            ("t@1:T.2", row),
            ("t@1:T.3", row),
            ("t@1:T.3", row),
            ("t@1:T.3", "missing parts"),
        ]
    );
    let described: Vec<&str> = lines.iter().map(|line| &*line[5]).take(2).collect();
    assert_eq!(described, ["not described", "the rest of it"]);
}

fn records(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(bytes);
    let records = reader.records();
    let records = records.map(|record| record.unwrap().iter().map(str::to_owned).collect());
    records.collect()
}

/// `T.1` shares with what is achieved, and more with what is not; `T.4` has a child of which nobody can tell.
#[test]
fn a_posture_says_what_is_left_of_what_is_partly_evidenced() {
    let folder = workspace();
    let organization = "
organization one \"One\" { baseline s@1
  adopts t@1
  adopts m@1 }
assessment now of s@1 { assessed 2026-09-30
  achieved-from 2
  S.1 tier 3
  S.2 tier 1
  S.3 tier 2 }
";
    write(folder.path(), "one.xwalk", organization);
    let posture = |more: &[&str]| {
        let arguments = ["posture", "--date", "2026-11-24", "--remainder"];
        xwalk(folder.path(), &[&arguments[..], more].concat())
    };
    let text = posture(&["--framework", "t@1"]).ended(0).out;
    let (_, list) = text.split_once("\n\n").unwrap();
    let expected = "\
t@1: 3 assessable controls are partly evidenced
The controls with the strongest connections come first, since least is likely to be left there. At most three connections are listed for each control.

  T.4  Four, strength 5
    t@1:T.4 superset-of s@1:S.3, strength 5 (small.xwalk:19)
      only one of the two
    below it, not shown to be fulfilled: t@1:T.4.b (cannot tell)  Beside

  T.2  Two, strength 4
    t@1:T.2 superset-of m@1:M.1, strength 9 (small.xwalk:23)
      what M.1 lacks
    m@1:M.1 subset-of s@1:S.1, strength 4 (small.xwalk:28)
      what S.1 has

  T.1  One, strength 3
    t@1:T.1 intersects-with s@1:S.1, strength 3 (small.xwalk:17)
      the rest of it
    not achieved: s@1:S.2 (tier 1)
      t@1:T.1 intersects-with s@1:S.2, strength 7 (small.xwalk:18)
        not described

  Not in this list: 2 cannot tell. `xwalk posture --framework t@1` shows them.
";
    assert_eq!(list, expected);
    let answer = posture(&["--format", "json"]).ended(0).json();
    let frameworks = answer["remainder"].as_array().unwrap().iter();
    let frameworks: Vec<(&str, usize)> = frameworks
        .map(|one| {
            let controls = one["controls"].as_array().unwrap();
            (one["framework"].as_str().unwrap(), controls.len())
        })
        .collect();
    assert_eq!(frameworks, [("s@1", 0), ("m@1", 0), ("t@1", 3)]);
    let table = posture(&["--format", "csv"]).ended(0).out;
    assert!(
        table.starts_with("of,control,title,strongest,kind,"),
        "{table}"
    );
    let refused = xwalk(folder.path(), &["posture", "--format", "csv"]).ended(2);
    assert!(refused.err.contains("--remainder"), "{}", refused.err);
}

/// The tables of the report, by name: each line by column.
type Tables = BTreeMap<String, Vec<BTreeMap<String, String>>>;

fn tables(report: &Report<'_>) -> Tables {
    let emitter = EMITTERS.iter().find(|emitter| emitter.name == "csv");
    let files = (emitter.unwrap().emit)(report, &xwalk::emit::html::Templates::default());
    let files = files.unwrap().into_iter();
    files
        .map(|file| {
            let mut reader = csv::Reader::from_reader(&*file.bytes);
            let header = reader.headers().unwrap().clone();
            let lines = reader.records().map(|line| {
                let line = line.unwrap();
                let cells = header.iter().zip(&line);
                cells
                    .map(|(name, cell)| (name.to_owned(), cell.to_owned()))
                    .collect()
            });
            (file.path, lines.collect())
        })
        .collect()
}

/// The controls at one end of a row.
fn parts(end: &str) -> Vec<&str> {
    end.split(" + ").collect()
}

/// From the verdicts and the rows as they stand in the tables follows which controls have a remainder, what its strongest
/// row is where rows on the pair say it all, and which unions are not fulfilled.
#[test]
fn the_remainder_of_the_bundled_content_is_what_its_tables_say() {
    with_bundled(|report| {
        let tables = tables(report);
        let table = |name: &str| tables[&format!("csv/{name}.csv")].iter();
        let key = |line: &BTreeMap<String, String>| {
            let [of, by, control] = ["of", "by", "control"].map(|column| line[column].clone());
            (of, by, control)
        };
        let with_proofs = || table("verdicts").filter(|line| line["basis"] == "proved");
        let overlapping: BTreeSet<_> = with_proofs()
            .filter(|line| line["verdict"] == "overlap" && line["assessable"] == "true")
            .map(key)
            .collect();
        assert_eq!(overlapping.len(), 1_328);
        let left: BTreeSet<_> = table("remainder").map(key).collect();
        assert_eq!(left, overlapping);

        let full: BTreeSet<(String, String)> = with_proofs()
            .filter(|line| line["verdict"] == "full")
            .map(|line| (line["by"].clone(), line["control"].clone()))
            .collect();
        let strength = |line: &BTreeMap<String, String>| line["strength"].parse::<u8>().ok();
        let stated_overlap: BTreeSet<_> = table("verdicts")
            .filter(|line| line["basis"] == "stated" && line["verdict"] == "overlap")
            .map(key)
            .collect();
        let (mut by_rows, mut unions) = (0, 0);
        for (of, by, control) in &overlapping {
            let lines = || {
                let lines = table("remainder");
                lines.filter(|line| key(line) == (of.clone(), by.clone(), control.clone()))
            };
            let first = lines().next().unwrap();
            if stated_overlap.contains(&(of.clone(), by.clone(), control.clone())) {
                let stated = table("rows").filter(|row| row["left_out"].is_empty());
                // A proof by way of a third framework may be stronger than all that is stated.
                let known = stated.chain(table("proved"));
                let between = known.filter(|row| {
                    let ends = [&row["source_framework"], &row["target_framework"]];
                    ends.contains(&of) && ends.contains(&by)
                });
                let sharing = between.filter(|row| {
                    let shares = !["no-relationship", "related-to"].contains(&&*row["relation"]);
                    let ends = [&row["source"], &row["target"]];
                    shares && ends.iter().any(|end| end.as_str() == control)
                });
                let strongest = sharing.filter_map(strength).max();
                let told = first["strongest"].parse::<u8>().ok();
                assert_eq!(told, strongest, "{control} {by}");
                by_rows += 1;
            }
            let missing: BTreeSet<(String, String)> = table("rows")
                .filter(|row| row["left_out"].is_empty())
                .filter_map(|row| {
                    let [source, target] = [parts(&row["source"]), parts(&row["target"])];
                    let (relation, of_it) = match (&*source, &*target) {
                        ([whole], of_it) if whole == control => (&row["relation"], of_it.to_vec()),
                        (of_it, [whole]) if whole == control => (&row["converse"], of_it.to_vec()),
                        _ => return None,
                    };
                    let within = relation
                        .split('|')
                        .all(|word| ["equal", "subset-of"].contains(&word));
                    let is_fulfilled = |part: &&&str| {
                        let framework = part.split(':').next().unwrap();
                        framework == by || full.contains(&(by.clone(), (**part).to_owned()))
                    };
                    let missing = of_it.iter().filter(|part| !is_fulfilled(part));
                    let missing: Vec<&str> = missing.copied().collect();
                    (of_it.len() > 1 && within && !missing.is_empty())
                        .then(|| (row["row"].clone(), missing.join(", ")))
                })
                .collect();
            let told: BTreeSet<(String, String)> = lines()
                .filter(|line| line["kind"] == "missing parts")
                .map(|line| (line["row"].clone(), line["missing"].clone()))
                .collect();
            assert_eq!(told, missing, "{control} {by}");
            unions += missing.len();
        }
        assert!(by_rows > 600 && unions > 100, "{by_rows} {unions}");

        let notes: BTreeMap<&String, &String> = table("rows")
            .map(|row| (&row["row"], &row["note"]))
            .collect();
        for line in table("remainder").filter(|line| line["kind"] == "row") {
            assert_eq!(&line["described"], notes[&line["row"]]);
        }
        let mut before: BTreeMap<(String, String), Option<u8>> = BTreeMap::new();
        for line in table("remainder") {
            let (of, by, _) = key(line);
            let strongest = line["strongest"].parse::<u8>().ok();
            let last = before.insert((of, by), strongest);
            assert!(last.is_none_or(|last| last >= strongest));
        }
    });
}

/// What is proved counts beside what is stated, a note of blanks is none, and no line break of a note begins a line.
#[test]
fn the_strongest_connection_may_be_a_proof_and_a_note_stays_on_its_line() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    let text = r#"
framework s@1 { S.1 {}
  S.2 {} }
framework t@1 { T.1 "One" {} }
framework u@1 { U.1 {} }
mapping ts from t@1 to s@1 { T.1 intersects-with S.1 strength 1 "  " }
mapping tu from t@1 to u@1 { T.1 equal U.1 strength 8 "all\nT.9  forged, strength 10" }
mapping us from u@1 to s@1 { U.1 intersects-with S.2 strength 9 }
"#;
    write(folder.path(), "small.xwalk", text);
    let text = xwalk(folder.path(), &["gaps", "t@1", "s@1", "--remainder"]);
    let text = text.ended(0).out;
    let (_, list) = text.split_once("\n\n").unwrap();
    let expected = "  T.1  One, strength 8
    t@1:T.1 equal u@1:U.1, strength 8 (small.xwalk:7)
      all T.9  forged, strength 10
    u@1:U.1 intersects-with s@1:S.2, strength 9 (small.xwalk:8)
      not described
    t@1:T.1 intersects-with s@1:S.1, strength 1 (small.xwalk:6)
      not described

The other way round: xwalk gaps s@1 t@1 --remainder
";
    assert_eq!(list, expected);
}

/// A report that leaves out a framework names the rows that lead through it, and calls nothing not described.
#[test]
fn what_a_report_leaves_out_is_named_by_its_place() {
    let folder = workspace();
    let arguments = ["build", "--only", "s@1,t@1", "--emit", "csv,html,xlsx"];
    xwalk(folder.path(), &arguments).ended(0);
    let table = std::fs::read(folder.path().join("out/csv/remainder.csv")).unwrap();
    let mut reader = csv::Reader::from_reader(&*table);
    let header = reader.headers().unwrap().clone();
    let column = |name: &str| header.iter().position(|cell| cell == name).unwrap();
    let lines: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let of_two = lines
        .iter()
        .filter(|line| &line[column("control")] == "t@1:T.2");
    let of_two: Vec<[&str; 2]> = of_two
        .map(|line| [&line[column("kind")], &line[column("place")]])
        .collect();
    let left_out = "row left out here";
    assert_eq!(
        of_two,
        [
            [left_out, "tm (small.xwalk:23)"],
            [left_out, "ms (small.xwalk:28)"]
        ]
    );
    let page = crate::harness::read(&folder.path().join("out/report.html"));
    assert!(page.contains("in a mapping that this page leaves out: tm (small.xwalk:23)"));
}
