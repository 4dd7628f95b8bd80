//! What rows say, read from the control that it is said of.

use super::statements::to_part;
use xwalk_model::{ControlId, End, Row, RowId};
use xwalk_relation::Label;

/// What one row says of one control towards the other framework.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Bond {
    /// The control.
    pub control: ControlId,
    /// What is said of it.
    pub says: Says,
    /// The row that says it.
    pub row: RowId,
}

/// What can be said. Ordered so that all that concerns one pair of controls lies together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Says {
    /// How it relates to one control of the other framework, read from this one.
    Pair(ControlId, Label),
    /// It lies within the union of several controls of the other framework.
    WithinUnion,
    /// It has nothing in common with any control of the other framework.
    SharesNothing,
    /// There is a relationship with one control of the other framework, and nothing more is said.
    Related(ControlId),
    /// It is named, and nothing follows: it is contrary to another, or one part of a union that contains.
    Nothing,
}

/// The bonds of both ends of a row: the source's to `source`, the target's to `target`.
pub(super) fn bonds(id: RowId, row: &Row<'_>, source: &mut Vec<Bond>, target: &mut Vec<Bond>) {
    let converse = row.label.converse();
    match (&row.source, &row.target) {
        (End::Control(a), End::Control(b)) if row.word.relates() => {
            source.push(related(id, *a, *b));
            target.push(related(id, *b, *a));
        }
        (End::Control(a), End::Control(b)) => {
            source.push(pair(id, *a, *b, row.label));
            target.push(pair(id, *b, *a, converse));
        }
        (End::Control(whole), End::Union(parts)) => {
            union(id, *whole, parts, row.label, source, target);
        }
        (End::Union(parts), End::Control(whole)) => {
            union(id, *whole, parts, converse, target, source);
        }
        (End::Control(control), End::Everything) => source.push(shares_nothing(id, *control)),
        (End::Everything, End::Control(control)) => target.push(shares_nothing(id, *control)),
        // The language has no row between two unions, nor from or to all of both sides.
        (End::Union(_) | End::Everything, End::Union(_) | End::Everything) => {}
    }
}

fn pair(row: RowId, control: ControlId, other: ControlId, label: Label) -> Bond {
    let says = if label == Label::ANY {
        Says::Nothing
    } else {
        Says::Pair(other, label)
    };
    Bond { control, says, row }
}

fn related(row: RowId, control: ControlId, other: ControlId) -> Bond {
    let says = Says::Related(other);
    Bond { control, says, row }
}

fn shares_nothing(row: RowId, control: ControlId) -> Bond {
    let says = Says::SharesNothing;
    Bond { control, says, row }
}

/// What follows from `whole LABEL part + part` for each part and for the whole: if it lies within the union, that is said
/// of the whole alone.
fn union(
    row: RowId,
    whole: ControlId,
    parts: &[ControlId],
    label: Label,
    of_whole: &mut Vec<Bond>,
    of_parts: &mut Vec<Bond>,
) {
    let contains = label.implies(Label::CONTAINS);
    for part in parts {
        let to_part = to_part(label);
        if contains {
            of_whole.push(pair(row, whole, *part, to_part));
        }
        of_parts.push(pair(row, *part, whole, to_part.converse()));
    }
    let control = whole;
    if label.implies(Label::WITHIN) {
        let says = Says::WithinUnion;
        of_whole.push(Bond { control, says, row });
    } else if !contains {
        let says = Says::Nothing;
        of_whole.push(Bond { control, says, row });
    }
}
