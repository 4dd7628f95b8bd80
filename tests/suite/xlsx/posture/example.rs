//! The workbook of the example, as its reader builds it.

use std::sync::LazyLock;

use serde_json::Value;
use tempfile::TempDir;

use super::{agrees, book, lines, links_resolve};
use crate::program::xwalk;

const DAY: [&str; 2] = ["--date", "2026-12-02"];

/// What one build of the example gives.
struct Built {
    workbook: Vec<u8>,
    export: Value,
    posture: Value,
}

static BUILT: LazyLock<Built> = LazyLock::new(|| {
    let folder = TempDir::new().unwrap();
    let run = |arguments: &[&str]| xwalk(folder.path(), &[arguments, &DAY].concat()).ended(0);
    xwalk(folder.path(), &["init", "--posture"]).ended(0);
    // The workbook counts drafts in any case; the export it is held to has to be told.
    run(&["build", "--emit", "posture,posture-xlsx", "--allow-draft"]);
    let read = |name: &str| std::fs::read(folder.path().join("out").join(name)).unwrap();
    Built {
        workbook: read("posture.xlsx"),
        export: serde_json::from_slice(&read("posture.json")).unwrap(),
        posture: run(&["posture", "--format", "json"]).json(),
    }
});

/// The workbook.
pub fn workbook() -> &'static [u8] {
    &BUILT.workbook
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

#[test]
fn the_verdicts_of_the_example_are_those_of_its_export() {
    agrees(workbook(), &BUILT.export);
}

#[test]
fn every_link_of_the_example_leads_somewhere() {
    assert!(links_resolve(workbook()) > 4_000);
}

#[test]
fn every_part_of_the_example_is_well_formed() {
    book::assert_well_formed(workbook());
}

#[test]
fn every_assessed_control_stands_there_with_its_tiers() {
    let lines = lines(workbook(), "Assessment");
    let assessment = &list(&BUILT.export["assessments"])[0];
    let controls = list(&assessment["controls"]);
    assert_eq!(lines.len(), controls.len());
    for (line, control) in lines.iter().zip(controls) {
        let name = control["control"].as_str().unwrap();
        assert_eq!(name, format!("iso-ts-27103@2026:{}", line["Control"]));
        for (column, member) in [("Current tier", "current"), ("Target tier", "target")] {
            let tier = control[member].as_u64();
            let tier = tier.map_or("–".to_owned(), |tier| tier.to_string());
            assert_eq!(line[column], tier, "{name}");
        }
        assert_eq!(line["Note"], control["note"].as_str().unwrap_or_default());
    }
}

#[test]
fn the_changes_of_a_year_are_those_that_the_program_prints() {
    let lines = lines(workbook(), "Changes");
    let since = &list(&BUILT.posture["benchmarks"])[0];
    assert_eq!(lines.len(), list(&since["moved"]).len());
    for (word, member) in [("▲ raised", "raised"), ("▼ lowered", "lowered")] {
        let counted = lines.iter().filter(|line| line["Change"] == word).count();
        assert_eq!(since[member].as_u64(), Some(counted as u64), "{word}");
    }
}

#[test]
fn the_course_of_the_roadmap_has_a_chart_that_is_described() {
    let drawings = book::parts(workbook()).into_iter();
    let drawings: Vec<String> = drawings
        .filter(|(name, _)| name.starts_with("xl/drawings/drawing"))
        .map(|(_, content)| String::from_utf8(content).unwrap())
        .collect();
    assert_eq!(drawings.len(), 1);
    assert!(drawings[0].contains("descr=\"Line chart: how many controls are met"));
    // One line for each framework, from the first of its lines on the sheet to the last.
    let chart = book::part(workbook(), "xl/charts/chart1.xml");
    let lines = lines(workbook(), "Course");
    let frameworks = list(&BUILT.export["verdicts"]).len();
    assert_eq!(chart.matches("<c:ser>").count(), frameworks);
    let steps = lines.len() / frameworks;
    for at in 0..frameworks {
        let (first, last) = (6 + at * steps, 5 + (at + 1) * steps);
        assert!(chart.contains(&format!("<c:f>Course!$F${first}:$F${last}</c:f>")));
        assert_eq!(lines[at * steps]["After"], "today");
    }
}

#[test]
fn a_plan_marks_the_months_of_each_initiative() {
    let roadmap = lines(workbook(), "Roadmap");
    let gantt = lines(workbook(), "Gantt");
    let mut marked = 0;
    for initiative in &roadmap {
        let line = gantt
            .iter()
            .find(|line| line["Initiative"] == initiative["Title"])
            .unwrap();
        let (begin, end) = (&initiative["Earliest start"], &initiative["Earliest end"]);
        assert_eq!((&line["Begin"], &line["End"]), (begin, end));
        let sign = match initiative["Critical"].as_str() {
            "no" => "■",
            _ => "◆",
        };
        for (column, text) in line.iter().filter(|(name, _)| name.starts_with("202")) {
            let is_within = (&begin[..7]..=&end[..7]).contains(&&column[..]);
            assert_eq!(
                text == sign,
                is_within,
                "{} in {column}",
                initiative["Initiative"]
            );
            marked += usize::from(is_within);
        }
    }
    assert!(marked > 40, "{marked}");
}
