//! One build after another, the second one killed at every step.

use std::path::Path;

use sha2::{Digest, Sha256};
use tempfile::TempDir;
use xwalk::cli::{OutputFolder, Places, PrivateFiles};
use xwalk::emit::Artifact;
use xwalk::host::{Host, System};

use super::mortal::Mortal;
use super::tree;
use crate::program::write;

fn sha256(text: &str) -> String {
    let digest = Sha256::digest(text);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The files of a build with these bytes in them, and their manifest.
fn build(files: &[(&str, &str)]) -> Vec<Artifact> {
    let listed = files
        .iter()
        .map(|(path, text)| serde_json::json!({ "path": path, "sha256": sha256(text) }));
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

/// The folder as the next build finds it.
fn open<'h>(host: &'h dyn Host, folder: &Path) -> OutputFolder<'h> {
    try_open(host, folder).unwrap()
}

fn try_open<'h>(host: &'h dyn Host, folder: &Path) -> Result<OutputFolder<'h>, String> {
    let places = Places::of(host, folder, None).unwrap();
    OutputFolder::open(host, folder, places).map_err(|error| error.to_string())
}

/// Writes a build, with a private file that belongs to it: it says what the report says.
fn write_build(host: &dyn Host, folder: &Path, artifacts: &[Artifact]) {
    let report = artifacts.iter().find(|it| it.path == "report.html");
    let private = report.map(|report| {
        let of = String::from_utf8(report.bytes.clone()).unwrap();
        let text = serde_json::json!({ "schema": "xwalk-disclosure", "of": of }).to_string();
        Artifact::new("posture.disclosure.json", text.into_bytes())
    });
    let private = Vec::from_iter(private);
    let private = PrivateFiles::of(host, folder, None, private).unwrap();
    open(host, folder).write(artifacts, &private).unwrap();
}

/// The private file that is there belongs to the report that is there, and no other is left.
fn assert_private_fits(folder: &Path, told: &str) {
    let there = tree(&folder.with_file_name("out.private"));
    let names: Vec<&str> = there.keys().map(String::as_str).collect();
    assert_eq!(names, [".gitignore", "posture.disclosure.json"], "{told}");
    let shown: serde_json::Value =
        serde_json::from_slice(&there["posture.disclosure.json"]).unwrap();
    let report = &tree(folder)["report.html"];
    assert_eq!(shown["of"].as_str().unwrap().as_bytes(), report, "{told}");
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
        drop(open(&System, &out));
        let there = tree(&out);
        assert!(there == old || there == new, "step {steps}: {there:?}");
        assert_private_fits(&out, &format!("step {steps}"));
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
            let refused = try_open(&System, &out).err().unwrap();
            assert!(
                refused.contains("is in the way of what a build"),
                "{refused}"
            );
            assert_eq!(tree(&out)["report.html"], b"mine");
            std::fs::remove_file(place).unwrap();
            drop(open(&System, &out));
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
        drop(open(&System, &out));
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
        let ended = Mortal::after(steps).runs(|host| drop(open(host, &out)));
        drop(open(&System, &out));
        assert!(tree(&out) == old, "step {steps}: {:?}", tree(&out));
        assert_private_fits(&out, &format!("step {steps}"));
        if ended {
            break;
        }
        steps += 1;
    }
    assert!(steps > 10);
}

/// Folders whose names begin as those of a build do, and that no build on this machine has left.
#[test]
fn what_only_looks_like_the_rest_of_a_build_stays_and_is_told() {
    let folder = begun();
    let out = folder.path().join("out");
    // Somebody's own, and one that came with the repository: it would remove the report and put its own file there.
    write(&out, ".xwalk-notes/letter.txt", "dear");
    let report = serde_json::json!({ "path": "report.html", "sha256": sha256("one") });
    let manifest = serde_json::json!({ "schema": "xwalk-manifest", "files": [report] });
    write(&out, ".xwalk-came/new/manifest.json", &manifest.to_string());
    write(&out, ".xwalk-came/old/letter.txt", "theirs");
    let journal = serde_json::json!({ "staging": "1", "earlier": ["letter.txt"], "unsigned": [], "new": ["report.html"] });
    write(&out, ".xwalk-came/journal.json", &journal.to_string());
    std::fs::remove_file(out.join("letter.txt")).unwrap();
    let before = tree(&out);
    drop(open(&System, &out));
    assert!(tree(&out) == before, "{:?}", tree(&out));
    let private = PrivateFiles::default();
    let beside = open(&System, &out).write(&second(), &private).unwrap();
    let told = beside.notes();
    for name in [".xwalk-notes", ".xwalk-came"] {
        assert!(
            told.contains(&format!("{name} stays: no build on this machine left it")),
            "{told}"
        );
    }
    let after = tree(&out);
    let kept = |name: &str| after.get(name) == before.get(name) && after.contains_key(name);
    assert!(kept(".xwalk-notes/letter.txt") && kept(".xwalk-came/old/letter.txt"));
}
