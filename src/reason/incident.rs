//! Statements, each read from both of its ends, under the nodes that they are read from.

use std::ops::Range;

use super::atom::Atom;
use super::numbered::Lists;
use super::{Network, Node, Statement};
use xwalk_relation::{Label, Relation};

/// A statement, read from one of its ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Incident {
    pub other: u32,
    pub statement: u32,
    pub label: Label,
}

impl Default for Incident {
    fn default() -> Self {
        Self {
            other: 0,
            statement: 0,
            label: Label::ANY,
        }
    }
}

/// The statements of each node by kind, in an order in which all kinds that an atom travels over lie together.
#[derive(Debug)]
pub(super) struct Incidents(Lists<Incident>);

/// Kinds of statements, read from a node.
#[derive(Clone, Copy)]
#[repr(u32)]
enum Kind {
    /// No inclusion, and no exclusion.
    Other = 0,
    /// The two share nothing.
    Exclusion = 1,
    /// The node lies within the other one.
    Up = 2,
    /// The two are equal.
    Equal = 3,
    /// The node contains the other one.
    Down = 4,
}

const KINDS: u32 = 5;

impl Kind {
    fn of(label: Label) -> Self {
        match (label.implies(Label::WITHIN), label.implies(Label::CONTAINS)) {
            (true, true) => Self::Equal,
            (true, false) => Self::Up,
            (false, true) => Self::Down,
            (false, false) if label == Label::only(Relation::NoRelationship) => Self::Exclusion,
            (false, false) => Self::Other,
        }
    }

    /// The kinds over which an atom leads anywhere: see the table of chains in the documentation of this room.
    const fn leading_on(atom: Atom) -> Range<u32> {
        let (first, last) = match atom {
            Atom::Within | Atom::Contains | Atom::Disjoint | Atom::Equal => {
                (Self::Other, Self::Down)
            }
            Atom::Overlaps => (Self::Exclusion, Self::Equal),
            Atom::NotWithin => (Self::Equal, Self::Down),
            Atom::NotContains => (Self::Up, Self::Equal),
        };
        first as u32..last as u32 + 1
    }
}

impl Incidents {
    /// The statements that are wanted and say something.
    pub fn new(network: &Network, wanted: impl Fn(&Statement) -> bool) -> Self {
        let statements = network.statements().iter();
        let wanted: Vec<bool> = statements
            .map(|said| said.label != Label::ANY && wanted(said))
            .collect();
        let incidents = network
            .iter()
            .filter(|(id, _)| wanted.get(id.0 as usize) == Some(&true))
            .flat_map(|(id, said)| {
                let incident = |from: Node, other: Node, label| {
                    let incident = Incident {
                        other: other.0,
                        statement: id.0,
                        label,
                    };
                    (from.0 * KINDS + Kind::of(label) as u32, incident)
                };
                [
                    incident(said.a, said.b, said.label),
                    incident(said.b, said.a, said.label.converse()),
                ]
            });
        let count = network.nodes() as usize * KINDS as usize;
        Self(Lists::new(count, incidents))
    }

    /// The statements of a node over which an atom leads anywhere.
    pub fn leading_on(&self, node: u32, atom: Atom) -> &[Incident] {
        let kinds = Kind::leading_on(atom);
        let first = node * KINDS;
        self.0.within(first + kinds.start..first + kinds.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atom::Transitions;

    #[test]
    fn no_atom_leads_anywhere_over_a_kind_that_is_passed_over() {
        for atom in Atom::ALL {
            for label in Label::SAYABLE {
                let kinds = Kind::leading_on(atom);
                if !kinds.contains(&(Kind::of(label) as u32)) {
                    let follows = Transitions::table().follow(atom, label);
                    assert!(follows.is_empty(), "{atom:?} over {label}");
                }
            }
        }
    }
}
