//! Canonical text.

use std::fs;

use xwalk::source::Span;
use xwalk::write::{Edit, EditError, Within, append, apply, canonical, format, set, set_of};

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

#[test]
fn what_is_reported_of_its_reading_is_left_as_it_is_written() {
    let reason = format(&file("framework a@1 {\n  sector   healthcare\n}\n")).unwrap_err();
    assert_eq!(
        reason.to_string(),
        "line 2 is reported as XW0217; `xwalk check` says what to do"
    );
}

const BLOCKS: &str = "\
// Ours.
framework house@1 \"House\" {
  licence \"internal\"  // until it is published
  levels  part > rule

  H \"Entrance\" {
    H-1 \"Doors are locked\"  // at night
  }
}

role porter \"Porter\" {}
";

/// The place of the first construct that begins with these words.
fn place(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap();
    let rest = &text[start..];
    let end = rest.find("\n}").map_or(0, |at| at + 2);
    let end = rest
        .find("{}")
        .map_or(end, |at| if end == 0 || at < end { at + 2 } else { end });
    Span::new(start, start + end)
}

/// Makes an edit twice: it is made once, and nothing outside its places has changed.
fn edited(text: &str, edits: impl Fn(&str) -> Result<Vec<Edit>, EditError>) -> String {
    let made = edits(text).unwrap();
    let once = apply(text, &made).unwrap();
    assert_eq!(edits(&once).unwrap(), [], "made twice:\n{once}");
    let (mut old, mut new) = (text, once.as_str());
    let mut done = 0;
    for edit in &made {
        let kept = edit.span.start as usize - done;
        assert_eq!(old[..kept], new[..kept]);
        old = &text[edit.span.end as usize..];
        new = &new[kept + edit.text.len()..];
        done = edit.span.end as usize;
    }
    assert_eq!(old, new);
    once
}

#[test]
fn a_property_is_put_behind_the_others_or_gets_another_value_and_its_comment_stays() {
    let set = |word: &'static str| move |text: &str| set(text, place(text, "framework"), word);
    let text = edited(BLOCKS, set("nesting subset"));
    assert_eq!(
        text,
        BLOCKS.replace("part > rule\n", "part > rule\n  nesting subset\n")
    );
    let text = edited(&text, set("licence  \"free\""));
    assert!(
        text.contains("  licence \"free\"  // until it is published\n"),
        "{text}"
    );
    let split = "role porter {\n  decides mappings, // and\n    targets // both\n}\n";
    let text = edited(split, |text| {
        xwalk::write::set(text, place(text, "role"), "decides targets")
    });
    assert_eq!(
        text,
        "role porter {\n  decides targets // and\n     // both\n}\n"
    );
}

#[test]
fn what_is_said_of_something_gives_way_to_what_is_said_of_the_same() {
    let text = "\
organization club { baseline house@1 } // ours

organization pub {
  accepts one by eve  // once
  accepts two by eve
  scope   \"All\"
}
";
    let of = |name: &'static str, entry: &'static str| {
        move |text: &str| {
            let start = text.find(name).unwrap();
            set_of(text, Span::new(start, start + name.len()), entry)
        }
    };
    let replaced = edited(text, of("pub", "accepts one by ada"));
    assert_eq!(replaced, text.replace("one by eve", "one by ada"));
    let added = edited(text, of("pub", "accepts three by ada"));
    let behind = "two by eve\n  accepts three by ada\n";
    assert_eq!(added, text.replace("two by eve\n", behind));
    // The block of a one-line item is opened, and its neighbours stay.
    let opened = edited(text, of("club", "accepts one by ada"));
    let line = "organization club { baseline house@1\n  accepts  one by ada\n} // ours\n";
    assert!(opened.starts_with(line), "{opened}");
    assert_eq!(
        set_of(
            text,
            Span::new(text.len(), text.len()),
            "accepts one by ada"
        ),
        Err(EditError::NoPlace { at: text.len() })
    );
}

#[test]
fn what_is_put_into_a_block_or_file_stands_there_in_canonical_layout() {
    let into = |words: &'static str, entry: &'static str| {
        move |text: &str| append(text, Within::Block(place(text, words)), entry)
    };
    let text = edited(BLOCKS, into("role", "reports-to board"));
    assert!(
        text.ends_with("role porter \"Porter\" {\n  reports-to board\n}\n"),
        "{text}"
    );
    let text = edited(
        &text,
        into("framework", "// new\nA   \"Alarms\" {\nA-1 \"Ring\"\n}"),
    );
    assert!(
        text.contains("  }\n  // new\n  A \"Alarms\" {\n    A-1 \"Ring\"\n  }\n}\n"),
        "{text}"
    );
    let text = edited(&text, |text| append(text, Within::File, "role guard {}"));
    assert!(text.ends_with("}\n\nrole guard {}\n"), "{text}");
    assert_eq!(formatted(&text), text);
}

#[test]
fn a_row_is_aligned_with_the_rows_before_it_and_lines_end_as_in_the_file() {
    let text = "mapping m from a@1 to b@1 {\r\n  status draft\r\n\r\n  A-1  equal        B-1  \"one\"\r\n  A-2  subset-of    B-2\r\n  A-22 superset-of  B-3\r\n}\r\n";
    let text = edited(text, |text| {
        let block = Within::Block(Span::new(0, text.len()));
        append(text, block, "A-3 equal B-1 \"two\"")
    });
    assert!(
        text.ends_with("B-3\r\n  A-3   equal        B-1  \"two\"\r\n}\r\n"),
        "{text}"
    );
}

#[test]
fn whatever_is_put_into_bundled_files_can_be_read_and_nothing_else_changes() {
    for path in bundled_files() {
        let text = fs::read_to_string(&path).unwrap();
        let whole = Span::new(0, text.len());
        let grown = |text: &str| Span::new(0, text.len().max(whole.end as usize));
        let once = edited(&text, |text| {
            append(text, Within::Block(grown(text)), "zeal \"x\"")
        });
        let twice = edited(&once, |text| set(text, grown(text), "quite new, 12"));
        // Nobody knows these words, so that `format` would leave them to their author.
        if format(&file(&text)).unwrap() == text {
            let once = canonical(&file(&twice)).unwrap();
            assert_eq!(canonical(&file(&once)).unwrap(), once);
        }
    }
}

#[test]
fn edits_are_made_in_order_once_each_and_never_over_one_another() {
    let edit = |start, end, text: &str| Edit {
        span: Span::new(start, end),
        text: text.to_owned(),
    };
    let edits = [
        edit(4, 5, "E"),
        edit(1, 1, "-"),
        edit(4, 5, "E"),
        edit(1, 1, "+"),
    ];
    assert_eq!(apply("abcdef", &edits).unwrap(), "a-+bcdEf");
    let refused = |edits: &[Edit]| apply("abcdé", edits).unwrap_err();
    assert_eq!(
        refused(&[edit(1, 3, ""), edit(2, 4, "")]),
        EditError::Overlap { at: 2 }
    );
    assert_eq!(refused(&[edit(5, 9, "")]), EditError::NoPlace { at: 5 });
    assert_eq!(
        set(BLOCKS, Span::new(0, 3), "status draft").unwrap_err(),
        EditError::NoPlace { at: 0 }
    );
}
