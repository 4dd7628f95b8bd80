//! What the program changes of somebody's files: within the workspace, and only what may be written.

use std::fs;

use tempfile::TempDir;

use crate::program::{command, write, xwalk};

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

/// However the link is named, and whether there is a workspace or not.
#[cfg(unix)]
#[test]
fn nothing_outside_is_written_however_a_link_is_named() {
    for settings in [true, false] {
        let folder = TempDir::new().unwrap();
        let beside = TempDir::new().unwrap();
        if settings {
            write(folder.path(), "xwalk.toml", "");
        }
        write(beside.path(), "theirs.xwalk", TEXT);
        write(folder.path(), "own/own.xwalk", &TEXT.replace("f@1", "g@1"));
        let link = |from: &str, to: &std::path::Path| {
            std::os::unix::fs::symlink(to, folder.path().join(from)).unwrap();
        };
        link("link.xwalk", &beside.path().join("theirs.xwalk"));
        link("folder", beside.path());
        link("own/below", beside.path());
        for named in ["link.xwalk", "folder", "folder/theirs.xwalk", ".", "own"] {
            let run = xwalk(folder.path(), &["fmt", named]);
            let theirs = fs::read_to_string(beside.path().join("theirs.xwalk")).unwrap();
            // Whoever names a file in a folder behind a link, and in no workspace, means that file.
            if !settings && named == "folder/theirs.xwalk" {
                assert_ne!(theirs, TEXT);
                write(beside.path(), "theirs.xwalk", TEXT);
                continue;
            }
            assert_eq!(theirs, TEXT, "fmt {named}, workspace: {settings}");
            let refused = run
                .err
                .contains("is a link to a file outside of the workspace");
            assert!(refused, "fmt {named}, workspace: {settings}: {}", run.err);
        }
        let own = fs::read_to_string(folder.path().join("own/own.xwalk")).unwrap();
        assert_ne!(own, TEXT.replace("f@1", "g@1"));
    }
}

/// What permissions allow to others, they do not allow to its owner.
#[cfg(unix)]
#[test]
fn a_file_that_this_user_may_not_write_stays_as_it_is() {
    use std::os::unix::fs::{PermissionsExt as _, chown};
    use std::process::Command;

    const NOBODY: u32 = 65_534;
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    write(folder.path(), "a.xwalk", TEXT);
    let file = folder.path().join("a.xwalk");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o464)).unwrap();
    let program = command(folder.path(), &["fmt"]);
    // The system's administrator may write everything, so somebody else has to ask.
    let mut run = match chown(&file, Some(NOBODY), Some(NOBODY)) {
        Ok(()) => {
            chown(folder.path(), Some(NOBODY), Some(NOBODY)).unwrap();
            let mut run = Command::new("setpriv");
            let nobody = NOBODY.to_string();
            run.args(["--reuid", &nobody, "--regid", &nobody, "--clear-groups"]);
            run.arg(program.get_program());
            run
        }
        Err(_) => Command::new(program.get_program()),
    };
    run.args(program.get_args()).current_dir(folder.path());
    let said = run.output().unwrap();
    let told = String::from_utf8(said.stderr).unwrap();
    assert_eq!(told, "error: cannot write a.xwalk: it is write-protected\n");
    assert_eq!(fs::read_to_string(&file).unwrap(), TEXT);
}
