//! What the program changes of somebody's files: within the workspace, and only what may be written.

use std::fs;

use tempfile::TempDir;

use crate::program::{write, xwalk};

const TEXT: &str = "framework f@1 \"F\" { A \"a\" }\n";

#[cfg(unix)]
#[test]
fn a_link_out_of_the_workspace_is_not_written_through() {
    let folder = TempDir::new().unwrap();
    let beside = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    write(beside.path(), "theirs.xwalk", TEXT);
    write(folder.path(), "own.xwalk", &TEXT.replace("f@1", "g@1"));
    let link = |from: &str, to: std::path::PathBuf| {
        std::os::unix::fs::symlink(to, folder.path().join(from)).unwrap();
    };
    link("link.xwalk", beside.path().join("theirs.xwalk"));

    let run = xwalk(folder.path(), &["fmt"]).ended(1);
    assert_eq!(run.out, "formatted own.xwalk\n");
    let told = "error: link.xwalk is a link to a file outside of the workspace, and is left as it is; change that file under its own name\n";
    assert_eq!(run.err, told);
    let theirs = fs::read_to_string(beside.path().join("theirs.xwalk")).unwrap();
    assert_eq!(theirs, TEXT);

    // A link within it is written through, and stays one.
    fs::remove_file(folder.path().join("link.xwalk")).unwrap();
    write(
        folder.path(),
        "kept/second.xwalk.in",
        &TEXT.replace("f@1", "h@1"),
    );
    link("second.xwalk", folder.path().join("kept/second.xwalk.in"));
    let run = xwalk(folder.path(), &["fmt"]).ended(0);
    assert_eq!(run.out, "formatted second.xwalk\n");
    assert!(folder.path().join("second.xwalk").is_symlink());
}

#[test]
fn a_protected_file_stays_as_it_is_and_keeps_no_other_from_being_formatted() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    write(folder.path(), "a.xwalk", TEXT);
    write(folder.path(), "b.xwalk", &TEXT.replace("f@1", "g@1"));
    fs::write(folder.path().join("c.xwalk"), b"\xff").unwrap();
    let protected = folder.path().join("a.xwalk");
    let mut permissions = fs::metadata(&protected).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&protected, permissions).unwrap();

    let run = xwalk(folder.path(), &["fmt"]).ended(1);
    assert_eq!(run.out, "formatted b.xwalk\n");
    let lines: Vec<&str> = run.err.lines().collect();
    let [first, second] = lines.as_slice() else {
        panic!("{}", run.err);
    };
    assert_eq!(*first, "error: cannot write a.xwalk: it is write-protected");
    assert!(
        second.starts_with("error: c.xwalk is not UTF-8 text: line 1 "),
        "{second}"
    );
    assert_eq!(fs::read_to_string(&protected).unwrap(), TEXT);
}
