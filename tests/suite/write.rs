//! Canonical text.

use std::fs;

use xwalk::write::format;

use crate::syntax::{bundled_files, file};

/// Formats twice: what is canonical stays as it is.
fn formatted(text: &str) -> String {
    let once = format(&file(text)).unwrap();
    assert_eq!(
        format(&file(&once)).unwrap(),
        once,
        "formatting what is formatted changes it"
    );
    once
}

#[test]
fn bundled_files_can_be_formatted_and_then_stay() {
    for path in bundled_files() {
        let text = fs::read_to_string(&path).unwrap();
        formatted(&text);
    }
}
#[test]
fn rows_and_properties_are_aligned_and_comments_stay_where_they_belong() {
    let text = include_str!("write/before.xwalk");
    assert_eq!(formatted(text), include_str!("write/after.xwalk"));
}

#[test]
fn a_file_that_makes_no_sense_is_left_alone() {
    let reason = format(&file("mapping m from a@1 to b@1 {\n  A equal B;\n}\n")).unwrap_err();
    assert_eq!(
        reason.to_string(),
        "line 2 is not understood; `xwalk check` says why"
    );
}
