//! How far a row must have come to count.

use std::collections::BTreeSet;

use xwalk_model::{MappingId, Model, Row};
use xwalk_syntax::ast::Status;

/// How far a row must have come to count: to a status, or into a mapping that is accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Floor {
    /// The weakest status that counts by itself.
    pub status: Status,
    /// The mappings whose rows count whatever their status, unless they are withdrawn.
    accepted: BTreeSet<MappingId>,
}

impl Floor {
    /// A status, and nothing is accepted below it.
    #[must_use]
    pub const fn of(status: Status) -> Self {
        let accepted = BTreeSet::new();
        Self { status, accepted }
    }

    /// A status, and what is accepted below it.
    #[must_use]
    pub const fn with_accepted(status: Status, accepted: BTreeSet<MappingId>) -> Self {
        Self { status, accepted }
    }

    /// Whether a row has come far enough.
    #[must_use]
    pub fn is_passed_by(&self, model: &Model<'_>, row: &Row<'_>) -> bool {
        let status = model.status(row);
        status >= self.status || status != Status::Withdrawn && self.accepted.contains(&row.mapping)
    }

    /// Whether a row counts that would not by its status alone.
    pub(super) fn lets_in_more(&self, model: &Model<'_>) -> bool {
        let mut accepted = self.accepted.iter();
        accepted.any(|mapping| {
            let mut rows = model.rows_of(*mapping);
            rows.any(|(_, row)| model.status(row) < self.status && self.is_passed_by(model, row))
        })
    }
}
