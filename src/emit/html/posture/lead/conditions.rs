//! Rows that hold only under a condition, and what would change if it held.

use crate::anchors;
use crate::fragment::Fragment;
use crate::posture::name::{Name, Names};
use crate::posture::page::Page;
use crate::posture::row;
use crate::posture::titled::Titled;
use crate::posture::verdict::VerdictView;
use crate::rows::Rows;
use crate::view::view;
use xwalk_format::EmitError;
use xwalk_report::posture::{Change, Condition};

view! {
    /// A condition of rows.
    pub(in crate::posture) struct Conditional<'r> {
        /// The condition.
        text: &'r str,
        /// Whether the organization says that it holds.
        holds: bool,
        /// The rows under it.
        rows: Names<'r>,
        /// Whether these are several.
        several: bool,
        /// The verdicts that would change if it held.
        changes: Vec<Would<'r>>,
    }
}

view! {
    /// A verdict that would change.
    struct Would<'r> {
        /// The control.
        control: Titled<'r>,
        /// The short name of its framework.
        framework: &'r str,
        /// The verdict now.
        is: VerdictView,
        /// The verdict then.
        would_be: VerdictView,
    }
}

pub(super) fn rows<'r>(page: Page<'r>, rows: Rows<'_>) -> Result<Vec<Fragment<'r>>, EmitError> {
    let conditions = move || {
        let conditions = page.posture.conditions.iter();
        conditions.map(move |condition| conditional(page, condition))
    };
    Ok(vec![rows.fragment("posture-condition", 0, conditions)?])
}

fn conditional<'r>(page: Page<'r>, condition: &'r Condition<'r>) -> Conditional<'r> {
    let changes = condition.would_change.iter();
    Conditional {
        text: condition.text,
        holds: condition.holds,
        rows: Names::of(condition.rows.iter().map(|row| named(page, row))),
        several: condition.rows.len() != 1,
        changes: changes.map(|change| would(page, change)).collect(),
    }
}

/// A row, as a link to all that it says.
fn named<'r>(page: Page<'r>, row: &'r str) -> Name<'r> {
    let called = match page.places.claim(row) {
        Some(claim) => format!("row {} of {}", claim.number, claim.mapping),
        None => row.to_owned(),
    };
    Name::link("quiet", anchors::link(&row::id(row)), called)
}

fn would<'r>(page: Page<'r>, change: &'r Change) -> Would<'r> {
    Would {
        control: Titled::bare(page, &change.control),
        framework: change.control.short(),
        is: VerdictView::of(change.before),
        would_be: VerdictView::of(change.after),
    }
}
