//! The examples of the guide and of other pages compile: each block by itself with the bundled content, or on top of the ones before it.
//!
//! The words after `xwalk` on a fence say what to expect: `+` continues the block before; a code is one that the block
//! raises as an error; `proof.xwalk` is the file as which a reader saves it. Any other error fails the test.

use std::collections::BTreeSet;

use xwalk::compile::compile;
use xwalk::diagnostic::{Levels, Severity};
use xwalk::emit::EMITTERS;
use xwalk::source::{Origin, Source, SourceMap};

use crate::posture_export::{FRAMEWORKS, HELD_BACK, MAPPINGS, POSTURE, emitted_of};

const PAGES: &[&str] = &["docs/guide.md", "docs/composition.md", "README.md"];

#[test]
fn every_example_of_the_guide_compiles() {
    let mut compiled = 0;
    for page in PAGES {
        let text = std::fs::read_to_string(page).unwrap();
        let mut before = String::new();
        for block in blocks(&text) {
            if !block.continues {
                before.clear();
            }
            // Lines keep their numbers: what stands before is put after.
            let text = format!("{}\n{before}", block.text);
            let name = format!("{page}:{}", block.line);
            let mut sources: Vec<Source> = xwalk::bundled::sources().collect();
            sources.push(Source::new(name.clone(), text, Origin::Workspace));
            let sources = SourceMap::new(sources);
            let compilation = compile(&sources, &Levels::default());
            let errors: Vec<_> = compilation
                .diagnostics
                .iter()
                .filter(|diagnostic| diagnostic.severity == Severity::Error)
                .collect();
            let raised: BTreeSet<&str> = errors.iter().map(|error| error.code.id).collect();
            let expected: BTreeSet<&str> = block.codes.iter().copied().collect();
            assert_eq!(raised, expected, "{name}: {errors:#?}");
            before.push_str(block.text);
            compiled += 1;
        }
    }
    assert!(compiled >= 6, "only {compiled} blocks were found");
}

#[test]
fn the_guide_says_of_every_file_that_a_build_writes_what_it_is_for() {
    let guide = std::fs::read_to_string("docs/guide.md").unwrap();
    let lines = guide.lines().filter_map(|line| line.strip_prefix("| `"));
    let files: Vec<&str> = lines
        .filter_map(|line| Some(line.split_once('`')?.0))
        .collect();
    for emitter in EMITTERS {
        for artifact in emitted_of(emitter.name, &[FRAMEWORKS, MAPPINGS, POSTURE], HELD_BACK) {
            let path = artifact.path.as_str();
            let (folder, _) = path.rsplit_once('/').unwrap_or(("", path));
            let named = files.iter().any(|file| match folder {
                "" => *file == path,
                folder => file.starts_with(&format!("{folder}/")),
            });
            assert!(
                named,
                "docs/guide.md, `Outputs`: no line on {path} of `{}`",
                emitter.name
            );
        }
    }
}

struct Block<'t> {
    line: usize,
    continues: bool,
    codes: Vec<&'t str>,
    text: &'t str,
}

/// The blocks of a page whose fence begins with the word `xwalk`.
fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut found = Vec::new();
    let mut rest = page;
    let mut offset = 0;
    while let Some(at) = rest.find("```xwalk") {
        let after = &rest[at + "```xwalk".len()..];
        let (words, body) = after.split_once('\n').unwrap();
        let text = &body[..body.find("\n```").unwrap() + 1];
        let start = offset + at;
        found.push(Block {
            line: page[..start].lines().count() + 1,
            continues: words.contains('+'),
            codes: words
                .split_whitespace()
                .filter(|word| *word != "+" && !word.ends_with(".xwalk"))
                .collect(),
            text,
        });
        let consumed = at + "```xwalk".len() + words.len() + 1 + text.len() + "```".len();
        offset += consumed;
        rest = &rest[consumed..];
    }
    found
}
