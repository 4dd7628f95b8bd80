//! Arguments against exclusions: the shortest one for each demand that clashes with one.

use rustc_hash::FxHashMap;

use super::demand::Pair;
use super::numbered::Lists;
use super::paths::{Edge, Length, Paths, Toll};
use super::{Conflict, Network};

/// A demand for an element: that a node is not empty, that two overlap, or that one has something that the other lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Demand {
    Node(u32),
    /// The statement that asks for it.
    Overlap(u32),
    /// Likewise, and the node that has it.
    Remainder(u32, u32),
}

/// The shortest argument so far for each demand.
#[derive(Debug)]
pub(super) struct Arguments<'n> {
    network: &'n Network,
    overlaps: &'n Lists<Edge>,
    shortest: FxHashMap<Demand, Shortest>,
    steps: usize,
}

/// How long it is, then the exclusion, so that of two that are as long the same one is kept in whatever order they
/// come; and the argument, if it is about that demand at heart.
#[derive(Debug)]
struct Shortest {
    length: (Length, u32),
    argument: Option<Conflict>,
}

/// How a node below one end of an exclusion leads to one below the other end: it is the same, or the two overlap.
#[derive(Clone, Copy)]
struct Crossing {
    below_x: u32,
    below_y: u32,
    overlap: Option<u32>,
}

impl<'n> Arguments<'n> {
    /// None so far. So many steps were taken by other arguments.
    pub fn new(network: &'n Network, overlaps: &'n Lists<Edge>, steps: usize) -> Self {
        Self {
            network,
            overlaps,
            shortest: FxHashMap::default(),
            steps,
        }
    }

    /// How many steps all arguments together have.
    pub fn steps(&self) -> usize {
        self.steps
    }

    /// Collects the arguments against one exclusion, given all that lies below its ends. Whether there is any.
    pub fn collect(
        &mut self,
        exclusion: Pair,
        x: &Paths,
        y: &Paths,
        toll: impl Fn(u32) -> Toll,
    ) -> bool {
        // What is below both is found from either end, and so is an overlap: from the one that has less below it.
        if y.nodes().len() < x.nodes().len() {
            return self.collect(exclusion.turned(), y, x, toll);
        }
        let mut found = false;
        for node in x.nodes() {
            let Some(to_x) = x.length(*node) else {
                continue;
            };
            if let Some(to_y) = y.length(*node) {
                let crossing = Crossing {
                    below_x: *node,
                    below_y: *node,
                    overlap: None,
                };
                found = true;
                self.consider(exclusion, x, y, crossing, to_x + to_y);
            }
            for overlap in self.overlaps.of(*node) {
                let Some(to_y) = y.length(overlap.other) else {
                    continue;
                };
                let own = match toll(overlap.statement) {
                    Toll::Closed => continue,
                    Toll::Claim => Length::of_claim(),
                    Toll::Given => Length::of_given(),
                };
                let crossing = Crossing {
                    below_x: *node,
                    below_y: overlap.other,
                    overlap: Some(overlap.statement),
                };
                found = true;
                self.consider(exclusion, x, y, crossing, to_x + own + to_y);
            }
        }
        found
    }

    fn consider(
        &mut self,
        exclusion: Pair,
        x: &Paths,
        y: &Paths,
        crossing: Crossing,
        length: Length,
    ) {
        let demand = match crossing.overlap {
            Some(statement) => Demand::Overlap(statement),
            None => Demand::Node(crossing.below_x),
        };
        let length = (length, exclusion.statement);
        let known = self.shortest.get(&demand);
        if known.is_none_or(|known| length < known.length) {
            let argument = argue(self.network, exclusion, x, y, crossing);
            self.steps += argument
                .as_ref()
                .map_or(1, |argument| argument.chain.steps.len());
            self.shortest.insert(demand, Shortest { length, argument });
        }
    }

    /// All that are about their demand at heart.
    pub fn into_conflicts(self) -> impl Iterator<Item = (Demand, Conflict)> {
        let mut demands: Vec<(Demand, Shortest)> = self.shortest.into_iter().collect();
        demands.sort_unstable_by_key(|(demand, _)| *demand);
        demands
            .into_iter()
            .filter_map(|(demand, shortest)| Some((demand, shortest.argument?)))
    }
}

/// The argument from x down to the crossing and up to y, where x and y are said to share nothing. `None` if it comes by
/// the same node twice: then it says more than it has to, and that node's own argument says just enough.
fn argue(
    network: &Network,
    exclusion: Pair,
    x: &Paths,
    y: &Paths,
    crossing: Crossing,
) -> Option<Conflict> {
    // Most arguments that say too much begin with the same step towards both ends.
    if crossing.overlap.is_none() {
        let last = x
            .last_step(crossing.below_x)
            .zip(y.last_step(crossing.below_y));
        if last.is_some_and(|(towards_x, towards_y)| towards_x.0 == towards_y.0) {
            return None;
        }
    }
    let mut at = crossing.below_x;
    let mut down: Vec<(u32, u32)> = Vec::new();
    for (statement, before) in x.back(crossing.below_x) {
        down.push((statement, at));
        at = before;
    }
    down.reverse();
    let across = crossing
        .overlap
        .map(|statement| (statement, crossing.below_y));
    let up = y.back(crossing.below_y);
    let taken: Vec<_> = down.into_iter().chain(across).chain(up).collect();
    let (from, to) = (exclusion.from, exclusion.to);
    let mut nodes: Vec<u32> = taken.iter().map(|(_, node)| *node).collect();
    if from != to {
        nodes.push(from);
    }
    nodes.sort_unstable();
    let distinct = nodes.windows(2).all(|pair| pair.first() != pair.last());
    distinct.then(|| Conflict::of(network, from, to, taken.into_iter(), exclusion.statement))
}
