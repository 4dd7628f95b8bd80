//! The templates of the pages: written out, replaced, and told of where they are wrong.

use std::path::Path;

use tempfile::TempDir;

use crate::program::{write, xwalk};

fn read(folder: &Path, name: &str) -> String {
    crate::harness::read(&folder.join(name))
}

#[test]
fn templates_are_written_out_and_nothing_is_overwritten() {
    let folder = TempDir::new().unwrap();
    let written = xwalk(folder.path(), &["templates", "-o", "mine"]).ended(0);
    assert!(written.out.contains("gaps.row.hbs"), "{}", written.out);
    let row = include_str!("../../templates/gaps.row.hbs");
    assert_eq!(read(folder.path(), "mine/gaps.row.hbs"), row);
    write(folder.path(), "mine/gaps.row.hbs", "mine");
    let again = xwalk(folder.path(), &["templates", "-o", "mine"]).ended(2);
    assert!(
        again.err.contains("nothing is overwritten"),
        "{}",
        again.err
    );
    assert_eq!(read(folder.path(), "mine/gaps.row.hbs"), "mine");
}

/// A workspace whose settings name a folder of templates that holds one.
fn workspace(name: &str, text: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    xwalk(folder.path(), &["init"]).ended(0);
    write(
        folder.path(),
        "xwalk.toml",
        "[build]\ntemplates = \"mine\"\nemit = [\"html\"]\n",
    );
    write(folder.path(), &format!("mine/{name}"), text);
    folder
}

fn built(name: &str, text: &str) -> Result<String, String> {
    let folder = workspace(name, text);
    let ran = xwalk(folder.path(), &["build"]);
    if ran.code == 0 {
        Ok(read(folder.path(), "out/report.html"))
    } else {
        assert_eq!(ran.code, 2, "{}", ran.err);
        Err(ran.err)
    }
}

#[test]
fn a_folder_of_the_workspace_replaces_templates_of_the_page() {
    let page = built("findings.hbs", "<p>My own {{title}}</p>").unwrap();
    assert!(page.contains("<p>My own "), "{page}");
    let page = built("gaps.row.hbs", "<p>Missing: {{of}} by {{by}}</p>").unwrap();
    assert!(page.contains("<p>Missing: "), "{page}");
    assert!(!page.contains("<details class=\"gaps\">"), "{page}");
}

#[test]
fn what_is_wrong_with_a_template_is_told_with_its_name_and_line() {
    for (name, text, told) in [
        (
            "gap.row.hbs",
            "",
            "there is no template `gap.row.hbs`; there are ",
        ),
        (
            "gaps.row.hbs",
            "<p>\n{{off}}",
            "gaps.row.hbs:2: there is no `off` here; there are of, by",
        ),
        ("findings.hbs", "\n{{#if findings}}", "findings.hbs:2: "),
        ("findings.hbs", "{{no_such}}", "no_such"),
    ] {
        let error = built(name, text).unwrap_err();
        assert!(error.contains(told), "{error}");
    }
}
