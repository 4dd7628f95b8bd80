//! What is known of each control.

use std::collections::{BTreeMap, BTreeSet};

use xwalk_report::Posture;
use xwalk_report::posture::{Assessed, Assessment};

/// What is known of a control.
pub(super) struct PlacedControl<'r> {
    /// Its address, without what it is the address of.
    pub(super) anchor: String,
    pub(super) is_judged: bool,
    pub(super) is_gap: bool,
    pub(super) assessed: Option<(&'r Assessment<'r>, &'r Assessed<'r>)>,
}

/// The controls of all frameworks, each with an address of its own.
pub(super) fn controls<'r>(posture: &'r Posture<'_>) -> BTreeMap<&'r str, PlacedControl<'r>> {
    let judged: BTreeSet<&str> = posture
        .verdicts
        .iter()
        .flat_map(|projection| &projection.controls)
        .map(|control| control.control.as_str())
        .collect();
    let gaps: BTreeSet<&str> = posture
        .gaps
        .ranked
        .iter()
        .map(|gap| gap.control.as_str())
        .collect();
    let assessed: BTreeMap<&str, (&Assessment<'_>, &Assessed<'_>)> = posture
        .assessments
        .iter()
        .flat_map(|assessment| assessment.controls.iter().map(move |one| (assessment, one)))
        .map(|(assessment, one)| (one.control.as_str(), (assessment, one)))
        .collect();
    let mut taken = BTreeSet::new();
    let mut controls = BTreeMap::new();
    for framework in &posture.frameworks {
        for control in &framework.controls {
            let name = control.as_str();
            let mut anchor = name.replace(|letter: char| letter.is_whitespace(), "_");
            while !taken.insert(anchor.clone()) {
                anchor.push('~');
            }
            let known = PlacedControl {
                anchor,
                is_judged: judged.contains(name),
                is_gap: gaps.contains(name),
                assessed: assessed.get(name).copied(),
            };
            controls.insert(name, known);
        }
    }
    controls
}
