//! Which statements clash, decided on the condensed order without finding out by which argument.
//!
//! An inclusion and an exclusion are clauses of two literals about one element, so each demand for an element can be
//! looked at by itself: a remainder N(a,b) clashes if and only if b contains a; an exclusion D(x,y) has something
//! that clashes with it if and only if some node lies within both, or some overlap has one end within each.

use super::demand::{self, Pair};
use super::order::Order;
use super::{Network, exclusions, remainders};

/// The remainders that clash, and the exclusions with which something clashes, in the order of their statements.
#[derive(Clone, Debug, Default)]
pub(super) struct Clashes {
    pub remainders: Vec<Pair>,
    pub exclusions: Vec<Pair>,
}

impl Clashes {
    pub fn is_empty(&self) -> bool {
        self.remainders.is_empty() && self.exclusions.is_empty()
    }
}

/// All clashes of a network.
pub(super) fn clashes(network: &Network) -> Clashes {
    among(
        network,
        |_| true,
        demand::remainders(network),
        demand::exclusions(network),
    )
}

/// Those of some demands that clash with the statements that are wanted.
pub(super) fn among(
    network: &Network,
    wanted: impl Fn(&Pair) -> bool + Copy,
    some_remainders: impl Iterator<Item = Pair>,
    some_exclusions: impl Iterator<Item = Pair>,
) -> Clashes {
    let order = Order::new(network.nodes(), demand::inclusions(network).filter(wanted));
    Clashes {
        remainders: remainders::clashing(&order, some_remainders.filter(wanted)),
        exclusions: exclusions::clashing(
            &order,
            demand::overlaps(network).filter(wanted),
            some_exclusions.filter(wanted).collect(),
        ),
    }
}
