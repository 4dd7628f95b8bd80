//! Pipes, devices and endless files in the places of files: told at once, read by nothing.
#![cfg(unix)]

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::program::{command, write, xwalk};

const TEXT: &str = "framework f@1 \"F\" {\n  licence \"x\"\n  levels r\n  A \"a\"\n}\n";

/// What is put where a file should be.
#[derive(Clone, Copy, Debug)]
enum Special {
    /// It waits for whoever writes into it.
    Pipe,
    /// It has no end.
    Zero,
    /// It has an end that nobody wants to reach.
    Huge,
    /// The system calls it a regular file, and it waits.
    Log,
}

impl Special {
    fn put(self, path: &Path) {
        let _there = fs::remove_file(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        match self {
            Self::Pipe => {
                let made = Command::new("mkfifo").arg(path).status().unwrap();
                assert!(made.success());
            }
            Self::Zero => symlink("/dev/zero", path).unwrap(),
            Self::Huge => File::create(path).unwrap().set_len(2 << 30).unwrap(),
            Self::Log => symlink("/proc/kmsg", path).unwrap(),
        }
    }
}

/// Runs the program with half a minute and 1 GiB; a machine under load needs a second or two.
fn bounded(folder: &Path, arguments: &[&str]) -> Output {
    let program = command(folder, arguments);
    let mut run = Command::new("sh");
    run.args([
        "-c",
        "ulimit -v 1500000; exec timeout -s KILL 30 \"$@\"",
        "sh",
    ]);
    run.arg(program.get_program()).args(program.get_args());
    run.current_dir(folder).output().unwrap()
}

#[test]
fn whatever_stands_in_the_place_of_a_file_is_told_and_never_waited_for() {
    use Special::{Huge, Log, Pipe, Zero};
    let build = ["build", "-q", "--emit", "json"].as_slice();
    let check = ["check"].as_slice();
    let cases: &[(&str, &[Special], &[&str])] = &[
        ("xwalk.toml", &[Pipe, Zero, Huge, Log], check),
        (".gitignore", &[Pipe, Zero, Huge], check),
        ("below/.gitignore", &[Pipe, Zero, Huge], check),
        (".ignore", &[Pipe, Zero, Huge], check),
        ("out/manifest.json", &[Pipe, Zero, Huge, Log], build),
        ("marks/posture.hbs", &[Pipe, Zero, Huge, Log], build),
        ("named.xwalk", &[Pipe, Zero, Log], &["check", "named.xwalk"]),
        ("named.xwalk", &[Huge], check),
        (
            "named.xwalk",
            &[Pipe, Zero, Huge, Log],
            &["fmt", "named.xwalk"],
        ),
        (
            "posture.json",
            &[Zero, Huge],
            &["verify", "posture.json", "--signers", "signers"],
        ),
        (
            "posture.json",
            &[Pipe, Zero, Huge, Log],
            &["sign", "posture.json", "--key", "key"],
        ),
        (
            "earlier.json",
            &[Zero, Huge],
            &["build", "-q", "--previous", "earlier.json"],
        ),
    ];
    for (file, kinds, arguments) in cases {
        for kind in *kinds {
            let folder = TempDir::new().unwrap();
            write(
                folder.path(),
                "xwalk.toml",
                "[build]\ntemplates = \"marks\"\n",
            );
            write(folder.path(), "marks/.gitignore", "");
            write(folder.path(), "own.xwalk", TEXT);
            write(folder.path(), "posture.json", "{}");
            write(folder.path(), "signers", "");
            kind.put(&folder.path().join(file));
            let run = bounded(folder.path(), arguments);
            let told = String::from_utf8_lossy(&run.stderr) + String::from_utf8_lossy(&run.stdout);
            let case = format!("{file} as {kind:?}: {arguments:?}: {told}");
            assert!(matches!(run.status.code(), Some(1 | 2)), "{case}");
            assert!(told.contains(file.rsplit('/').next().unwrap()), "{case}");
        }
    }
}

/// What is found while a folder is looked through, and is no file, is none of the workspace's.
#[test]
fn what_is_no_file_is_not_found() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    write(folder.path(), "own.xwalk", TEXT);
    Special::Pipe.put(&folder.path().join("pipe.xwalk"));
    Special::Zero.put(&folder.path().join("zero.xwalk"));
    xwalk(folder.path(), &["check"]).ended(0);
}

/// A page whose templates stand within each other would have no end.
#[test]
fn templates_that_stand_within_each_other_are_refused() {
    let of = |templates: &[(&str, &str)]| {
        let folder = TempDir::new().unwrap();
        write(
            folder.path(),
            "xwalk.toml",
            "[build]\ntemplates = \"marks\"\n",
        );
        for (name, text) in templates {
            write(folder.path(), &format!("marks/{name}"), text);
        }
        let run = bounded(folder.path(), &["build", "-q", "--emit", "html"]);
        assert_eq!(run.status.code(), Some(2));
        String::from_utf8(run.stderr).unwrap()
    };
    assert_eq!(
        of(&[("overview.hbs", "<p></p>\n{{> overview}}\n")]),
        "error: in the templates of marks: overview.hbs:2: `overview` stands within itself (`overview` > `overview`), so the page would have no end; leave one of these out\n"
    );
    assert_eq!(
        of(&[
            ("overview.hbs", "{{#if title}}{{> overlap}}{{/if}}"),
            ("overlap.hbs", "{{> gaps}}\n\n{{> overview}}")
        ]),
        "error: in the templates of marks: overview.hbs:1: `overlap` stands within itself (`overlap` > `overview` > `overlap`), so the page would have no end; leave one of these out\n"
    );
}
