//! Questions for authors: which pairs are asked about, in what order, and what answers to them would decide.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde_json::Value;
use tempfile::TempDir;
use xwalk::analysis::{Logic, Question, Standpoint, questions};
use xwalk::compile::compile;
use xwalk::diagnostic::Levels;
use xwalk::model::{ControlId, FrameworkId, Model};
use xwalk::relation::{Label, Relation};
use xwalk::source::{Origin, Source, SourceMap};

use crate::program::{write, xwalk};

/// A row of a made-up model, as it is written.
#[derive(Clone, Debug)]
struct Row {
    source: &'static str,
    relation: &'static str,
    target: &'static str,
}

/// Three frameworks, the second with a hierarchy that says something. All titles are alike, so that every open pair is
/// a question.
const FRAMEWORKS: &str = r#"
framework a@1 "A" {
  A1 "Access"
  A2 "Access"
  A3 "Access"
}
framework b@1 "B" {
  nesting subset
  B1 "Access"
  B2 "Access" {
    B3 "Access"
    B4 "Access"
  }
}
framework c@1 "C" {
  C1 "Access"
  C2 "Access"
  C3 "Access"
}
"#;

const MAPPINGS: [(&str, &str, &str); 3] = [("ab", "A", "B"), ("bc", "B", "C"), ("ca", "C", "A")];

/// The text of the frameworks and of these rows, each in the mapping of its source's framework.
fn text(rows: &[Row]) -> String {
    let mut text = FRAMEWORKS.to_owned();
    for (name, from, to) in MAPPINGS {
        let (source, target) = (from.to_lowercase(), to.to_lowercase());
        text += &format!("mapping {name} \"M\" from {source}@1 to {target}@1 {{\n");
        for row in rows {
            let Row {
                source,
                relation,
                target,
            } = row;
            let names =
                |framework: &str| source.starts_with(framework) || target.starts_with(framework);
            if names(from) && names(to) {
                text += &format!("  {source} {relation} {target}\n");
            }
        }
        text += "}\n";
    }
    text
}

/// Compiles text without the bundled content and hands on what was made of it.
fn with_model<T>(text: String, work: impl FnOnce(&Model<'_>, &Logic) -> T) -> T {
    let source = Source::new("a.xwalk", text, Origin::Workspace);
    let sources = SourceMap::new(vec![source]);
    let compilation = compile(&sources, &Levels::default());
    work(&compilation.model, &compilation.logic)
}

/// All questions on the first two frameworks, with all answers.
fn all_questions(model: &Model<'_>, logic: &Logic) -> Vec<Question> {
    questions(model, logic, [FrameworkId(0), FrameworkId(1)], usize::MAX)
}

type Pair = (ControlId, ControlId);

/// The pairs of assessable controls of two frameworks that no row speaks of and of which something worth saying is known.
fn proved(model: &Model<'_>, logic: &Logic) -> BTreeSet<Pair> {
    let said = model.rows.iter().filter_map(|(_, row)| {
        let (source, target) = (row.source.single()?, row.target.single()?);
        Some((source.min(target), source.max(target)))
    });
    let said: BTreeSet<Pair> = said.collect();
    let assessable = model
        .controls
        .iter()
        .filter(|(_, control)| control.assessable);
    let assessable: Vec<ControlId> = assessable.map(|(id, _)| id).collect();
    let prover = logic.prover_of(model, Standpoint::All, |_| true);
    let mut proved = BTreeSet::new();
    for one in &assessable {
        let known = prover.about(*one);
        for other in assessable.iter().filter(|other| *other > one) {
            let label = known.label(*other);
            let worth_saying =
                label.implies(Label::OVERLAPS) || label == Label::only(Relation::NoRelationship);
            let apart = model.controls[*one].framework != model.controls[*other].framework;
            if apart && worth_saying && !said.contains(&(*one, *other)) {
                proved.insert((*one, *other));
            }
        }
    }
    proved
}

const RELATIONS: &[&str] = &[
    "equal",
    "subset-of",
    "superset-of",
    "intersects-with",
    "no-relationship",
    "overlaps",
    "subset-of|equal",
    "superset-of|equal",
    "subset-of|intersects-with",
    "intersects-with|no-relationship",
    "supports",
];

fn row() -> impl Strategy<Value = Row> {
    let control = |names: &'static [&'static str]| prop::sample::select(names);
    let ends = prop_oneof![
        (
            control(&["A1", "A2", "A3"]),
            control(&["B1", "B2", "B3", "B4"])
        ),
        (
            control(&["B1", "B2", "B3", "B4"]),
            control(&["C1", "C2", "C3"])
        ),
        (control(&["C1", "C2", "C3"]), control(&["A1", "A2", "A3"])),
    ];
    let single =
        (ends, prop::sample::select(RELATIONS)).prop_map(|((source, target), relation)| Row {
            source,
            relation,
            target,
        });
    let several = prop::sample::select(vec![
        ("A1", "equal", "B1 + B3"),
        ("A2", "superset-of", "B3 + B4"),
        ("B1", "equal", "C1 + C2"),
        ("C1 + C2", "superset-of", "A2"),
        ("B1", "subset-of", "C2 + C3"),
        ("C3", "no-relationship", "*"),
        ("*", "no-relationship", "C2"),
    ]);
    let several = several.prop_map(|(source, relation, target)| Row {
        source,
        relation,
        target,
    });
    prop_oneof![6 => single, 1 => several]
}

/// Rows of which nothing contradicts anything: each is left out if it contradicts those before it.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    prop::collection::vec(row(), 1..9).prop_map(|rows| {
        let mut kept: Vec<Row> = Vec::new();
        for row in rows {
            kept.push(row);
            if with_model(text(&kept), |_, logic| !logic.contradictions.is_empty()) {
                kept.pop();
            }
        }
        kept
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_answer_decides_what_a_row_that_gives_it_proves(rows in rows()) {
        let asked = with_model(text(&rows), |model, logic| {
            let before = proved(model, logic);
            let questions = all_questions(model, logic);
            let named = |question: &Question| {
                let name = |id: ControlId| model.controls[id].identifier.to_owned();
                (name(question.pair.source), name(question.pair.target))
            };
            let named: Vec<_> = questions.iter().map(named).collect();
            (before, questions.into_iter().zip(named).collect::<Vec<_>>())
        });
        let (before, questions) = asked;
        for (question, (source, target)) in questions {
            for answer in question.answers.unwrap() {
                let relation = answer.relation.word();
                let added = format!("mapping added \"M\" from a@1 to b@1 {{\n  {source} {relation} {target}\n}}\n");
                with_model(text(&rows) + &added, |model, logic| {
                    let Some(decides) = answer.decides else {
                        prop_assert!(!logic.contradictions.is_empty(), "{added}");
                        return Ok(());
                    };
                    prop_assert!(logic.contradictions.is_empty(), "{added}");
                    let after = proved(model, logic);
                    prop_assert!(before.is_subset(&after));
                    let framework = |id: ControlId| model.controls[id].framework.0;
                    let (here, elsewhere): (Vec<Pair>, Vec<Pair>) = after
                        .difference(&before)
                        .partition(|pair| (framework(pair.0), framework(pair.1)) == (0, 1));
                    prop_assert_eq!((decides.here, decides.elsewhere), (here.len(), elsewhere.len()), "{}", added);
                    Ok(())
                })?;
            }
        }
    }
}

#[test]
fn rows_that_contradict_each_other_change_no_answer() {
    let row = |source, relation, target| Row {
        source,
        relation,
        target,
    };
    let sound = [
        row("A1", "equal", "B1"),
        row("A2", "equal", "C2"),
        row("B2", "subset-of", "C2"),
    ];
    let disputed = [row("A2", "equal", "B1"), row("A2", "no-relationship", "B1")];
    // What somebody has stated is no question, whatever it is.
    let stated = [row("A2", "supports", "B1")];
    let answers = |more: &[Row]| {
        with_model(text(&[&sound, more].concat()), |model, logic| {
            let questions = all_questions(model, logic).into_iter();
            let answers = questions.map(|question| {
                let name = |id: ControlId| model.controls[id].identifier;
                let pair = [name(question.pair.source), name(question.pair.target)];
                (pair.join(" "), question.answers)
            });
            answers.collect::<BTreeMap<_, _>>()
        })
    };
    let with = answers(&disputed);
    assert_eq!(with, answers(&stated));
    assert!(with.contains_key("A1 B4") && !with.contains_key("A2 B1"));
}

/// Two ways to say that the house is shut, so that whatever is said of one is proved of the other; a chain of two rows; a
/// pair that is not asked about, since neither rows nor words connect it; and one of which something is known.
const HOUSE: &str = r#"framework door@1 "Door rules" {
  licence "own"
  D-1 "Doors are locked at night"
  D-2 "Nobody enters after closing time"
  D-3 "Keys are counted"
  D-4 "Alarms are tested"
}
framework house@1 "House rules" {
  licence "own"
  H-1 "The house is closed at night"
  H-2 "Keys are managed"
}
framework key@1 "Key rules" {
  licence "own"
  K-1 "Doors are locked by the guard"
  K-2 "Keys are handed out"
  K-3 "Keys of visitors are counted"
}
mapping door-house "Door rules to house rules" from door@1 to house@1 {
  rationale functional
  D-1  equal      H-1
  D-2  equal      H-1
  D-3  subset-of  H-2
}
mapping house-key "House rules to key rules" from house@1 to key@1 {
  rationale functional
  H-2  superset-of                      K-2  status final
  H-2  intersects-with|no-relationship  K-3
}
"#;

const TOLD: &str = "\
3 questions on door@1 and key@1: pairs that rows connect or whose wording is similar, and about which nothing
worth saying follows. They claim nothing and are counted nowhere; an answer is a row.

order    pairs that a row calls related come first
         for the 3 of highest rank: what is decided between the two whatever the answer, then rank
rank     similarity of titles and texts, 0 to 100
         plus 30 for each chain of two rows, 20 if one says no more than intersects-with, 10 if no more than overlaps or related-to; the chains add 100 at most
decides  how many other open pairs of the two (+ of other frameworks) each answer would settle

1.   D-1  Doors are locked at night
     K-1  Doors are locked by the guard
     rank 58: similarity 58 (doors, locked)
     decides: 1 (+1) whatever the answer

2.   D-3  Keys are counted
     K-3  Keys of visitors are counted
     rank 73: similarity 73 (counted, keys)
     known: D-3 does not contain K-3
     decides: 0 whatever the answer; cannot be: equal, superset-of

3.   D-3  Keys are counted
     K-2  Keys are handed out
     rank 59: similarity 29 (keys); 1 chain through house@1: 1 subset-of then superset-of
     decides: 0 whatever the answer
";

fn house() -> TempDir {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    write(folder.path(), "house.xwalk", HOUSE);
    folder
}

#[test]
fn questions_explain_themselves() {
    let told = xwalk(house().path(), &["suggest", "door@1", "key@1"]).ended(0);
    assert_eq!(told.out, TOLD);
}

#[test]
fn programs_get_all_questions() {
    let told = xwalk(
        house().path(),
        &[
            "suggest", "door@1", "key@1", "--format", "json", "--top", "2",
        ],
    );
    let told = told.ended(0).json();
    assert_eq!(told["schema"], "xwalk-suggest");
    assert_eq!(told["examined"], 2);
    let questions = told["questions"].as_array().unwrap();
    assert_eq!(questions.len(), 3);
    assert_eq!(questions[0]["source"]["identifier"], "D-3");
    assert_eq!(
        questions[0]["target"]["title"],
        "Keys of visitors are counted"
    );
    assert_eq!(questions[0]["shared_words"][0], "counted");
    assert_eq!(questions[0]["answers"][0]["relation"], "equal");
    assert_eq!(
        questions[0]["answers"][0]["cannot_be"],
        "D-3 does not contain K-3"
    );
    assert_eq!(questions[0]["answers"][1]["cannot_be"], Value::Null);
    assert_eq!(questions[1]["chains"][0]["framework"], "house@1");
    assert_eq!(questions[1]["chains"][0]["kinds"][0]["first"], "subset-of");
    assert!(questions[2].get("answers").is_none());
}

#[test]
fn rows_of_a_lower_status_connect_nothing_and_are_asked_about_by_nobody() {
    let folder = house();
    let told = xwalk(
        folder.path(),
        &["suggest", "door", "key", "--status", "final"],
    )
    .ended(0);
    assert!(!told.out.contains("chain through"), "{}", told.out);
    let told = xwalk(
        folder.path(),
        &["suggest", "house", "key", "--status", "final"],
    )
    .ended(0);
    assert!(!told.out.contains("K-2"), "{}", told.out);
    assert!(!told.out.contains("K-3"), "{}", told.out);
}

#[test]
fn what_cannot_be_asked_is_said() {
    let folder = house();
    let same = xwalk(folder.path(), &["suggest", "door@1", "door"]).ended(2);
    assert!(
        same.err.contains("`door@1` is compared with itself"),
        "{}",
        same.err
    );
    write(
        folder.path(),
        "none.xwalk",
        "framework none@1 \"Nothing\" {\n  N \"Elsewhere\"\n}\n",
    );
    let none = xwalk(folder.path(), &["suggest", "none@1", "door@1"]).ended(0);
    assert!(
        none.out.starts_with("No questions on none@1 and door@1"),
        "{}",
        none.out
    );
}
