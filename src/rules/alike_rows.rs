//! Rows that speak of the same two ends.

use xwalk_model::{ControlId, End, Model, RowId};
use xwalk_syntax::ast::Status;

/// Groups of at least two rows on one pair of ends, whichever way round, in order of the ends; the rows of a group in
/// order. Withdrawn rows are left out.
pub(super) fn alike_rows(model: &Model<'_>) -> Vec<Vec<RowId>> {
    // Nearly all rows go from one control to one other: those are sorted by plain numbers.
    let mut pairs: Vec<(ControlId, ControlId, RowId)> = Vec::with_capacity(model.rows.len());
    let mut others: Vec<RowId> = Vec::new();
    for (id, row) in model.rows.iter() {
        if model.status(row) == Status::Withdrawn {
            continue;
        }
        match (row.source.single(), row.target.single()) {
            (Some(source), Some(target)) => {
                pairs.push((source.min(target), source.max(target), id));
            }
            _ => others.push(id),
        }
    }
    pairs.sort_unstable();
    let same_pair = |one: &(ControlId, ControlId, RowId), other: &(ControlId, ControlId, RowId)| {
        (one.0, one.1) == (other.0, other.1)
    };
    let of_pairs = pairs.chunk_by(same_pair).filter(|group| group.len() > 1);
    let mut groups: Vec<Vec<RowId>> = of_pairs
        .map(|group| group.iter().map(|(_, _, row)| *row).collect())
        .collect();

    let ends = |id: RowId| -> (&End, &End) {
        let row = &model.rows[id];
        if row.source <= row.target {
            (&row.source, &row.target)
        } else {
            (&row.target, &row.source)
        }
    };
    others.sort_by(|one, other| ends(*one).cmp(&ends(*other)).then(one.cmp(other)));
    let of_others = others
        .chunk_by(|one, other| ends(*one) == ends(*other))
        .filter(|group| group.len() > 1);
    groups.extend(of_others.map(<[RowId]>::to_vec));
    groups
}
