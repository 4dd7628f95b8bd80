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
fn no_two_codes_share_an_id_or_a_name() {
    let count = all().count();
    let ids: BTreeSet<&str> = all().map(|code| code.id).collect();
    let names: BTreeSet<&str> = all().map(|code| code.name).collect();
    assert_eq!((ids.len(), names.len()), (count, count));
}

/// What cannot be shown without something else, which is then named here.
const COMPANIONS: &[(&str, &str)] = &[
    // A silence can only be contradicted where a claim of completeness is unmet.
    ("XW0606", "XW0601"),
];

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
        let companions = COMPANIONS.iter().filter(|(id, _)| *id == code.id);
        let expected = companions.map(|(_, companion)| *companion).chain([code.id]);
        if raised != expected.collect() {
            wrong.push(format!("{} `{}` raises {raised:?}", code.id, code.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
