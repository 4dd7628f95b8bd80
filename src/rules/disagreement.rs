//! Two mappings that cannot both be right about one pair.

use super::unmapped::{self, Unmapped};
use super::{Context, Rule};
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_model::{MappingId, RowId};
use xwalk_relation::Label;
use xwalk_syntax::ast::Rationale;

code! {
    /// Two mappings contradict each other about one pair.
    ///
    /// Different authors may know more or less about a pair, and that is not a contradiction. Here nothing is
    /// left that could be true if both are right, so neither of the rows counts. Rows with different rationales or under
    /// conditions are not compared.
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
    MAPPINGS_DISAGREE = "XW0504" "mappings-disagree" Error;
}

pub(super) const RULE: Rule = Rule {
    code: MAPPINGS_DISAGREE,
    check,
};

fn check(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for group in context.alike_rows() {
        // The first rows of two mappings for each thing that is said under each rationale: a few, whatever the group's
        // size, and if any row of another mapping contradicts, one of them does.
        let mut said: Vec<Said> = Vec::new();
        for id in group {
            let row = &context.model.rows[*id];
            if row.condition().is_some() {
                continue;
            }
            let new = Said {
                id: *id,
                mapping: row.mapping,
                rationale: context.model.rationale(row),
                label: if row.source <= row.target {
                    row.label
                } else {
                    row.label.converse()
                },
            };
            if let Some(first) = said.iter().find(|first| first.contradicts(&new)) {
                found.push(disagreement(context, first.id, *id));
            }
            let mut same = said.iter().filter(|first| first.says_the_same(&new));
            let is_known = same.clone().any(|first| first.mapping == new.mapping);
            if !is_known && same.nth(1).is_none() {
                said.push(new);
            }
        }
    }
    for Unmapped {
        declared, mapped, ..
    } in unmapped::contradictions(context)
    {
        // What only relates denies nothing: that the two sides differ is told by another rule.
        if context.model.rows[mapped].word.relates() {
            continue;
        }
        let (one, other) = (declared.min(mapped), declared.max(mapped));
        if context.model.rows[one].mapping != context.model.rows[other].mapping {
            found.push(disagreement(context, one, other));
        }
    }
    found
}

/// What a row says of its pair, read from the same end as the others.
struct Said {
    id: RowId,
    mapping: MappingId,
    rationale: Option<Rationale>,
    label: Label,
}

impl Said {
    fn says_the_same(&self, other: &Self) -> bool {
        (self.label, self.rationale) == (other.label, other.rationale)
    }

    fn contradicts(&self, other: &Self) -> bool {
        self.mapping != other.mapping
            && self.rationale == other.rationale
            && self.label.and(other.label).is_contradiction()
    }
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
