//! Rows that cannot all be true.

use super::argument::{Chain, Merit};
use super::statements::Statements;
use crate::model::{Model, RowId};
use crate::reason::Conflict;
use crate::relation::Label;

/// A minimal set of rows that cannot all be true, as an argument: a chain shows how two controls lie to each other, and
/// one more row denies it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The chain. Without steps where a row contradicts itself.
    pub chain: Chain,
    /// The row that denies what the chain shows.
    pub denial: RowId,
    /// What that row says of the chain's two ends, first to last.
    pub denied: Label,
    /// All rows that take part, in the order of the argument, each once, the denial last. Take away any one, and this
    /// contradiction is gone.
    pub rows: Vec<RowId>,
    /// What the rows have in common. Where they mix rationales, they may speak of different things.
    pub merit: Merit,
    /// Whether it remains if every `intersects-with` is read as `related-to`.
    pub stands_loosely: bool,
}

impl Contradiction {
    pub(super) fn of(
        model: &Model<'_>,
        statements: &Statements,
        conflict: &Conflict,
    ) -> Option<Self> {
        let chain = Chain::of(statements, &conflict.chain)?;
        let denial = statements.row(conflict.denial)?;
        let mut rows: Vec<RowId> = Vec::new();
        for row in chain.rows().filter(|row| *row != denial) {
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
        rows.push(denial);
        Some(Self {
            chain,
            denial,
            denied: conflict.denied,
            merit: Merit::of(model, rows.iter().copied()),
            rows,
            stands_loosely: conflict.stands_loosely,
        })
    }
}
