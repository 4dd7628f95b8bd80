//! What comes with the program, compiled once for all tests that look at it.

use std::path::Path;
use std::sync::LazyLock;

use xwalk::compile::{Compilation, compile};
use xwalk::diagnostic::{Levels, Severity};
use xwalk::model::{FrameworkId, Model};
use xwalk::source::SourceMap;

static SOURCES: LazyLock<SourceMap> =
    LazyLock::new(|| SourceMap::new(xwalk::bundled::sources().collect()));

static COMPILATION: LazyLock<Compilation<'static>> =
    LazyLock::new(|| compile(&SOURCES, &Levels::default()));

/// All bundled files.
pub fn sources() -> &'static SourceMap {
    &SOURCES
}

/// All bundled files, compiled.
pub fn compilation() -> &'static Compilation<'static> {
    &COMPILATION
}

/// The model of all bundled files.
pub fn model() -> &'static Model<'static> {
    &COMPILATION.model
}

/// The bundled framework with this label.
pub fn framework(label: &str) -> FrameworkId {
    let mut frameworks = model().frameworks.iter();
    let found = frameworks.find(|(_, framework)| framework.label() == label);
    found.map(|(id, _)| id).unwrap()
}

/// The records of a table of `tests/published`, each as its fields.
pub fn published(table: &str) -> Vec<Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/published");
    let mut reader = ::csv::Reader::from_path(folder.join(table)).unwrap();
    let records = reader.records().map(Result::unwrap);
    records
        .map(|record| record.iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn what_is_bundled_compiles_without_an_error_or_a_warning() {
    let found = COMPILATION.diagnostics.iter();
    let grave: Vec<String> = found
        .filter(|diagnostic| diagnostic.severity < Severity::Note)
        .map(|diagnostic| {
            let place = SOURCES.file_line(diagnostic.primary.place);
            format!("{place}: {} {}", diagnostic.code.id, diagnostic.message)
        })
        .collect();
    assert_eq!(grave, Vec::<String>::new());
}

#[test]
fn what_is_bundled_gives_few_notes() {
    // One for each published crosswalk that relates categories or clauses as a whole.
    assert_eq!(COMPILATION.diagnostics.len(), 3);
}

#[test]
fn no_bundled_rows_contradict_each_other() {
    assert_eq!(COMPILATION.logic.contradictions, []);
}

#[test]
fn what_no_bundled_mapping_connects_is_proved_by_way_of_a_third_framework() {
    // The Security Rule and ISO/IEC 27001 have no mapping of their own: ISO/IEC TS 27103 lies between them.
    let facts = COMPILATION.facts(xwalk::analysis::Options::default());
    let [rule, system] = ["hipaa-security@2013", "iso-27001@2022"].map(framework);
    let coverage = facts.coverage(system, rule).unwrap();
    assert_eq!(coverage.mappings, []);
    let between = |control, other| model().controls[control].framework == other;
    let pairs = facts.proved.iter();
    let pairs: Vec<_> = pairs
        .filter(|pair| between(pair.source, rule) && between(pair.target, system))
        .collect();
    assert!(!pairs.is_empty());
    for pair in pairs {
        assert!(pair.proof.rows().len() > 1, "{pair:?}");
        assert_eq!(pair.stated, xwalk::relation::Label::ANY);
    }
}
