//! Which pairs somebody has stated something of.

use rustc_hash::FxHashSet;

use xwalk_model::{ControlId, Model};
use xwalk_relation::Word;
use xwalk_syntax::ast::Status;

/// The pairs of single controls on which a row stands, whether it counts or not; withdrawn rows were never there, and what
/// is only called related is still a question.
pub(super) struct Stated(FxHashSet<(ControlId, ControlId)>);

impl Stated {
    pub fn of(model: &Model<'_>) -> Self {
        let rows = model.rows.iter().map(|(_, row)| row);
        let standing = rows
            .filter(|row| model.status(row) != Status::Withdrawn && row.word != Word::RelatedTo);
        let pairs =
            standing.filter_map(|row| Some(pair(row.source.single()?, row.target.single()?)));
        Self(pairs.collect())
    }

    pub fn is_stated(&self, one: ControlId, other: ControlId) -> bool {
        self.0.contains(&pair(one, other))
    }
}

/// A pair whichever way round it is read: lower control first.
pub(super) fn pair(one: ControlId, other: ControlId) -> (ControlId, ControlId) {
    (one.min(other), one.max(other))
}
