//! Which of the rows that contradict each other to look at first.

use rustc_hash::FxHashMap;

use super::Context;
use super::context::listed;
use xwalk_analysis::Contradiction;
use xwalk_model::{MappingId, RowId};

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

    /// Names the rows whose correction resolves most or, if none stands out, all that there are to choose from.
    pub fn advice(&self, context: &Context<'_, '_>, found: &Contradiction) -> String {
        const NAMED: usize = 4;
        let contradictions = |row: &RowId| self.of_row.get(row).copied().unwrap_or(0);
        let most = found.rows.iter().map(contradictions).max().unwrap_or(0);
        let rows = found.rows.iter().copied();
        let suspects: Vec<RowId> = rows.filter(|row| contradictions(row) == most).collect();
        let number = found.rows.len();
        if suspects.len() > NAMED {
            return format!("at least one of the {number} rows is wrong");
        }
        let named = named(context, &suspects);
        match suspects.as_slice() {
            [_] if number == 1 => "correct the row, or delete it".to_owned(),
            all if all.len() == number => format!("at least one of these rows is wrong: {named}"),
            [_] => format!(
                "{} involve {named}: look at that row first",
                self.share(most)
            ),
            _ => format!(
                "{} involve each of {named}: look at these rows first",
                self.share(most)
            ),
        }
    }

    fn share(&self, contradictions: usize) -> String {
        match self.contradictions {
            2 if contradictions == 2 => "both contradictions".to_owned(),
            all if all == contradictions => format!("all {all} contradictions"),
            all => format!("{contradictions} of {all} contradictions"),
        }
    }
}

/// Rows by what they claim, with their mappings if there are several.
fn named(context: &Context<'_, '_>, rows: &[RowId]) -> String {
    let mapping = |row: &RowId| context.model.rows[*row].mapping;
    let mut mappings: Vec<MappingId> = rows.iter().map(mapping).collect();
    mappings.dedup();
    listed(rows.iter().map(|row| match mappings.as_slice() {
        [_] if rows.len() > 1 => context.claim(*row),
        _ => in_mapping(context, *row),
    }))
}

/// `` `A equal X` in `acme-csf` ``.
fn in_mapping(context: &Context<'_, '_>, row: RowId) -> String {
    let mapping = context.model.rows[row].mapping;
    let mapping = context.model.mappings[mapping].name;
    format!("{} in `{mapping}`", context.claim(row))
}
