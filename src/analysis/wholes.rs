//! What lies within several controls together: for that, rows and the hierarchy have to be taken as a whole.

use super::{Eligibility, Logic, Standpoint};
use xwalk_model::{ControlId, End, Model, RowId};
use xwalk_relation::Label;
use xwalk_syntax::ast::Nesting;

/// A control that lies within several others together.
pub(super) struct Whole {
    pub control: ControlId,
    pub parts: Vec<ControlId>,
    /// The row that says so; `None` for `nesting whole`.
    pub row: Option<RowId>,
}

/// All of them that rows that count, and are taken from a standpoint, or the hierarchy tell of.
pub(super) fn wholes(model: &Model<'_>, logic: &Logic, standpoint: Standpoint) -> Vec<Whole> {
    let rows = model.rows.iter();
    let counted = rows.filter(|(id, _)| {
        logic.eligibilities[*id] == Eligibility::Counts && logic.takes(model, standpoint, *id)
    });
    let unions = counted.filter_map(|(id, row)| {
        let (control, parts, label) = match (&row.source, &row.target) {
            (End::Control(whole), End::Union(parts)) => (whole, parts, row.label),
            (End::Union(parts), End::Control(whole)) => (whole, parts, row.label.converse()),
            _ => return None,
        };
        label.implies(Label::WITHIN).then(|| Whole {
            control: *control,
            parts: parts.to_vec(),
            row: Some(id),
        })
    });
    let nested = model.controls.iter().filter_map(|(id, control)| {
        let whole = model.frameworks[control.framework].nesting == Nesting::Whole;
        let parts: Vec<_> = model.children(id).collect();
        (whole && !parts.is_empty()).then_some(Whole {
            control: id,
            parts,
            row: None,
        })
    });
    unions.chain(nested).collect()
}
