//! Two rows of one mapping that say different things of one pair.

use rustc_hash::FxHashMap;

use super::{Context, Rule};
use xwalk_diagnostic::{Code, Diagnostic, code};
use xwalk_model::{Row, RowId};
use xwalk_relation::{Label, Relation, Word};

code! {
    /// Two rows of one mapping contradict each other.
    ///
    /// Exactly one of the five set relations holds for any pair of controls, so at most one of the rows is right.
    /// Rows with different rationales or conditions are different claims and are not compared here.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "One"
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   rationale functional
    ///   A subset-of   GV.OC-01
    ///   A superset-of GV.OC-01
    /// }
    /// ```
    ///
    /// Decide which of the two is right and delete the other one.
    CONFLICTING_ROWS = "XW0502" "conflicting-rows" Error;

    /// Two rows of one mapping say different things about one pair, and both can be true.
    ///
    /// One of them is less exact than the other, or each says something that the other does not. Readers will quote
    /// the one that they find first.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "One"
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   rationale functional
    ///   A subset-of       GV.OC-01
    ///   A subset-of|equal GV.OC-01
    /// }
    /// ```
    ///
    /// Keep one row, with what is known for certain.
    DIFFERING_ROWS = "XW0503" "differing-rows" Warning;
}

pub(super) const CONFLICTING: Rule = Rule {
    code: CONFLICTING_ROWS,
    check: |context| pairs(context, CONFLICTING_ROWS, contradict, "contradicts"),
};

pub(super) const DIFFERING: Rule = Rule {
    code: DIFFERING_ROWS,
    check: |context| pairs(context, DIFFERING_ROWS, differ, "differs from"),
};

/// Whether both cannot be true.
fn contradict(one: &Row<'_>, other: &Row<'_>) -> bool {
    let contrary = |row: &Row<'_>| row.word == Word::Contrary;
    let apart = |row: &Row<'_>| row.label == Label::only(Relation::NoRelationship);
    one.label.and(other.label).is_contradiction()
        || one.word.relates() && apart(other)
        || apart(one) && other.word.relates()
        || (one.word.is_supportive()
            && other.word.is_supportive()
            && contrary(one) != contrary(other))
}

/// Whether both can be true, and say different things of the two sets. (Several supportive words may hold at once.)
fn differ(one: &Row<'_>, other: &Row<'_>) -> bool {
    let says_something = |row: &Row<'_>| row.label != Label::ANY;
    says_something(one)
        && says_something(other)
        && one.label != other.label
        && !contradict(one, other)
}

/// Compares each row that says something new with the earlier ones of its mapping on the same pair, under the same
/// rationale and condition.
fn pairs(
    context: &Context<'_, '_>,
    code: &'static Code,
    clash: fn(&Row<'_>, &Row<'_>) -> bool,
    verb: &str,
) -> Vec<Diagnostic> {
    let model = context.model;
    let mut found = Vec::new();
    for group in context.alike_rows() {
        // The first row for each thing that is said: a few, whatever the group's size.
        let mut said: FxHashMap<_, Vec<RowId>> = FxHashMap::default();
        for id in group {
            let row = &model.rows[*id];
            let claim = (row.mapping, model.rationale(row), row.condition());
            let earlier = said.entry(claim).or_default();
            let says_the_same =
                |first: &Row<'_>| (first.word, first.label) == (row.word, row.label);
            if earlier
                .iter()
                .any(|first| says_the_same(&model.rows[*first]))
            {
                continue;
            }
            if let Some(first) = earlier
                .iter()
                .find(|first| clash(&model.rows[**first], row))
            {
                let message = format!("{} {verb} {}", context.claim(*id), context.claim(*first));
                found.push(
                    Diagnostic::new(code, context.claim_place(*id), message)
                        .also(context.claim_place(*first), "the other claim")
                        .help("keep the one that is right; with different rationales or conditions, both can stay"),
                );
            }
            earlier.push(*id);
        }
    }
    found
}
