//! The posture workbook, as those see it who open it. What it has to say is taken from `posture.json` and from
//! `xwalk posture --format json`, which are written by others.

mod evidence;
pub mod example;
mod hostile;
mod nothing;
mod office;
mod rows;
pub mod workspace;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::book;
use crate::posture_export::{ALLOWED, Asked, HELD_BACK, emitted};

/// The workbook of the small posture of the export's tests.
fn small(asked: Asked) -> Vec<u8> {
    let mut artifacts = emitted("posture-xlsx", "", asked);
    assert_eq!(artifacts.len(), 1);
    assert_eq!(artifacts[0].path, "posture.xlsx");
    artifacts.remove(0).bytes
}

/// The export of the same.
fn export(asked: Asked) -> Value {
    serde_json::from_slice(&emitted("posture", "", asked)[0].bytes).unwrap()
}

/// The lines of a sheet below its header, by the names of its columns.
pub fn lines(bytes: &[u8], sheet: &str) -> Vec<BTreeMap<String, String>> {
    let cells = book::sheet(bytes, sheet);
    let header = &cells[4];
    let named = |line: &Vec<String>| header.iter().cloned().zip(line.iter().cloned()).collect();
    cells[5..].iter().map(named).collect()
}

/// The words of verdicts, with the names that the export gives their counts.
const VERDICTS: [(&str, &str); 7] = [
    ("met", "met"),
    ("not met", "not-met"),
    ("partly evidenced", "partly-evidenced"),
    ("not applicable", "not-applicable"),
    ("cannot tell", "cannot-tell"),
    ("cannot tell (draft)", "cannot-tell-draft"),
    ("contradiction", "contradiction"),
];

/// Every control of the export with its identifier and verdict, by framework; only what is counted.
fn counted(export: &Value) -> BTreeMap<String, Vec<(String, String)>> {
    let projections = export["verdicts"].as_array().unwrap().iter();
    projections
        .map(|projection| {
            let framework = projection["framework"].as_str().unwrap().to_owned();
            let controls = projection["controls"].as_array().unwrap().iter();
            let counted = controls.filter(|control| control["assessable"] == true);
            let verdicts = counted.map(|control| {
                let name = control["control"].as_str().unwrap();
                let (_, identifier) = name.split_once(':').unwrap();
                let verdict = control["verdict"].as_str().unwrap();
                let word = VERDICTS
                    .iter()
                    .find(|(_, known)| *known == verdict)
                    .unwrap()
                    .0;
                (identifier.to_owned(), word.to_owned())
            });
            (framework, verdicts.collect())
        })
        .collect()
}

/// What the sheets say of verdicts is what the export says: control by control, and in the counts.
fn agrees(bytes: &[u8], export: &Value) {
    let expected = counted(export);
    let frameworks = export["verdicts"].as_array().unwrap().iter();
    let frameworks: Vec<&str> = frameworks
        .map(|projection| projection["framework"].as_str().unwrap())
        .collect();
    let of_sheet = lines(bytes, "Verdicts");
    let told: Vec<(&str, &str)> = of_sheet
        .iter()
        .filter(|line| line["Assessable"] == "yes")
        .map(|line| {
            let (_, word) = line["Verdict"].split_once(' ').unwrap();
            (line["Control"].as_str(), word)
        })
        .collect();
    let all: Vec<(&str, &str)> = frameworks
        .iter()
        .flat_map(|framework| &expected[*framework])
        .map(|(identifier, word)| (identifier.as_str(), word.as_str()))
        .collect();
    assert_eq!(told, all);
    let matrix = lines(bytes, "Verdict matrix");
    let mut wholes = matrix.iter().filter(|line| line["Part"] == "all");
    for framework in frameworks {
        let whole = wholes.next().unwrap();
        let own = &expected[framework];
        for (word, _) in VERDICTS {
            let count = own.iter().filter(|(_, known)| known == word).count();
            assert_eq!(whole[word], count.to_string(), "{framework}: {word}");
            let parts = matrix
                .iter()
                .filter(|line| line["Framework"] == whole["Framework"] && line["Part"] != "all");
            let parts: usize = parts.map(|line| line[word].parse::<usize>().unwrap()).sum();
            assert_eq!(parts, count, "{framework}: {word}, by function");
        }
        assert_eq!(whole["Assessable"], own.len().to_string(), "{framework}");
    }
    assert!(wholes.next().is_none());
}

/// Every internal link leads to a line that is there.
fn links_resolve(bytes: &[u8]) -> usize {
    let sheets = book::sheets(bytes);
    let mut links = book::links(bytes);
    let mut followed = 0;
    for (name, _) in &sheets {
        for (_, place) in links(name) {
            let (sheet, cell) = place.rsplit_once('!').unwrap();
            let sheet = sheet.trim_matches('\'');
            let target = sheets.iter().find(|(known, _)| known == sheet);
            let lines = &target
                .unwrap_or_else(|| panic!("{name} leads to `{sheet}`"))
                .1;
            let number: usize = cell.trim_start_matches('A').parse().unwrap();
            assert!(number <= lines.len(), "{name} leads to {place}");
            followed += 1;
        }
    }
    followed
}

#[test]
fn the_verdicts_are_those_of_the_export_in_which_drafts_count_whatever_others_get_to_see() {
    for asked in [HELD_BACK, ALLOWED] {
        agrees(&small(asked), &export(ALLOWED));
    }
}

#[test]
fn the_same_posture_gives_the_same_bytes() {
    assert_eq!(small(HELD_BACK), small(HELD_BACK));
}

#[test]
fn every_sheet_but_the_summary_has_one_table_that_it_prints_with_its_header() {
    let bytes = small(HELD_BACK);
    let sheets = book::sheets(&bytes);
    let tables = book::tables(&bytes);
    let mut names = BTreeSet::new();
    for (number, (sheet, cells)) in (1..).zip(&sheets) {
        assert!(sheet.encode_utf16().count() <= 31, "{sheet}");
        let own: Vec<_> = tables.iter().filter(|(on, ..)| on == sheet).collect();
        for (_, name, [first, _, last, right], columns) in &own {
            assert!(names.insert(name.to_lowercase()), "{name} is there twice");
            assert!(first < last && (*last as usize) < cells.len(), "{name}");
            assert_eq!(
                &cells[*first as usize][..=*right as usize],
                columns,
                "{name}"
            );
            assert!(columns.iter().all(|text| !text.is_empty()), "{name}");
        }
        let part = book::part(&bytes, &format!("xl/worksheets/sheet{number}.xml"));
        for needed in [
            "orientation=\"landscape\"",
            "<pageSetUpPr fitToPage=\"1\"/>",
            "fitToHeight=\"0\"",
            "state=\"frozen\"",
            "Page &amp;P of &amp;N",
        ] {
            assert!(part.contains(needed), "{sheet} lacks {needed}");
        }
        assert!(!part.contains("<mergeCell"), "{sheet} has merged cells");
        if sheet != "Summary" {
            assert_eq!(own.len(), 1, "{sheet}");
        }
    }
    let book = book::part(&bytes, "xl/workbook.xml");
    assert_eq!(book.matches("_xlnm.Print_Titles").count(), sheets.len() - 1);
}

#[test]
fn the_summary_leads_to_every_sheet_and_every_sheet_back() {
    let bytes = small(HELD_BACK);
    assert!(links_resolve(&bytes) > 100);
    let mut links = book::links(&bytes);
    let mut to = |sheet: &str| -> BTreeSet<String> {
        let sheets = links(sheet).into_iter().map(|(_, place)| {
            place
                .rsplit_once('!')
                .unwrap()
                .0
                .trim_matches('\'')
                .to_owned()
        });
        sheets.collect()
    };
    let listed = to("Summary");
    for (sheet, _) in book::sheets(&bytes).iter().skip(1) {
        assert!(
            listed.contains(sheet),
            "the summary does not lead to `{sheet}`"
        );
        assert!(
            to(sheet).contains("Summary"),
            "`{sheet}` does not lead back"
        );
    }
}

#[test]
fn a_name_leads_to_the_line_that_begins_with_it() {
    let bytes = small(HELD_BACK);
    let sheets = book::sheets(&bytes);
    let cells = |sheet: &str| &sheets.iter().find(|(name, _)| name == sheet).unwrap().1;
    // The column that names a line of these sheets.
    let naming = [
        ("Risks", 0),
        ("Evidence", 0),
        ("Roles", 0),
        ("Roadmap", 1),
        ("Assessment", 1),
    ];
    let mut links = book::links(&bytes);
    let mut followed = BTreeSet::new();
    for (name, own) in sheets
        .iter()
        .filter(|(name, _)| name != "Summary" && name != "Gantt")
    {
        for ((line, column), place) in links(name) {
            let (sheet, cell) = place.rsplit_once('!').unwrap();
            let sheet = sheet.trim_matches('\'');
            let Some((_, at)) = naming.iter().find(|(known, _)| *known == sheet) else {
                continue;
            };
            let number: usize = cell.trim_start_matches('A').parse().unwrap();
            let named = &cells(sheet)[number - 1][*at];
            let text = &own[line as usize][column as usize];
            // A list leads to the first that it names.
            let first = text.split([',', ' ']).next().unwrap();
            assert_eq!(first, named, "{name} leads to {place}");
            followed.insert(sheet.to_owned());
        }
    }
    assert_eq!(followed.len(), naming.len(), "{followed:?}");
}

#[test]
fn a_gap_stands_there_with_the_inputs_and_the_exact_priority() {
    let bytes = small(HELD_BACK);
    let export = export(HELD_BACK);
    let mut ranked = export["gaps"]["ranked"].as_array().unwrap().clone();
    ranked.sort_by_key(|gap| gap["rank"].as_u64());
    let lines = lines(&bytes, "Gaps");
    assert_eq!(lines.len(), ranked.len());
    for (line, gap) in lines.iter().zip(&ranked) {
        let control = gap["control"].as_str().unwrap();
        assert!(control.ends_with(&format!(":{}", line["Control"])));
        let [risk, current, target, effort] =
            ["risk", "current", "target", "effort"].map(|name| gap[name].as_u64().unwrap());
        assert_eq!(line["Risk"], risk.to_string());
        assert_eq!(line["Effort (days)"], effort.to_string());
        // Computed anew: risk times distance, by effort.
        let (above, below): (u64, u64) = match line["Priority (exact)"].split_once('/') {
            Some((above, below)) => (above.parse().unwrap(), below.parse().unwrap()),
            None => (line["Priority (exact)"].parse().unwrap(), 1),
        };
        assert_eq!(
            risk * (target - current) * below,
            effort * above,
            "{control}"
        );
        let shown: f64 = line["Priority"].parse().unwrap();
        let exact = above as f64 / below as f64;
        assert!((shown - exact).abs() < 1e-6, "{control}");
    }
}

#[test]
fn a_condition_stands_there_with_the_verdicts_that_it_would_change() {
    let lines = lines(&small(ALLOWED), "Conditions");
    let told = |line: usize, columns: [&str; 4]| columns.map(|name| lines[line][name].clone());
    let whole = [
        "Condition",
        "Holds here",
        "Rows",
        "Verdicts that it would change",
    ];
    assert_eq!(
        told(0, whole),
        ["visitors get accounts", "✗ does not", "house-law/6", "1"]
    );
    let changed = ["Condition", "Control", "Verdict now", "Verdict if it held"];
    assert_eq!(
        told(1, changed),
        ["visitors get accounts", "L7", "? cannot tell", "● met"]
    );
    assert_eq!(lines.len(), 2);
}

#[test]
fn a_sheet_without_anything_to_show_says_so() {
    let bytes = small(HELD_BACK);
    for sheet in [
        "Technology",
        "Playbooks",
        "Playbook steps",
        "Single technology",
    ] {
        let lines = book::sheet(&bytes, sheet);
        assert_eq!(lines.len(), 6, "{sheet}");
        assert!(lines[5][0].starts_with("No "), "{sheet}: {}", lines[5][0]);
    }
}
