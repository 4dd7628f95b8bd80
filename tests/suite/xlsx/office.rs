//! The workbook in LibreOffice, where it is installed.

use std::path::Path;
use std::process::Command;

use super::{book, workbook};
use crate::bundled_report::with_bundled;
use crate::skipped::skipped;

/// Converts a file with LibreOffice; `None`, and a line that says so, where there is none.
pub fn convert(folder: &Path, file: &Path, format: &str) -> Option<Vec<u8>> {
    let out = folder.join("out");
    let profile = format!(
        "-env:UserInstallation=file://{}",
        folder.join("profile").display()
    );
    let run = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", format, "--outdir"])
        .arg(&out)
        .arg(file)
        .output();
    let Ok(run) = run else {
        skipped("LibreOffice (`soffice`) is not installed");
        return None;
    };
    let extension = format.split(':').next().unwrap();
    let made = out
        .join(file.file_name().unwrap())
        .with_extension(extension);
    assert!(made.exists(), "{}", String::from_utf8_lossy(&run.stderr));
    Some(std::fs::read(made).unwrap())
}

/// The bundled content as a workbook on disk, in a folder of its own.
fn bundled_file() -> (tempfile::TempDir, std::path::PathBuf, Vec<u8>) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("crosswalk.xlsx");
    let bytes = with_bundled(workbook);
    std::fs::write(&file, &bytes).unwrap();
    (folder, file, bytes)
}

/// The text of every page of a printed workbook, each of which says its number; nothing, said aloud, where no program reads
/// them.
pub fn printed_pages(pdf: &Path) -> Option<Vec<String>> {
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
    let (folder, file, bytes) = bundled_file();
    let Some(pdf) = convert(folder.path(), &file, "pdf") else {
        return;
    };
    let path = folder.path().join("out/crosswalk.pdf");
    assert!(pdf.starts_with(b"%PDF"));
    let Some(pages) = printed_pages(&path) else {
        return;
    };
    // A sheet that is one page wide shows its first and last printed header on each of its pages.
    let names: Vec<String> = book::sheets(&bytes)
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    let last_printed = book::last_printed(&bytes);
    for (sheet, _, [line, ..], headers) in book::tables(&bytes) {
        let last = last_printed[names.iter().position(|name| *name == sheet).unwrap()];
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
    let (folder, file, bytes) = bundled_file();
    let Some(saved) = convert(folder.path(), &file, "xlsx:Calc MS Excel 2007 XML") else {
        return;
    };
    let (before, after) = (book::sheets(&bytes), book::sheets(&saved));
    assert_eq!(before.len(), after.len());
    for ((name, cells), (kept_name, kept)) in before.iter().zip(&after) {
        assert_eq!(name, kept_name);
        for (line, expected) in cells.iter().enumerate() {
            let none = Vec::new();
            let found = kept.get(line).unwrap_or(&none);
            for (at, text) in expected.iter().enumerate() {
                let kept = found.get(at).map_or("", String::as_str);
                assert_eq!(kept, text, "`{name}`, line {}, column {}", line + 1, at + 1);
            }
        }
        let (links, kept_links) = (book::links(&bytes, name), book::links(&saved, name));
        assert_eq!(links, kept_links, "links of `{name}`");
    }
    let place = |tables: Vec<(String, String, [u32; 4], Vec<String>)>| -> Vec<_> {
        tables
            .into_iter()
            .map(|(sheet, name, place, _)| (sheet, name, place))
            .collect()
    };
    assert_eq!(place(book::tables(&bytes)), place(book::tables(&saved)));
}
