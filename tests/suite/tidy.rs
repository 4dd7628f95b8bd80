//! The habits that no compiler checks.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use toml_edit::{DocumentMut, Item};

/// Every dependency of `Cargo.toml` with the folders and files (as prefixes) that may name it.
const LIBRARIES: &[(&str, &[&str])] = &[
    ("base64", &["src/seal/"]),
    ("clap", &["src/cli/"]),
    ("clap_complete", &["src/cli/"]),
    ("clap_mangen", &["src/cli/"]),
    ("csv", &["src/emit/csv"]),
    ("ed25519_dalek", &["src/seal/"]),
    ("getrandom", &["src/host/system/"]),
    ("signal_hook", &["src/host/system/"]),
    ("handlebars", &["src/emit/html"]),
    ("hashbrown", &["src/"]),
    ("hmac", &["src/redaction/"]),
    ("ignore", &["src/host/system/"]),
    ("indicatif", &["src/cli/"]),
    ("libc", &["src/host/"]),
    ("memchr", &["src/source/", "src/syntax/"]),
    ("miette", &["src/diagnostic/render/"]),
    ("pest", &["src/syntax/"]),
    ("pest_derive", &["src/syntax/"]),
    ("petgraph", &["src/reason/", "src/analysis/"]),
    ("rayon", &["src/"]),
    ("regex_automata", &["src/analysis/posture/evidence/"]),
    ("regex_syntax", &["src/analysis/posture/evidence/"]),
    ("rust_xlsxwriter", &["src/emit/xlsx"]),
    ("rustc_hash", &["src/"]),
    (
        "schemars",
        &[
            "src/report/",
            "src/redaction/",
            "src/emit/",
            "src/cli/",
            "src/diagnostic/",
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
            "src/table/json/",
        ],
    ),
    (
        "serde_json",
        &[
            "src/table/json/",
            "src/redaction/",
            "src/emit/",
            "src/cli/",
            "src/diagnostic/render/",
        ],
    ),
    (
        "sha2",
        &[
            "src/analysis/claims.rs",
            "src/analysis/posture/evidence/",
            "src/redaction/",
            "src/emit/",
            "src/seal/",
            "src/diagnostic/render/",
        ],
    ),
    ("strsim", &["src/diagnostic/nearest.rs"]),
    ("tempfile", &["src/host/system/"]),
    (
        "thiserror",
        &[
            "src/host/",
            "src/redaction/",
            "src/write/",
            "src/emit/",
            "src/seal/",
            "src/workspace/",
            "src/cli/",
        ],
    ),
    ("terminal_size", &["src/host/system/"]),
    ("toml_edit", &["src/workspace/"]),
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
    ("std::fs", &["src/host/system/"]),
    ("std::env::", &["src/host/system/"]),
    ("std::env;", &["src/host/system/"]),
    ("std::time::SystemTime", &["src/host/system/"]),
    ("std::time::Instant", &["src/host/system/"]),
    (
        "std::process",
        &["src/host/system/", "src/cli/", "src/main.rs"],
    ),
    ("std::net", &[]),
];

/// The longest file that a reader is asked to hold in mind.
const MOST_LINES: usize = 500;

/// Which room may name which stands in their manifests, and Cargo allows no circle.
#[test]
fn every_room_is_a_package_without_surprises() {
    let mut found = Vec::new();
    for room in rooms() {
        let path = format!("{room}/Cargo.toml");
        let manifest = manifest(&path);
        let package = &manifest["package"];
        let name = package["name"].as_str().unwrap_or_default();
        let folder = room.trim_start_matches("src/").replace('/', "-");
        // What all formats share is known by what it is.
        let expected = match folder.as_str() {
            "emit-format" => "xwalk-format".to_owned(),
            folder => format!("xwalk-{folder}"),
        };
        if name != expected {
            found.push(format!(
                "{path}: the package is called `{name}`, not `{expected}`"
            ));
        }
        // A folder of a room may hold a `build.rs` and a `tests` of its own: Cargo must not take them for its own.
        let off = [
            "build",
            "autobins",
            "autotests",
            "autoexamples",
            "autobenches",
        ];
        for key in off {
            if package.get(key).and_then(Item::as_bool) != Some(false) {
                found.push(format!("{path}: write `{key} = false`"));
            }
        }
        if manifest["lib"]["path"].as_str() != Some("mod.rs") {
            found.push(format!("{path}: the library is `mod.rs`"));
        }
        let lints = manifest
            .get("lints")
            .and_then(|lints| lints.get("workspace"));
        if lints.and_then(Item::as_bool) != Some(true) {
            found.push(format!("{path}: take the lints of the workspace"));
        }
    }
    refuse(found);
}

#[test]
fn a_room_declares_what_it_names_and_nothing_else() {
    let files = files();
    let mut found = Vec::new();
    for room in rooms() {
        let path = format!("{room}/Cargo.toml");
        let manifest = manifest(&path);
        let declared = manifest.get("dependencies").and_then(Item::as_table);
        for (name, _) in declared.into_iter().flatten() {
            let name = name.replace('-', "_");
            let own = files.iter().filter(|file| file.package == room);
            let named = own
                .flat_map(File::code)
                .any(|(_, line)| names(line, &name) || line.contains(&format!("{name}::")));
            if !named {
                found.push(format!("{path}: `{name}` is not named in the room"));
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
    let manifest = manifest("Cargo.toml");
    let declared = manifest["workspace"]["dependencies"].as_table().unwrap();
    let declared = declared.iter().map(|(name, _)| name.replace('-', "_"));
    let declared: BTreeSet<String> = declared
        .filter(|name| !name.starts_with("xwalk_"))
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
    /// The folder of its package: `src/source`, `src/emit/html`; `src` for the program itself.
    pub package: String,
    text: String,
}

impl File {
    /// A line with its paths from the root of all rooms: `crate::name` is `crate::emit::html::name`, and so is
    /// `xwalk_emit_html::name`.
    pub fn rooted(&self, line: &str) -> String {
        let package = self.package.trim_start_matches("src").replace('/', "::");
        let line = line.replace("crate::", &format!("crate{package}::"));
        line.replace("xwalk_format::", "crate::emit::format::")
            .replace("xwalk_emit_", "crate::emit::")
            .replace("xwalk_", "crate::")
    }

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
        let mut folder = path.parent().unwrap();
        while folder != root().join("src") && !folder.join("Cargo.toml").exists() {
            folder = folder.parent().unwrap();
        }
        let package = folder.strip_prefix(root()).unwrap();
        let package = package.to_string_lossy().replace('\\', "/");
        File {
            name,
            package,
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

/// The folders of the rooms, in order of their names.
fn rooms() -> BTreeSet<String> {
    let packages = files().into_iter().map(|file| file.package);
    packages.filter(|package| package != "src").collect()
}

fn manifest(path: &str) -> DocumentMut {
    let text = std::fs::read_to_string(root().join(path)).unwrap();
    text.parse().unwrap()
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
