//! Properties of support on rows that claim none.

use super::{Context, Rule};
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_relation::Word;

code! {
    /// A row has a property of support, but its relation is not a supporting one.
    ///
    /// `example-of`, `integral-to` and `precedes` say in which way one control supports another (IR 8477 section 4.2).
    /// Elsewhere they mean nothing.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "One"
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   style supportive
    ///   A equivalent GV.OC-01 integral-to
    /// }
    /// ```
    ///
    /// Delete the property, or write `supports` or `supported-by`.
    PROPERTY_WITHOUT_SUPPORT = "XW0510" "property-without-support" Warning;
}

pub(super) const RULE: Rule = Rule {
    code: PROPERTY_WITHOUT_SUPPORT,
    check,
};

fn check(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (_, row) in context.model.rows.iter() {
        let Some(property) = row.details.as_ref().and_then(|details| details.property) else {
            continue;
        };
        if !matches!(row.word, Word::Supports | Word::SupportedBy) {
            let message = format!(
                "`{}` says how one control supports another, and this row says `{}`",
                property.word(),
                row.relation_text()
            );
            found.push(
                Diagnostic::new(PROPERTY_WITHOUT_SUPPORT, context.row_place(row), message)
                    .help("delete it, or write `supports` or `supported-by` as the relation"),
            );
        }
    }
    found
}
