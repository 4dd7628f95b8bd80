//! Which of the rows that contradict each other to look at first.

use rustc_hash::FxHashMap;

use super::Context;
use super::context::listed;
use crate::analysis::Contradiction;
use crate::model::{MappingId, RowId};

/// In how many contradictions each row takes part.
pub(super) struct Suspects {
    contradictions: usize,
    of_row: FxHashMap<RowId, usize>,
}

impl Suspects {
    /// Counts over all contradictions, whichever rule reports them.
    pub fn of(contradictions: &[Contradiction]) -> Self {
        let mut of_row: FxHashMap<RowId, usize> = FxHashMap::default();
        for row in contradictions.iter().flat_map(|found| &found.rows) {
            *of_row.entry(*row).or_default() += 1;
        }
        Self {
            contradictions: contradictions.len(),
            of_row,
        }
    }

    /// Names the row whose correction resolves most or, if none stands out, the rows that there are to choose from.
    pub fn advice(&self, context: &Context<'_, '_>, found: &Contradiction) -> String {
        const NAMED: usize = 4;
        let contradictions = |row: &RowId| self.of_row.get(row).copied().unwrap_or(0);
        let most = found.rows.iter().map(contradictions).max().unwrap_or(0);
        let rows = found.rows.iter();
        let (suspects, others): (Vec<RowId>, Vec<RowId>) =
            rows.partition(|row| contradictions(row) == most);
        // Of several, the one with the lowest status, then by names: no order of files or rows shows.
        let status = |row: RowId| context.model.status(&context.model.rows[row]);
        let first = suspects
            .iter()
            .min_by_key(|row| (status(**row), in_mapping(context, **row)))
            .filter(|_| !others.is_empty());
        if let Some(first) = first {
            let contradictions = match self.contradictions {
                2 if most == 2 => "both contradictions".to_owned(),
                all if most == all => format!("all {all} contradictions"),
                all => format!("{most} of {all} contradictions"),
            };
            let row = in_mapping(context, *first);
            return format!("{contradictions} go through {row}: look at that row first");
        }
        match found.rows.as_slice() {
            [_] => "correct the row, or delete it".to_owned(),
            rows if rows.len() <= NAMED => {
                format!(
                    "at least one of these rows is wrong: {}",
                    named(context, rows)
                )
            }
            rows => format!("at least one of the {} rows is wrong", rows.len()),
        }
    }
}

/// Rows by what they claim, with their mappings if there are several.
fn named(context: &Context<'_, '_>, rows: &[RowId]) -> String {
    let mapping = |row: &RowId| context.model.rows[*row].mapping;
    let mut mappings: Vec<MappingId> = rows.iter().map(mapping).collect();
    mappings.dedup();
    listed(rows.iter().map(|row| match mappings.as_slice() {
        [_] => context.claim(*row),
        _ => in_mapping(context, *row),
    }))
}

/// `` `A equal X` in `acme-csf` ``.
fn in_mapping(context: &Context<'_, '_>, row: RowId) -> String {
    let mapping = context.model.rows[row].mapping;
    let mapping = context.model.mappings[mapping].name;
    format!("{} in `{mapping}`", context.claim(row))
}
