//! The workbook, as those see it who open it.

mod sample;

use xwalk::analysis::{self, analyse};
use xwalk::bundled;
use xwalk::compile::compile;
use xwalk::diagnostic::Levels;
use xwalk::emit::EMITTERS;
use xwalk::report::{Options, Report, build};
use xwalk::source::SourceMap;
use xwalk::syntax::ast::Date;

/// Hands the report on the bundled content to a test.
fn with_bundled<T>(look: impl FnOnce(&Report<'_>) -> T) -> T {
    let sources = SourceMap::new(bundled::sources().collect());
    let compilation = compile(&sources, &Levels::default());
    let facts = analyse(&compilation.model, analysis::Options::default());
    let options = Options::on(Date::new(2026, 11, 23).unwrap());
    let (model, diagnostics) = (&compilation.model, &compilation.diagnostics);
    look(&build(model, &facts, &sources, diagnostics, &options))
}

/// The workbook of a report.
fn workbook(report: &Report<'_>) -> Vec<u8> {
    let emitter = EMITTERS
        .iter()
        .find(|emitter| emitter.name == "xlsx")
        .unwrap();
    let mut artifacts = (emitter.emit)(report).unwrap();
    assert_eq!(artifacts.len(), 1);
    artifacts.remove(0).bytes
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let bytes = workbook(&sample::report(3, 60));
    assert_eq!(bytes, workbook(&sample::report(3, 60)));
}

#[test]
fn the_bundled_content_makes_a_workbook() {
    with_bundled(|report| assert!(!workbook(report).is_empty()));
}
