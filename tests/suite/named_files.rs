//! What a text names is read only within the workspace, and only if it is a regular file of a size that is bounded.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::program::{write, xwalk};

/// A workspace whose evidence, incidents and table all have this name; and something outside of it.
fn workspace(name: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "outside/secret.csv", "control,tier\nS,3\n");
    write(folder.path(), "w/xwalk.toml", "");
    let text = format!(
        r#"framework shop@1 "Shop" {{
  tiers 1 "One", 2 "Two", 3 "Three"
  S "Card terminals are locked"
}}
organization acme "Acme" {{
  baseline shop@1
}}
assessment now of shop@1 {{
  assessed      2026-09-30
  achieved-from 3
  rows from     "{name}"
}}
evidence export "Export" {{
  supports  S
  file      "{name}"
  require   matches "root"
  collected 2026-09-30
}}
playbook answer "Answer" {{
  supports S
  respond  within 4h
  measured "{name}" occurred "a" detected "b" responded "c"
}}
"#
    );
    write(folder.path(), "w/own.xwalk", &text);
    folder
}

/// What is told of the three, which ends with the same words for each.
#[track_caller]
fn is_told(folder: &Path, name: &str, why: &str) {
    let arguments = ["check", "--date", "2026-11-24", "--format", "json"];
    let found = xwalk(&folder.join("w"), &arguments).ended(1).json();
    let found = found["diagnostics"].as_array().unwrap();
    let messages: Vec<&str> = found
        .iter()
        .map(|found| found["message"].as_str().unwrap())
        .collect();
    for start in [
        format!("the table `{name}` {why}"),
        format!("the file `{name}` of the evidence `export` {why}"),
        format!("the incidents of the playbook `answer`: the file `{name}` {why}"),
    ] {
        let told = messages.iter().any(|message| message.starts_with(&start));
        assert!(told, "{start}: {messages:#?}");
    }
    // The other commands answer all the same.
    let shown = xwalk(&folder.join("w"), &["show", "shop@1:S"]).ended(1);
    assert!(shown.out.contains("Card terminals are locked"));
}

const OUTSIDE: &str = "lies outside of the workspace and is not read";

#[test]
fn what_lies_outside_of_the_workspace_is_not_read() {
    for name in [
        "../outside/secret.csv",
        "/etc/passwd",
        "x/../../outside/secret.csv",
    ] {
        let folder = workspace(name);
        fs::create_dir(folder.path().join("w/x")).unwrap();
        is_told(folder.path(), name, OUTSIDE);
    }
}

#[test]
fn what_is_not_there_is_told_as_before() {
    is_told(workspace("none.csv").path(), "none.csv", "is not there");
    let below = workspace("own.xwalk/none.csv");
    is_told(below.path(), "own.xwalk/none.csv", "is not there");
}

#[test]
fn a_folder_is_not_read() {
    let folder = workspace("data");
    fs::create_dir(folder.path().join("w/data")).unwrap();
    is_told(
        folder.path(),
        "data",
        "is not a regular file and is not read",
    );
}

#[test]
fn what_is_too_large_is_not_read() {
    let folder = workspace("large.csv");
    let large = fs::File::create(folder.path().join("w/large.csv")).unwrap();
    large.set_len((256 << 20) + 1).unwrap();
    is_told(
        folder.path(),
        "large.csv",
        "has 257 MiB and is not read; up to ",
    );
}

#[cfg(unix)]
#[test]
fn links_pipes_and_devices_lead_nowhere() {
    use std::os::unix::fs::symlink;
    use std::process::Command;

    for (to, why) in [
        ("../outside/secret.csv", OUTSIDE),
        ("/", OUTSIDE),
        ("/dev/zero", OUTSIDE),
        ("link", "cannot be read: "),
        ("nowhere", "is not there"),
    ] {
        let folder = workspace("link");
        symlink(to, folder.path().join("w/link")).unwrap();
        is_told(folder.path(), "link", why);
    }
    let folder = workspace("pipe");
    let made = Command::new("mkfifo")
        .arg(folder.path().join("w/pipe"))
        .status();
    assert!(made.unwrap().success());
    is_told(
        folder.path(),
        "pipe",
        "is not a regular file and is not read",
    );
    let long = "x".repeat(300);
    let folder = workspace(&long);
    let arguments = ["check", "--date", "2026-11-24", "--format", "json"];
    let found = xwalk(&folder.path().join("w"), &arguments).ended(1);
    assert_eq!(
        found.out.matches("cannot be read: ").count(),
        3,
        "{}",
        found.out
    );
}

/// A link to a file that lies in the workspace is as good as the file.
#[cfg(unix)]
#[test]
fn links_within_the_workspace_are_followed() {
    let folder = workspace("link");
    write(folder.path(), "w/data/rows.csv", "control,tier\nS,3\n");
    std::os::unix::fs::symlink("data/rows.csv", folder.path().join("w/link")).unwrap();
    let arguments = ["check", "--date", "2026-11-24", "--format", "json"];
    let found = xwalk(&folder.path().join("w"), &arguments).ended(0);
    assert!(!found.out.contains("is not read"), "{}", found.out);
}

/// Each is small enough, and together they are not: those that come first are read.
#[test]
fn all_files_together_are_bounded() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    let evidence: String = (1..=3)
        .map(|at| {
            let path = folder.path().join(format!("{at}.txt"));
            fs::File::create(path).unwrap().set_len(200 << 20).unwrap();
            format!(
                "evidence e{at} \"E\" {{\n  supports S\n  file \"{at}.txt\"\n  require matches \"x\"\n  collected 2026-09-30\n}}\n"
            )
        })
        .collect();
    let text = format!(
        "framework shop@1 \"Shop\" {{\n  tiers 1 \"One\"\n  S \"Terminals\"\n}}\norganization acme \"Acme\" {{\n  baseline shop@1\n}}\nassessment now of shop@1 {{\n  assessed 2026-09-30\n  achieved-from 1\n  S tier 1\n}}\n{evidence}"
    );
    write(folder.path(), "own.xwalk", &text);
    let told = xwalk(folder.path(), &["check", "--date", "2026-11-24"])
        .ended(0)
        .err;
    let told = told.replace("\n  │ ", " ");
    let too_much = "`3.txt` of the evidence `e3` has 200 MiB and is not read: with those that were read before, that is more than 512 MiB";
    assert!(told.contains(too_much), "{told}");
    assert_eq!(told.matches("is not read").count(), 1, "{told}");
}
