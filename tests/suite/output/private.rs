//! What shows hidden values goes beside the output folder, for its owner alone.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use tempfile::TempDir;

use super::tree;
use crate::program::{Run, write, xwalk};

const FILE: &str = "out.private/posture.disclosure.json";

fn begun() -> TempDir {
    let folder = TempDir::new().unwrap();
    xwalk(folder.path(), &["init", "-q", "--posture"]).ended(0);
    folder
}

fn build(folder: &Path, more: &[&str]) -> Run {
    let arguments = [
        "build",
        "--emit",
        "posture",
        "--audience",
        "regulator",
        "--date",
        "2026-11-24",
    ];
    xwalk(folder, &[&arguments[..], more].concat())
}

fn mode(folder: &Path, file: &str) -> u32 {
    fs::metadata(folder.join(file))
        .unwrap()
        .permissions()
        .mode()
        & 0o777
}

#[test]
fn a_folder_beside_the_output_holds_it_and_only_its_owner_may_look() {
    let folder = begun();
    let built = build(folder.path(), &[]).ended(0);
    assert!(
        built
            .err
            .contains(&format!("{FILE} shows all that is hidden")),
        "{}",
        built.err
    );
    assert_eq!(mode(folder.path(), "out.private"), 0o700);
    assert_eq!(mode(folder.path(), FILE), 0o600);
    assert_eq!(tree(folder.path())["out.private/.gitignore"], b"*\n");
    assert!(
        tree(folder.path())
            .keys()
            .all(|name| !name.starts_with("out/posture.d"))
    );
    // The next build replaces it, and leaves what else is there.
    write(folder.path(), "out.private/letter.txt", "dear");
    let before = tree(folder.path());
    build(folder.path(), &[]).ended(0);
    let after = tree(folder.path());
    assert!(before[FILE] != after[FILE] && after.contains_key("out.private/letter.txt"));
}

#[test]
fn a_file_may_be_named_for_it() {
    let folder = begun();
    build(folder.path(), &["--disclosure", "mine.json"]).ended(0);
    assert_eq!(mode(folder.path(), "mine.json"), 0o600);
    assert!(!folder.path().join("out.private").exists());
    build(folder.path(), &["--disclosure", "mine.json"]).ended(0);
    write(folder.path(), "letter.json", "{\"dear\": 1}");
    let refused = build(folder.path(), &["--disclosure", "letter.json"]).ended(2);
    let told = "letter.json is there already and is no disclosure file";
    assert!(refused.err.contains(told), "{}", refused.err);
    assert_eq!(tree(folder.path())["letter.json"], b"{\"dear\": 1}");
}

#[test]
fn nothing_private_goes_through_a_link() {
    let folder = begun();
    fs::create_dir(folder.path().join("shared")).unwrap();
    symlink("shared", folder.path().join("out.private")).unwrap();
    let refused = build(folder.path(), &[]).ended(2);
    assert!(
        refused.err.contains("out.private is a link"),
        "{}",
        refused.err
    );
    assert_eq!(
        fs::read_dir(folder.path().join("shared")).unwrap().count(),
        0
    );
    assert!(!folder.path().join("out").join("posture.json").exists());
}
