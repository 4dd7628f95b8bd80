//! The page of the composition table: its tables are the program's, and its examples are true.

use xwalk::relation::{Label, Relation, Word};

use crate::harness::{all_well, compare, fences, markdown, path, read, with_table};

const PAGE: &str = "docs/composition.md";

/// The six sentences, each with the way in which the page abbreviates it and what it leaves possible.
const SENTENCES: [(&str, &str, Label); 6] = [
    (
        "S(A,B)",
        "all that A asks for, B asks for too",
        Label::WITHIN,
    ),
    (
        "S(B,A)",
        "all that B asks for, A asks for too",
        Label::CONTAINS,
    ),
    (
        "N(A,B)",
        "A asks for something that B does not ask for",
        Label::WITHIN.complement(),
    ),
    (
        "N(B,A)",
        "B asks for something that A does not ask for",
        Label::CONTAINS.complement(),
    ),
    (
        "O(A,B)",
        "there is something that both ask for",
        Label::OVERLAPS,
    ),
    (
        "D(A,B)",
        "there is nothing that both ask for",
        Label::OVERLAPS.complement(),
    ),
];

#[test]
fn the_tables_of_the_page_are_what_the_program_computes() {
    let file = path(PAGE);
    let page = read(&file);
    let page = with_table(&page, "composition", &composition());
    let page = with_table(&page, "atoms", &atoms());
    let page = with_table(&page, "labels", &labels());
    all_well(compare(&file, &page).err());
}

#[test]
fn the_derivations_of_the_page_are_true() {
    let page = read(&path(PAGE));
    let lines: Vec<String> = fences(&page)
        .iter()
        .filter(|fence| fence.info == "text")
        .flat_map(|fence| fence.text.lines().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    assert!(lines.len() >= 6);
    for line in lines {
        let (actual, expected) = if let Some((given, expected)) = line.split_once(" gives ") {
            let (first, next) = given.split_once(" then ").unwrap();
            (label(first).then(label(next)), expected)
        } else {
            let (given, expected) = line.split_once(" leave ").unwrap();
            let (one, other) = given.split_once(" and ").unwrap();
            (label(one).and(label(other)), expected)
        };
        assert_eq!(actual, label(expected), "{line}");
    }
}

/// A label as the page writes it.
fn label(text: &str) -> Label {
    if text == "nothing" {
        return Label::NONE;
    }
    text.split('|')
        .map(|word| Word::parse(word).unwrap().label())
        .fold(Label::NONE, Label::or)
}

/// A label in a cell, where `|` would end it.
fn cell(label: Label) -> String {
    if label == Label::ANY {
        "nothing follows".to_owned()
    } else {
        format!("`{}`", label.to_string().replace('|', "\\|"))
    }
}

fn composition() -> String {
    let columns = Relation::ALL.map(|relation| format!("B `{}` C", relation.word()));
    let head: Vec<&str> = std::iter::once("")
        .chain(columns.iter().map(String::as_str))
        .collect();
    let line = |ab: Relation| {
        let cells = Relation::ALL.map(|bc| cell(Label::only(ab).then(Label::only(bc))));
        let first = format!("**A `{}` B**", ab.word());
        std::iter::once(first).chain(cells).collect()
    };
    markdown(&head, Relation::ALL.map(line))
}

fn atoms() -> String {
    markdown(
        &["in short", "the sentence", "what it leaves possible"],
        SENTENCES.map(|(short, sentence, label)| {
            vec![short.to_owned(), sentence.to_owned(), cell(label)]
        }),
    )
}

fn labels() -> String {
    let line = |label: Label| {
        let (short, sentences): (Vec<_>, Vec<_>) = fewest(label).into_iter().unzip();
        if sentences.is_empty() {
            return vec!["nothing".into(), String::new(), "nothing is known".into()];
        }
        vec![cell(label), short.join(" "), sentences.join("; ")]
    };
    markdown(
        &["said about A and B", "in short", "in sentences"],
        Label::SAYABLE.map(line),
    )
}

/// The sentences that say a label, without those that follow from the others.
fn fewest(label: Label) -> Vec<(&'static str, &'static str)> {
    let mut said: Vec<_> = SENTENCES
        .into_iter()
        .filter(|(.., sentence)| label.implies(*sentence))
        .collect();
    // That two sets share something follows from how they lie, and what each lacks from their sharing nothing: these are
    // tried before the first two.
    let (last, first) = SENTENCES.split_at(2);
    for (superfluous, ..) in first.iter().chain(last) {
        let mut fewer = said.clone();
        fewer.retain(|(short, ..)| short != superfluous);
        let known = fewer
            .iter()
            .fold(Label::ANY, |known, (.., sentence)| known.and(*sentence));
        if known == label {
            said = fewer;
        }
    }
    said.into_iter()
        .map(|(short, sentence, _)| (short, sentence))
        .collect()
}
