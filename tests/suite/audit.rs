//! Whoever has `crosswalk.json` and nothing else can check every proof in it.
//!
//! The auditor here reads the document as any script would: it follows each chain from row to row, composes with a
//! table of its own made from the 128 ways in which three sets can lie, and counts again what is counted.

mod arguments;
mod auditor;
mod counts;
mod sets;

use proptest::prelude::*;
use serde_json::{Value, json};
use xwalk::emit::EMITTERS;
use xwalk::report::Report;

use crate::bundled_report::with_bundled;
use crate::harness::all_well;
use crate::proof_report::{report_on, with_proofs};
use auditor::Auditor;

fn document(report: &Report<'_>) -> Value {
    let emitter = EMITTERS.iter().find(|emitter| emitter.name == "json");
    let artifacts =
        (emitter.unwrap().emit)(report, &xwalk::emit::html::Templates::default()).unwrap();
    serde_json::from_slice(&artifacts[0].bytes).unwrap()
}

fn audit(document: &Value) -> Vec<String> {
    Auditor::new(document).audit()
}

fn count(document: &Value, member: &str) -> usize {
    document[member].as_array().unwrap().len()
}

#[test]
fn an_auditor_follows_every_proof_of_the_bundled_content() {
    let document = with_bundled(document);
    all_well(audit(&document));
    let count = count(&document, "proved");
    assert!(count > 800, "{count}");
}

#[test]
fn an_auditor_follows_proofs_and_contradictions() {
    let document = with_proofs(document);
    all_well(audit(&document));
    assert!(count(&document, "proved") > 3);
    assert!(count(&document, "contradictions") > 1);
}

#[test]
fn an_auditor_is_not_easily_pleased() {
    type Forgery = fn(&mut Value);
    let forgeries: [(&str, Forgery); 7] = [
        ("another relation", |document| {
            document["proved"][1]["relation"] = json!("equal");
        }),
        ("a step that no row makes", |document| {
            document["proved"][0]["chains"][0]["steps"][0]["says"] = json!("equal");
        }),
        ("a step composed wrongly", |document| {
            document["proved"][0]["chains"][0]["steps"][1]["known"] = json!("equal");
        }),
        ("a row of something else", |document| {
            document["proved"][0]["chains"][0]["steps"][0]["row"] = json!("house-norm/2");
        }),
        ("a better status", |document| {
            document["proved"][0]["status"] = json!("final");
        }),
        ("a contradiction that is none", |document| {
            document["contradictions"][0]["denial"]["says"] = json!("overlaps");
        }),
        ("a count too high", |document| {
            document["coverage"][0]["proofs"]["pairs"] = json!(77);
        }),
    ];
    let honest = with_proofs(document);
    for (what, forge) in forgeries {
        let mut forged = honest.clone();
        forge(&mut forged);
        assert!(forged != honest && !audit(&forged).is_empty(), "{what}");
    }
}

/// One way says that A shares with D and does not contain it, the other that it lies within.
const TWO_WAYS: &str = "
framework a@1 { A }
framework b@1 { B }
framework c@1 { C }
framework d@1 { D }
mapping ab from a@1 to b@1 {
A intersects-with B
}
mapping bd from b@1 to d@1 {
B subset-of D
}
mapping ac from a@1 to c@1 {
A equal C
}
mapping cd from c@1 to d@1 {
C subset-of|equal D
}
";

#[test]
fn an_auditor_misses_a_chain_that_was_taken_away() {
    let mut document = report_on(TWO_WAYS, document);
    let pairs = document["proved"].as_array().unwrap().iter();
    let ends = |pair: &Value| pair["source"] == "a@1:A" && pair["target"] == "d@1:D";
    let at = pairs.clone().position(ends).unwrap();
    let pair = &document["proved"][at];
    assert_eq!(
        (&pair["relation"], count(pair, "chains")),
        (&json!("subset-of"), 2)
    );
    all_well(audit(&document));
    document["proved"][at]["chains"]
        .as_array_mut()
        .unwrap()
        .pop();
    assert!(!audit(&document).is_empty());
}

/// Three frameworks: a hierarchy in which nesting says something, one in which it says nothing, and one of wholes.
const FRAMEWORKS: &str = "
framework f@1 { nesting subset
  F { F.1 {}
    F.2 {} }
  G {} }
framework g@1 {
  A { A.1 {}
    A.2 {} }
  B {} }
framework h@1 { nesting whole
  X { X.1 {}
    X.2 {} }
  Y {} }
";

/// The three pairs of frameworks, with the controls of each end.
const PAIRS: [(&str, [&str; 4], [&str; 4]); 3] = [
    (
        "f@1 to g@1",
        ["F", "F.1", "F.2", "G"],
        ["A", "A.1", "A.2", "B"],
    ),
    (
        "g@1 to h@1",
        ["A", "A.1", "A.2", "B"],
        ["X", "X.1", "X.2", "Y"],
    ),
    (
        "f@1 to h@1",
        ["F", "F.1", "F.2", "G"],
        ["X", "X.1", "X.2", "Y"],
    ),
];

const RELATIONS: [&str; 10] = [
    "equal",
    "subset-of",
    "superset-of",
    "intersects-with",
    "no-relationship",
    "overlaps",
    "related-to",
    "subset-of|equal",
    "superset-of|equal",
    "subset-of|intersects-with",
];

const CLAUSES: [&str; 6] = [
    "",
    "functional",
    "functional strength 7",
    "functional strength 3 confidence high status final",
    "functional confidence 40%",
    "status reviewed",
];

/// A row between two frameworks: one control at each end, or a union or everything on the right.
fn row(pair: usize) -> impl Strategy<Value = String> {
    let (_, sources, targets) = PAIRS[pair];
    let (source, target) = (
        prop::sample::select(sources.to_vec()),
        prop::sample::select(targets.to_vec()),
    );
    let clauses = prop::sample::select(&CLAUSES[..]);
    let relation = prop::sample::select(&RELATIONS[..]);
    (source, target, relation, clauses, 0..12_u8).prop_map(
        move |(source, target, relation, clauses, kind)| match kind {
            0 => format!("{source} no-relationship * {clauses}\n"),
            1 => format!(
                "{source} superset-of {} + {} {clauses}\n",
                targets[1], targets[2]
            ),
            2 => format!("{source} equal {} + {} {clauses}\n", targets[1], targets[3]),
            3 => format!("{} + {} equal {target} {clauses}\n", sources[1], sources[2]),
            _ => format!("{source} {relation} {target} {clauses}\n"),
        },
    )
}

fn workspace() -> impl Strategy<Value = String> {
    let rows = |pair| prop::collection::vec(row(pair), 0..5);
    (rows(0), rows(1), rows(2)).prop_map(|(fg, gh, fh)| {
        let mut text = FRAMEWORKS.to_owned();
        for (at, rows) in [fg, gh, fh].iter().enumerate() {
            let (ends, ..) = PAIRS[at];
            text += &format!("mapping m{at} from {ends} {{\n{}}}\n", rows.concat());
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_auditor_follows_whatever_rows_prove(text in workspace()) {
        let document = report_on(&text, document);
        prop_assert_eq!(audit(&document), Vec::<String>::new());
    }
}
