//! What is left of the controls that are partly evidenced: a work list, one line for each thing that is said of it.

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::target::Target;
use crate::cell::Cell;
use crate::style::Rank;
use crate::table::{AnyTable, Column};
use xwalk_report::posture::{Claim, NamedControl, Remaining};
use xwalk_report::{Left, NOT_DESCRIBED, Open, Remainder, described};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Remainder",
    table: "tblRemainder",
    about: "what is left to do of controls that are partly evidenced: a work list with the notes of the strongest rows",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(), columns(plan));
    for remaining in &plan.posture.remainders {
        for of in &remaining.controls {
            for left in of.lines() {
                let line = Line {
                    remaining,
                    of,
                    left,
                };
                table.row(Rank::Leaf, 0, line);
            }
        }
    }
    table.finish()
}

fn head() -> Head {
    Head {
        purpose: "What is left to do of each control that is partly evidenced: the rows of its strongest connections with their notes, and the parts of a union, and the controls below it, that are not shown to be fulfilled."
            .to_owned(),
        reading: "The controls with the strongest connections come first, since least is likely to be left there. At most three connections are listed for each control; the last column says with how many more controls it shares something. A connection made of several rows is as strong as the weakest of them. A note is its author's. Not described means that nobody wrote one."
            .to_owned(),
        frozen: 3,
        empty: "No control is partly evidenced.",
    }
}

/// A line of the sheet: one thing that is said of what is left of a control.
#[derive(Clone, Copy)]
struct Line<'r> {
    remaining: &'r Remaining,
    of: &'r Remainder<NamedControl, String>,
    left: Left<'r, NamedControl, String>,
}

impl<'r> Line<'r> {
    /// The row that says it, by its name.
    fn row(self) -> Option<&'r str> {
        match self.left {
            Left::Row(row) | Left::Pending(_, row) | Left::Parts(row, _) => Some(row),
            Left::Child(_) | Left::Elsewhere(_) | Left::Nothing => None,
        }
    }

    fn claim(self, plan: &Plan<'r>) -> Option<&'r Claim<'r>> {
        plan.index.claim(self.row()?)
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, Line<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::muted("Framework", plan.short_width(), |line| {
            line.remaining.framework.short()
        }),
        Of::cell("Control", plan.identifier_width(), |line| {
            plan.control(&line.of.control)
        }),
        Of::text("Title", 42.0, |line| line.of.control.title()),
        Of::cell("Strongest connection", 10.0, |line| {
            Cell::maybe_count(line.of.strength.map(usize::from))
        }),
        Of::muted("What it is", 14.0, |line| line.left.kind()),
        Of::cell("What it says", 48.0, |line| match line.left {
            Left::Child(open) => {
                let child = &open.control;
                Cell::text(format!("{} {}", plan.name(child), child.title()))
            }
            _ => Cell::maybe(line.claim(plan).map(Claim::text)),
        }),
        Of::cell("What is written about it", 60.0, |line| match line.left {
            Left::Row(_) | Left::Pending(..) => {
                match described(line.claim(plan).and_then(|claim| claim.note)) {
                    Some(note) => Cell::text(note),
                    None => Cell::muted(NOT_DESCRIBED),
                }
            }
            Left::Parts(..) | Left::Child(_) => Cell::text("not shown to be fulfilled"),
            Left::Elsewhere(_) | Left::Nothing => Cell::muted(NOT_DESCRIBED),
        }),
        Of::cell("Not achieved or missing", 30.0, |line| match line.left {
            Left::Pending(open, _) | Left::Child(open) => Cell::text(stands(plan, open)),
            Left::Parts(_, parts) => {
                let parts = parts.iter().map(|open| stands(plan, open));
                Cell::text(parts.collect::<Vec<_>>().join(", "))
            }
            Left::Row(_) | Left::Elsewhere(_) | Left::Nothing => Cell::BLANK,
        }),
        Of::cell("Strength", 10.0, |line| {
            let strength = line.claim(plan).and_then(|claim| claim.strength);
            Cell::maybe_count(strength.map(usize::from))
        }),
        Of::cell("Confidence", 12.0, |line| {
            let confidence = line.claim(plan).and_then(|claim| claim.confidence);
            Cell::maybe(confidence.map(|it| it.to_string()))
        }),
        Of::maybe("Status", 10.0, |line| Some(line.claim(plan)?.status.word())),
        Of::cell("Row", 24.0, |line| match line.row() {
            Some(row) => plan.links.to(Target::Row, row, Cell::identifier(row)),
            None => Cell::BLANK,
        }),
        Of::cell("More controls", 9.5, |line| match line.of.more {
            0 => Cell::BLANK,
            more => Cell::muted_count(more),
        }),
    ]
}

/// `ID.RA.c (tier 2)`.
fn stands(plan: &Plan<'_>, open: &Open<NamedControl>) -> String {
    format!("{} ({})", plan.name(&open.control), open.stands)
}
