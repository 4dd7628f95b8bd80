//! Golden cases: a folder `tests/golden/<case>/` is a workspace, and what stands in its `expected/` is compared.
//!
//! A case needs no Rust. `expected/commands.txt` holds commands as `$ xwalk …`, each with the exit code that it ends with,
//! its output and its errors; they run one after the other in a copy of the workspace. Every other file is one that they
//! leave in `out/`. An empty file asks for `XWALK_BLESS=1`, and so does a command with nothing below it.

use std::path::{Path, PathBuf};

use crate::harness::{all_well, compare, path, read};
use crate::program::{command, finished, write};

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
    let copy = tempfile::TempDir::new().unwrap();
    let inputs = files(case).into_iter();
    for file in inputs.filter(|file| !file.starts_with("expected")) {
        write(
            copy.path(),
            file.to_str().unwrap(),
            &read(&case.join(&file)),
        );
    }
    let expected = case.join("expected");
    let commands = expected.join("commands.txt");
    let listed = read(&commands);
    let listed: Vec<&str> = listed
        .lines()
        .filter_map(|line| line.strip_prefix("$ xwalk "))
        .collect();
    assert!(!listed.is_empty(), "{} runs nothing", case.display());
    let runs = listed.iter().map(|line| run(copy.path(), line));
    let runs: Vec<String> = runs.collect();
    let mut wrong = Vec::from_iter(compare(&commands, &runs.join("\n")).err());
    for file in files(&expected) {
        if file == Path::new("commands.txt") {
            continue;
        }
        match std::fs::read_to_string(copy.path().join("out").join(&file)) {
            Ok(text) => wrong.extend(compare(&expected.join(file), &text).err()),
            Err(error) => wrong.push(format!(
                "{}: {} was not built: {error}",
                case.display(),
                file.display()
            )),
        }
    }
    wrong
}

/// What a command line comes to: exit code, output and errors, whatever of them there is.
fn run(folder: &Path, line: &str) -> String {
    let arguments: Vec<&str> = line.split_whitespace().collect();
    let mut command = command(folder, &arguments);
    command.env("SOURCE_DATE_EPOCH", "1795392000");
    let run = finished(command);
    let mut text = format!("$ xwalk {line}\nexit code {}\n", run.code);
    for (name, said) in [("output", run.out), ("errors", run.err)] {
        if !said.is_empty() {
            text += &format!("-- {name}\n{said}");
            if !said.ends_with('\n') {
                text += "\n-- no line break at the end\n";
            }
        }
    }
    text
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
