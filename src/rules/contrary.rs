//! Rows that call the same pair contrary and the same.

use super::{Context, Rule};
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_model::{Row, RowId};
use xwalk_relation::{Label, Relation, Word};

code! {
    /// One pair of controls is said to be contrary, and also equal.
    ///
    /// What has the same intent cannot have the opposite one, whoever says it and in whichever style. `equal` goes on counting
    /// as it is written, since `contrary` says nothing of sets; but one of the two rows is a mistake. `identical` and
    /// `equivalent` are treated like `equal` here. Rows under different conditions are not compared.
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
    /// mapping second from acme@1 to nist-csf@2.0 {
    ///   style     supportive
    ///   rationale functional
    ///   A contrary GV.OC-01
    /// }
    /// ```
    ///
    /// Find out which row is right, and delete the other one or set it to `status withdrawn`.
    CONTRARY_AND_EQUAL = "XW0525" "contrary-and-equal" Warning;
}

pub(super) const RULE: Rule = Rule {
    code: CONTRARY_AND_EQUAL,
    check,
};

/// One finding for each row that says `contrary`, with the first row that says the opposite.
fn check(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let rows = &context.model.rows;
    let mut found = Vec::new();
    for group in context.alike_rows() {
        let contrary = group.iter().filter(|id| rows[**id].word == Word::Contrary);
        for id in contrary {
            let mut others = group.iter();
            let other = others.find(|other| clash(context, *id, **other));
            found.extend(other.map(|other| told(context, *id, *other)));
        }
    }
    found
}

/// Whether a row says that two controls are the same.
fn says_the_same(row: &Row<'_>) -> bool {
    match row.word {
        Word::Identical | Word::Equivalent => true,
        Word::Set(_) => row.label == Label::only(Relation::Equal),
        _ => false,
    }
}

/// Whether another row says the opposite under the same condition, or under none, and no other rule tells so.
fn clash(context: &Context<'_, '_>, contrary: RowId, other: RowId) -> bool {
    let model = context.model;
    let (row, other) = (&model.rows[contrary], &model.rows[other]);
    let conditions = row.condition().zip(other.condition());
    let is_told = row.mapping == other.mapping
        && model.rationale(row) == model.rationale(other)
        && row.condition() == other.condition()
        && other.word.is_supportive();
    says_the_same(other) && !is_told && conditions.is_none_or(|(one, other)| one == other)
}

fn told(context: &Context<'_, '_>, contrary: RowId, other: RowId) -> Diagnostic {
    let message = format!(
        "{} says the opposite of {}",
        context.claim(contrary),
        context.claim(other)
    );
    Diagnostic::new(CONTRARY_AND_EQUAL, context.claim_place(contrary), message)
        .also(context.claim_place(other), "the other claim")
        .help("one of the two is a mistake: delete it, or set it to `status withdrawn`")
}
