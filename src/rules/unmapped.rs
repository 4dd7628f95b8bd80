//! A control that is both mapped and said to correspond to nothing.

use rustc_hash::FxHashMap;

use super::{Context, Rule};
use crate::diagnostic::{Diagnostic, code};
use crate::model::{ControlId, End, FrameworkId, RowId};
use crate::relation::{Label, Relation};

code! {
    /// A control is mapped, and the same mapping says with `*` that it corresponds to nothing.
    ///
    /// `no-relationship *` rules out every control of the other framework. One of the rows is wrong, and the control
    /// would be counted as a gap and as covered.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "One"
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   rationale functional
    ///   A intersects-with GV.OC-01
    ///   A no-relationship *
    /// }
    /// ```
    ///
    /// Delete the row with `*`, or the rows that map the control.
    MAPPED_AND_UNMAPPED = "XW0505" "mapped-and-unmapped" Error;
}

pub(super) const RULE: Rule = Rule {
    code: MAPPED_AND_UNMAPPED,
    check,
};

fn check(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let model = context.model;
    let same_mapping =
        |both: &Unmapped| model.rows[both.declared].mapping == model.rows[both.mapped].mapping;
    contradictions(context)
        .into_iter()
        .filter(same_mapping)
        .map(|Unmapped { declared, mapped }| {
            let message = format!("{} rules out {}", context.claim(declared), context.claim(mapped));
            Diagnostic::new(MAPPED_AND_UNMAPPED, model.rows[declared].place, message)
                .also(context.claim_place(mapped), "mapped here")
                .help("delete the row with `*` if the control corresponds to something, else the rows that map it")
        })
        .collect()
}

/// A row that says with `*` that a control corresponds to nothing, and one that says that it does.
pub(super) struct Unmapped {
    pub declared: RowId,
    pub mapped: RowId,
}

/// The first contradiction of each row with `*`, within its mapping and with each other mapping.
pub(super) fn contradictions(context: &Context<'_, '_>) -> Vec<Unmapped> {
    let model = context.model;
    let mut declared: FxHashMap<(ControlId, FrameworkId), Vec<RowId>> = FxHashMap::default();
    for (id, row) in model
        .rows
        .iter()
        .filter(|(_, row)| context.counts(row) && row.condition().is_none())
    {
        if row.label != Label::only(Relation::NoRelationship) {
            continue;
        }
        let mapping = &model.mappings[row.mapping];
        let (end, other) = match (&row.source, &row.target) {
            (end, End::Everything) => (end, mapping.to),
            (End::Everything, end) => (end, mapping.from),
            _ => continue,
        };
        for control in end.controls() {
            declared.entry((*control, other)).or_default().push(id);
        }
    }
    if declared.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<Unmapped> = Vec::new();
    let mut seen = rustc_hash::FxHashSet::default();
    for (id, row) in model.rows.iter() {
        let shares = row.label.implies(Label::RELATED) || row.word.is_supportive();
        if !shares || !context.counts(row) || row.condition().is_some() {
            continue;
        }
        let mapping = &model.mappings[row.mapping];
        let sources = row
            .source
            .controls()
            .iter()
            .map(|control| (*control, mapping.to));
        let targets = row
            .target
            .controls()
            .iter()
            .map(|control| (*control, mapping.from));
        for rows in sources.chain(targets).filter_map(|end| declared.get(&end)) {
            let first = rows
                .iter()
                .filter(|declared| seen.insert((**declared, row.mapping)));
            found.extend(first.map(|declared| Unmapped {
                declared: *declared,
                mapped: id,
            }));
        }
    }
    found
}
