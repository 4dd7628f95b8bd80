//! The workbook, as those see it who open it.

pub mod book;
mod crosswalk;
mod office;
mod posture;
mod proofs;
mod sample;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use xwalk::emit::EMITTERS;
use xwalk::report::{Report, Row, Verdict};

use crate::bundled_report::{bundled_report, with_bundled};

/// The workbook of the bundled content.
static BUNDLED: LazyLock<Vec<u8>> = LazyLock::new(|| with_bundled(workbook));

/// Its sheets.
static SHEETS: LazyLock<Vec<book::Sheet>> = LazyLock::new(|| book::sheets(&BUNDLED));

/// A report with every relation, a union, conditions, and texts that spreadsheets would evaluate.
fn sample() -> Report<'static> {
    sample::report(3, 60)
}

/// A report whose every text tries to break out of its format.
fn nasty() -> Report<'static> {
    crate::sample_report::sample()
}

/// The workbook of a report.
fn workbook(report: &Report<'_>) -> Vec<u8> {
    let emitter = EMITTERS
        .iter()
        .find(|emitter| emitter.name == "xlsx")
        .unwrap();
    let mut artifacts = (emitter.emit)(report, &xwalk::emit::html::Templates::default()).unwrap();
    assert_eq!(artifacts.len(), 1);
    artifacts.remove(0).bytes
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    assert!(*BUNDLED == workbook(&bundled_report()));
}

#[test]
fn every_part_is_well_formed() {
    for bytes in [&BUNDLED, &workbook(&sample()), &workbook(&nasty())] {
        book::assert_well_formed(bytes);
    }
}

#[test]
fn every_claim_is_there_with_all_that_the_report_says_of_it() {
    with_bundled(|report| {
        let lines = book::sheet(&BUNDLED, "Rows");
        let (header, lines) = (&lines[4], &lines[5..]);
        assert_eq!(lines.len(), report.rows.len());
        let of = |name: &str| -> Vec<String> {
            let column = header.iter().position(|known| known == name).unwrap();
            lines.iter().map(|line| line[column].clone()).collect()
        };
        let expected = |text: fn(&Report<'_>, &Row<'_>) -> String| -> Vec<String> {
            report.rows.values().map(|row| text(report, row)).collect()
        };
        assert_eq!(
            of("Source"),
            expected(|report, row| report.end_text(&row.source).into_owned())
        );
        assert_eq!(
            of("Relation"),
            expected(|_, row| row.relation.clone().into_owned())
        );
        assert_eq!(
            of("Target"),
            expected(|report, row| report.end_text(&row.target).into_owned())
        );
        assert_eq!(
            of("Note"),
            expected(|_, row| row.note.unwrap_or_default().to_owned())
        );
        assert_eq!(
            of("Status"),
            expected(|_, row| row.status.word().to_owned())
        );
        assert_eq!(of("Place"), expected(|_, row| row.place.clone()));
        assert_eq!(
            of("Counts"),
            expected(|_, row| (if row.left_out.is_none() { "yes" } else { "no" }).to_owned())
        );
    });
}

#[test]
fn every_open_control_is_among_the_gaps_with_its_verdict() {
    with_bundled(|report| {
        let lines = book::sheet(&BUNDLED, "Gaps");
        let open: Vec<(&str, &str, &str)> = report
            .coverage
            .iter()
            .flat_map(|coverage| coverage.verdicts.iter().map(move |line| (coverage, line)))
            .filter(|(_, line)| report.controls[line.control].assessable)
            .filter(|(_, line)| line.stated.verdict > Verdict::Overlap)
            .map(|(coverage, line)| {
                let framework = &report.frameworks[coverage.of];
                let control = &report.controls[line.control];
                (
                    framework.short.as_str(),
                    control.identifier,
                    line.stated.verdict.word(),
                )
            })
            .collect();
        let found: Vec<(&str, &str, &str)> = lines[5..]
            .iter()
            .map(|line| (line[0].as_str(), line[2].as_str(), line[5].as_str()))
            .collect();
        assert_eq!(found, open);
    });
}

#[test]
fn texts_of_users_stay_texts() {
    let report = sample();
    let bytes = workbook(&report);
    let lines = book::sheet(&bytes, "Rows");
    let note = lines[4].iter().position(|header| header == "Note").unwrap();
    for (line, row) in lines[5..].iter().zip(report.rows.values()) {
        assert_eq!(line[note], row.note.unwrap_or_default());
    }
    for (name, content) in book::parts(&bytes) {
        let content = String::from_utf8(content).unwrap();
        let refused =
            content.contains("Target=\"javascript:") || content.contains("Target=\"http://evil");
        assert!(!refused, "{name} leads where it must not");
    }
}

#[test]
fn sheets_and_tables_have_names_that_excel_takes() {
    for bytes in [&BUNDLED, &workbook(&sample()), &workbook(&nasty())] {
        let sheets = book::sheets(bytes);
        let mut names = BTreeSet::new();
        for (name, _) in &sheets {
            assert!(name.encode_utf16().count() <= 31, "{name}");
            assert!(
                !name.contains(['[', ']', ':', '*', '?', '/', '\\', '\'']),
                "{name}"
            );
            assert!(names.insert(name.to_lowercase()), "{name} is there twice");
        }
        let mut names = BTreeSet::new();
        for (sheet, name, [first, left, last, right], columns) in book::tables(bytes) {
            assert!(names.insert(name.to_lowercase()), "{name} is there twice");
            assert!(name.starts_with("tbl"), "{name} could be taken for a cell");
            let cells = &sheets.iter().find(|(known, _)| *known == sheet).unwrap().1;
            assert!(first < last && (last as usize) < cells.len(), "{name}");
            let header = &cells[first as usize][left as usize..=right as usize];
            assert_eq!(header, columns, "{name}");
            let distinct: BTreeSet<String> =
                header.iter().map(|text| text.to_lowercase()).collect();
            assert_eq!(distinct.len(), header.len(), "{name}");
            assert!(header.iter().all(|text| !text.is_empty()), "{name}");
        }
        assert!(sheets.len() <= names.len());
    }
}

#[test]
fn links_lead_to_the_line_that_they_name() {
    let sheets = &*SHEETS;
    let frameworks = book::sheet(&BUNDLED, "Frameworks");
    let mut links = book::links(&BUNDLED);
    let mut followed = 0;
    for (name, cells) in sheets {
        for ((line, column), place) in links(name) {
            let (sheet, cell) = place.rsplit_once('!').unwrap();
            let sheet = sheet.trim_matches('\'');
            let target = sheets.iter().find(|(known, _)| known == sheet);
            let target = &target
                .unwrap_or_else(|| panic!("{name} leads to `{sheet}`"))
                .1;
            let number: usize = cell.trim_start_matches('A').parse().unwrap();
            assert!(number <= target.len(), "{name} leads to {place}");
            let text = &cells[line as usize][column as usize];
            if sheet == "Frameworks" && name != "Summary" && name != "Frameworks" {
                assert_eq!(&frameworks[number - 1][1], text, "{name} leads to {place}");
                followed += 1;
            }
        }
    }
    assert!(
        followed > 4_000,
        "{followed} links from rows, gaps and matrices to controls"
    );
}

#[test]
fn the_first_page_has_the_caveats_before_anything_else() {
    let lines = book::sheet(&BUNDLED, "Summary");
    assert!(lines[0][0].starts_with("Crosswalk"), "{:?}", lines[0]);
    assert!(
        lines[1][0].starts_with("Caution. ISO/IEC TS 27103"),
        "{:?}",
        lines[1]
    );
}

#[test]
fn sheets_print_on_landscape_pages_with_repeated_headers() {
    for (number, (name, _)) in (1..).zip(&*SHEETS) {
        let part = book::part(&BUNDLED, &format!("xl/worksheets/sheet{number}.xml"));
        for needed in [
            "orientation=\"landscape\"",
            "<pageSetUpPr fitToPage=\"1\"/>",
            "fitToHeight=\"0\"",
            "state=\"frozen\"",
            "Page &amp;P of &amp;N",
        ] {
            assert!(part.contains(needed), "{name} lacks {needed}");
        }
        assert!(!part.contains("<mergeCell"), "{name} has merged cells");
    }
    let book = book::part(&BUNDLED, "xl/workbook.xml");
    let repeated = book.matches("_xlnm.Print_Titles").count();
    assert_eq!(repeated, SHEETS.len() - 1);
}

#[test]
fn the_hierarchy_can_be_folded() {
    for sheet in ["Crosswalk", "Frameworks", "Coverage"] {
        let at = SHEETS.iter().position(|(name, _)| name == sheet).unwrap() + 1;
        let part = book::part(&BUNDLED, &format!("xl/worksheets/sheet{at}.xml"));
        assert!(part.contains("outlineLevel=\"2\""), "{sheet}");
    }
}
