//! What leads from an old edition to a new one.

use crate::eligibility::Eligibility;
use crate::logic::{Logic, Prover};
use crate::standpoint::Standpoint;
use xwalk_model::{End, FrameworkId, MappingId, Model, Row, RowId};
use xwalk_relation::Label;

/// The mappings between two editions, and all that follows from them and from the mapping that is carried over. Nothing
/// else takes part: what is carried over must not rest on what others say.
pub(super) struct Crosswalk<'a, 's> {
    pub model: &'a Model<'s>,
    pub logic: &'a Logic,
    /// What follows from both.
    pub prover: Prover<'a, 'a, 's>,
    /// What follows from the mappings between the editions alone.
    pub editions: Prover<'a, 'a, 's>,
    pub old: FrameworkId,
    pub new: FrameworkId,
    mappings: Vec<MappingId>,
}

impl<'a, 's> Crosswalk<'a, 's> {
    pub fn new(
        model: &'a Model<'s>,
        logic: &'a Logic,
        [old, new]: [FrameworkId; 2],
        carried: MappingId,
    ) -> Self {
        let mappings = between(model, [old, new]);
        let of_editions = |row: &Row<'_>| mappings.contains(&row.mapping);
        Self {
            model,
            logic,
            prover: logic.prover_of(model, Standpoint::All, |row| {
                row.mapping == carried || of_editions(row)
            }),
            editions: logic.prover_of(model, Standpoint::All, of_editions),
            old,
            new,
            mappings,
        }
    }

    /// All rows between the editions.
    pub fn rows(&self) -> impl Iterator<Item = (RowId, &'a Row<'s>)> {
        let mappings = self.mappings.iter();
        mappings.flat_map(|mapping| self.model.rows_of(*mapping))
    }

    /// Those that count, whatever they are taken together with.
    pub fn rows_that_count(&self) -> impl Iterator<Item = (RowId, &'a Row<'s>)> {
        let rows = self.rows();
        rows.filter(|(id, _)| {
            self.logic.eligibilities[*id] == Eligibility::Counts && !self.logic.is_apart(*id)
        })
    }

    /// Old end, new end, and how the old one is said to relate to the new one.
    pub fn sides<'r>(&self, row: &'r Row<'_>) -> (&'r End, &'r End, Label) {
        if self.model.mappings[row.mapping].from == self.old {
            (&row.source, &row.target, row.label)
        } else {
            (&row.target, &row.source, row.label.converse())
        }
    }
}

/// The mappings between two frameworks, in either direction.
pub(super) fn between(model: &Model<'_>, frameworks: [FrameworkId; 2]) -> Vec<MappingId> {
    let mappings = model.mappings.iter().filter(|(_, mapping)| {
        let ends = [mapping.from, mapping.to];
        let [one, other] = frameworks;
        ends == [one, other] || ends == [other, one]
    });
    mappings.map(|(id, _)| id).collect()
}
