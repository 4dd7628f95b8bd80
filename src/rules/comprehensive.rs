//! Claims that everything on a side has something that corresponds, and has not.

use super::context::listed;
use super::named::named;
use super::{Context, Rule};
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_model::{ControlId, FrameworkId, MappingId};
use xwalk_relation::{Label, Relation, Word};

code! {
    /// A mapping claims to be comprehensive, and some controls have nothing that corresponds.
    ///
    /// `comprehensive source` says that every assessable control of the source is related to something in the target, as
    /// NIST's OLIR programme asks of a submission (NIST IR 8278A, section 3.1.12). That is more than `complete`, which
    /// says only that every control was looked at: `no-relationship` answers `complete`, and here it does not count; nor
    /// do `contrary` and rows that are withdrawn.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "One"
    ///   B "Two"
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   rationale     functional
    ///   comprehensive source
    ///   A intersects-with GV.OC-01
    ///   B no-relationship * "Nothing of the kind"
    /// }
    /// ```
    ///
    /// Claim it only of the side of which it is true, or write `comprehensive none`. If a control of the list has something that
    /// corresponds, write its row.
    UNMET_COMPREHENSIVE = "XW0608" "unmet-comprehensive" Warning;
}

pub(super) const RULE: Rule = Rule {
    code: UNMET_COMPREHENSIVE,
    check,
};

/// One warning for each side of which the claim is not true.
fn check(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (id, mapping) in context.mappings() {
        let Some((sides, place)) = mapping.comprehensive else {
            continue;
        };
        if context.is_broken(mapping) {
            continue;
        }
        let claimed = [(mapping.from, sides.source()), (mapping.to, sides.target())];
        for (framework, _) in claimed.into_iter().filter(|(_, claimed)| *claimed) {
            let open = unrelated(context, id, framework);
            if open.is_empty() {
                continue;
            }
            let label = context.model.frameworks[framework].label();
            let message = format!(
                "`{}` claims to be comprehensive, and nothing corresponds to {} of `{label}`",
                mapping.name,
                super::context::count(open.len(), "assessable control")
            );
            found.push(
                Diagnostic::new(UNMET_COMPREHENSIVE, place, message).help(format!(
                    "claim it only of a side of which it is true, or write a row for each that has something: {}",
                    listed(open.into_iter().map(|control| context.name(control)))
                )),
            );
        }
    }
    found
}

/// The assessable controls of a framework that no row of a mapping relates to anything, in preorder.
fn unrelated(
    context: &Context<'_, '_>,
    mapping: MappingId,
    framework: FrameworkId,
) -> Vec<ControlId> {
    let nothing = Label::only(Relation::NoRelationship);
    let rows = context.rows_of(mapping).map(|(_, row)| row);
    let rows = rows.filter(|row| row.label != nothing && row.word != Word::Contrary);
    let controls = named(context.model, framework, rows).into_iter();
    let unrelated = controls.filter(|(_, is_related)| !is_related);
    unrelated.map(|(control, _)| control).collect()
}
