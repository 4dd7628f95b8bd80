//! Rows that hold under a condition only.

use super::Verdict;
use super::namer::Namer;
use crate::analysis::posture;

/// A condition of rows.
#[derive(Debug)]
pub struct Condition<'m> {
    /// As it is written beside the rows.
    pub text: &'m str,
    /// Whether the organization says that it holds: then its rows count.
    pub holds: bool,
    /// The rows.
    pub rows: Vec<String>,
    /// The verdicts that would be others if it held too; nothing where it does.
    pub would_change: Vec<Change>,
}

/// A verdict that would be another one.
#[derive(Debug)]
pub struct Change {
    /// The control.
    pub control: String,
    /// What it is.
    pub before: Verdict,
    /// What it would be.
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
