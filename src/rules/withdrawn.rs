//! Mappings that were taken back.

use super::context::count;
use super::{Context, Rule};
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_syntax::ast::Status;

code! {
    /// A mapping is withdrawn.
    ///
    /// Its rows count nowhere, not even as looked at. That is what `status withdrawn` is for; the note is a
    /// reminder that the mapping can be deleted once nobody refers to it.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "One"
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   status withdrawn
    ///   A intersects-with GV.OC-01
    /// }
    /// ```
    ///
    /// Keep it for the record, or delete it.
    WITHDRAWN_MAPPING = "XW0603" "withdrawn-mapping" Note;
}

pub(super) const RULE: Rule = Rule {
    code: WITHDRAWN_MAPPING,
    check,
};

fn check(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let mappings = context
        .model
        .mappings
        .iter()
        .filter(|(_, mapping)| mapping.status == Status::Withdrawn);
    mappings
        .map(|(id, mapping)| {
            let rows = context
                .model
                .rows_of(id)
                .filter(|(_, row)| !context.counts(row))
                .count();
            let message = format!(
                "`{}` is withdrawn, and with it {}",
                mapping.name,
                count(rows, "claim")
            );
            Diagnostic::new(WITHDRAWN_MAPPING, mapping.place, message)
                .help("keep it for the record, or delete it once nobody refers to it")
        })
        .collect()
}
