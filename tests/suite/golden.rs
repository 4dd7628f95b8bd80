//! Golden cases: a folder `tests/golden/<case>/` is a workspace, and what stands in its `expected/` is compared.
//!
//! A case needs no Rust. `expected/check.txt` is what `xwalk check` says; every other file is one that `xwalk build`
//! writes. Arguments of the build stand in the case's `xwalk.toml`. An empty file asks for `XWALK_BLESS=1`.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::harness::{all_well, compare, path};

#[test]
fn every_golden_case_gives_what_is_expected() {
    let mut cases: Vec<PathBuf> = std::fs::read_dir(path("tests/golden"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.sort();
    assert!(!cases.is_empty());
    all_well(cases.iter().flat_map(|case| check(case)));
}

fn check(case: &Path) -> Vec<String> {
    let out = tempfile::TempDir::new().unwrap();
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_xwalk"))
            .current_dir(case)
            .args(arguments)
            .env("SOURCE_DATE_EPOCH", "1795392000")
            .env_remove("CLICOLOR_FORCE")
            .output()
            .unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    let said = run(&["check", "-q"]);
    let folder = out.path().join("out");
    let built = run(&["build", "-q", "-o", folder.to_str().unwrap()]);
    let expected = case.join("expected");
    let files = files(&expected);
    assert!(!files.is_empty(), "{} expects nothing", case.display());
    let wrong = files.iter().filter_map(|file| {
        if file == Path::new("check.txt") {
            return compare(&expected.join(file), &said).err();
        }
        match std::fs::read_to_string(folder.join(file)) {
            Ok(text) => compare(&expected.join(file), &text).err(),
            Err(error) => Some(format!(
                "{}: {} was not built: {error}\n{built}",
                case.display(),
                file.display()
            )),
        }
    });
    wrong.collect()
}

/// The files below a folder, by their names from there, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path.strip_prefix(folder).unwrap().to_owned());
            }
        }
    }
    files.sort();
    files
}
