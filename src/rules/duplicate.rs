//! The same claim twice in one mapping.

use rustc_hash::FxHashMap;

use super::{Context, Rule};
use xwalk_diagnostic::{Diagnostic, code};

code! {
    /// A mapping makes the same claim twice.
    ///
    /// The second row adds nothing, and a correction of one of them would leave the other behind. Rows with different
    /// rationales or conditions are different claims.
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
    ///   A intersects-with GV.OC-01
    /// }
    /// ```
    ///
    /// Delete one of the two; if their notes differ, merge them.
    DUPLICATE_ROW = "XW0501" "duplicate-row" Warning;
}

pub(super) const RULE: Rule = Rule {
    code: DUPLICATE_ROW,
    check,
};

fn check(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let model = context.model;
    let mut found = Vec::new();
    for group in context.alike_rows() {
        let mut first_of = FxHashMap::default();
        for id in group {
            let row = &model.rows[*id];
            let property = row.details.as_ref().and_then(|details| details.property);
            let claim = (
                row.mapping,
                row.word,
                row.label,
                model.rationale(row),
                row.condition(),
                property,
            );
            let first = *first_of.entry(claim).or_insert(*id);
            if first != *id {
                let message = format!(
                    "{} appears twice in `{}`",
                    context.claim(*id),
                    model.mappings[row.mapping].name
                );
                found.push(
                    Diagnostic::new(DUPLICATE_ROW, context.claim_place(*id), message)
                        .label("claimed again here")
                        .also(context.claim_place(first), "claimed first here")
                        .help("delete one of the two; if their notes differ, merge them"),
                );
            }
        }
    }
    found
}
