//! Strengths that do not fit their relation.

use std::collections::BTreeMap;

use super::context::count;
use super::{Context, Rule};
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_model::RowId;
use xwalk_relation::{Label, Relation};

code! {
    /// The strength of a row is outside the band that NIST IR 8278A expects for its relation.
    ///
    /// Ten says that two controls ask for the same thing, zero that they share nothing, and one to nine what is in between.
    /// Published sets differ on this, so this is for information only. One note covers all rows of a mapping that use
    /// the relation in this way.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "One"
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   rationale functional
    ///   A subset-of GV.OC-01 strength 10
    /// }
    /// ```
    ///
    /// Change the strength, or the relation: with strength 10 perhaps `equal` was meant.
    STRENGTH_OUT_OF_BAND = "XW0506" "strength-out-of-band" Note;
}

pub(super) const RULE: Rule = Rule {
    code: STRENGTH_OUT_OF_BAND,
    check,
};

fn check(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (mapping, _) in context.mappings() {
        let mut outside: BTreeMap<Label, Vec<RowId>> = BTreeMap::new();
        for (id, row) in context.rows_of(mapping) {
            let Some(strength) = row.strength else {
                continue;
            };
            if row.label != Label::ANY
                && !row
                    .label
                    .relations()
                    .any(|relation| band(relation).contains(&strength))
            {
                outside.entry(row.label).or_default().push(id);
            }
        }
        found.extend(
            outside
                .into_iter()
                .filter_map(|(label, rows)| note(context, label, &rows)),
        );
    }
    found
}

/// The strengths that IR 8278A expects.
fn band(relation: Relation) -> std::ops::RangeInclusive<u8> {
    match relation {
        Relation::Equal => 10..=10,
        Relation::NoRelationship => 0..=0,
        _ => 1..=9,
    }
}

fn note(context: &Context<'_, '_>, label: Label, rows: &[RowId]) -> Option<Diagnostic> {
    let first = &context.model.rows[*rows.first()?];
    let strength = first.strength?;
    let more = match rows.len() - 1 {
        0 => String::new(),
        more => format!(", and so do {} of this mapping", count(more, "more row")),
    };
    let message =
        format!("`{label}` with strength {strength} falls outside the band of its relation{more}");
    let bands: Vec<String> = label
        .relations()
        .map(
            |relation| match (band(relation).start(), band(relation).end()) {
                (low, high) if low == high => format!("{low} with `{}`", relation.word()),
                (low, high) => format!("{low} to {high} with `{}`", relation.word()),
            },
        )
        .collect();
    Some(
        Diagnostic::new(STRENGTH_OUT_OF_BAND, context.row_place(first), message)
            .help(format!("NIST IR 8278A expects {}", bands.join(" and "))),
    )
}
