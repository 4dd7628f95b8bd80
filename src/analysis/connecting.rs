//! What connects two controls that share something: rows on the two, or a proof.

use std::cmp::Reverse;

use super::Chain;
use super::logic::Proof;
use xwalk_model::{ControlId, Id as _, Model, RowId};

/// How many of the controls that share something with one are listed with their rows: those to which the connection is
/// strongest. How many more there are is said.
const LISTED: usize = 3;

/// From which end a proof is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Read {
    /// From where it starts.
    Forward,
    /// From where it ends.
    Backward,
}

/// What connects a control with one that shares something with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connection {
    /// The other control.
    pub other: ControlId,
    /// Of rows on the two, the greatest strength that one states; of a proof, the least of its rows. `None` where no
    /// strength is stated, or one row of a proof states none.
    pub strength: Option<u8>,
    /// The rows: those on the two, the strongest first; or those of the proof, in its order.
    pub rows: Vec<RowId>,
}

impl Connection {
    /// By rows on the two.
    pub(super) fn stated(
        model: &Model<'_>,
        other: ControlId,
        rows: impl Iterator<Item = RowId>,
    ) -> Self {
        let mut rows: Vec<RowId> = rows.collect();
        rows.sort_by_cached_key(|id| {
            let row = &model.rows[*id];
            let mapping = &model.mappings[row.mapping];
            // By name and number: no order of files shows.
            let number = id.index() - mapping.first_row.index();
            (Reverse(row.strength), mapping.name, number)
        });
        let first = rows.first().map(|row| &model.rows[*row]);
        Self {
            other,
            strength: first.and_then(|row| row.strength),
            rows,
        }
    }

    /// By a proof.
    pub(super) fn proved(other: ControlId, proof: &Proof, read: Read) -> Self {
        let mut rows: Vec<RowId> = Vec::new();
        for row in proof.chains.iter().flat_map(Chain::rows) {
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
        if read == Read::Backward {
            rows.reverse();
        }
        Self {
            other,
            strength: proof.merit.strength,
            rows,
        }
    }

    /// The few strongest, the strongest first.
    pub(super) fn strongest(mut all: Vec<Self>) -> Vec<Self> {
        all.sort_by_key(|one| (Reverse(one.strength), one.other));
        all.truncate(LISTED);
        all
    }
}
