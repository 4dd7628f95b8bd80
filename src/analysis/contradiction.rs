//! Rows that cannot all be true.

use rustc_hash::FxHashSet;

use super::argument::{Chain, Merit};
use super::statements::{Statements, Subject};
use xwalk_model::{End, Model, RowId};
use xwalk_reason::Conflict;
use xwalk_relation::Label;

/// A minimal set of rows that cannot all be true, as an argument: a chain shows how two controls relate, and
/// one more row denies it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The chain. Without steps where a row contradicts itself.
    pub chain: Chain,
    /// The row that denies what the chain shows.
    pub denial: RowId,
    /// What that row says of the chain's two ends, first to last: as it is written, source to target.
    pub denied: Label,
    /// All rows that take part, in the order of the argument, each once, the denial last. Take away any one, and this
    /// contradiction is gone.
    pub rows: Vec<RowId>,
    /// What the rows have in common. Where they mix rationales, they may be about different things.
    pub merit: Merit,
    /// Whether it remains if every `intersects-with` is read as `overlaps`.
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
        let (chain, denied) = as_written(model, denial, chain, conflict.denied);
        let mut seen = FxHashSet::default();
        let once = chain
            .rows()
            .filter(|row| *row != denial && seen.insert(*row));
        let rows: Vec<RowId> = once.chain([denial]).collect();
        Some(Self {
            chain,
            denial,
            denied,
            merit: Merit::of(model, rows.iter().copied()),
            rows,
            stands_loosely: conflict.stands_loosely,
        })
    }
}

/// An argument in the direction in which the denying row is written, so that its author knows the row again.
fn as_written(model: &Model<'_>, denial: RowId, chain: Chain, denied: Label) -> (Chain, Label) {
    let row = &model.rows[denial];
    let is_source = |subject: Subject| match subject {
        Subject::Control(control) => row.source.controls().contains(&control),
        Subject::Whole(_) => row.source == End::Everything,
    };
    if is_source(chain.to()) && !is_source(chain.from) {
        (chain.reversed(), denied.converse())
    } else {
        (chain, denied)
    }
}
