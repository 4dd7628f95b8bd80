//! The workbook, as those see it who open it.

mod sample;

use xwalk::emit::EMITTERS;
use xwalk::report::Report;

use crate::bundled_report::with_bundled;

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
