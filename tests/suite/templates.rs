//! The templates of the pages: written out, replaced, and told of where they are wrong.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use quick_xml::events::Event;
use tempfile::TempDir;
use xwalk::emit::html::{Shape, Templates, Variable, emit};
use xwalk::report::RowAt;

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
fn what_rows_have_in_common_is_replaced_wherever_it_stands() {
    let folder = TempDir::new().unwrap();
    xwalk(folder.path(), &["init", "--posture"]).ended(0);
    let settings = "[build]\ntemplates = \"mine\"\nemit = [\"posture-html\"]\n";
    write(folder.path(), "xwalk.toml", settings);
    let name = "mine/posture-name.row.hbs";
    write(folder.path(), name, "<u>{{text}}</u>\n");
    xwalk(folder.path(), &["build"]).ended(0);
    let page = read(folder.path(), "out/posture.html");
    let (board, rest) = page.split_once("id=\"lead\"").unwrap();
    let (_, gap) = rest.split_once("<tr id=\"gap:").unwrap();
    assert!(board.contains("<b><u>"), "{board}");
    assert!(gap.split_once("</tr>").unwrap().0.contains("<u>"), "{gap}");
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
        (
            "control.row.hbs",
            "{{#each proved}}\n{{#each lists}}{{proofs}}",
            "control.row.hbs:2: `proofs` is not text",
        ),
        ("findings.hbs", "\n{{#if findings}}", "findings.hbs:2: "),
        (
            "findings.hbs",
            "{{no_such}}",
            "findings.hbs:1: there is no `no_such` here; there are title, ",
        ),
        (
            "pair.hbs",
            "{{#unless mappings}}\n{{else}}\n{{#each mappings}}{{noun rows \"row\"}}{{#if titel}}{{/if}}{{/each}}{{/unless}}",
            "pair.hbs:3: there is no `titel` here; there are name, title, ",
        ),
        (
            "overview.hbs",
            "{{#each frameworks}}\n{{../title}}{{@index}}{{#if (len levels)}}{{levels}}{{/if}}{{/each}}",
            "overview.hbs:2: `levels` is not text",
        ),
        (
            "overview.hbs",
            "{{#if title}}{{else if overlap.saved}}\n{{#each overlap}}{{/each}}{{/if}}",
            "overview.hbs:2: `overlap` is not a list",
        ),
    ] {
        let error = built(name, text).unwrap_err();
        assert!(error.contains(told), "{error}");
    }
}

#[test]
fn every_template_may_be_put_in_its_own_place() {
    let mut templates = Templates::default();
    for part in Templates::parts() {
        let replaced = templates.replace(part.name, part.text.to_owned());
        replaced.unwrap_or_else(|error| panic!("{error}"));
    }
}

#[test]
fn the_row_of_a_control_and_of_a_contradiction_can_be_replaced() {
    let report = crate::synthetic::small();
    let mut templates = Templates::default();
    for (name, text) in [
        (
            "control.row.hbs",
            "<p>{{#each rows}}<i>{{id}} {{relation}}</i>{{/each}}</p>",
        ),
        ("contradiction.row.hbs", "<p>{{number}}: {{rows}}</p>"),
    ] {
        templates.replace(name, text.to_owned()).unwrap();
    }
    let page = emit(&report, &templates).unwrap().remove(0).bytes;
    let page = String::from_utf8(page).unwrap();
    let row = format!("<i>row-alder-m1-5 {}</i>", report.rows[RowAt(4)].relation);
    assert!(page.contains(&row), "{row}");
    let contradiction = format!("<p>1: {}</p>", report.contradictions[0].rows.len());
    assert!(page.contains(&contradiction), "{contradiction}");
    assert!(!page.contains("<article"));
}

#[test]
fn the_page_on_templates_lists_each_with_its_variables() {
    let mut page = String::from(HEAD);
    // What stands at a template of its own is only named elsewhere.
    let mut known: Vec<(String, &str)> = Vec::new();
    for part in Templates::parts() {
        if let Some(Shape::View(variables)) = part.shape {
            let whole = listed(variables, 0, &[]);
            if !known.iter().any(|(other, _)| *other == whole) {
                known.push((whole, part.name));
            }
        }
    }
    for part in Templates::parts() {
        writeln!(page, "\n## {}\n", part.name).unwrap();
        let Some(Shape::View(variables)) = part.shape else {
            page.push_str(if part.name.ends_with(".hbs") {
                "A part of the page.\n"
            } else {
                "Taken as it is.\n"
            });
            continue;
        };
        let whole = listed(variables, 0, &[]);
        match known.iter().find(|(other, _)| *other == whole) {
            Some((_, name)) if *name != part.name => {
                writeln!(page, "The variables of `{name}`.").unwrap();
            }
            _ => page.push_str(&listed(variables, 0, &known)),
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/templates.md");
    if std::env::var_os("XWALK_BLESS").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    assert!(
        crate::harness::read(&path) == page,
        "docs/templates.md is not what the templates are: XWALK_BLESS=1 cargo test templates"
    );
}

const HEAD: &str = "\
# Templates

What the pages `report.html` and `posture.html` look like is defined in templates. `xwalk templates -o mine` writes them all into the folder `mine`, and

```toml
[build]
templates = \"mine\"
```

in `xwalk.toml` replaces the program's own templates with those in the folder, file by file. Remove the files that you do not change, so that you get later versions of them. A name that no template has, a
template that cannot be read and a variable that does not exist are errors, reported with file and line before anything is built; nothing is written then.

There are three kinds:

- `NAME.row.hbs` is the row of a long list, written once for each entry. It knows `{{name}}`, `{{#if name}}…{{else}}…{{/if}}` and `{{#each name}}…{{/each}}`, and in a list `{{this}}` and `@first`; `name.part` is a variable of a variable. `{{> part name}}` is the template `part.row.hbs`, filled with the variables of `name`; any other template can have it as well. Everything is escaped. A line break, with the blanks around it, is ignored.
- `NAME.hbs` is a part of a page in [handlebars](https://handlebarsjs.com/guide/), in strict mode: a variable that does not exist is an error. `{{fragment \"name\"}}` puts the rows of a list there, `{{noun count \"row\"}}` is a noun in the singular or plural, as the count requires, and `{{verb count \"is\" \"are\"}}` a verb.
- `NAME.css` and `NAME.js` are style and script, which the page contains. Its security policy allows these two and nothing else.
";

/// The variables, each with those of its own below it, unless these are known from a template.
fn listed(variables: &'static [Variable], depth: usize, known: &[(String, &str)]) -> String {
    let mut page = String::new();
    for variable in variables {
        let (kind, inner) = said(variable.shape);
        let (indent, about) = ("  ".repeat(depth), variable.about.trim());
        let whole = listed(inner, 0, &[]);
        let named = known.iter().find(|(other, _)| *other == whole);
        let named = named.filter(|_| inner.len() > 2);
        write!(page, "{indent}- `{}`{kind}: {about}", variable.name).unwrap();
        match named {
            Some((_, name)) => writeln!(page, " It has the variables of `{name}`.").unwrap(),
            None => {
                page.push('\n');
                page.push_str(&listed(inner, depth + 1, known));
            }
        }
    }
    page
}

fn said(shape: &'static Shape) -> (&'static str, &'static [Variable]) {
    match shape {
        Shape::Text => ("", &[]),
        Shape::Flag => (" (yes or no)", &[]),
        Shape::Optional(inner) => (" (may be missing)", said(inner).1),
        Shape::List(inner) => (" (a list)", said(inner).1),
        Shape::View(variables) => ("", variables),
    }
}

#[test]
fn every_template_is_well_formed() {
    const VOID: &[&str] = &["br", "input", "link", "meta"];
    for part in Templates::parts() {
        if !part.name.ends_with(".hbs") {
            continue;
        }
        // Without its braces a template shows both branches of every condition, and each list once.
        let pieces = part.text.split("{{").enumerate();
        let plain: String = pieces
            .map(|(at, piece)| {
                if at == 0 {
                    piece
                } else {
                    piece.split_once("}}").unwrap().1
                }
            })
            .collect();
        let plain = plain.replace("<!DOCTYPE html>", "");
        let mut reader = quick_xml::Reader::from_str(&plain);
        reader.config_mut().check_end_names = false;
        let mut open = Vec::new();
        loop {
            let event = reader.read_event();
            let at = reader.buffer_position();
            match event.unwrap_or_else(|error| panic!("{}: byte {at}: {error}", part.name)) {
                Event::Start(element) => {
                    for attribute in element.html_attributes() {
                        attribute
                            .unwrap_or_else(|error| panic!("{}: byte {at}: {error}", part.name));
                    }
                    let name = element.name().as_ref().to_owned();
                    if !VOID.contains(&name.as_str()) {
                        open.push(name);
                    }
                }
                Event::End(element) => {
                    let opened = open.pop().unwrap_or_default();
                    assert_eq!(opened, element.name().as_ref(), "{}: byte {at}", part.name);
                }
                Event::Eof => break,
                _ => {}
            }
        }
        assert!(open.is_empty(), "{}: {open:?} stay open", part.name);
    }
}

#[test]
fn the_script_reads_the_data_by_the_names_that_the_page_gives_it() {
    let report = crate::synthetic::small();
    let page = emit(&report, &Templates::default())
        .unwrap()
        .remove(0)
        .bytes;
    let page = String::from_utf8(page).unwrap();
    let data = page.split_once("id=\"data\">").unwrap().1;
    let data: serde_json::Value =
        serde_json::from_str(data.split_once("</script>").unwrap().0).unwrap();
    let script = include_str!("../../templates/report.js");
    let words: BTreeSet<&str> = script
        .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .collect();
    let mut tables = 0;
    for (name, part) in data.as_object().unwrap() {
        assert!(words.contains(name.as_str()), "no `{name}` in report.js");
        let Some(names) = part.get("names").and_then(|names| names.as_array()) else {
            continue;
        };
        tables += 1;
        for field in names.iter().map(|field| field.as_str().unwrap()) {
            assert!(
                words.contains(field),
                "no `{field}` of `{name}` in report.js"
            );
        }
        for entry in part["entries"].as_array().unwrap() {
            assert_eq!(entry.as_array().unwrap().len(), names.len(), "{name}");
        }
    }
    assert_eq!(tables, 7);
    // No entry is read by its position.
    let digit = |tail: &str| tail.starts_with(|letter: char| letter.is_ascii_digit());
    assert!(
        !script.split("][").skip(1).any(digit),
        "report.js counts positions"
    );
}
