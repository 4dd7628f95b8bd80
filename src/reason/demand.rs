//! What statements ask for, taken apart: inclusions and exclusions hold for every element, overlaps and remainders ask
//! for one.

use super::{Network, Statement, StatementId};
use xwalk_relation::{Label, Relation};

/// Something that a statement says of an ordered pair of nodes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pair {
    pub from: u32,
    pub to: u32,
    pub statement: u32,
}

/// S: every element of `from` is one of `to`.
pub(super) fn inclusions(network: &Network) -> impl Iterator<Item = Pair> + Clone {
    both_ways(network, |label| label.implies(Label::WITHIN))
}

/// N: `from` has an element that `to` has not. Disjoint sets have one too, since none is empty: that is left to the
/// exclusion, so that there is one argument for it.
pub(super) fn remainders(network: &Network) -> impl Iterator<Item = Pair> + Clone {
    let not_within = Label::from_bits(!Label::WITHIN.bits());
    both_ways(network, move |label| {
        label.implies(not_within) && label != DISJOINT
    })
}

/// O: the two have an element in common. Where one lies within the other, that it is not empty says so already.
pub(super) fn overlaps(network: &Network) -> impl Iterator<Item = Pair> + Clone {
    one_way(network, |label| {
        label.implies(Label::OVERLAPS)
            && !label.implies(Label::WITHIN)
            && !label.implies(Label::CONTAINS)
    })
}

/// D: no element is one of both.
pub(super) fn exclusions(network: &Network) -> impl Iterator<Item = Pair> + Clone {
    one_way(network, |label| label == DISJOINT)
}

const DISJOINT: Label = Label::only(Relation::NoRelationship);

fn one_way(
    network: &Network,
    wanted: impl Fn(Label) -> bool + Clone,
) -> impl Iterator<Item = Pair> + Clone {
    let wanted = by_label(wanted);
    network
        .iter()
        .filter(move |(_, said)| wanted(said.label))
        .map(|(id, said)| pair(id, said))
}

fn both_ways(
    network: &Network,
    wanted: impl Fn(Label) -> bool + Clone,
) -> impl Iterator<Item = Pair> + Clone {
    let forward = by_label(wanted.clone());
    let backward = by_label(move |label| wanted(label.converse()));
    network.iter().flat_map(move |(id, said)| {
        let one = forward(said.label).then(|| pair(id, said));
        let other = backward(said.label).then(|| pair(id, said).turned());
        one.into_iter().chain(other)
    })
}

/// A question about labels, answered for all of them at once.
fn by_label(wanted: impl Fn(Label) -> bool) -> impl Fn(Label) -> bool + Clone {
    let answers = (0..32_u8)
        .filter(|bits| wanted(Label::from_bits(*bits)))
        .fold(0_u32, |answers, bits| answers | 1 << bits);
    move |label| answers >> label.bits() & 1 == 1
}

fn pair(id: StatementId, said: &Statement) -> Pair {
    Pair {
        from: said.a.0,
        to: said.b.0,
        statement: id.0,
    }
}

impl Pair {
    /// The same, read from the other node.
    pub const fn turned(self) -> Self {
        Self {
            from: self.to,
            to: self.from,
            statement: self.statement,
        }
    }
}
