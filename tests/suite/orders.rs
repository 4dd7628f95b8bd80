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
