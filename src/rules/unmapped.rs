//! A control that is both mapped and said to correspond to nothing.

use rustc_hash::FxHashMap;

use super::context::count;
use super::{Context, Rule};
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_model::{ControlId, End, FrameworkId, MappingId, Model, Row, RowId};
use xwalk_relation::{Label, Relation};

code! {
    /// A control is mapped, and the same mapping says with `*` that it corresponds to nothing.
    ///
    /// `no-relationship *` rules out every control of the other framework. One of the rows is wrong, and the control
    /// would be counted as a gap and as covered. Rows with different rationales are different claims and are not
    /// compared here.
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
        .map(|Unmapped { declared, mapped, more }| {
            let more = match more {
                0 => String::new(),
                more => format!(" and {}", count(more, "more row")),
            };
            let message = format!("{} rules out {}{more}", context.claim(declared), context.claim(mapped));
            Diagnostic::new(MAPPED_AND_UNMAPPED, model.rows[declared].place, message)
                .also(context.claim_place(mapped), "mapped here")
                .help("delete the row with `*` if the control corresponds to something, else the rows that map it")
        })
        .collect()
}

/// A row that says with `*` that a control corresponds to nothing, and the first row of a mapping that says that it
/// does.
pub(super) struct Unmapped {
    pub declared: RowId,
    pub mapped: RowId,
    /// How many more rows of the mapping say so.
    pub more: usize,
}

/// The first contradiction of each row with `*`, within its mapping and with each other mapping. Rows with different
/// rationales or under conditions are not compared.
pub(super) fn contradictions(context: &Context<'_, '_>) -> Vec<Unmapped> {
    let model = context.model;
    let rows = || {
        let rows = model.rows.iter();
        rows.filter(|(_, row)| context.counts(row) && row.condition().is_none())
    };
    let mut declared: FxHashMap<(ControlId, FrameworkId, _), Vec<RowId>> = FxHashMap::default();
    for (id, row) in rows() {
        if let Some((end, other)) = said_to_correspond_to_nothing(model, row) {
            for control in end.controls() {
                let claim = (*control, other, model.rationale(row));
                declared.entry(claim).or_default().push(id);
            }
        }
    }
    if declared.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<Unmapped> = Vec::new();
    let mut seen: FxHashMap<(RowId, MappingId), usize> = FxHashMap::default();
    for (id, row) in rows() {
        let rationale = model.rationale(row);
        let same = mapped(model, row)
            .filter_map(|(control, other)| declared.get(&(control, other, rationale)));
        for declared in same.flatten().copied() {
            let first = *seen.entry((declared, row.mapping)).or_insert(found.len());
            match found.get_mut(first) {
                Some(first) => first.more += 1,
                None => found.push(Unmapped {
                    declared,
                    mapped: id,
                    more: 0,
                }),
            }
        }
    }
    found
}

/// Whether one row says with `*` that a control corresponds to nothing, and the other that it does.
pub(super) fn rules_out(model: &Model<'_>, one: RowId, other: RowId) -> bool {
    let said = said_to_correspond_to_nothing(model, &model.rows[one]);
    said.is_some_and(|(end, framework)| {
        mapped(model, &model.rows[other])
            .any(|(control, other)| other == framework && end.controls().contains(&control))
    })
}

/// The end that a row with `*` says corresponds to nothing, and to nothing of which framework.
fn said_to_correspond_to_nothing<'r>(
    model: &Model<'_>,
    row: &'r Row<'_>,
) -> Option<(&'r End, FrameworkId)> {
    let mapping = &model.mappings[row.mapping];
    let disjoint = row.label == Label::only(Relation::NoRelationship);
    match (&row.source, &row.target) {
        (end, End::Everything) if disjoint => Some((end, mapping.to)),
        (End::Everything, end) if disjoint => Some((end, mapping.from)),
        _ => None,
    }
}

/// The controls that a row says correspond to something, each with the framework to which.
fn mapped(model: &Model<'_>, row: &Row<'_>) -> impl Iterator<Item = (ControlId, FrameworkId)> {
    let mapping = &model.mappings[row.mapping];
    let shares = row.label.implies(Label::OVERLAPS) || row.word.relates();
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
    sources.chain(targets).filter(move |_| shares)
}
