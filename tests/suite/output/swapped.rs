//! One build after another, the second one killed at every step.

use std::path::Path;

use sha2::{Digest, Sha256};
use tempfile::TempDir;
use xwalk::cli::OutputFolder;
use xwalk::emit::Artifact;
use xwalk::host::{Host, System};

use super::mortal::Mortal;
use super::tree;
use crate::program::write;

/// The files of a build with these bytes in them, and their manifest.
fn build(files: &[(&str, &str)]) -> Vec<Artifact> {
    let listed = files.iter().map(|(path, text)| {
        let digest = Sha256::digest(text);
        let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        serde_json::json!({ "path": path, "sha256": digest })
    });
    let listed: Vec<_> = listed.collect();
    let manifest = serde_json::json!({ "schema": "xwalk-manifest", "files": listed });
    let artifact = |path: &str, text: String| Artifact::new(path, text.into_bytes());
    let files = files
        .iter()
        .map(|(path, text)| artifact(path, (*text).to_owned()));
    let manifest = artifact("manifest.json", manifest.to_string());
    files.chain([manifest]).collect()
}

fn first() -> Vec<Artifact> {
    build(&[
        ("csv/rows.csv", "one"),
        ("csv/gone/deep.csv", "one"),
        ("report.html", "one"),
    ])
}

fn second() -> Vec<Artifact> {
    build(&[
        ("csv/rows.csv", "two"),
        ("json/new.json", "two"),
        ("report.html", "two"),
    ])
}

fn write_build(host: &dyn Host, folder: &Path, artifacts: &[Artifact]) {
    let opened = OutputFolder::open(host, folder).unwrap();
    opened.write(artifacts).unwrap();
}

/// A folder with the first build, and what somebody put beside its files.
fn begun() -> TempDir {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("out");
    write_build(&System, &out, &first());
    write(&out, "csv/gone/mine.txt", "mine");
    write(&out, "letter.txt", "dear");
    // Two files were signed, one of them twice.
    write(&out, "report.html.sig", "signed");
    write(&out, "report.html.sig.stale", "signed before");
    write(&out, "csv/gone/deep.csv.sig", "signed");
    folder
}

#[test]
fn a_build_that_is_killed_at_any_step_leaves_the_old_files_or_the_new_ones() {
    let old = tree(&begun().path().join("out"));
    let mut new = old.clone();
    new.retain(|name, _| ["csv/gone/mine.txt", "letter.txt"].contains(&name.as_str()));
    new.insert("report.html.sig.stale".to_owned(), b"signed".to_vec());
    new.insert("csv/gone/deep.csv.sig.stale".to_owned(), b"signed".to_vec());
    for artifact in second() {
        new.insert(artifact.path, artifact.bytes);
    }
    let (mut steps, mut ends) = (0, [0, 0]);
    loop {
        let folder = begun();
        let out = folder.path().join("out");
        let ended = Mortal::after(steps).runs(|host| write_build(host, &out, &second()));
        // The next build looks at the folder, whatever it goes on to do.
        drop(OutputFolder::open(&System, &out).unwrap());
        let there = tree(&out);
        assert!(there == old || there == new, "step {steps}: {there:?}");
        ends[usize::from(there == new)] += 1;
        let empty = std::fs::read_dir(out.join("json"));
        assert_eq!(
            empty.is_ok(),
            there == new,
            "step {steps}: a folder is left"
        );
        // And it can be done again.
        write_build(&System, &out, &second());
        assert!(tree(&out) == new, "step {steps}");
        if ended {
            break;
        }
        steps += 1;
    }
    assert!(ends[0] > 50 && ends[1] > 3, "{ends:?}");
}

/// Between the end of a build that was cut off and the next one, somebody may have put a file where one of ours stood.
#[test]
fn what_somebody_puts_in_the_place_of_a_file_survives() {
    let mut met = 0;
    for steps in 0.. {
        let folder = begun();
        let out = folder.path().join("out");
        if Mortal::after(steps).runs(|host| write_build(host, &out, &second())) {
            break;
        }
        // Neither the old file nor the new one.
        let place = out.join("report.html");
        if !place.exists() {
            met += 1;
            write(&out, "report.html", "mine");
            let refused = OutputFolder::open(&System, &out).err().unwrap().to_string();
            assert!(
                refused.contains("is in the way of what a build"),
                "{refused}"
            );
            assert_eq!(tree(&out)["report.html"], b"mine");
            std::fs::remove_file(place).unwrap();
            drop(OutputFolder::open(&System, &out).unwrap());
            assert_eq!(tree(&out)["report.html"], b"one");
        }
    }
    assert!(met > 5, "{met}");
}

/// The manifest that stands is then the one that is about to come, and says nothing of how far the build was.
#[test]
fn a_build_of_the_same_bytes_that_is_killed_loses_no_file() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("out");
    write_build(&System, &out, &first());
    let whole = tree(&out);
    let mut steps = 0;
    while !Mortal::after(steps).runs(|host| write_build(host, &out, &first())) {
        drop(OutputFolder::open(&System, &out).unwrap());
        assert!(tree(&out) == whole, "step {steps}: {:?}", tree(&out));
        steps += 1;
    }
    assert!(tree(&out) == whole && steps > 50);
}

#[test]
fn what_is_put_right_may_be_killed_at_any_step_as_well() {
    let old = tree(&begun().path().join("out"));
    // Killed in the middle of the swap: the first moment at which a file has moved and the manifest has not.
    let killed = |steps: usize| {
        let folder = begun();
        let out = folder.path().join("out");
        Mortal::after(steps).runs(|host| write_build(host, &out, &second()));
        folder
    };
    let is_half = |folder: &TempDir| {
        let there = tree(&folder.path().join("out"));
        let rows = there.get("csv/rows.csv");
        rows.is_some_and(|rows| rows == b"two") && there["manifest.json"] == old["manifest.json"]
    };
    let half = (0..).find(|steps| is_half(&killed(*steps))).unwrap();
    let mut steps = 0;
    loop {
        let folder = killed(half);
        let out = folder.path().join("out");
        let ended = Mortal::after(steps).runs(|host| drop(OutputFolder::open(host, &out).unwrap()));
        drop(OutputFolder::open(&System, &out).unwrap());
        assert!(tree(&out) == old, "step {steps}: {:?}", tree(&out));
        if ended {
            break;
        }
        steps += 1;
    }
    assert!(steps > 10);
}
