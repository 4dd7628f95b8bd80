//! Two mappings that cannot both be right about one pair.

use super::unmapped::{self, Unmapped};
use super::{Context, Rule};
use crate::diagnostic::{Diagnostic, code};
use crate::model::{Row, RowId};
use crate::relation::Label;

code! {
    /// Two mappings contradict each other about one pair.
    ///
    /// Different authors may know more or less of a pair, and that is no contradiction. Here nothing is left that
    /// could be true of it if both are right. Rows with different rationales or under conditions are not compared.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "One"
    /// }
    /// mapping first from acme@1 to nist-csf@2.0 {
    ///   rationale functional
    ///   A equal GV.OC-01
    /// }
    /// mapping second from nist-csf@2.0 to acme@1 {
    ///   rationale functional
    ///   GV.OC-01 subset-of A
    /// }
    /// ```
    ///
    /// Find out which author is right. Set the row that is wrong, or its mapping, to `status withdrawn`.
    MAPPINGS_DISAGREE = "XW0504" "mappings-disagree" Warning;
}

pub(super) const RULE: Rule = Rule {
    code: MAPPINGS_DISAGREE,
    check,
};

fn check(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for group in context.alike_rows() {
        // The first row for each thing that is said of the pair: at most thirty-one labels, whatever the group's size.
        let mut said: Vec<(Label, RowId)> = Vec::new();
        for id in group {
            let row = &context.model.rows[*id];
            if row.condition().is_some() {
                continue;
            }
            let label = if row.source <= row.target {
                row.label
            } else {
                row.label.converse()
            };
            let other = said.iter().find(|(other, first)| {
                label.and(*other).is_contradiction()
                    && are_comparable(context, &context.model.rows[*first], row)
            });
            if let Some((_, first)) = other {
                found.push(disagreement(context, *first, *id));
            }
            if said.iter().all(|(other, _)| *other != label) {
                said.push((label, *id));
            }
        }
    }
    for Unmapped { declared, mapped } in unmapped::contradictions(context) {
        let (one, other) = (declared.min(mapped), declared.max(mapped));
        if are_comparable(
            context,
            &context.model.rows[one],
            &context.model.rows[other],
        ) {
            found.push(disagreement(context, one, other));
        }
    }
    found
}

fn are_comparable(context: &Context<'_, '_>, one: &Row<'_>, other: &Row<'_>) -> bool {
    one.mapping != other.mapping && context.model.rationale(one) == context.model.rationale(other)
}

/// Reports at the later file: the workspace's rather than the bundled one.
fn disagreement(context: &Context<'_, '_>, one: RowId, other: RowId) -> Diagnostic {
    let place = |id: &RowId| context.claim_place(*id);
    let (first, second) = if place(&one) <= place(&other) {
        (one, other)
    } else {
        (other, one)
    };
    let mapping = |id: RowId| context.model.mappings[context.model.rows[id].mapping].name;
    let message = format!(
        "{} in `{}` cannot be true together with {} in `{}`",
        context.claim(second),
        mapping(second),
        context.claim(first),
        mapping(first),
    );
    Diagnostic::new(MAPPINGS_DISAGREE, place(&second), message)
        .also(place(&first), "the other claim")
        .help("find out which is right, and set the other row or its mapping to `status withdrawn`")
}
