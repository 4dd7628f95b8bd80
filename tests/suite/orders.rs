//! Texts and file names of somebody else never give an order to the build service in whose log they are printed.

use tempfile::TempDir;

use crate::program::{write, xwalk};

const WORKSPACE: &str = r#"
framework f@1 "F\n::error::f" {
  A "::error::title" { text """
    line one
    ::error::two
    """ }
  B "::warning file=x::second\n::error::x ##[error]y"
}
mapping m "M\n::error::m" from f@1 to nist-csf@2.0 {
  author "x\n::error::m" on 2026-01-01
  rationale functional
  A superset-of GV.OC-01 strength 3 "::error::note\n::error::line"
  B superset-of GV.OC-02 strength 11 """
   a
   ::error::real line ##vso[task.complete]
   """
}
"#;

#[test]
fn no_text_and_no_file_name_begins_a_line_as_an_order() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "xwalk.toml", "");
    write(folder.path(), "a\n::error::b.xwalk", WORKSPACE);
    let commands: [&[&str]; 9] = [
        &["check"],
        &["show", "A"],
        &["show", "B"],
        &["show", "::error::c\n::error::d"],
        &["why", "f@1:A", "nist-csf@2.0:GV.OC-01"],
        &["gaps", "f@1", "nist-csf@2.0", "--remainder"],
        &["coverage", "f@1", "nist-csf@2.0"],
        &["fmt", "--check"],
        &["build", "--emit", "csv"],
    ];
    let mut named = 0;
    for command in commands {
        let run = xwalk(folder.path(), command);
        let text = format!("{}\n{}", run.out, run.err);
        named += text.matches("error::").count();
        for line in text.lines() {
            assert!(!line.trim_start().starts_with("::"), "{command:?}: {line}");
            assert!(!line.contains("##["), "{command:?}: {line}");
            assert!(!line.contains("##vso["), "{command:?}: {line}");
        }
    }
    // The texts are there, so that the test has something to find.
    assert!(named > 20, "{named}");
}

/// The example, with a line break, an order and signs that nobody sees behind every text that stands on one line.
fn hostile_example() -> TempDir {
    let folder = TempDir::new().unwrap();
    xwalk(folder.path(), &["init", "-q", "--posture"]).ended(0);
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "xwalk") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let lines = text.lines().map(|line| {
            let word = line.split_whitespace().next().unwrap_or_default();
            // These are read for what they say, and not only shown.
            let is_read = ["//", "file", "incidents", "require", "digest", "accepts"];
            if is_read.iter().any(|read| word.starts_with(read)) || !line.contains('"') {
                return format!("{line}\n");
            }
            let (before, last) = line.rsplit_once('"').unwrap();
            format!("{before}\\nFAKE one ##[error]x ##vso[y]\\n::error::FAKE\u{2028}\u{200b}FAKE\"{last}\n")
        });
        let text: String = lines.collect();
        std::fs::write(path, text).unwrap();
    }
    folder
}

#[test]
fn no_text_makes_a_line_of_its_own_or_reaches_a_program_unseen() {
    let folder = hostile_example();
    const DAY: &str = "2026-12-02";
    let frameworks = ["iso-ts-27103@2026", "iso-27001@2022"];
    let [of, by] = frameworks;
    let control = format!("{of}:ID.AM.a");
    let other = format!("{by}:A.5.9");
    let commands: [&[&str]; 22] = [
        &["check", "--date", DAY],
        &["check", "--date", DAY, "--format", "json"],
        &["check", "--date", DAY, "--format", "sarif"],
        &["check", "--date", DAY, "--format", "github"],
        &["posture", "--date", DAY, "--all"],
        &["posture", "--date", DAY, "--format", "json"],
        &["posture", "--date", DAY, "--remainder"],
        &["posture", "--date", DAY, "--remainder", "--format", "csv"],
        &["posture", "--date", DAY, "--framework", by],
        &["posture", "--date", DAY, "--against", "acme-2025"],
        &["roadmap", "--all"],
        &["roadmap", "--format", "json"],
        &["whatif", "asset-register"],
        &["whatif", "asset-register", "--format", "json"],
        &["show", &control],
        &["show", &control, "--format", "json"],
        &["why", &control, &other],
        &["gaps", of, by, "--format", "csv"],
        &["coverage", of, by],
        &["suggest", of, by],
        &["fmt", "--check"],
        &["build", "-q", "--emit", "posture", "--date", DAY],
    ];
    let mut seen = 0;
    for command in commands {
        let run = xwalk(folder.path(), command);
        let text = format!("{}\n{}", run.out, run.err);
        seen += text.matches("FAKE").count();
        let is_github = command.contains(&"github");
        for line in text.lines() {
            assert!(!line.starts_with("FAKE"), "{command:?}: {line}");
            let gives_order = line.trim_start().starts_with("::") && !is_github;
            assert!(!gives_order, "{command:?}: {line}");
            assert!(
                !line.contains("##[") && !line.contains("##vso["),
                "{command:?}: {line}"
            );
            assert!(
                !line.contains(['\u{2028}', '\u{200b}']),
                "{command:?}: {line}"
            );
        }
    }
    assert!(seen > 150, "{seen}");
}
