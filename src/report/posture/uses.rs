//! How many verdicts need each row.

use std::collections::{BTreeMap, BTreeSet};

use super::Projection;

/// How many verdicts rest on a row, and how many lack it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// How many rest on it.
    pub bearing: usize,
    /// How many cannot tell, and name it as left out.
    pub lacking: usize,
}

/// The same for every row that a verdict names.
pub(super) fn of(verdicts: &[Projection]) -> BTreeMap<&str, Uses> {
    let mut uses: BTreeMap<&str, Uses> = BTreeMap::new();
    for control in verdicts.iter().flat_map(|found| &found.controls) {
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
