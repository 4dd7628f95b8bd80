//! Which rows count, and why the others do not.

use super::Floor;
use xwalk_model::{Model, Row, RowId, Table};
use xwalk_relation::Label;
use xwalk_syntax::ast::Status;

/// Whether a row takes part in verdicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Eligibility {
    /// It counts.
    Counts,
    /// Its author took it back: it counts nowhere, not even as looked at.
    Withdrawn,
    /// It says something about the set of a control that no longer applies.
    Superseded,
    /// Its status is lower than the one asked for.
    BelowFloor,
    /// It holds only under the condition written beside it.
    Conditional,
    /// It and other rows cannot all be true.
    Disputed,
}

/// Whether each row counts.
pub type Eligibilities = Table<RowId, Eligibility>;

impl Eligibility {
    /// Why the row carries no verdict; `None` if it counts.
    #[must_use]
    pub const fn left_out(self) -> Option<&'static str> {
        match self {
            Self::Counts => None,
            Self::Withdrawn => Some("withdrawn"),
            Self::Superseded => Some("on a superseded control"),
            Self::BelowFloor => Some("below the status asked for"),
            Self::Conditional => Some("under a condition only"),
            Self::Disputed => Some("contradicted by other rows"),
        }
    }

    /// The standing of a row by itself, before it is held against other rows.
    pub(super) fn alone(
        model: &Model<'_>,
        row: &Row<'_>,
        floor: &Floor,
        holds: impl Fn(&str) -> bool,
    ) -> Self {
        match model.status(row) {
            Status::Withdrawn => Self::Withdrawn,
            _ if relies_on_superseded(model, row) => Self::Superseded,
            _ if !floor.is_passed_by(model, row) => Self::BelowFloor,
            _ if row.condition().is_some_and(|when| !holds(when)) => Self::Conditional,
            _ => Self::Counts,
        }
    }
}

/// Whether a row says something about the set of a control that no longer applies. What only relates stays as it is:
/// nothing rests on it.
fn relies_on_superseded(model: &Model<'_>, row: &Row<'_>) -> bool {
    let mut ends = row.source.controls().iter().chain(row.target.controls());
    row.label != Label::ANY && ends.any(|control| model.controls[*control].superseded.is_some())
}

/// The standing of every row by itself, where some conditions hold.
pub(super) fn eligibilities(
    model: &Model<'_>,
    floor: &Floor,
    holds: impl Fn(&str) -> bool,
) -> Eligibilities {
    let mut eligibilities = Table::default();
    eligibilities.reserve(model.rows.len());
    for (_, row) in model.rows.iter() {
        eligibilities.push(Eligibility::alone(model, row, floor, &holds));
    }
    eligibilities
}
