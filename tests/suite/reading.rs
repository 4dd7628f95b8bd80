//! Laws of reading: nothing panics, what is broken stays alone, formatting changes nothing.

use proptest::prelude::*;
use xwalk::source::SourceId;
use xwalk::syntax::ast::{Control, File, Item};
use xwalk::syntax::parse;
use xwalk::write::format;

use crate::syntax::file;

fn name() -> impl Strategy<Value = String> {
    const HEADER_WORDS: [&str; 4] = ["from", "to", "of", "for"];
    "[a-z][a-z0-9-]{0,8}[a-z0-9]".prop_filter("a name is no word of a header", |name| {
        !HEADER_WORDS.contains(&name.as_str())
    })
}

fn identifier() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => own_identifier(),
        1 => "[A-Z]{2}-[1-9]".prop_map(|identifier| format!("other@1.0:{identifier}")),
    ]
}

fn own_identifier() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Z]{2}\\.[A-Z]{2}-[0-9]{2}",
        "[0-9]{1,2}\\.[0-9]{1,2}(\\.[0-9])?",
        "164\\.30[0-9]\\([a-f]\\)\\([1-9]\\)",
        "`Art\\. [0-9]{1,2}\\([a-f]\\)`",
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z ,;:{}#+*/.'-]{0,40}".prop_map(|text| format!("\"{text}\"")),
        "[äöü日本 \\\\n]{0,6}".prop_map(|text| format!("\"{}\"", text.replace('\\', ""))),
        Just("\"a \\\"quoted\\\" word\"".to_owned()),
        Just("\"\"\"\n        Two lines,\n          one further in.\n        \"\"\"".to_owned()),
    ]
}

fn blank() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just(" "), Just("   "), Just("\t"), Just(" /* why */ ")]
}

fn comment() -> impl Strategy<Value = &'static str> {
    prop_oneof![4 => Just(""), 1 => Just(" // so it is"), 1 => Just("\n\n  // by itself\n")]
}

fn row() -> impl Strategy<Value = String> {
    let relation = prop_oneof![
        Just("related-to"),
        Just("subset-of | equal"),
        Just("intersects-with")
    ];
    let targets = prop::collection::vec(identifier(), 1..12);
    let comma = prop_oneof![3 => Just(", "), 1 => Just(",\n      "), 1 => Just(", // more\n")];
    let clauses = prop_oneof![
        Just(""),
        Just("strength 5"),
        Just("semantic confidence 80%")
    ];
    let block =
        prop_oneof![4 => Just(""), 1 => Just(" {\n when \"it rains\"\n}"), 1 => Just(" {}")];
    (
        identifier(),
        relation,
        targets,
        comma,
        clauses,
        prop::option::of(text()),
        block,
        blank(),
        comment(),
    )
        .prop_map(
            |(source, relation, targets, comma, clauses, note, block, blank, comment)| {
                let (targets, note) = (targets.join(comma), note.unwrap_or_default());
                format!(
                    "{source}{blank}{relation}{blank}{targets} {clauses} {note}{block}{comment}"
                )
            },
        )
}

fn superseded() -> impl Strategy<Value = String> {
    let comma = prop_oneof![3 => Just(", "), 1 => Just(",\n      "), 1 => Just(", // more\n")];
    let by = prop::collection::vec(own_identifier(), 1..4);
    (blank(), by, comma).prop_map(|(blank, by, comma)| {
        let by = by.join(comma);
        format!(" {{\nsuperseded by{blank}{by}{blank}on 2025-03-31\n}}")
    })
}

fn control() -> impl Strategy<Value = String> {
    let leaf = (
        own_identifier(),
        text(),
        prop_oneof![Just(""), Just(" #core #required")],
        prop_oneof![3 => Just(String::new()), 1 => superseded()],
        comment(),
    )
        .prop_map(|(id, title, tags, superseded, comment)| {
            format!("{id} {title}{tags}{superseded}{comment}")
        });
    leaf.prop_recursive(3, 12, 4, |inner| {
        (own_identifier(), text(), prop::collection::vec(inner, 0..4)).prop_map(
            |(id, title, children)| format!("{id} {title} {{\n{}\n}}", children.join("\n")),
        )
    })
}

fn item() -> impl Strategy<Value = String> {
    let mapping =
        (name(), text(), prop::collection::vec(row(), 0..6)).prop_map(|(name, title, rows)| {
            format!(
                "mapping {name} {title} from a@1 to b@1 {{\nstatus draft\n\n{}\n}}",
                rows.join("\n")
            )
        });
    let framework =
        (name(), prop::collection::vec(control(), 0..4)).prop_map(|(name, controls)| {
            format!(
                "/// It is so.\nframework {name}@1.0 {{\nlanguage en\nlevels one > two\n{}\n}}",
                controls.join("\n\n")
            )
        });
    prop_oneof![mapping, framework]
}

fn source() -> impl Strategy<Value = String> {
    prop::collection::vec(item(), 1..4).prop_map(|items| items.join("\n"))
}

fn names(file: &File<'_>) -> Vec<String> {
    file.items
        .iter()
        .filter_map(|item| match item {
            Item::Framework(framework) => Some(framework.id.name.to_owned()),
            Item::Mapping(mapping) => Some(mapping.name.value.to_owned()),
            _ => None,
        })
        .collect()
}

/// How many findings a file has, and what it says but for its places.
fn said(text: &str) -> (usize, Vec<String>) {
    let source = file(text);
    let parsed = parse(SourceId(0), &source);
    let mut rows = Vec::new();
    for item in &parsed.file.items {
        if let Item::Framework(framework) = item {
            superseded_in(&framework.controls, &mut rows);
        }
        if let Item::Mapping(mapping) = item {
            for row in &mapping.rows {
                let note = row.note.as_ref().map(|note| note.value.to_string());
                rows.push(format!(
                    "{:?} {note:?} {}",
                    row.relation.word,
                    1 + row.more_targets.len()
                ));
            }
        }
    }
    (parsed.diagnostics.len(), rows)
}

/// Which controls no longer apply, and what does in their place.
fn superseded_in(controls: &[Control<'_>], said: &mut Vec<String>) {
    for control in controls {
        if let Some(superseded) = &control.superseded {
            let by: Vec<&str> = superseded.by.iter().map(|by| by.id).collect();
            said.push(format!(
                "{} {by:?} {}",
                control.id.value, superseded.on.value
            ));
        }
        superseded_in(&control.children, said);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn formatting_changes_neither_what_a_file_says_nor_what_is_formatted(text in source()) {
        let once = format(&file(&text)).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(said(&once), said(&text));
        prop_assert_eq!(format(&file(&once)).unwrap(), once);
    }

    #[test]
    fn a_changed_byte_neither_panics_nor_takes_other_items_with_it(
        text in source(),
        at in any::<prop::sample::Index>(),
        sign in prop::sample::select(vec!['"', '{', '}', '`', '/', '*', '\n', ',', '#', ';', '\0', 'ä', 'x', ' ']),
    ) {
        let whole = names(&parse(SourceId(0), &file(&text)).file);
        let marks = |text: &str| text.matches("\"\"\"").count();
        let before = marks(&text);
        let at = at.index(text.len());
        let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap();
        let mut changed = text;
        let removed = changed.remove(at);
        changed.insert(at, sign);
        let kept = names(&parse(SourceId(0), &file(&changed)).file);
        // Where one of a pair of `"""` is gone, nothing tells which of the next ones open and which close.
        prop_assume!(marks(&changed) % 2 == before % 2);
        // Nor where a quotation mark that is new, or gone, takes the first sign of a `"""` behind it for its other end.
        let behind = changed[at..].lines().next().unwrap_or_default();
        prop_assume!(![sign, removed].contains(&'"') || marks(behind) == 0);
        // A quotation mark, a comment or a line break may damage what stands next to it, but no more than that.
        let next = usize::from(removed != sign);
        prop_assert!(kept.len() + 2 * next >= whole.len(), "{whole:?} became {kept:?}:\n{changed}");
    }

    #[test]
    fn no_text_whatever_makes_reading_or_formatting_panic(text in "[a-z{}\"`/*\n ,.>+#;A-Z0-9-]{0,200}") {
        let source = file(&text);
        let _ = parse(SourceId(0), &source);
        let _ = format(&source);
    }
}

#[test]
fn ten_broken_rows_in_ten_places_are_ten_findings() {
    let mut text = "mapping m from a@1 to b@1 {\n".to_owned();
    for row in 0..5000 {
        let relation = if row % 500 == 7 { "eqals" } else { "equal" };
        text += &format!("  A.{row} {relation} B.{row}\n");
    }
    text += "}\n";
    let source = file(&text);
    let parsed = parse(SourceId(0), &source);
    assert_eq!(parsed.diagnostics.len(), 10);
    let Some(Item::Mapping(mapping)) = parsed.file.items.first() else {
        panic!("no mapping")
    };
    assert_eq!(mapping.rows.len(), 4990);
    for finding in &parsed.diagnostics {
        assert_eq!(
            source.text().get(finding.primary.place.span.range()),
            Some("eqals")
        );
    }
}
