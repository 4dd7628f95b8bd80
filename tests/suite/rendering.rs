//! How diagnostics look, in every form.

use xwalk::diagnostic::render::{Format, Look, render};
use xwalk::diagnostic::{Code, Diagnostic, Level, Severity};
use xwalk::source::{Origin, Place, Source, SourceMap};

static UNKNOWN: Code = Code {
    id: "XW9901",
    name: "unknown-thing",
    level: Level::At(Severity::Error),
    page: " A thing that does not exist.\n\n Why it matters.\n",
};
static DOUBTFUL: Code = Code {
    id: "XW9902",
    name: "doubtful-thing",
    level: Level::At(Severity::Warning),
    page: " A doubtful thing.\n",
};

fn sources(files: &[(&str, &str)]) -> SourceMap {
    SourceMap::new(
        files
            .iter()
            .map(|(name, text)| Source::new(*name, (*text).to_owned(), Origin::Workspace))
            .collect(),
    )
}

/// The place of the nth occurrence (from 0) of a text in a file.
fn place(sources: &SourceMap, file: &str, text: &str, nth: usize) -> Place {
    let (id, source) = sources
        .iter()
        .find(|(_, source)| source.name == file)
        .unwrap();
    let (at, found) = source.text().match_indices(text).nth(nth).unwrap();
    xwalk::source::Span::new(at, at + found.len()).in_source(id)
}

const MAPPING: &str = "mapping m \"M\" from a@1 to b@2 {\n  PR.AA-05  equal  A.5.15  \"Access rights\"\n  PR.AA-06  equal  A.5.99  \"Doors\"\n}\n";
const FRAMEWORK: &str = "framework b@2 \"B\" {\n  A.5.15 \"Access\"\n}\n";

fn example() -> (SourceMap, Vec<Diagnostic>) {
    let sources = sources(&[("crosswalks/m.xwalk", MAPPING), ("b.xwalk", FRAMEWORK)]);
    let place = |file, text, nth| place(&sources, file, text, nth);
    let found = vec![
        Diagnostic::new(
            &UNKNOWN,
            place("crosswalks/m.xwalk", "A.5.99", 0),
            "`b@2` has no control `A.5.99`",
        )
        .label("no such control")
        .also(
            place("crosswalks/m.xwalk", "b@2", 0),
            "the target framework of this mapping",
        )
        .also(
            place("b.xwalk", "b@2", 0),
            "declared here, with controls such as `A.5.15`",
        )
        .help("write `A.5.15`, which comes nearest"),
        Diagnostic::new(
            &DOUBTFUL,
            place("crosswalks/m.xwalk", "equal", 0),
            "this row says too much, which is a long sentence that has to go on over more than one line of the terminal",
        ),
    ];
    (sources, found)
}

fn human(found: &[Diagnostic], sources: &SourceMap) -> String {
    render(Format::Human, found, sources, Look::default())
}

#[test]
fn a_person_reads_message_text_other_files_and_help() {
    let (sources, found) = example();
    insta::assert_snapshot!(human(&found, &sources));
}

#[test]
fn a_program_reads_one_json_document() {
    let (sources, found) = example();
    insta::assert_snapshot!(render(Format::Json, &found, &sources, Look::default()));
}

#[test]
fn a_code_host_reads_sarif() {
    let (sources, found) = example();
    insta::assert_snapshot!(render(Format::Sarif, &found, &sources, Look::default()));
}

#[test]
fn sarif_is_valid_against_the_schema_of_oasis() {
    let schema = crate::harness::read(&crate::harness::path("tests/schemas/sarif-2.1.0.json"));
    // As published, the pattern of languages has a bracket that nothing opens.
    let schema = schema.replace("{2}]?$", "{2}?$");
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let (sources, found) = example();
    let mut many = Vec::new();
    for _ in 0..12_501 {
        many.extend(found.iter().cloned());
    }
    for found in [&found[..], &[], &many] {
        let log = render(Format::Sarif, found, &sources, Look::default());
        let log: serde_json::Value = serde_json::from_str(&log).unwrap();
        let wrong = validator.iter_errors(&log).take(3);
        assert_eq!(
            wrong.map(|error| error.to_string()).collect::<Vec<_>>(),
            Vec::<String>::new()
        );
        let results = log["runs"][0]["results"].as_array().unwrap();
        assert_eq!(results.len(), found.len().min(25_000));
        let said =
            &log["runs"][0]["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"];
        assert_eq!(
            said.is_string(),
            found.len() > 25_000,
            "what is left out is said"
        );
    }
}

#[test]
fn a_workflow_reads_annotations() {
    let (sources, mut found) = example();
    found.reverse();
    insta::assert_snapshot!(render(Format::Github, &found, &sources, Look::default()));
}

#[test]
fn nothing_found_is_a_whole_document_for_machines_and_nothing_for_people() {
    let sources = sources(&[]);
    assert_eq!(human(&[], &sources), "");
    let json: serde_json::Value =
        serde_json::from_str(&render(Format::Json, &[], &sources, Look::default())).unwrap();
    assert_eq!(json["status"], "complete");
    assert_eq!(json["diagnostics"], serde_json::json!([]));
    let sarif: serde_json::Value =
        serde_json::from_str(&render(Format::Sarif, &[], &sources, Look::default())).unwrap();
    assert_eq!(sarif["runs"][0]["results"], serde_json::json!([]));
}

#[test]
fn colour_and_links_are_written_only_if_asked() {
    let (sources, found) = example();
    assert!(!human(&found, &sources).contains('\u{1b}'));
    let colourful = render(
        Format::Human,
        &found,
        &sources,
        Look {
            color: true,
            width: 100,
        },
    );
    assert!(colourful.contains("\u{1b}["));
    assert!(!colourful.contains("\u{1b}]8"), "no hyperlinks");
}

#[test]
fn escapes_in_a_users_text_are_shown_and_not_obeyed() {
    let text = "a \"\u{1b}[31mred\u{202e}\" here\n";
    let sources = sources(&[("\u{1b}]0;title\u{7}.xwalk", text)]);
    let id = sources.iter().next().unwrap().0;
    let start = text.find("here").unwrap();
    let found = [Diagnostic::new(
        &UNKNOWN,
        xwalk::source::Span::new(start, start + 4).in_source(id),
        "no `\u{1b}[2J`",
    )
    .label("\u{9b}x")
    .help("\u{202e}")];
    for format in [Format::Human, Format::Github] {
        let shown = render(format, &found, &sources, Look::default());
        assert!(
            !shown
                .chars()
                .any(|c| c.is_control() && c != '\n' || c == '\u{202e}'),
            "{shown:?}"
        );
    }
    insta::assert_snapshot!(human(&found, &sources));
}

#[test]
fn many_of_one_kind_are_counted_for_people_and_listed_for_machines() {
    let text = "x\n".repeat(250);
    let sources = sources(&[("many.xwalk", &text)]);
    let id = sources.iter().next().unwrap().0;
    let found: Vec<Diagnostic> = (0..250)
        .map(|line| {
            Diagnostic::new(
                &UNKNOWN,
                xwalk::source::Span::new(line * 2, line * 2 + 1).in_source(id),
                "no `x`",
            )
        })
        .collect();
    let shown = human(&found, &sources);
    assert_eq!(shown.matches("error XW9901:").count(), 10);
    assert!(shown.contains("and 240 more like this (XW9901)"), "{shown}");
    assert!(shown.contains("250 errors"), "{shown}");
    let json: serde_json::Value =
        serde_json::from_str(&render(Format::Json, &found, &sources, Look::default())).unwrap();
    assert_eq!(json["diagnostics"].as_array().unwrap().len(), 250);
    assert_eq!(json["counts"]["errors"], 250);
}

#[test]
fn a_long_line_is_cut_around_the_place_and_the_column_stays_true() {
    let text = format!("{}HERE{}\n", "ä ".repeat(4000), " b".repeat(4000));
    let sources = sources(&[("long.xwalk", &text)]);
    let found = [Diagnostic::new(
        &UNKNOWN,
        place(&sources, "long.xwalk", "HERE", 0),
        "no `HERE`",
    )
    .label("this one")];
    let shown = human(&found, &sources);
    assert!(shown.contains("long.xwalk:1:8001"), "{shown}");
    assert!(
        shown.lines().all(|line| line.chars().count() <= 110),
        "{shown}"
    );
    insta::assert_snapshot!(shown);
}

#[test]
fn places_at_the_ends_of_a_file_are_shown() {
    for text in ["", "\n", "a", "a\n", "a\r\nb\r\n", "a\n\n\n", "ä"] {
        let sources = sources(&[("end.xwalk", text)]);
        let id = sources.iter().next().unwrap().0;
        for span in [
            (0, 0),
            (text.len(), text.len()),
            (0, text.len()),
            (text.len() + 9, text.len() + 99),
        ] {
            let place = xwalk::source::Span::new(span.0, span.1).in_source(id);
            let shown = human(
                &[Diagnostic::new(&UNKNOWN, place, "no end").label("the end")],
                &sources,
            );
            assert!(
                shown.contains("no end") && !shown.contains("Failed"),
                "{text:?} {span:?}\n{shown}"
            );
        }
    }
}

#[test]
fn distant_places_in_one_file_leave_out_what_lies_between() {
    let text = format!("first line\n{}last line\n", "between\n".repeat(50_000));
    let sources = sources(&[("far.xwalk", &text)]);
    let found = [Diagnostic::new(
        &UNKNOWN,
        place(&sources, "far.xwalk", "last", 0),
        "this is declared twice",
    )
    .label("the second time")
    .also(place(&sources, "far.xwalk", "first", 0), "the first time")];
    insta::assert_snapshot!(human(&found, &sources));
}

#[test]
fn a_place_of_many_lines_is_shown_by_its_first() {
    let text = format!("mapping m {{\n{}}}\n", "  a equal b\n".repeat(100));
    let sources = sources(&[("m.xwalk", &text)]);
    let id = sources.iter().next().unwrap().0;
    let place = xwalk::source::Span::new(0, text.len()).in_source(id);
    let shown = human(
        &[Diagnostic::new(&UNKNOWN, place, "too long").label("this mapping")],
        &sources,
    );
    assert!(shown.lines().count() < 12, "{shown}");
    assert!(shown.contains("this mapping"), "{shown}");
}

#[test]
fn an_identity_in_sarif_survives_edits_of_other_lines() {
    let fingerprint = |text: &str| {
        let sources = sources(&[("m.xwalk", text)]);
        let found = [Diagnostic::new(
            &UNKNOWN,
            place(&sources, "m.xwalk", "A.5.99", 0),
            "no `A.5.99`",
        )];
        let sarif: serde_json::Value =
            serde_json::from_str(&render(Format::Sarif, &found, &sources, Look::default()))
                .unwrap();
        sarif["runs"][0]["results"][0]["partialFingerprints"].clone()
    };
    assert_eq!(
        fingerprint("A.5.99\n"),
        fingerprint("\n\n  A.5.99 and more\n")
    );
}
