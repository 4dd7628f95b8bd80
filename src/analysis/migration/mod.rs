//! A mapping of an old edition, carried over to a new one through the crosswalk between the two.

mod crosswalk;
mod succession;

mod replace;

mod carry;

use std::collections::BTreeSet;

pub use replace::{Because, Replacement};
pub use succession::{Heritage, Link, Succession, Successor};

use self::carry::{Carry, Outcome};
use self::crosswalk::Crosswalk;
use self::replace::{OldRow, Replacer};
use super::argument::Merit;
use super::eligibility::Eligibility;
use super::logic::{Logic, Proof};
use crate::model::{ControlId, End, FrameworkId, MappingId, Model, RowId};
use crate::relation::Label;

/// What becomes of a mapping of an old edition.
#[derive(Debug)]
pub struct Migration {
    /// The claims about the new edition that are proved, in the order of the mapping's source and then its target.
    pub carried: Vec<Carried>,
    /// The old rows that somebody has to look at again, in their order.
    pub again: Vec<Again>,
    /// How many old rows there are. Withdrawn ones are as good as not there.
    pub old_rows: usize,
    /// What became of the controls of the old edition.
    pub succession: Succession,
    /// The assessable controls of the new edition in which no old one lives on.
    pub new: Vec<ControlId>,
    /// The other assessable controls of the new edition to which no old row leads.
    pub without_row: Vec<ControlId>,
}

/// A claim about the new edition that follows from the old rows and the crosswalk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// Its end in the new edition.
    pub edition: End,
    /// Its end in the other framework.
    pub other: End,
    /// How the first relates to the second.
    pub label: Label,
    /// Why.
    pub argument: Argument,
    /// The old rows that it carries over, ascending.
    pub rows: Vec<RowId>,
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
        }
    }

    /// What the rows behind it come to.
    #[must_use]
    pub fn merit(&self, model: &Model<'_>) -> Merit {
        match self {
            Self::Proof(proof) => proof.merit.clone(),
            _ => Merit::of(model, self.rows().into_iter()),
        }
    }
}

/// An old row of which not all was carried over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again {
    /// The row.
    pub row: RowId,
    /// Why.
    pub why: Why,
    /// Whether something was proved by it nevertheless.
    pub partly: bool,
}

/// Why an old row has to be looked at again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It does not count.
    LeftOut(Eligibility),
    /// Its relation is a supportive one, which says nothing about sets.
    Supportive,
    /// Nothing of the new edition continues the controls that it names.
    Lost,
    /// Nothing worth saying follows for these successors of the controls that it names.
    NothingFollows(Vec<ControlId>),
    /// It names all of the old edition, and for these assessable controls of the new one it does not follow.
    NotAll(Vec<ControlId>),
}

/// The mappings between two frameworks, in either direction: without any, nothing can be carried over.
#[must_use]
pub fn crosswalks(model: &Model<'_>, frameworks: [FrameworkId; 2]) -> Vec<MappingId> {
    crosswalk::between(model, frameworks)
}

/// Carries a mapping over. One of its frameworks is the old edition, and the other one is neither of the two.
#[must_use]
pub fn migrate(
    model: &Model<'_>,
    logic: &Logic,
    [old, new]: [FrameworkId; 2],
    mapping: MappingId,
) -> Migration {
    let crosswalk = Crosswalk::new(model, logic, [old, new], mapping);
    let succession = Succession::of(&crosswalk);
    let from_old = model.mappings[mapping].from == old;
    let rows = model.rows_of(mapping);
    let kept = rows.filter(|(id, _)| logic.eligibilities[*id] != Eligibility::Withdrawn);
    let rows: Vec<OldRow<'_>> = kept
        .map(|(id, row)| OldRow::of(id, row, from_old))
        .collect();
    let controls: BTreeSet<ControlId> = rows
        .iter()
        .flat_map(|row| row.edition.controls())
        .copied()
        .collect();
    let led_to = succession.of_all(&controls);
    let carry = Carry {
        crosswalk: &crosswalk,
        replacer: Replacer::new(&crosswalk, &succession, controls),
        succession: &succession,
    };
    let Outcome { mut carried, again } = carry.rows(&rows);
    carried.sort_by_cached_key(|carried| carried.order(from_old));
    let continuing = succession.continuing();
    let assessable = model.assessable(new).map(|(id, _)| id);
    let (known, unknown): (Vec<ControlId>, Vec<ControlId>) =
        assessable.partition(|id| continuing.contains(id));
    let without_row = known.into_iter().filter(|id| !led_to.contains(id));
    Migration {
        carried,
        again,
        old_rows: rows.len(),
        new: unknown,
        without_row: without_row.collect(),
        succession,
    }
}

impl Carried {
    /// Where it stands in the mapping: by its source, then its target, single controls and unions by their first control,
    /// and what names all of a framework at the end.
    fn order(&self, from_edition: bool) -> impl Ord + use<> {
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
