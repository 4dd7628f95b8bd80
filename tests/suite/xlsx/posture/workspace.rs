//! Workbooks of small workspaces, as their readers build them.

use std::collections::BTreeMap;

use tempfile::TempDir;

use super::book;
use super::lines;
use crate::program::{write, xwalk};

/// A framework, what an organization may adopt besides it, and the organization.
pub const FRAMEWORKS: &str = r#"
framework house@1 "House" {
  levels function > control
  nesting subset
  A "Doors" {
    A-1 "Front door"
    A-2 "Back door"
  }
  B "Windows" {
    B-1 "Windows"
  }
}
framework law@1 "Law" {
  levels control
  L-1 "Doors by law"
  L-2 "Windows by law"
}
"#;

/// The posture workbook that the program builds of these texts.
pub fn built(texts: &[&str], arguments: &[&str]) -> Vec<u8> {
    artifact("posture-xlsx", "posture.xlsx", texts, arguments)
}

/// A file that the program builds of these texts, by the name of the output.
pub fn artifact(output: &str, file: &str, texts: &[&str], arguments: &[&str]) -> Vec<u8> {
    let folder = TempDir::new().unwrap();
    // What waits for itself is looked at here, and not refused.
    write(
        folder.path(),
        "xwalk.toml",
        "[levels]\nXW0801 = \"warning\"\n",
    );
    write(folder.path(), "a.xwalk", &texts.concat());
    let asked = ["build", "-q", "--date", "2026-11-24", "--emit", output];
    xwalk(folder.path(), &[&asked, arguments].concat()).ended(0);
    std::fs::read(folder.path().join("out").join(file)).unwrap()
}

/// What stands in the only line of a sheet that has nothing to show.
pub fn nothing(bytes: &[u8], sheet: &str) -> String {
    let cells = book::sheet(bytes, sheet);
    assert_eq!(cells.len(), 6, "{sheet}: {:?}", cells.get(5..));
    cells[5][0].clone()
}

/// The cells of these columns of a line.
pub fn told<const N: usize>(line: &BTreeMap<String, String>, columns: [&str; N]) -> [String; N] {
    columns.map(|column| line[column].clone())
}

/// The line of a sheet that has this in a column.
pub fn line(bytes: &[u8], sheet: &str, column: &str, cell: &str) -> BTreeMap<String, String> {
    let mut lines = lines(bytes, sheet).into_iter();
    let found = lines.find(|line| line[column] == cell);
    found.unwrap_or_else(|| panic!("no line of {sheet} has `{cell}` in {column}"))
}

/// The lines of the table of the summary whose header begins with these cells, by the names of its columns.
pub fn summary(bytes: &[u8], header: [&str; 2]) -> Vec<BTreeMap<String, String>> {
    let cells = book::sheet(bytes, "Summary");
    let at = cells.iter().position(|line| line[..2] == header).unwrap();
    let below = cells[at + 1..]
        .iter()
        .take_while(|line| !line[1].is_empty());
    let named = |line: &Vec<String>| {
        cells[at]
            .iter()
            .cloned()
            .zip(line.iter().cloned())
            .collect()
    };
    below.map(named).collect()
}
