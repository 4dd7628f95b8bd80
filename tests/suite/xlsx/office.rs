//! The workbook in LibreOffice, where it is installed.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use tempfile::TempDir;

use super::posture::example::workbook as example;
use super::{BUNDLED, SHEETS, book};
use crate::skipped::skipped;

/// The files that LibreOffice makes of the workbooks of the tests in one start, by name, and what it says of it.
struct Converted {
    files: BTreeMap<String, Vec<u8>>,
    told: String,
}

/// As it prints them, and as it saves them; nothing where there is no LibreOffice.
static PRINTED: LazyLock<Option<Converted>> = LazyLock::new(|| converted("pdf"));
static SAVED: LazyLock<Option<Converted>> =
    LazyLock::new(|| converted("xlsx:Calc MS Excel 2007 XML"));

fn converted(format: &str) -> Option<Converted> {
    let folder = TempDir::new().unwrap();
    let workbooks = [("crosswalk.xlsx", &**BUNDLED), ("posture.xlsx", example())];
    for (name, bytes) in workbooks {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    let profile = folder.path().join("profile");
    let run = Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}",
            profile.display()
        ))
        .args(["--headless", "--convert-to", format, "--outdir", "out"])
        .args(workbooks.map(|(name, _)| name))
        .current_dir(folder.path())
        .output();
    let told = String::from_utf8_lossy(&run.ok()?.stderr).into_owned();
    let made = std::fs::read_dir(folder.path().join("out")).into_iter();
    let files = made.flatten().map(|entry| {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        (name, std::fs::read(entry.path()).unwrap())
    });
    let files = files.collect();
    Some(Converted { files, told })
}

fn file<'c>(converted: Option<&'c Converted>, name: &str) -> Option<&'c [u8]> {
    let Some(Converted { files, told }) = converted else {
        skipped("LibreOffice (`soffice`) is not installed");
        return None;
    };
    let file = files.get(name);
    Some(file.unwrap_or_else(|| panic!("no {name} was made: {told}")))
}

/// A workbook of the tests as LibreOffice saves it; `None`, and a line that says so, where there is none.
pub fn saved(name: &str) -> Option<&'static [u8]> {
    file(SAVED.as_ref(), name)
}

/// The pages of a workbook of the tests as LibreOffice prints it; `None`, and a line that says so, where it or what
/// reads them is missing.
pub fn printed(name: &str) -> Option<Vec<String>> {
    let pdf = file(PRINTED.as_ref(), name)?;
    assert!(pdf.starts_with(b"%PDF"));
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(pdf).unwrap();
    printed_pages(file.path())
}

/// The text of every page of a printed workbook, each of which says its number; nothing, said aloud, where no program reads
/// them.
fn printed_pages(pdf: &Path) -> Option<Vec<String>> {
    let read = Command::new("pdftotext")
        .arg("-layout")
        .arg(pdf)
        .arg("-")
        .output();
    let Ok(text) = read else {
        skipped("`pdftotext` is not installed");
        return None;
    };
    let text = String::from_utf8(text.stdout).unwrap();
    let pages = text.split('\u{c}').filter(|page| !page.trim().is_empty());
    let pages: Vec<String> = pages.map(str::to_owned).collect();
    for (number, page) in (1..).zip(&pages) {
        let foot = format!("Page {number} of {}", pages.len());
        assert!(
            page.contains(&foot),
            "page {number} has no `{foot}`:\n{page}"
        );
    }
    Some(pages)
}

#[test]
fn libreoffice_prints_every_sheet_one_page_wide() {
    let Some(pages) = printed("crosswalk.pdf") else {
        return;
    };
    // A sheet that is one page wide shows its first and last printed header on each of its pages.
    let last_printed = book::last_printed(&BUNDLED);
    for (sheet, _, [line, ..], headers) in book::tables(&BUNDLED) {
        let last = last_printed[SHEETS.iter().position(|(name, _)| *name == sheet).unwrap()];
        if sheet == "Summary" || last > 30 {
            continue;
        }
        assert_eq!(line, 4);
        let head = |page: &&String| {
            let top: Vec<&str> = page.lines().take(14).collect();
            let words = |header: &str| header.split(' ').next().unwrap().to_owned();
            let top = top.join("\n");
            top.contains(&words(&headers[0]))
                && top.contains(&words(&headers[last.min(headers.len() - 1)]))
        };
        let own = |page: &&String| {
            page.lines()
                .next()
                .is_some_and(|line| line.trim_end().ends_with(&sheet))
        };
        let (all, headed) = (
            pages.iter().filter(own).count(),
            pages.iter().filter(own).filter(head).count(),
        );
        assert!(all > 0, "`{sheet}` is not printed");
        assert_eq!(
            all, headed,
            "`{sheet}` has pages without its first or last column"
        );
    }
}

#[test]
fn libreoffice_keeps_values_links_and_tables() {
    let Some(saved) = saved("crosswalk.xlsx") else {
        return;
    };
    let after = book::sheets(saved);
    let (mut links, mut kept_links) = (book::links(&BUNDLED), book::links(saved));
    assert_eq!(SHEETS.len(), after.len());
    for ((name, cells), (kept_name, kept)) in SHEETS.iter().zip(&after) {
        assert_eq!(name, kept_name);
        for (line, expected) in cells.iter().enumerate() {
            let none = Vec::new();
            let found = kept.get(line).unwrap_or(&none);
            for (at, text) in expected.iter().enumerate() {
                let kept = found.get(at).map_or("", String::as_str);
                assert_eq!(kept, text, "`{name}`, line {}, column {}", line + 1, at + 1);
            }
        }
        assert_eq!(links(name), kept_links(name), "links of `{name}`");
    }
    let place = |tables: Vec<(String, String, [u32; 4], Vec<String>)>| -> Vec<_> {
        tables
            .into_iter()
            .map(|(sheet, name, place, _)| (sheet, name, place))
            .collect()
    };
    assert_eq!(place(book::tables(&BUNDLED)), place(book::tables(saved)));
}
