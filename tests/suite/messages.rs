//! Every diagnostic, shown: one file in `tests/messages/` holds the source and what a person reads about it.
//!
//! ````text
//! # XW0303 unknown-control
//!
//! ```xwalk crosswalks/a.xwalk
//! mapping …
//! ```
//!
//! ```text
//!   error XW0303: …
//! ```
//! ````
//!
//! A fence ```` ```csv assessment.csv ```` is a table that a source names. `<U+202E>` state for a character that must not lie in a file of ours, `<0xE9>` for a byte that is no UTF-8, `<1000 x "text">` for a text repeated.
//! The bundled frameworks are there. A fence of another kind with a name is a file
//! that lies beside the sources; it is 2026-11-24. A code that is off by default is turned on in its own file.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::LazyLock;

use xwalk::analysis::posture::{Files, Present};
use xwalk::compile::compile;
use xwalk::diagnostic::render::{Format, Look, render};
use xwalk::diagnostic::{Code, Diagnostic, Level, Levels, Severity};
use xwalk::rules::{
    LICENSED_TEXT_LEFT_OUT, PIN_MISMATCH, licensed_text_left_out, pin_mismatch, present_codes,
};
use xwalk::source::{Origin, Place, SourceMap};
use xwalk::syntax::ast::Date;
use xwalk::workspace::codes::all as codes;

use crate::harness::{Fence, all_well, compare, fences, path, raw_byte, read, sources};

#[test]
fn every_diagnostic_looks_as_its_file_shows() {
    all_well(SHOWN.iter().filter_map(|shown| shown.check().err()));
}

#[test]
fn every_code_has_one_file_that_shows_it() {
    let files = message_files();
    all_well(codes().into_iter().filter_map(|code| {
        let wanted = format!("{}-{}.md", code.id, code.name);
        let there: Vec<String> = files
            .iter()
            .map(MessageFile::name)
            .filter(|name| name.starts_with(code.id))
            .collect();
        (there != [wanted.clone()]).then(|| {
            format!(
                "{} {}: wants tests/messages/{wanted} and nothing else; there is {there:?}",
                code.id, code.name
            )
        })
    }));
}

#[test]
fn every_file_belongs_to_a_code() {
    let codes = codes();
    all_well(
        message_files()
            .iter()
            .map(MessageFile::name)
            .filter_map(|name| {
                let known = codes
                    .iter()
                    .any(|code| name == format!("{}-{}.md", code.id, code.name));
                (!known).then(|| format!("tests/messages/{name}: no code of this number and name"))
            }),
    );
}

#[test]
fn codes_have_numbers_and_names_of_their_own() {
    let codes = codes();
    let ids: BTreeSet<&str> = codes.iter().map(|code| code.id).collect();
    let names: BTreeSet<&str> = codes.iter().map(|code| code.name).collect();
    assert_eq!(
        (ids.len(), names.len()),
        (codes.len(), codes.len()),
        "a number or a name is used twice"
    );
}

/// What cannot be shown without something else, which is then named here.
const COMPANIONS: &[(&str, &str)] = &[
    ("XW0113", "XW0213"),
    // So many controls are quickest written when they are all the same.
    ("XW0108", "XW0402"),
    // A silence can only be contradicted where a claim of completeness is unmet.
    ("XW0606", "XW0601"),
    // A tier is unsupported because of what is wrong with its evidence.
    ("XW0828", "XW0825"),
];

#[test]
fn the_example_of_every_page_raises_its_code_and_no_other() {
    all_well(codes().into_iter().filter_map(|code| {
        let page = code.markdown();
        if !page.lines().any(|line| line == "Example:") {
            return Some(format!("{}: its page has no line `Example:`", code.id));
        }
        let fences = fences(&page);
        let examples: Vec<_> = fences
            .iter()
            .filter(|fence| fence.info.starts_with("xwalk"))
            .collect();
        if examples.is_empty() {
            return Some(format!("{}: its page has no fence ```xwalk", code.id));
        }
        let files = examples
            .iter()
            .enumerate()
            .map(|(number, fence)| (format!("{number}.xwalk"), unescaped(&fence.text)));
        let tables = fences.iter().filter_map(|fence| {
            let name = fence.info.strip_prefix("csv ")?;
            Some((name.to_owned(), fence.text.clone()))
        });
        let raised: BTreeSet<&str> = found(code, &sources(files.chain(tables)), &beside(&fences))
            .iter()
            .map(|diagnostic| diagnostic.code.id)
            .collect();
        let companions = COMPANIONS.iter().filter(|(id, _)| *id == code.id);
        let expected: BTreeSet<&str> = companions
            .map(|(_, other)| *other)
            .chain([code.id])
            .collect();
        (raised != expected)
            .then(|| format!("{}: the example of its page raises {raised:?}", code.id))
    }));
}

#[test]
fn no_two_pages_show_the_same_example() {
    let mut shown: BTreeMap<String, &str> = BTreeMap::new();
    all_well(codes().into_iter().flat_map(|code| {
        let page = code.markdown();
        let fences = fences(&page);
        let examples = fences
            .iter()
            .filter(|fence| fence.info.starts_with("xwalk"));
        let repeated = examples.filter_map(|fence| shown.insert(fence.text.clone(), code.id));
        let repeated = repeated.map(|other| format!("{}: repeats the example of {other}", code.id));
        repeated.collect::<Vec<_>>()
    }));
}

#[test]
fn every_page_is_written_as_it_stands_in_the_code() {
    let codes = codes();
    let mut wrong: Vec<String> = codes
        .iter()
        .filter_map(|code| compare(&page_path(code), &page(code)).err())
        .collect();
    wrong.extend(compare(&path("docs/diagnostics/README.md"), &index(&codes)).err());
    let known: BTreeSet<PathBuf> = codes.iter().map(|code| page_path(code)).collect();
    for entry in std::fs::read_dir(path("docs/diagnostics")).unwrap() {
        let file = entry.unwrap().path();
        if !known.contains(&file) && !file.ends_with("README.md") {
            wrong.push(format!("{}: no code of this number", file.display()));
        }
    }
    all_well(wrong);
}

#[test]
fn messages_speak_as_people_do() {
    const OURS: &[&str] = &[
        "token",
        "pars",
        "expected identifier",
        "Option",
        "unwrap",
        "invalid",
        "grammar",
        "syntax error",
    ];
    let mut wrong = Vec::new();
    for shown in &*SHOWN {
        for diagnostic in &shown.found {
            let message = &diagnostic.message;
            let plain: String = message.split('`').step_by(2).collect();
            let mut say = |what: &str| {
                let name = shown.file.name();
                wrong.push(format!("tests/messages/{name}: {what}: {message}"));
            };
            if plain.chars().next().is_some_and(char::is_uppercase) && !message.starts_with('`') {
                say("begins with a capital");
            }
            if message.ends_with('.') {
                say("ends with a full stop");
            }
            for word in OURS.iter().filter(|word| plain.contains(**word)) {
                say(&format!(
                    "says `{word}`, which is our word and not the reader's"
                ));
            }
        }
    }
    all_well(wrong);
}

/// A file of `tests/messages/`.
struct MessageFile {
    path: PathBuf,
    text: String,
}

impl MessageFile {
    fn name(&self) -> String {
        self.path
            .file_name()
            .unwrap()
            .to_string_lossy()
            .into_owned()
    }

    /// Its code; the first six characters of its name.
    fn code(&self) -> Option<&'static Code> {
        codes()
            .into_iter()
            .find(|code| self.name().starts_with(code.id))
    }

    fn sources(&self) -> SourceMap {
        let fences = fences(&self.text);
        sources(fences.into_iter().filter_map(|fence| {
            let name = fence.name()?.to_owned();
            Some((name, unescaped(&fence.text)))
        }))
    }

    /// With what is found in it; nothing if it belongs to no code.
    fn shown(self) -> Option<Shown> {
        let code = self.code()?;
        let sources = self.sources();
        let found = found(code, &sources, &beside(&fences(&self.text)));
        Some(Shown {
            code,
            file: self,
            sources,
            found,
        })
    }
}

/// A file of `tests/messages/` with what is found in its sources.
struct Shown {
    code: &'static Code,
    file: MessageFile,
    sources: SourceMap,
    found: Vec<Diagnostic>,
}

static SHOWN: LazyLock<Vec<Shown>> = LazyLock::new(|| {
    let files = message_files().into_iter();
    files.filter_map(MessageFile::shown).collect()
});

impl Shown {
    fn check(&self) -> Result<(), String> {
        let (code, found) = (self.code, &self.found);
        if !found.iter().any(|diagnostic| diagnostic.code == code) {
            let raised: Vec<&str> = found.iter().map(|diagnostic| diagnostic.code.id).collect();
            return Err(format!(
                "tests/messages/{}: raises {raised:?} and not {}",
                self.file.name(),
                code.id
            ));
        }
        let rendering = render(Format::Human, found, &self.sources, Look::default());
        let mut text = format!("# {} {}\n", code.id, code.name);
        for fence in fences(&self.file.text)
            .iter()
            .filter(|fence| fence.info.contains(' '))
        {
            write!(text, "\n```{}\n{}```\n", fence.info, fence.text).unwrap();
        }
        write!(text, "\n```text\n{rendering}```\n").unwrap();
        compare(&self.file.path, &text)
    }
}

fn message_files() -> Vec<MessageFile> {
    let entries = std::fs::read_dir(path("tests/messages")).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| MessageFile {
            text: read(&path),
            path,
        })
        .collect()
}

/// What is found in the sources, with a code turned on that is off by default.
fn found(code: &Code, sources: &SourceMap, beside: &[(String, String)]) -> Vec<Diagnostic> {
    let mut levels = Levels::default();
    if code.level == Level::Off {
        levels.set(code, Level::At(Severity::Warning));
    }
    let mut compilation = compile(sources, &levels);
    if present_codes().any(|other| other == code) {
        compilation.look_at(&present(sources, beside), sources, &levels);
    }
    let mut found = compilation.diagnostics;
    if code == LICENSED_TEXT_LEFT_OUT {
        let overlays: Vec<_> = compilation.model.overlays.ids().collect();
        found.extend(licensed_text_left_out(&compilation.model, &overlays));
    }
    if code == PIN_MISMATCH {
        let own = |place: Place| sources.get(place.source).unwrap().origin == Origin::Workspace;
        let mut frameworks = compilation.model.frameworks.iter();
        let (_, changed) = frameworks
            .find(|(_, framework)| own(framework.place))
            .unwrap();
        let digest = |digit: &str| format!("sha256:{}", digit.repeat(64));
        found.push(pin_mismatch(
            &changed.label(),
            changed.place,
            &digest("0"),
            &digest("1"),
        ));
    }
    found
}

/// The files beside the sources: fences whose second word is a name, as in "json evidence/mfa.json".
fn beside(fences: &[Fence<'_>]) -> Vec<(String, String)> {
    let files = fences
        .iter()
        .filter(|fence| !fence.info.starts_with("xwalk"));
    files
        .filter_map(|fence| {
            let (_, name) = fence.info.split_once(' ')?;
            Some((name.to_owned(), fence.text.clone()))
        })
        .collect()
}

/// The day of all messages, and the files beside each source.
fn present(sources: &SourceMap, beside: &[(String, String)]) -> Present {
    let mut files = Files::default();
    for (source, _) in sources.iter() {
        for (name, text) in beside {
            files.add(source, name, Ok(text.clone().into_bytes().into()));
        }
    }
    let today = Date::new(2026, 11, 24).unwrap();
    Present { today, files }
}

/// `<U+202E>` as the character, `<1000 x "text">` as the text repeated; in that, `#` is the number of the repetition, and `##`
/// the next.
fn unescaped(text: &str) -> String {
    let mut rest = text;
    let mut plain = String::new();
    while let Some((before, after)) = rest.split_once('<') {
        plain.push_str(before);
        rest = after;
        let replaced = after
            .split_once('>')
            .and_then(|(inside, after)| Some((replacement(inside)?, after)));
        match replaced {
            Some((text, after)) => {
                plain.push_str(&text);
                rest = after;
            }
            None => plain.push('<'),
        }
    }
    plain + rest
}

fn replacement(inside: &str) -> Option<String> {
    if let Some(number) = inside.strip_prefix("U+") {
        return char::from_u32(u32::from_str_radix(number, 16).ok()?).map(String::from);
    }
    if let Some(byte) = inside.strip_prefix("0x") {
        return u8::from_str_radix(byte, 16)
            .ok()
            .map(|byte| String::from(raw_byte(byte)));
    }
    let (times, text) = inside.split_once(" x ")?;
    let text = text.strip_prefix('"')?.strip_suffix('"')?;
    let text = text.replace("\\n", "\n").replace("\\\"", "\"");
    let times: usize = times.parse().ok()?;
    if !text.contains('#') {
        return Some(text.repeat(times));
    }
    let numbered = |at: usize| {
        let next = (at + 1).to_string();
        text.replace("##", &next).replace('#', &at.to_string())
    };
    Some((1..=times).map(numbered).collect())
}

fn page_path(code: &Code) -> PathBuf {
    path(&format!("docs/diagnostics/{}.md", code.id))
}

fn level(code: &Code) -> &'static str {
    match code.level {
        Level::At(severity) => severity.word(),
        Level::Off => "off",
    }
}

fn page(code: &Code) -> String {
    format!(
        "# {} {}\n\nLevel: {}\n\n{}",
        code.id,
        code.name,
        level(code),
        code.markdown()
    )
}

fn index(codes: &[&'static Code]) -> String {
    let mut text = "# Diagnostics\n\nA code is permanent. `xwalk explain CODE` prints its page; `[levels]` in `xwalk.toml`, `--deny`, `--warn` and `--allow` set its level; errors below XW05 and of XW07 stay errors, since they mean that something is lost.\n\n| code | name | level | |\n|---|---|---|---|\n".to_owned();
    for code in codes {
        writeln!(
            text,
            "| [{0}]({0}.md) | `{1}` | {2} | {3} |",
            code.id,
            code.name,
            level(code),
            code.summary()
        )
        .unwrap();
    }
    text
}
