//! The order of the rooms, and the habits that no compiler checks.
//!
//! In one package the compiler refuses no cycle between modules; the table here does.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The rooms in reading order, each with the rooms that it may import. Only rooms above it may be named.
const ROOMS: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("diagnostic", &["source"]),
    ("relation", &[]),
    ("syntax", &["source", "diagnostic", "relation"]),
    ("model", &["source", "relation", "syntax"]),
    ("similarity", &[]),
    (
        "resolve",
        &["source", "diagnostic", "relation", "syntax", "model"],
    ),
    ("reason", &["relation"]),
    (
        "analysis",
        &[
            "source",
            "relation",
            "syntax",
            "model",
            "similarity",
            "reason",
        ],
    ),
    (
        "rules",
        &[
            "source",
            "diagnostic",
            "relation",
            "syntax",
            "model",
            "reason",
            "analysis",
        ],
    ),
    ("redaction", &[]),
    ("write", &["source", "diagnostic", "relation", "syntax"]),
    (
        "report",
        &[
            "source",
            "diagnostic",
            "relation",
            "syntax",
            "model",
            "analysis",
            "redaction",
            "write",
        ],
    ),
    ("emit", &["diagnostic", "redaction", "report"]),
    ("seal", &["syntax"]),
    ("bundled", &["source"]),
    (
        "compile",
        &[
            "source",
            "diagnostic",
            "relation",
            "syntax",
            "model",
            "resolve",
            "analysis",
            "rules",
            "bundled",
        ],
    ),
    (
        "cli",
        &[
            "source",
            "diagnostic",
            "relation",
            "syntax",
            "model",
            "analysis",
            "rules",
            "redaction",
            "report",
            "emit",
            "write",
            "seal",
            "bundled",
            "compile",
        ],
    ),
];

/// Every dependency of `Cargo.toml` with the folders and files (as prefixes) that may name it.
const LIBRARIES: &[(&str, &[&str])] = &[
    ("base64", &["src/seal/"]),
    ("clap", &["src/cli/"]),
    ("clap_complete", &["src/cli/"]),
    ("clap_mangen", &["src/cli/"]),
    ("csv", &["src/analysis/posture/", "src/emit/csv"]),
    ("ed25519_dalek", &["src/seal/"]),
    ("getrandom", &["src/cli/host.rs"]),
    ("handlebars", &["src/emit/html"]),
    ("hashbrown", &["src/"]),
    ("hmac", &["src/redaction/"]),
    ("ignore", &["src/cli/"]),
    ("indicatif", &["src/cli/"]),
    ("memchr", &["src/source/", "src/syntax/"]),
    ("miette", &["src/diagnostic/render/"]),
    ("pest", &["src/syntax/"]),
    ("pest_derive", &["src/syntax/"]),
    ("petgraph", &["src/reason/", "src/analysis/"]),
    ("rayon", &["src/"]),
    ("regex", &["src/analysis/posture/evidence/"]),
    ("rust_xlsxwriter", &["src/emit/xlsx"]),
    ("rustc_hash", &["src/"]),
    (
        "schemars",
        &[
            "src/report/",
            "src/redaction/",
            "src/emit/",
            "src/cli/",
            "src/diagnostic/render/",
        ],
    ),
    (
        "serde",
        &[
            "src/report/",
            "src/redaction/",
            "src/emit/",
            "src/cli/",
            "src/diagnostic/render/",
        ],
    ),
    (
        "serde_json",
        &[
            "src/analysis/posture/evidence/",
            "src/redaction/",
            "src/emit/",
            "src/cli/",
            "src/diagnostic/render/",
        ],
    ),
    (
        "sha2",
        &[
            "src/analysis/posture/evidence/",
            "src/redaction/",
            "src/emit/",
            "src/seal/",
            "src/diagnostic/render/",
        ],
    ),
    ("strsim", &["src/diagnostic/nearest.rs"]),
    ("tempfile", &["src/cli/host.rs"]),
    (
        "thiserror",
        &[
            "src/redaction/",
            "src/write/",
            "src/emit/",
            "src/seal/",
            "src/cli/",
        ],
    ),
    ("terminal_size", &["src/cli/host.rs"]),
    ("toml_edit", &["src/cli/"]),
    (
        "unicode_normalization",
        &["src/syntax/", "src/resolve/", "src/similarity/"],
    ),
    ("unicode_security", &["src/syntax/", "src/resolve/"]),
    ("unicode_width", &["src/write/"]),
    ("uuid", &["src/emit/json/cacao/"]),
    ("zip", &["src/emit/xlsx/splice.rs"]),
];

/// What only some files may name.
const CONFINED: &[(&str, &[&str])] = &[
    ("std::fs", &["src/cli/host.rs"]),
    ("std::env::", &["src/cli/host.rs"]),
    ("std::env;", &["src/cli/host.rs"]),
    ("std::time::SystemTime", &["src/cli/host.rs"]),
    ("std::time::Instant", &["src/cli/host.rs"]),
    ("std::process", &["src/cli/", "src/main.rs"]),
    ("std::net", &[]),
];

/// The longest file that a reader is asked to hold in mind.
const MOST_LINES: usize = 500;

#[test]
fn the_table_of_rooms_has_no_cycle() {
    let mut above = BTreeSet::new();
    for (room, imports) in ROOMS {
        for import in *imports {
            assert!(
                above.contains(import),
                "`{room}` may not import `{import}`, which does not stand above it"
            );
        }
        assert!(above.insert(room), "`{room}` stands in the table twice");
    }
}

#[test]
fn every_room_stands_in_the_table() {
    let known: BTreeSet<&str> = ROOMS.iter().map(|(room, _)| *room).collect();
    let rooms: BTreeSet<String> = files()
        .iter()
        .filter_map(|file| file.room.clone())
        .collect();
    refuse(
        rooms
            .iter()
            .filter(|room| !known.contains(room.as_str()))
            .map(|room| {
                format!(
                    "src/{room}: not in ROOMS of tests/suite/tidy.rs; say which rooms it may import"
                )
            }),
    );
}

#[test]
fn a_room_imports_only_what_its_row_grants() {
    let mut found = Vec::new();
    for file in files() {
        let Some(room) = &file.room else { continue };
        let granted = ROOMS
            .iter()
            .find(|(name, _)| name == room)
            .map_or(&[][..], |(_, imports)| imports);
        for (number, line) in file.code() {
            for (at, _) in line.match_indices("crate::") {
                let named = word(&line[at + "crate::".len()..]);
                if ROOMS.iter().any(|(other, _)| *other == named)
                    && named != room
                    && !granted.contains(&named)
                {
                    found.push(format!(
                        "{}:{number}: `{room}` may not know `{named}`",
                        file.name
                    ));
                }
            }
        }
    }
    refuse(found);
}

#[test]
fn no_import_goes_around_the_table() {
    const WAYS_AROUND: &[&str] = &[
        "crate::{",
        "crate::*",
        "super::super",
        "use crate as",
        "extern crate",
    ];
    let mut found = Vec::new();
    for file in files() {
        // In a façade and in a room of one file, `super` is the crate's root.
        let facade = file.name.matches('/').count() == 1
            || file.name.ends_with("/mod.rs") && file.name.matches('/').count() == 2;
        for (number, line) in file.code() {
            for way in WAYS_AROUND.iter().filter(|way| line.contains(**way)) {
                found.push(format!(
                    "{}:{number}: `{way}`; write `use crate::room::…;`, one line for each room",
                    file.name
                ));
            }
            if facade && line.contains("super::") {
                found.push(format!(
                    "{}:{number}: `super::` reaches the crate's root; write `crate::room::…`",
                    file.name
                ));
            }
        }
    }
    refuse(found);
}

#[test]
fn every_outside_library_stays_in_its_room() {
    let mut found = Vec::new();
    for file in files() {
        for (number, line) in file.code() {
            for (library, homes) in LIBRARIES {
                if names(line, library) && !homes.iter().any(|home| file.name.starts_with(home)) {
                    found.push(format!(
                        "{}:{number}: `{library}` belongs to {}",
                        file.name,
                        homes.join(", ")
                    ));
                }
            }
        }
    }
    refuse(found);
}

#[test]
fn every_dependency_has_a_home_and_every_home_a_dependency() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let manifest: toml_edit::DocumentMut = manifest.parse().unwrap();
    let declared: BTreeSet<String> = manifest["dependencies"]
        .as_table()
        .unwrap()
        .iter()
        .map(|(name, _)| name.replace('-', "_"))
        .collect();
    let known: BTreeSet<String> = LIBRARIES
        .iter()
        .map(|(library, _)| (*library).to_owned())
        .collect();
    assert_eq!(
        declared, known,
        "the dependencies of Cargo.toml and LIBRARIES of tests/suite/tidy.rs differ"
    );
}

#[test]
fn only_the_host_touches_files_clock_and_environment() {
    let mut found = Vec::new();
    for file in files() {
        for (number, line) in file.code() {
            for (path, homes) in CONFINED {
                if line.contains(path) && !homes.iter().any(|home| file.name.starts_with(home)) {
                    found.push(format!(
                        "{}:{number}: `{path}` is for {} alone",
                        file.name,
                        homes.join(", ")
                    ));
                }
            }
        }
    }
    refuse(found);
}

#[test]
fn no_file_is_too_long_to_be_read_at_one_go() {
    refuse(
        files()
            .iter()
            .filter(|file| file.code().count() > MOST_LINES)
            .map(|file| {
                format!(
                    "{}: {} lines without its tests; split it at {MOST_LINES}",
                    file.name,
                    file.code().count()
                )
            }),
    );
}

#[test]
fn no_lint_is_silenced_by_a_bare_allow() {
    let mut found = Vec::new();
    for file in files() {
        for (number, line) in file.text.lines().enumerate() {
            if line.contains("#[allow(") || line.contains("#![allow(") {
                found.push(format!(
                    "{}:{}: write `#[expect(lint, reason = \"…\")]`",
                    file.name,
                    number + 1
                ));
            }
        }
    }
    refuse(found);
}

#[test]
fn markup_stands_in_templates_and_not_in_rust() {
    let opens = |line: &str| {
        let marks = ["\"<", "\"</"].iter().flat_map(|mark| {
            let tails = line.match_indices(mark);
            tails.map(|(at, _)| &line[at + mark.len()..])
        });
        marks
            .into_iter()
            .any(|tail| tail.starts_with(|letter: char| letter.is_ascii_lowercase()))
    };
    let files = files();
    // Pictures are drawn from Rust; they are the exception that stays.
    let pages = files.iter().filter(|file| {
        file.name.starts_with("src/emit/html/") && !file.name.starts_with("src/emit/html/pictures/")
    });
    let writing = pages.filter(|file| file.code().any(|(_, line)| opens(line)));
    refuse(writing.map(|file| format!("{}: writes an element; put it into a template", file.name)));
}

/// A file of the program.
pub struct File {
    /// `src/source/map.rs`.
    pub name: String,
    /// `source`; none for `lib.rs` and `main.rs`.
    pub room: Option<String>,
    text: String,
}

impl File {
    /// The lines before the unit tests, with their numbers; those that are only comment are empty.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self
            .text
            .lines()
            .take_while(|line| line.trim() != "#[cfg(test)]");
        lines.enumerate().map(|(at, line)| {
            (
                at + 1,
                if line.trim_start().starts_with("//") {
                    ""
                } else {
                    line
                },
            )
        })
    }
}

/// All files of `src`, in order of their names.
pub fn files() -> Vec<File> {
    let mut paths = Vec::new();
    collect(&root().join("src"), &mut paths);
    paths.sort();
    let file = |path: PathBuf| {
        let name = path
            .strip_prefix(root())
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        let room = name
            .trim_start_matches("src/")
            .trim_end_matches(".rs")
            .split('/')
            .next()
            .unwrap()
            .to_owned();
        let room = (room != "lib" && room != "main").then_some(room);
        File {
            name,
            room,
            text: std::fs::read_to_string(&path).unwrap(),
        }
    };
    // A file of unit tests alone is no part of the program.
    paths
        .into_iter()
        .filter(|path| !path.ends_with("tests.rs"))
        .map(file)
        .collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The identifier at the beginning of a text.
pub fn word(text: &str) -> &str {
    text.split(|character: char| !character.is_alphanumeric() && character != '_')
        .next()
        .unwrap_or("")
}

/// Whether a line names a library as a path, `csv::` or `use csv;`, and not as the end of another word or path.
fn names(line: &str, library: &str) -> bool {
    line.match_indices(library).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = &line[at + library.len()..];
        let begins = !before.is_some_and(|character| {
            character.is_alphanumeric() || matches!(character, '_' | ':' | '"' | '.')
        });
        let imported = line
            .trim_start()
            .trim_start_matches("pub ")
            .starts_with("use ");
        begins
            && (after.starts_with("::")
                || imported && (after.starts_with(';') || after.starts_with(" as ")))
    })
}

/// Fails with everything that was found.
pub fn refuse(found: impl IntoIterator<Item = String>) {
    let mut list = String::new();
    for line in found {
        writeln!(list, "  {line}").unwrap();
    }
    assert!(
        list.is_empty(),
        "against the layout of the program (see ARCHITECTURE.md):\n{list}"
    );
}
