//! All that is said between two frameworks, by every mapping and in either direction.

use super::bond::{Bond, Says, bonds};
use super::eligibility::Eligibilities;
use super::{Eligibility, Logic};
use xwalk_model::{ControlId, FrameworkId, MappingId, Model, RowId};
use xwalk_relation::{Label, Relation};

/// One of two frameworks, and what is said of its controls towards the other.
#[derive(Debug)]
pub(super) struct Side {
    /// The framework.
    pub framework: FrameworkId,
    /// What counts, by control, then by the other end.
    pub bonds: Vec<Bond>,
    /// What is left out, likewise. Withdrawn rows are not even here.
    pub left_out: Vec<Bond>,
}

/// Both sides of all mappings between two frameworks.
pub(super) fn between(
    model: &Model<'_>,
    frameworks: [FrameworkId; 2],
    mappings: &[MappingId],
    eligibilities: &Eligibilities,
) -> [Side; 2] {
    let [mut left, mut right] = frameworks.map(|framework| Side {
        framework,
        bonds: Vec::new(),
        left_out: Vec::new(),
    });
    for mapping in mappings {
        let forward = model.mappings[*mapping].from == left.framework;
        for (id, row) in model.rows_of(*mapping) {
            let (left, right) = match eligibilities[id] {
                Eligibility::Withdrawn => continue,
                Eligibility::Counts => (&mut left.bonds, &mut right.bonds),
                _ => (&mut left.left_out, &mut right.left_out),
            };
            if forward {
                bonds(id, row, left, right);
            } else {
                bonds(id, row, right, left);
            }
        }
    }
    for side in [&mut left, &mut right] {
        side.bonds.sort_unstable();
        side.left_out.sort_unstable();
    }
    [left, right]
}

/// Whose rows are taken together.
#[derive(Clone, Copy)]
pub(super) struct Heard<'a, 's> {
    pub model: &'a Model<'s>,
    pub logic: &'a Logic,
}

impl<'a> Heard<'a, '_> {
    /// What rows say of one pair, all together that are taken from a standpoint: from each, with those rows. From all but the
    /// first only if any are.
    pub fn known<'b>(
        self,
        pair: &'b [Bond],
    ) -> impl Iterator<Item = (Label, impl Iterator<Item = RowId> + 'b)> + 'b
    where
        'a: 'b,
        Self: 'b,
    {
        let Self { model, logic } = self;
        logic.standpoints.iter().map(move |standpoint| {
            let taken = move |bond: &&Bond| logic.takes(model, *standpoint, bond.row);
            let said = pair.iter().filter(taken);
            let known = said.fold(Label::ANY, |known, bond| match bond.says {
                Says::Pair(_, label) => known.and(label),
                _ => known,
            });
            (known, pair.iter().filter(taken).map(|bond| bond.row))
        })
    }

    /// Whether rows that are taken together say that a pair shares nothing.
    pub fn is_disjoint(self, pair: &[Bond]) -> bool {
        let disjoint = Label::only(Relation::NoRelationship);
        self.known(pair).any(|(known, _)| known == disjoint)
    }
}

/// The bonds in runs of one control each.
pub(super) fn by_control(bonds: &[Bond]) -> impl Iterator<Item = (ControlId, &[Bond])> {
    bonds
        .chunk_by(|a, b| a.control == b.control)
        .filter_map(|run| Some((run.first()?.control, run)))
}

/// The bonds of one control that speak of single controls of the other framework, in runs of one each.
pub(super) fn by_pair(bonds: &[Bond]) -> impl Iterator<Item = (ControlId, &[Bond])> {
    let other = |bond: &Bond| match bond.says {
        Says::Pair(other, _) => Some(other),
        _ => None,
    };
    bonds
        .chunk_by(move |a, b| other(a) == other(b))
        .filter_map(move |run| Some((other(run.first()?)?, run)))
}

/// The bonds of one control among those of all.
pub(super) fn bonds_of(bonds: &[Bond], control: ControlId) -> &[Bond] {
    let start = bonds.partition_point(|bond| bond.control < control);
    let rest = bonds.get(start..).unwrap_or_default();
    let end = rest.partition_point(|bond| bond.control == control);
    rest.get(..end).unwrap_or_default()
}
