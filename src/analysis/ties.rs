//! Which controls rows connect, whatever follows from it.

use super::eligibility::Eligibilities;
use super::eligibility::Eligibility;
use super::statements::to_part;
use xwalk_model::{ControlId, End, Model, Row};
use xwalk_relation::{Label, Word};

/// What the rows that name two controls on different sides make of them, read from one of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tie {
    /// How the first relates to the second, by all rows together.
    Says(Label),
    /// One of them is a part of a union of which more is said than of its parts.
    Joint,
    /// A row that says nothing about sets: `related-to`, or a supportive word.
    Named(Word),
}

impl Tie {
    /// How much it promises: 3 where one lies within the other, 2 where it is said how they overlap, else 1.
    #[must_use]
    pub fn points(self) -> u32 {
        match self {
            Self::Says(label) if label.implies(Label::WITHIN) || label.implies(Label::CONTAINS) => {
                3
            }
            Self::Says(label) if label != Label::OVERLAPS => 2,
            _ => 1,
        }
    }

    fn converse(self) -> Self {
        match self {
            Self::Says(label) => Self::Says(label.converse()),
            Self::Joint => Self::Joint,
            Self::Named(word) => Self::Named(word.converse()),
        }
    }

    /// Both together: what is said about sets comes before what is not.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Says(one), Self::Says(other)) => Self::Says(one.and(other)),
            (one, other) => one.min(other),
        }
    }

    /// Whether it is a reason to look: that two controls share nothing is none.
    fn connects(self) -> bool {
        match self {
            Self::Says(label) => label.implies(Label::OVERLAPS),
            Self::Joint | Self::Named(_) => true,
        }
    }
}

impl std::fmt::Display for Tie {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Says(label) => label.fmt(formatter),
            Self::Joint => formatter.write_str("part-of-a-union"),
            Self::Named(word) => formatter.write_str(word.word()),
        }
    }
}

/// The ties of all controls.
pub(super) struct Ties(Vec<(ControlId, ControlId, Tie)>);

impl Ties {
    /// Takes the rows that count. Rows on the same pair make one tie.
    pub fn of(model: &Model<'_>, eligibilities: &Eligibilities) -> Self {
        let rows = model.rows.iter();
        let counted = rows.filter(|(id, _)| eligibilities[*id] == Eligibility::Counts);
        let mut ties: Vec<(ControlId, ControlId, Tie)> = counted
            .flat_map(|(_, row)| of_row(row))
            .flat_map(|(a, b, tie)| [(a, b, tie), (b, a, tie.converse())])
            .collect();
        ties.sort_unstable();
        ties.dedup_by(|next, kept| {
            let same = (next.0, next.1) == (kept.0, kept.1);
            if same {
                kept.2 = kept.2.and(next.2);
            }
            same
        });
        ties.retain(|(_, _, tie)| tie.connects());
        Self(ties)
    }

    /// What a control is tied to, ascending, and how.
    pub fn from(&self, control: ControlId) -> impl Iterator<Item = (ControlId, Tie)> {
        let start = self.0.partition_point(|(from, _, _)| *from < control);
        let rest = self.0.get(start..).unwrap_or_default().iter();
        rest.take_while(move |(from, _, _)| *from == control)
            .map(|(_, to, tie)| (*to, *tie))
    }
}

/// The ties that one row makes, each once.
fn of_row(row: &Row<'_>) -> impl Iterator<Item = (ControlId, ControlId, Tie)> {
    let sources = row.source.controls().iter();
    sources.flat_map(|source| {
        let targets = row.target.controls().iter();
        targets.map(|target| (*source, *target, tie(row)))
    })
}

fn tie(row: &Row<'_>) -> Tie {
    let said = match (&row.source, &row.target) {
        (_, End::Union(_)) => to_part(row.label),
        (End::Union(_), _) => to_part(row.label.converse()).converse(),
        _ => row.label,
    };
    if row.label == Label::ANY {
        Tie::Named(row.word)
    } else if said == Label::ANY {
        Tie::Joint
    } else {
        Tie::Says(said)
    }
}
