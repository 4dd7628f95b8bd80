//! What is only called related, carried over along containment: of what contains both, nobody knows more than that it is
//! related too, and it is not proved.

use std::collections::BTreeMap;

use super::carried::Argument;
use super::replace::OldRow;
use crate::logic::{ControlKnowledge, Prover};
use xwalk_model::{ControlId, RowId};
use xwalk_relation::Label;

/// The old rows that call two single controls related.
pub(super) struct StillRelated<'p> {
    /// By the control of the old edition.
    rows: BTreeMap<ControlId, Vec<(ControlId, RowId)>>,
    prover: &'p Prover<'p, 'p, 'p>,
    /// What is known of each control of the other framework that was asked for.
    others: BTreeMap<ControlId, ControlKnowledge<'p>>,
}

impl<'p> StillRelated<'p> {
    /// Takes the rows that only relate.
    pub fn of<'r>(rows: impl Iterator<Item = OldRow<'r>>, prover: &'p Prover<'p, 'p, 'p>) -> Self {
        let mut related: BTreeMap<ControlId, Vec<(ControlId, RowId)>> = BTreeMap::new();
        for row in rows.filter(|row| row.related) {
            if let (Some(old), Some(other)) = (row.edition.single(), row.other.single()) {
                related.entry(old).or_default().push((other, row.id));
            }
        }
        Self {
            rows: related,
            prover,
            others: BTreeMap::new(),
        }
    }

    /// Why two controls are related: the first row between two that they contain or equal. `known` is of the new one.
    pub fn within(
        &mut self,
        new: ControlId,
        other: ControlId,
        known: &ControlKnowledge<'_>,
    ) -> Option<Argument> {
        let contained = self
            .rows
            .iter()
            .filter(|(old, _)| **old == new || known.label(**old).implies(Label::CONTAINS));
        let candidates: Vec<(ControlId, ControlId, RowId)> = contained
            .flat_map(|(old, rows)| rows.iter().map(|(part, row)| (*old, *part, *row)))
            .collect();
        // A row on the very control is a better reason than one on a part of it.
        let own = candidates.iter().find(|(_, part, _)| *part == other);
        let (old, part, row) = match own {
            Some(own) => *own,
            None => {
                let prover = self.prover;
                let known = self
                    .others
                    .entry(other)
                    .or_insert_with(|| prover.about(other));
                let mut candidates = candidates.into_iter();
                candidates.find(|(_, part, _)| known.label(*part).implies(Label::CONTAINS))?
            }
        };
        let of_other = self.others.get(&other).filter(|_| part != other);
        let contains = [
            known.proof(old),
            of_other.and_then(|known| known.proof(part)),
        ];
        Some(Argument::Related {
            row,
            contains: contains.into_iter().flatten().collect(),
        })
    }
}
