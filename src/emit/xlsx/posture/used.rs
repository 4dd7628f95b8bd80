//! The rows that verdicts and conditions name, and how many verdicts need them.

use std::collections::{BTreeMap, BTreeSet};

use xwalk_report::posture::Posture;

/// How many verdicts rest on a row, and how many lack it.
#[derive(Clone, Copy, Default)]
pub(super) struct Uses {
    /// How many rest on it.
    pub bearing: usize,
    /// How many lack it.
    pub lacking: usize,
}

/// The same for every row that a verdict names.
pub(super) fn uses<'r>(posture: &'r Posture<'_>) -> BTreeMap<&'r str, Uses> {
    let mut uses: BTreeMap<&str, Uses> = BTreeMap::new();
    for control in posture.verdicts.iter().flat_map(|found| &found.controls) {
        let grounds = control.grounds.iter().flat_map(|ground| &ground.rows);
        // A contradiction may rest on a row twice.
        let bearing: BTreeSet<&str> = grounds.map(String::as_str).collect();
        for row in bearing {
            uses.entry(row).or_default().bearing += 1;
        }
        for row in control.doubt.iter().flat_map(|doubt| &doubt.rows) {
            uses.entry(row).or_default().lacking += 1;
        }
    }
    uses
}

/// The rows that verdicts and conditions name, by mapping and number.
pub(super) fn named<'r>(posture: &'r Posture<'_>) -> Vec<&'r str> {
    let uses = uses(posture);
    let conditions = posture.conditions.iter().flat_map(|one| &one.rows);
    let all: BTreeSet<(&str, usize, &str)> = conditions
        .map(String::as_str)
        .chain(uses.keys().copied())
        .map(|name| {
            let (mapping, number) = parts(name);
            (mapping, number, name)
        })
        .collect();
    all.into_iter().map(|(_, _, name)| name).collect()
}

/// `csf2-iso/12` as the mapping and the number of the row in it, from 1.
pub(super) fn parts(name: &str) -> (&str, usize) {
    let (mapping, number) = name.rsplit_once('/').unwrap_or((name, ""));
    (mapping, number.parse().unwrap_or_default())
}
