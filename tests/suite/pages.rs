//! The pages of diagnostic codes.

use std::collections::BTreeSet;

use xwalk::compile::compile;
use xwalk::diagnostic::{Code, Level, Levels, Severity, codes};
use xwalk::rules;
use xwalk::source::{Origin, Source, SourceMap};

fn all() -> impl Iterator<Item = &'static Code> {
    codes::all().chain(rules::codes())
}

/// The example of a page.
fn example(code: &Code) -> Option<String> {
    let page = code.markdown();
    let (_, rest) = page.split_once("```xwalk\n")?;
    Some(rest.split_once("```")?.0.to_owned())
}

#[test]
fn codes_are_in_order_and_named_once() {
    let ids: Vec<&str> = all().map(|code| code.id).collect();
    assert!(ids.is_sorted_by(|one, other| one < other), "{ids:?}");
    let names: BTreeSet<&str> = all().map(|code| code.name).collect();
    assert_eq!(names.len(), ids.len());
}

#[test]
fn the_example_of_every_page_raises_its_code_and_nothing_else() {
    let mut wrong = Vec::new();
    for code in all() {
        // What outputs raise, no compilation raises.
        let Some(example) = example(code).filter(|_| *code != *rules::LICENSED_TEXT_LEFT_OUT)
        else {
            continue;
        };
        let own = Source::new("example.xwalk", example, Origin::Workspace);
        let sources = SourceMap::new(xwalk::bundled::sources().chain([own]).collect());
        let mut levels = Levels::default();
        levels.set(code, Level::At(Severity::Error));
        let raised: BTreeSet<&str> = compile(&sources, &levels)
            .diagnostics
            .iter()
            .map(|found| found.code.id)
            .collect();
        if raised != BTreeSet::from([code.id]) {
            wrong.push(format!("{} `{}` raises {raised:?}", code.id, code.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
