//! What lies within several controls together: for that, rows and the hierarchy have to be taken as a whole.

use super::eligibility::Eligibilities;
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

/// All of them that rows that count, or the hierarchy, tell of.
pub(super) fn all_wholes(model: &Model<'_>, eligibilities: &Eligibilities) -> Vec<Whole> {
    let rows = model.rows.iter();
    let counted = rows.filter(|(id, _)| eligibilities[*id] == Eligibility::Counts);
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
        let parts: Vec<_> = model.parts(id).collect();
        (whole && !parts.is_empty()).then_some(Whole {
            control: id,
            parts,
            row: None,
        })
    });
    unions.chain(nested).collect()
}

/// Those that rows that count, and are taken from a standpoint, or the hierarchy tell of.
pub(super) fn wholes(model: &Model<'_>, logic: &Logic, standpoint: Standpoint) -> Vec<Whole> {
    let mut wholes = all_wholes(model, &logic.eligibilities);
    wholes.retain(|whole| {
        let row = whole.row;
        row.is_none_or(|row| logic.takes(model, standpoint, row))
    });
    wholes
}
