//! Rows whose ends are not counted.

use std::collections::BTreeMap;

use super::context::{count, listed};
use super::{Context, Rule};
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_model::{ControlId, MappingId};
use xwalk_source::Place;
use xwalk_syntax::ast::Style;

code! {
    /// A row is about a control that is not assessable.
    ///
    /// Coverage counts assessable controls: those without children, unless a tag says otherwise. A row at a category
    /// says nothing about the controls below it, which stay *not reviewed*.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "One"
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   rationale functional
    ///   A intersects-with GV.OC
    /// }
    /// ```
    ///
    /// Map the controls below it one by one. If the control is itself assessed, tag it `#assessable`.
    END_NOT_ASSESSABLE = "XW0507" "end-not-assessable" Warning;

    /// A crosswalk is about controls that are not assessable.
    ///
    /// Published crosswalks often relate categories or clauses as a whole. The rows are in every list, but they say
    /// nothing about the coverage of the controls below.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "One"
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   style crosswalk
    ///   A related-to GV.OC
    /// }
    /// ```
    ///
    /// Nothing needs to be done. For coverage, map the controls below.
    CROSSWALK_ABOVE_ASSESSABLE = "XW0508" "crosswalk-above-assessable" Note;
}

pub(super) const SINGLE: Rule = Rule {
    code: END_NOT_ASSESSABLE,
    check: single,
};
pub(super) const CROSSWALK: Rule = Rule {
    code: CROSSWALK_ABOVE_ASSESSABLE,
    check: crosswalk,
};

/// One warning for each such control of a mapping.
fn single(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (id, _) in context
        .mappings()
        .filter(|(_, mapping)| mapping.style != Style::Crosswalk)
    {
        for (control, (place, rows)) in ends_not_assessable(context, id) {
            let more = if rows > 1 {
                format!(" (in {rows} rows of this mapping)")
            } else {
                String::new()
            };
            let message = format!(
                "{} is not assessable, so this row does not count for the controls below it{more}",
                context.name(control)
            );
            let below: Vec<ControlId> = context.model.children(control).collect();
            let help = if below.is_empty() {
                "it is tagged `#informative`; remove the tag or the row".to_owned()
            } else {
                let names = listed(below.into_iter().map(|child| context.name(child)));
                format!(
                    "map the controls below it: {names}; if it is assessed itself, tag it `#assessable`"
                )
            };
            found.push(Diagnostic::new(END_NOT_ASSESSABLE, place, message).help(help));
        }
    }
    found
}

/// One note for each mapping.
fn crosswalk(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (id, mapping) in context
        .mappings()
        .filter(|(_, mapping)| mapping.style == Style::Crosswalk)
    {
        let ends = ends_not_assessable(context, id);
        if let Some((first, _)) = ends.values().min() {
            let message = format!(
                "{} that `{}` relates {} not assessable",
                count(ends.len(), "control"),
                mapping.name,
                if ends.len() == 1 { "is" } else { "are" },
            );
            let names = listed(ends.keys().map(|control| context.name(*control)));
            found.push(
                Diagnostic::new(CROSSWALK_ABOVE_ASSESSABLE, mapping.place, message)
                    .also(*first, "the first row of this kind")
                    .help(format!(
                        "the rows stay, and say nothing about the coverage below {names}"
                    )),
            );
        }
    }
    found
}

/// The controls at the ends of a mapping's rows that are not assessable, but still apply: where the first stands, and in how many rows.
fn ends_not_assessable(
    context: &Context<'_, '_>,
    mapping: MappingId,
) -> BTreeMap<ControlId, (Place, usize)> {
    let mut ends = BTreeMap::new();
    for (id, row) in context.rows_of(mapping) {
        let sources = row.source.controls().iter().map(|control| (control, true));
        let targets = row.target.controls().iter().map(|control| (control, false));
        for (control, is_source) in sources.chain(targets) {
            let of = &context.model.controls[*control];
            if !of.assessable && of.superseded.is_none() {
                let place = || {
                    if is_source {
                        context.source_place(row)
                    } else {
                        context.claim_place(id)
                    }
                };
                ends.entry(*control).or_insert_with(|| (place(), 0)).1 += 1;
            }
        }
    }
    ends
}
