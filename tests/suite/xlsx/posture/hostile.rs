//! Texts that spreadsheets would evaluate, and that break out of XML.

use super::{book, small};
use crate::posture_export::{HELD_BACK, emitted_of};

const FRAMEWORKS: &str = include_str!("../../../golden/posture-export/frameworks.xwalk");
const MAPPINGS: &str = include_str!("../../../golden/posture-export/mappings.xwalk");
const POSTURE: &str = include_str!("../../../golden/posture-export/posture.xwalk");

/// What stands before every text.
const PREFIXES: [&str; 4] = [
    "=1+1 <b>&amp;",
    "@SUM(A1)]]>",
    "-2+3+cmd|' /C calc'!A0 &",
    // Short enough for the short names of frameworks, and a range for those who draw charts.
    "=(A!A1)",
];

/// The titles of the frameworks.
const TITLES: [&str; 3] = ["House rules", "National law", "Rules of the association"];

/// The text with this before everything that is quoted and begins with a capital: titles, notes, scopes, assessors.
fn poisoned(text: &str, prefix: &str) -> String {
    let mut parts = text.split('"');
    let mut poisoned = parts.next().unwrap().to_owned();
    for (at, part) in parts.enumerate() {
        poisoned.push('"');
        let is_quoted = at % 2 == 0;
        if is_quoted && part.starts_with(|first: char| first.is_ascii_uppercase()) {
            poisoned.push_str(prefix);
        }
        poisoned.push_str(part);
    }
    poisoned
}

/// The posture without what it accepts: with other texts, mappings claim something else.
fn accepting_nothing() -> String {
    let lines = POSTURE.lines();
    let lines = lines.filter(|line| !line.trim().starts_with("accepts "));
    lines.map(|line| format!("{line}\n")).collect()
}

/// The workbook of these texts.
fn workbook(texts: &[&str]) -> Vec<u8> {
    let mut emitted = emitted_of("posture-xlsx", texts, HELD_BACK);
    emitted.remove(0).bytes
}

#[test]
fn hostile_texts_are_shown_as_they_are_written() {
    let posture = accepting_nothing();
    let plain = book::sheets(&workbook(&[FRAMEWORKS, MAPPINGS, &posture]));
    for prefix in PREFIXES {
        let texts = [FRAMEWORKS, MAPPINGS, &posture].map(|text| poisoned(text, prefix));
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let bytes = workbook(&texts);
        book::assert_well_formed(&bytes);
        let chart = book::part(&bytes, "xl/charts/chart1.xml");
        for range in chart.split("<c:f>").skip(1) {
            assert!(range.starts_with("Course!$"), "{range:.40}");
        }
        let mut poisoned = 0;
        for ((sheet, cells), (_, expected)) in book::sheets(&bytes).iter().zip(&plain) {
            // Running text is broken into lines on the summary.
            for (line, expected) in cells.iter().zip(expected).filter(|_| sheet != "Summary") {
                for (text, expected) in line.iter().zip(expected) {
                    // A framework with a long title is called by its name instead.
                    if TITLES.iter().any(|title| expected.contains(title)) {
                        continue;
                    }
                    assert_eq!(&text.replace(prefix, ""), expected, "{sheet}");
                    poisoned += usize::from(text.starts_with(prefix));
                }
            }
        }
        assert!(poisoned > 100, "{poisoned} texts begin with `{prefix}`");
    }
}

#[test]
fn the_small_posture_is_well_formed_and_holds_no_formula() {
    book::assert_well_formed(&small(HELD_BACK));
}
