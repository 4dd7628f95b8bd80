//! Mistakes that people make on their first day, each with the one thing that is said about it.

use xwalk::diagnostic::Severity;
use xwalk::source::SourceId;
use xwalk::syntax::ast::Item;
use xwalk::syntax::parse;

use crate::harness::all_well;
use crate::syntax::file;

/// A row, the code of its only error, and a piece of the help.
const ROWS: &[(&str, &str, &str)] = &[
    ("A.1 subset-of B.1 - B.6", "XW0212", "every control"),
    ("A.1 subset-of B.1 to B.6", "XW0212", "every control"),
    ("A.1 subset-of B.1 – B.6", "XW0212", "every control"),
    ("A.1 subset-of B.1–B.6", "XW0212", "every control"),
    ("A.1 subset-of B.1 .. B.6", "XW0212", "every control"),
    ("A.1 subset-of B.1 through B.6", "XW0212", "every control"),
    ("A.1 subset-of B.1 and C.1", "XW0230", "comma between"),
    ("A.1 subset-of B.1 & C.1", "XW0230", "comma between"),
    ("A.1 subset-of B.1 / C.1", "XW0230", "comma between"),
    ("A.1 subset-of B.1; C.1", "XW0213", "comma between"),
    ("A.1 subset-of B.1 within C.1", "XW0230", "comma between"),
    ("A.1 subset-of B.1 strenght 4", "XW0232", "`strength`"),
    ("A.1 intersects with B.1", "XW0203", "`intersects-with`"),
    ("A.1 is a subset of B.1", "XW0203", "`subset-of`"),
    ("A.1 subset of B.1", "XW0203", "`subset-of`"),
    ("A.1 intersect B.1", "XW0203", "`intersects-with`"),
    ("A.1 equal|supports B.1", "XW0226", "style"),
    ("A.1 equal PR.AA–06", "XW0112", "write `PR.AA-06`"),
    ("A.1 equal B.\u{FF11}", "XW0112", "write `B.1`"),
    (
        "A.1 equal B.1 strength functional",
        "XW0207",
        "whole number",
    ),
    ("A.1 equal B.1 confidence 0.8", "XW0222", "`80%`"),
    ("A.1 equal B.1 “Same inventory”", "XW0231", "straight"),
    ("A.1 equal B.1 “Same inventory\"", "XW0231", "straight"),
    (
        "A.1 equal B.1 Locks are shared",
        "XW0230",
        "quotation marks",
    ),
    (
        "A.1 equal B.1 locks are shared",
        "XW0230",
        "quotation marks",
    ),
    (
        "A.1 equal B.1 \"Class \"accounts\" are shared\"",
        "XW0230",
        "`\\\"`",
    ),
    ("A.1 equal B.1 \"note\",", "XW0230", "remove the comma"),
    ("A.1 equal B.1 A.2 equal B.2", "XW0230", "new line"),
    ("strength 4", "XW0229", "join"),
    ("style: crosswalk", "XW0201", "remove the `:`"),
    ("author: \"Acme\"", "XW0201", "remove the `:`"),
    ("published 2026-02-30", "XW0223", "has 28 days"),
    ("published 01/06/2026", "XW0223", "year, month and day"),
    ("published 1 June 2026", "XW0223", "year, month and day"),
];

#[test]
fn a_first_mistake_is_one_error_that_says_what_to_write() {
    all_well(ROWS.iter().filter_map(|(row, code, help)| {
        let text = format!("mapping m from a@1 to b@1 {{\n  {row}\n}}\n");
        let source = file(&text);
        let parsed = parse(SourceId(0), &source);
        let said: Vec<String> = parsed
            .diagnostics
            .iter()
            .filter(|found| found.severity == Severity::Error)
            .map(|found| format!("{} {:?}", found.code.id, found.help))
            .collect();
        let as_meant = matches!(parsed.diagnostics.as_slice(), [found]
            if found.code.id == *code && found.help.as_deref().is_some_and(|said| said.contains(help)));
        (!as_meant || parsed.file.items.is_empty()).then(|| format!("{row}: {said:?}"))
    }));
}

#[test]
fn all_bad_clauses_of_a_row_are_told_at_once() {
    let source =
        file("mapping m from a@1 to b@1 {\n  A.1 equls B.1 strength 40 confidence 800%\n}\n");
    let found: Vec<&str> = parse(SourceId(0), &source)
        .diagnostics
        .iter()
        .map(|found| found.code.id)
        .collect();
    assert_eq!(found, ["XW0203", "XW0224", "XW0224"]);
}

#[test]
fn a_title_in_curly_quotation_marks_does_not_lose_its_mapping() {
    let source = file("mapping m “Same inventory” from a@1 to b@1 {\n  A.1 equal B.1\n}\n");
    let parsed = parse(SourceId(0), &source);
    let found: Vec<&str> = parsed
        .diagnostics
        .iter()
        .map(|found| found.code.id)
        .collect();
    assert_eq!(found, ["XW0231"]);
    assert_eq!(parsed.file.items.len(), 1);
}

#[test]
fn a_control_whose_title_lacks_its_quotation_marks_is_declared_all_the_same() {
    for (title, code) in [
        ("Visitors sign in", "XW0201"),
        ("“Visitors sign in”", "XW0231"),
    ] {
        let source = file(&format!("framework a@1 \"A\" {{\n  S1.3 {title}\n}}\n"));
        let parsed = parse(SourceId(0), &source);
        let found: Vec<&str> = parsed
            .diagnostics
            .iter()
            .map(|found| found.code.id)
            .collect();
        assert_eq!(found, [code]);
        let Some(Item::Framework(framework)) = parsed.file.items.first() else {
            panic!("no framework")
        };
        assert_eq!(framework.controls.len(), 1);
    }
}

#[test]
fn a_header_without_its_brace_is_said_once_and_loses_its_own_lines_alone() {
    let source = file(
        "mapping m from a@1 to b@1\n  author \"Team\"\n  A.1 equal B.1\n  A.2 equal B.2 {\n    when \"x\"\n  }\n}\n\nmapping n from a@1 to b@1 {\n  A.1 equal B.1\n}\n",
    );
    let parsed = parse(SourceId(0), &source);
    let found: Vec<&str> = parsed
        .diagnostics
        .iter()
        .map(|found| found.code.id)
        .collect();
    assert_eq!(found, ["XW0205", "XW0110"]);
    assert_eq!(parsed.file.items.len(), 1);
}
