//! A mapping of an old edition, carried over to a new one through the crosswalk between the two.

mod crosswalk;
mod succession;

mod again;
mod carried;

mod replace;

mod related;

mod carry;

use std::collections::BTreeSet;

pub use again::{Again, Why};
pub use carried::{Argument, Because, Carried, Replacement};
pub use succession::{Heritage, Link, Succession, Successor};

use self::carry::{Carry, Outcome};
use self::crosswalk::Crosswalk;
use self::replace::{OldRow, Replacer};
use super::eligibility::Eligibility;
use super::logic::Logic;
use xwalk_model::{ControlId, FrameworkId, MappingId, Model};

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
