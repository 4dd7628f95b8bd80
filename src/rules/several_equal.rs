//! Several controls of one framework that are each equal to one of another.

use super::context::listed;
use super::{Context, Rule};
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_model::{ControlId, FrameworkId, RowId};
use xwalk_relation::{Label, Relation};

code! {
    /// Two controls of one framework are both equal to one control of another.
    ///
    /// Then they would be equal to each other, and a framework seldom asks for the same thing twice. Usually the
    /// two together were meant, or each is a part.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "Doors and windows closed"
    /// }
    /// framework house@1 "House rules" {
    ///   H-1 "Doors closed"
    ///   H-2 "Windows closed"
    /// }
    /// mapping acme-house from acme@1 to house@1 {
    ///   rationale functional
    ///   A equal H-1, H-2
    /// }
    /// ```
    ///
    /// Join them with `+` if together they ask for exactly the same, else write `superset-of` or `subset-of`.
    SEVERAL_EQUAL = "XW0509" "several-equal" Warning;
}

pub(super) const RULE: Rule = Rule {
    code: SEVERAL_EQUAL,
    check,
};

fn check(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let model = context.model;
    let framework = |control: ControlId| model.controls[control].framework;
    let mut equals: Vec<(ControlId, FrameworkId, ControlId, RowId)> = Vec::new();
    for (id, row) in model.rows.iter() {
        let counts = context.counts(row) && row.condition().is_none();
        if row.label == Label::only(Relation::Equal)
            && counts
            && let (Some(source), Some(target)) = (row.source.single(), row.target.single())
        {
            equals.push((source, framework(target), target, id));
            equals.push((target, framework(source), source, id));
        }
    }
    equals.sort_unstable();
    // One row for each pair is enough to show it.
    equals.dedup_by_key(|(control, framework, other, _)| (*control, *framework, *other));
    equals
        .chunk_by(|one, other| (one.0, one.1) == (other.0, other.1))
        .filter_map(|group| several(context, group))
        .collect()
}

/// Reports a group of rows that make several controls equal to one, at the last of them.
fn several(
    context: &Context<'_, '_>,
    group: &[(ControlId, FrameworkId, ControlId, RowId)],
) -> Option<Diagnostic> {
    const SHOWN: usize = 6;
    let mut rows: Vec<RowId> = group.iter().map(|(_, _, _, row)| *row).collect();
    rows.sort_by_key(|row| (context.claim_place(*row), *row));
    let last = rows.pop().filter(|_| !rows.is_empty())?;
    let (control, _, _, _) = group.first()?;
    let equals = listed(group.iter().map(|(_, _, other, _)| context.name(*other)));
    let message = format!(
        "{equals} are each equal to {}, so they would be equal to each other",
        context.name(*control)
    );
    let diagnostic = Diagnostic::new(SEVERAL_EQUAL, context.claim_place(last), message)
        .help("if together they ask for the same, join them with `+`; else `subset-of` or `superset-of` says that each is a part");
    Some(rows.iter().take(SHOWN).fold(diagnostic, |diagnostic, row| {
        diagnostic.also(context.claim_place(*row), "equal as well")
    }))
}
