//! Whole processes: killed and interrupted at any time, and two at once.

use std::fs::File;
use std::io::Read;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use tempfile::TempDir;

use super::tree;
use crate::program::{command, workspace, write, xwalk};
use crate::skipped::{skipped, unable};

#[test]
fn a_process_that_is_killed_or_interrupted_leaves_the_old_files_or_the_new_ones() {
    let folder = workspace();
    let out = folder.path().join("out");
    let build = |day: &'static str| ["build", "--emit", "csv", "--date", day];
    let built = |day| {
        xwalk(folder.path(), &build(day)).ended(0);
        tree(&out)
    };
    let (old, new) = (built("2026-11-23"), built("2026-11-24"));
    for (round, signal) in ["TERM", "INT", "KILL"].iter().cycle().take(24).enumerate() {
        xwalk(folder.path(), &build("2026-11-23")).ended(0);
        let mut process = command(folder.path(), &build("2026-11-24"));
        let mut process = process
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Until it has begun to get something ready, then a little longer each time.
        while process.try_wait().unwrap().is_none() && !is_begun(&out) {
            sleep(Duration::from_micros(200));
        }
        sleep(Duration::from_micros(300 * round as u64));
        let number = process.id().to_string();
        let sent = Command::new("kill").args(["-s", signal, &number]).status();
        sent.unwrap();
        process.wait().unwrap();
        put_right(&folder, &build("2026-11-24"));
        let there = tree(&out);
        assert!(
            there == old || there == new,
            "{signal}, round {round}: {:?}",
            there.keys()
        );
    }
}

/// A build that does not come so far as to write puts right what it finds.
fn put_right(folder: &TempDir, build: &[&str]) {
    let broken = "mapping m from nist-csf@2.0 to nowhere@1 {\n}\n";
    write(folder.path(), "broken.xwalk", broken);
    xwalk(folder.path(), build).ended(1);
    std::fs::remove_file(folder.path().join("broken.xwalk")).unwrap();
}

/// The kernel kills the program at its n-th change of a name: every one of them, whatever the program believes to do.
#[test]
fn a_process_that_the_kernel_kills_at_any_change_of_a_name_leaves_the_old_files_or_the_new_ones() {
    const CHANGES: [&str; 3] = ["rename,renameat,renameat2", "unlink,unlinkat", "rmdir"];
    let strace = |arguments: &[&str]| Command::new("strace").args(arguments).status();
    match strace(&["-qq", "-o", "/dev/null", "true"]) {
        Err(_) => return skipped("`strace` is not installed"),
        // In some containers nobody may look at another process, which no installation changes.
        Ok(traced) if !traced.success() => {
            return unable("`strace` may not look at another process here");
        }
        Ok(_) => {}
    }
    let folder = workspace();
    let out = folder.path().join("out");
    let build = |day: &'static str| ["build", "-q", "--emit", "json", "--date", day];
    let built = |day| {
        xwalk(folder.path(), &build(day)).ended(0);
        tree(&out)
    };
    let (old, new) = (built("2026-11-23"), built("2026-11-24"));
    let mut ends = [0, 0];
    for (changes, step) in CHANGES
        .iter()
        .flat_map(|it| (1..8).map(move |step| (it, step)))
    {
        xwalk(folder.path(), &build("2026-11-23")).ended(0);
        let program = command(folder.path(), &build("2026-11-24"));
        let inject = format!("inject={changes}:signal=KILL:when={step}");
        let mut traced = Command::new("strace");
        traced.args(["-f", "-qq", "-o", "/dev/null", "-e"]);
        traced.args([&format!("trace={changes}"), "-e", &inject]);
        traced.arg(program.get_program()).args(program.get_args());
        traced.current_dir(folder.path());
        let is_killed = !traced.status().unwrap().success();
        put_right(&folder, &build("2026-11-24"));
        let there = tree(&out);
        assert!(
            there == old || there == new,
            "{changes} {step}: {:?}",
            there.keys()
        );
        ends[usize::from(there == new)] += usize::from(is_killed);
    }
    assert!(ends[0] > 2 && ends[1] > 2, "{ends:?}");
}

/// Whether a build has made its folder.
fn is_begun(out: &std::path::Path) -> bool {
    let entries = std::fs::read_dir(out).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name());
    names
        .into_iter()
        .any(|name| name.to_string_lossy().starts_with(".xwalk-"))
}

#[test]
fn a_second_build_waits_for_the_first() {
    let folder = workspace();
    xwalk(folder.path(), &["build", "--emit", "csv"]).ended(0);
    let first = File::open(folder.path().join("out")).unwrap();
    first.lock().unwrap();
    let mut second = command(folder.path(), &["build", "--emit", "csv"]);
    let second = second.stdout(Stdio::null()).stderr(Stdio::piped()).spawn();
    let mut second = second.unwrap();
    let mut told = String::new();
    let mut errors = second.stderr.take().unwrap();
    let mut byte = [0];
    while !told.ends_with('\n') {
        errors.read_exact(&mut byte).unwrap();
        told.push(char::from(byte[0]));
    }
    assert_eq!(told, "waiting for another build that writes into out\n");
    assert!(second.try_wait().unwrap().is_none(), "it waits");
    first.unlock().unwrap();
    assert!(second.wait().unwrap().success());
}
