//! What somebody has to look at again.

use crate::eligibility::Eligibility;
use xwalk_model::{ControlId, RowId};

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
    /// Rows of another rationale contradict it: whether both are carried over, somebody has to say.
    Apart,
    /// Its relation is a supportive one, which says nothing about sets.
    Supportive,
    /// Nothing of the new edition continues the controls that it names.
    Lost,
    /// Nothing worth saying follows for these successors of the controls that it names.
    NothingFollows(Vec<ControlId>),
    /// It names all of the old edition, and for these assessable controls of the new one it does not follow.
    NotAll(Vec<ControlId>),
}
