//! Set relations without a rationale.

use super::context::count;
use super::{Context, Rule};
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_syntax::ast::Style;

code! {
    /// Rows of a set-theory mapping name no rationale.
    ///
    /// Two controls may have similar wording but ask for different results. IR 8477 (section 4.3) therefore requires
    /// each relation to say whether it is about wording, meaning or result.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "One"
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   A intersects-with GV.OC-01
    /// }
    /// ```
    ///
    /// Write `rationale functional` (or `semantic`, `syntactic`) in the header; a row that differs names its own.
    MISSING_RATIONALE = "XW0512" "missing-rationale" Note;
}

pub(super) const RULE: Rule = Rule {
    code: MISSING_RATIONALE,
    check,
};

/// One note for each mapping.
fn check(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (id, mapping) in context
        .mappings()
        .filter(|(_, mapping)| mapping.style == Style::SetTheory)
    {
        let mut bare = context
            .rows_of(id)
            .filter(|(_, row)| context.model.rationale(row).is_none());
        if let Some((_, first)) = bare.next() {
            let rows = count(1 + bare.count(), "claim");
            let message = format!("`{}` gives no rationale for {rows}", mapping.name);
            found.push(
                Diagnostic::new(MISSING_RATIONALE, mapping.place, message)
                    .also(context.row_place(first), "the first of them")
                    .help("write `rationale functional` (or `semantic`, `syntactic`) in the header; a row that differs names its own"),
            );
        }
    }
    found
}
