//! Mappings without rows.

use super::{Context, Rule};
use xwalk_diagnostic::{Diagnostic, code};

code! {
    /// A mapping has no rows.
    ///
    /// It claims nothing, but still appears in every list of mappings.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// mapping later from nist-csf@2.0 to pci-dss@4.0.1 {
    /// }
    /// ```
    ///
    /// Write its rows, or delete it. To say that one framework has nothing to do with the other, write a row with `*` for
    /// each control.
    EMPTY_MAPPING = "XW0602" "empty-mapping" Warning;
}

pub(super) const RULE: Rule = Rule {
    code: EMPTY_MAPPING,
    check,
};

fn check(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    // Rows that were left out have been reported; the mapping is not empty to its author.
    let mappings = context
        .mappings()
        .filter(|(_, mapping)| mapping.first_row == mapping.end_row && mapping.left_out == 0);
    mappings
        .map(|(_, mapping)| {
            let message = format!("the mapping `{}` has no rows", mapping.name);
            let first = |framework| context.model.assessable(framework).next();
            let help = match (first(mapping.from), first(mapping.to)) {
                (Some((_, source)), Some((_, target))) => format!(
                    "write its rows, such as `{} intersects-with {}`, or delete it",
                    source.identifier, target.identifier
                ),
                _ => "write its rows, or delete it".to_owned(),
            };
            Diagnostic::new(EMPTY_MAPPING, mapping.place, message).help(help)
        })
        .collect()
}
