//! What is proved of the new edition, and why.

use crate::argument::Merit;
use crate::logic::Proof;
use xwalk_model::{End, Model, RowId};
use xwalk_relation::Label;

/// A claim about the new edition that follows from the old rows and the crosswalk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// Its end in the new edition.
    pub edition: End,
    /// Its end in the other framework.
    pub other: End,
    /// How the first relates to the second, as sets.
    pub label: Label,
    /// Why.
    pub argument: Argument,
    /// The old rows that it carries over, ascending.
    pub rows: Vec<RowId>,
}

impl Carried {
    /// How the first relates to the second as sets; `None` where it is only carried over that they are related.
    #[must_use]
    pub fn relation(&self) -> Option<Label> {
        let related = matches!(self.argument, Argument::Related { .. });
        (!related).then_some(self.label)
    }

    /// Takes in what is proved of the same ends otherwise: what says more stands.
    pub(super) fn join(&mut self, other: Self) {
        let rows = std::mem::take(&mut self.rows);
        let more = other.rows.clone();
        if other.label != self.label && other.label.implies(self.label) {
            *self = other;
        }
        self.rows = rows;
        more.into_iter().for_each(|row| self.add_row(row));
    }

    pub(super) fn add_row(&mut self, row: RowId) {
        if let Err(at) = self.rows.binary_search(&row) {
            self.rows.insert(at, row);
        }
    }

    /// Where it stands in the mapping: by its source, then its target, single controls and unions by their first control,
    /// and what names all of a framework at the end.
    pub(super) fn order(&self, from_edition: bool) -> impl Ord + use<> {
        let [edition, other] = [&self.edition, &self.other].map(|end| {
            let first = end.controls().first().copied();
            (first.is_none(), first, end.clone())
        });
        if from_edition {
            [edition, other]
        } else {
            [other, edition]
        }
    }
}

/// Why a claim about the new edition holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// Chains of rows lead from one control to the other.
    Proof(Proof),
    /// In this old row, something that relates to its end in a known way stands in its place.
    Replaced(Replacement, RowId),
    /// It is proved of every control of the new edition by these rows, ascending.
    Everything(Vec<RowId>),
    /// Not proved: this old row calls two controls related that lie within the two, or are the two.
    Related {
        /// The row.
        row: RowId,
        /// Why they lie within: a proof for each that is not the control itself.
        contains: Vec<Proof>,
    },
}

impl Argument {
    /// The rows behind it.
    #[must_use]
    pub fn rows(&self) -> Vec<RowId> {
        match self {
            Self::Proof(proof) => proof.rows(),
            Self::Replaced(replacement, row) => {
                let mut rows = match &replacement.because {
                    Because::Row(row) => vec![*row],
                    Because::Parts(proofs) => proofs.iter().flat_map(Proof::rows).collect(),
                };
                rows.push(*row);
                rows
            }
            Self::Everything(rows) => rows.clone(),
            Self::Related { row, contains } => {
                let mut rows: Vec<RowId> = contains.iter().flat_map(Proof::rows).collect();
                rows.push(*row);
                rows
            }
        }
    }

    /// What the rows behind it come to.
    #[must_use]
    pub fn merit(&self, model: &Model<'_>) -> Merit {
        match self {
            Self::Proof(proof) => proof.merit.clone(),
            // That something is related is as strong as the row that says so.
            Self::Related { row, .. } => Merit::of(model, std::iter::once(*row)),
            _ => Merit::of(model, self.rows().into_iter()),
        }
    }
}

/// What can stand in the place of an old end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// What stands there: a control of the new edition, or a union of some.
    pub end: End,
    /// How it relates to the old end.
    pub label: Label,
    /// Why.
    pub because: Because,
}

/// Why something relates to an old end as it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Because {
    /// A row of the crosswalk says it of just these ends.
    Row(RowId),
    /// It is proved of each part of the old end and what takes its place.
    Parts(Vec<Proof>),
}
