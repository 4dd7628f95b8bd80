//! Claims of completeness that are not met.

use super::context::{count, listed};
use super::named::named;
use super::{Context, Rule};
use xwalk_analysis::claims_complete;
use xwalk_analysis::in_scope;
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_model::{ControlId, FrameworkId, MappingId};
use xwalk_relation::Word;

code! {
    /// A mapping claims to be complete, and some controls have no row.
    ///
    /// `complete source` says that every assessable control of the source has been looked at, so that silence means
    /// that nothing corresponds. For a control without a row that would be a guess. Any row of the control itself
    /// counts as looked at, even one with `no-relationship *`, unless it is withdrawn.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "One"
    ///   B "Two"
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   rationale functional
    ///   complete  source
    ///   A intersects-with GV.OC-01
    /// }
    /// ```
    ///
    /// Write a row for each control that the help lists, with `no-relationship *` where nothing corresponds. If only
    /// part was looked at, name it with `scope`, or write `complete none`.
    UNMET_COMPLETENESS = "XW0601" "unmet-completeness" Warning;
}

pub(super) const RULE: Rule = Rule {
    code: UNMET_COMPLETENESS,
    check,
};

/// One warning for each claim, whether it speaks of one side or of both.
fn check(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (id, mapping) in context.mappings() {
        if context.is_broken(mapping) {
            continue;
        }
        let open = open_sides(context, id);
        if open.is_empty() {
            continue;
        }
        let place = mapping.complete_place.unwrap_or(mapping.place);
        let message = format!(
            "`{}` claims to be complete, and {}",
            mapping.name,
            shares(context, &open)
        );
        found.push(
            Diagnostic::new(UNMET_COMPLETENESS, place, message).help(format!(
                "write a row for each, with `no-relationship *` where nothing corresponds: {}",
                names(context, &open)
            )),
        );
    }
    found
}

/// A side of a mapping that is claimed to be complete and is not.
pub(super) struct OpenSide {
    framework: FrameworkId,
    /// How many assessable controls the claim speaks of.
    claimed: usize,
    /// Those without a row, in preorder; at least one.
    without_row: Vec<ControlId>,
}

/// The sides of a mapping on which its claim of completeness is not met.
pub(super) fn open_sides(context: &Context<'_, '_>, id: MappingId) -> Vec<OpenSide> {
    let model = context.model;
    let mapping = &model.mappings[id];
    let sides = [mapping.from, mapping.to]
        .into_iter()
        .filter(|side| claims_complete(mapping, *side));
    sides
        .filter_map(|framework| {
            // That two controls are contrary is no look at what corresponds.
            let rows = context.rows_of(id).map(|(_, row)| row);
            let looks = rows.filter(|row| row.word != Word::Contrary);
            let claimed = named(model, framework, looks).into_iter();
            let claimed = claimed.filter(|(control, _)| in_scope(model, mapping, *control));
            let (looked_at, open): (Vec<_>, Vec<_>) = claimed.partition(|(_, has_row)| *has_row);
            let without_row: Vec<ControlId> = open.into_iter().map(|(id, _)| id).collect();
            let claimed = looked_at.len() + without_row.len();
            (!without_row.is_empty()).then_some(OpenSide {
                framework,
                claimed,
                without_row,
            })
        })
        .collect()
}

/// How many controls of each side have no row.
pub(super) fn shares(context: &Context<'_, '_>, open: &[OpenSide]) -> String {
    let sides = open.iter().map(|side| {
        let label = context.model.frameworks[side.framework].label();
        format!(
            "{} of {} of `{label}`",
            side.without_row.len(),
            count(side.claimed, "assessable control")
        )
    });
    let have = if open
        .iter()
        .map(|side| side.without_row.len())
        .sum::<usize>()
        == 1
    {
        "has"
    } else {
        "have"
    };
    format!("{} {have} no row", sides.collect::<Vec<_>>().join(" and "))
}

/// The controls without a row, the first of them by name.
pub(super) fn names(context: &Context<'_, '_>, open: &[OpenSide]) -> String {
    let controls: Vec<ControlId> = open
        .iter()
        .flat_map(|side| &side.without_row)
        .copied()
        .collect();
    listed(controls.into_iter().map(|control| context.name(control)))
}
