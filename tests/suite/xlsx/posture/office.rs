//! The posture workbook in LibreOffice, where it is installed.

use super::book;
use super::example::workbook;
use crate::xlsx::office::{printed, saved};

#[test]
fn libreoffice_prints_every_sheet_of_a_posture_one_page_wide() {
    let Some(pages) = printed("posture.pdf") else {
        return;
    };
    // Every page of a sheet shows the first and the last header of its table: none is a second one beside it.
    for (sheet, _, _, headers) in book::tables(workbook()) {
        if sheet == "Summary" || sheet == "Gantt" {
            continue;
        }
        let word = |header: &String| header.split([' ', '-']).next().unwrap().to_owned();
        let (first, last) = (word(&headers[0]), word(headers.last().unwrap()));
        let own = pages.iter().filter(|page| {
            let title = page.lines().next().unwrap_or_default();
            title.trim_end().ends_with(&format!("  {sheet}"))
        });
        let mut printed = 0;
        for page in own {
            let top: Vec<&str> = page.lines().take(14).collect();
            let top = top.join("\n");
            assert!(
                top.contains(&first) && top.contains(&last),
                "`{sheet}`:\n{top}"
            );
            printed += 1;
        }
        assert!(printed > 0, "`{sheet}` is not printed");
    }
}

#[test]
fn libreoffice_keeps_the_values_links_and_tables_of_a_posture() {
    let bytes = workbook();
    let Some(saved) = saved("posture.xlsx") else {
        return;
    };
    let (before, after) = (book::sheets(bytes), book::sheets(saved));
    assert_eq!(before.len(), after.len());
    let (mut links, mut kept_links) = (book::links(bytes), book::links(saved));
    let none = Vec::new();
    for ((name, cells), (kept_name, kept)) in before.iter().zip(&after) {
        assert_eq!(name, kept_name);
        for (line, expected) in cells.iter().enumerate() {
            let found = kept.get(line).unwrap_or(&none);
            for (at, text) in expected.iter().enumerate() {
                let kept = found.get(at).map_or("", String::as_str);
                assert_eq!(kept, text, "`{name}`, line {}, column {}", line + 1, at + 1);
            }
        }
        assert_eq!(links(name), kept_links(name), "{name}");
    }
    let chart = |bytes: &[u8]| {
        let parts = book::parts(bytes).into_iter();
        parts
            .filter(|(name, _)| name.starts_with("xl/charts/chart"))
            .count()
    };
    assert_eq!((chart(bytes), chart(saved)), (1, 1));
}
