//! Links in an output folder, which came with a repository, and files in it that somebody has changed.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use xwalk::host::{Host, System};

use super::tree;
use crate::program::{Run, workspace, write, xwalk};

/// What somebody keeps beside the workspace.
const PRECIOUS: &str = "precious/rows.csv";

fn build(folder: &Path, emit: &str) -> Run {
    xwalk(folder, &["build", "--emit", emit, "--date", "2026-11-24"])
}

#[track_caller]
fn is_refused(folder: &Path, link: &str) {
    let before = tree(folder);
    let refused = build(folder, "csv").ended(2);
    let told = format!("out/{link} is a link");
    assert!(refused.err.contains(&told), "{}", refused.err);
    assert_eq!(refused.err.lines().count(), 1, "{}", refused.err);
    assert!(before == tree(folder));
}

#[test]
fn nothing_is_removed_through_a_link_that_a_manifest_leads_through() {
    let folder = workspace();
    build(folder.path(), "csv").ended(0);
    let out = folder.path().join("out");
    fs::rename(out.join("csv"), folder.path().join("precious")).unwrap();
    symlink("../precious", out.join("csv")).unwrap();
    is_refused(folder.path(), "csv");
    assert!(folder.path().join(PRECIOUS).exists());
}

#[test]
fn nothing_is_written_through_a_link() {
    let folder = workspace();
    build(folder.path(), "json").ended(0);
    write(folder.path(), "precious/letter.txt", "dear");
    symlink("../precious", folder.path().join("out/csv")).unwrap();
    is_refused(folder.path(), "csv");
    fs::remove_file(folder.path().join("out/csv")).unwrap();
    // Nor in the place of one that leads nowhere.
    fs::create_dir(folder.path().join("out/csv")).unwrap();
    symlink("nowhere", folder.path().join("out/csv/rows.csv")).unwrap();
    is_refused(folder.path(), "csv/rows.csv");
}

#[test]
fn a_manifest_is_not_read_through_a_link() {
    let folder = workspace();
    build(folder.path(), "csv").ended(0);
    let manifest = folder.path().join("out/manifest.json");
    fs::rename(&manifest, folder.path().join("elsewhere.json")).unwrap();
    symlink("../elsewhere.json", &manifest).unwrap();
    is_refused(folder.path(), "manifest.json");
}

#[test]
fn what_looks_like_a_folder_of_ours_and_is_a_link_is_left_alone() {
    let folder = workspace();
    write(folder.path(), "precious/letter.txt", "dear");
    write(
        folder.path(),
        "precious/journal.json",
        r#"{"earlier":["letter.txt"],"unsigned":[],"new":["letter.txt","manifest.json"]}"#,
    );
    fs::create_dir(folder.path().join("out")).unwrap();
    symlink("../precious", folder.path().join("out/.xwalk-1")).unwrap();
    let precious = tree(&folder.path().join("precious"));
    build(folder.path(), "csv").ended(0);
    assert!(precious == tree(&folder.path().join("precious")));
    assert!(folder.path().join("out/.xwalk-1").is_symlink());
}

/// Writes a journal of the folder that it stands in, as if a build had left it.
fn write_journal(folder: &Path, earlier: &[&str], new: &[&str]) {
    let staging = folder.join("out/.xwalk-1");
    fs::create_dir_all(&staging).unwrap();
    let staging = System.identity(&staging).unwrap();
    let journal =
        serde_json::json!({ "staging": staging, "earlier": earlier, "unsigned": [], "new": new });
    write(folder, "out/.xwalk-1/journal.json", &journal.to_string());
}

/// While a build is cut off, somebody may have put links where it kept its files.
#[test]
fn nothing_is_put_back_through_a_link() {
    for (link, file) in [
        ("old", "precious/letter.txt"),
        ("new", "precious/manifest.json"),
    ] {
        let folder = workspace();
        build(folder.path(), "csv").ended(0);
        write(folder.path(), file, "dear");
        write_journal(
            folder.path(),
            &["letter.txt"],
            &["csv/rows.csv", "manifest.json"],
        );
        for name in ["old", "new"] {
            if name != link {
                write(
                    folder.path(),
                    &format!("out/.xwalk-1/{name}/manifest.json"),
                    "waiting",
                );
            }
        }
        symlink(
            "../../precious",
            folder.path().join("out/.xwalk-1").join(link),
        )
        .unwrap();
        let before = tree(folder.path());
        let refused = build(folder.path(), "csv").ended(2);
        let told = format!("out/.xwalk-1/{link} is a link");
        assert!(refused.err.contains(&told), "{}", refused.err);
        assert!(before == tree(folder.path()), "{link}");
    }
}

#[test]
fn a_journal_that_leads_elsewhere_moves_nothing() {
    let folder = workspace();
    write(folder.path(), "letter.txt", "dear");
    write_journal(folder.path(), &[], &["../letter.txt", "manifest.json"]);
    let built = build(folder.path(), "csv").ended(0);
    assert!(built.err.contains("out/.xwalk-1 stays"), "{}", built.err);
    assert!(folder.path().join("letter.txt").exists());
}

#[test]
fn a_file_that_somebody_has_changed_is_neither_replaced_nor_removed() {
    let folder = workspace();
    build(folder.path(), "json").ended(0);
    write(folder.path(), "out/crosswalk.json", "mine now");
    let before = tree(folder.path());
    let refused = build(folder.path(), "json").ended(2);
    let told = "out/crosswalk.json was changed since it was built; move it";
    assert!(refused.err.contains(told), "{}", refused.err);
    assert!(before == tree(folder.path()));
    // A build that has no such file leaves it where it is, and says so.
    let built = build(folder.path(), "csv").ended(0);
    let told = "out/crosswalk.json stays: it was changed since it was built";
    assert!(built.err.contains(told), "{}", built.err);
    assert_eq!(tree(folder.path())["out/crosswalk.json"], b"mine now");
}

#[test]
fn a_signature_goes_stale_only_where_its_file_changes() {
    let folder = workspace();
    build(folder.path(), "csv,json").ended(0);
    write(folder.path(), "out/crosswalk.json.sig", "signed");
    let same = build(folder.path(), "csv,json").ended(0);
    assert!(!same.err.contains("signature"), "{}", same.err);
    assert!(folder.path().join("out/crosswalk.json.sig").exists());
    let changed = xwalk(folder.path(), &["build", "--date", "2026-11-25"]).ended(0);
    let told = "out/crosswalk.json is not what was signed any more: its signature is now out/crosswalk.json.sig.stale; sign it again";
    assert!(changed.err.contains(told), "{}", changed.err);
    assert!(!folder.path().join("out/crosswalk.json.sig").exists());
    assert_eq!(
        tree(folder.path())["out/crosswalk.json.sig.stale"],
        b"signed"
    );
}
