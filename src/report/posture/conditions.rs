//! Rows that hold only under a condition.

use crate::JsonSchema;
use serde::Serialize;

use super::Verdict;
use super::named::NamedControl;
use super::namer::Namer;
use crate::published::{As, ControlName, RowId, Word};
use xwalk_analysis::posture;

/// A condition under which rows hold.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Condition<'m> {
    /// As it is written beside the rows.
    pub text: &'m str,
    /// Whether the organization says that it holds: then its rows count.
    pub holds: bool,
    /// The rows.
    #[schemars(with = "Vec<RowId>")]
    pub rows: Vec<String>,
    /// The verdicts that would change if it held too; none where it does.
    pub would_change: Vec<Change>,
}

/// A verdict that would be another one.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Change {
    /// The control.
    #[schemars(with = "ControlName")]
    pub control: NamedControl,
    /// What it is.
    #[serde(with = "As::<Word<Verdict>>")]
    pub before: Verdict,
    /// What it would be.
    #[serde(with = "As::<Word<Verdict>>")]
    pub after: Verdict,
}

impl<'m> Condition<'m> {
    pub(super) fn new(names: Namer<'m, '_>, condition: &posture::Condition<'m>) -> Self {
        let would_change = condition.would_change.iter();
        Self {
            text: condition.text,
            holds: condition.holds,
            rows: names.rows(&condition.rows),
            would_change: would_change
                .map(|change| Change::new(names, change))
                .collect(),
        }
    }
}

impl Change {
    pub(super) fn new(names: Namer<'_, '_>, change: &posture::Change) -> Self {
        Self {
            control: names.control(change.control),
            before: change.before.into(),
            after: change.after.into(),
        }
    }
}
