//! CSV: what is read back is what the report says, and no cell is a formula.

use xwalk::emit::{Artifact, EMITTERS};
use xwalk::report::Report;

use crate::bundled_report::with_bundled;
use crate::sample_report::{HOSTILE, sample};

fn artifacts_of(report: &Report<'_>) -> Vec<Artifact> {
    let emitter = EMITTERS.iter().find(|emitter| emitter.name == "csv");
    (emitter.unwrap().emit)(report, &xwalk::emit::html::Templates::default()).unwrap()
}

fn artifacts() -> Vec<Artifact> {
    artifacts_of(&sample())
}

/// The header and the lines of a table.
fn table(name: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let path = format!("csv/{name}.csv");
    let artifacts = artifacts();
    let artifact = artifacts.iter().find(|artifact| artifact.path == path);
    let mut reader = csv::Reader::from_reader(artifact.unwrap().bytes.as_slice());
    let owned = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
    let header = owned(reader.headers().unwrap());
    let lines = reader.records().map(|record| owned(&record.unwrap()));
    let lines = lines.collect();
    (header, lines)
}

fn column(name: &str, column: &str) -> Vec<String> {
    let (header, lines) = table(name);
    let at = header.iter().position(|cell| cell == column).unwrap();
    lines.into_iter().map(|line| line[at].clone()).collect()
}

#[test]
fn there_is_a_file_for_every_table() {
    let paths: Vec<_> = artifacts().into_iter().map(|file| file.path).collect();
    for name in [
        "rows",
        "proved",
        "contradictions",
        "controls",
        "frameworks",
        "mappings",
        "coverage",
        "verdicts",
        "gaps",
        "classes",
        "covers",
        "definitions",
    ] {
        assert!(paths.contains(&format!("csv/{name}.csv")), "{name}");
    }
}

#[test]
fn texts_come_back_as_they_were_behind_a_guard() {
    let notes = column("rows", "note");
    for (note, text) in notes.iter().zip(HOSTILE) {
        assert_eq!(note.strip_prefix('\'').unwrap_or(note), text);
    }
    assert_eq!(notes.len(), HOSTILE.len());
}

#[test]
fn every_row_and_control_of_the_bundled_content_has_a_line() {
    with_bundled(|report| {
        let artifacts = artifacts_of(report);
        let lines = |path: &str| {
            let artifact = artifacts.iter().find(|artifact| artifact.path == path);
            let reader = csv::Reader::from_reader(artifact.unwrap().bytes.as_slice());
            reader.into_records().map(Result::unwrap).count()
        };
        assert_eq!(lines("csv/rows.csv"), report.rows.len());
        assert_eq!(lines("csv/controls.csv"), report.controls.len());
    });
}

#[test]
fn no_cell_of_any_table_begins_a_formula() {
    for artifact in artifacts() {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(artifact.bytes.as_slice());
        for record in reader.records() {
            for cell in &record.unwrap() {
                let dangerous = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
                assert!(!dangerous, "{}: {cell:?}", artifact.path);
            }
        }
    }
}

#[test]
fn lines_end_as_rfc_4180_asks_and_no_mark_comes_first() {
    for artifact in artifacts() {
        assert!(artifact.bytes.ends_with(b"\r\n"), "{}", artifact.path);
        assert!(
            !artifact.bytes.starts_with(b"\xef\xbb\xbf"),
            "{}",
            artifact.path
        );
    }
}

#[test]
fn identifiers_are_texts_that_no_spreadsheet_takes_for_numbers() {
    assert_eq!(column("rows", "target")[0], "beta@2.0:1.10");
    assert_eq!(
        column("rows", "source")[0],
        "alpha@1:GV.1 + alpha@1:Art. 21, one"
    );
    assert_eq!(column("rows", "source")[1], "*");
    assert_eq!(column("rows", "row")[2], "alpha-beta/3");
}

#[test]
fn stated_and_proved_stand_on_lines_of_their_own() {
    let bases = column("verdicts", "basis");
    let proved = bases.iter().filter(|basis| *basis == "proved").count();
    assert_eq!((bases.len(), proved), (8, 3));
    assert_eq!(column("gaps", "verdict"), ["gap", "not reviewed", "gap"]);
}

#[test]
fn rows_that_the_tables_leave_out_have_a_mapping_and_a_place() {
    assert_eq!(column("proved", "rows"), ["alpha-beta/3"]);
    assert_eq!(column("proved", "elsewhere"), ["alpha-gamma (-c.xwalk:3)"]);
    assert_eq!(
        column("contradictions", "elsewhere"),
        ["alpha-gamma (-c.xwalk:3)"]
    );
    assert_eq!(
        column("verdicts", "elsewhere")[0],
        "alpha-gamma (-c.xwalk:3)"
    );
}

#[test]
fn coverage_counts_the_whole_the_levels_and_the_sections() {
    assert_eq!(
        column("coverage", "section")[..6].join(" "),
        "    alpha@1:GV alpha@1:GV"
    );
    assert_eq!(column("coverage", "full_basis_points")[0], "3333");
}
