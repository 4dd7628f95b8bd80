//! The inclusions between equal classes, laid out so that whole chains are walked in one step.
//!
//! Classes are numbered anew, chain after chain, each upwards. What contains a class is then the rest of its chain, and
//! the same for every inclusion that leaves that rest: a piece of consecutive numbers whose inclusions lie together
//! too. A walk along a chain of 40,000 inclusions takes one step.

use super::components::components;
use super::demand::Pair;
use super::numbered::{Lists, Numbered};

/// Equal classes in chains.
#[derive(Debug)]
pub(super) struct Order {
    /// The class of each node.
    pub class_of: Numbered<u32>,
    /// The number of classes.
    pub classes: u32,
    /// The chain that a class lies on.
    pub chain_of: Numbered<u32>,
    /// The first class of each chain, and one past the last of all.
    starts: Numbered<u32>,
    /// How far up a class stands: what contains it stands further up.
    rank: Numbered<u32>,
    /// Inclusions that leave a chain upwards.
    up: Lists<u32>,
    /// Inclusions that leave a chain downwards.
    down: Lists<u32>,
}

/// Up to what contains, or down to what is contained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Up,
    Down,
}

impl Order {
    /// Lays out the inclusions between this many nodes.
    pub fn new(nodes: u32, inclusions: &(impl Iterator<Item = Pair> + Clone)) -> Self {
        let count = nodes as usize;
        let up = Lists::new(count, inclusions.clone().map(|pair| (pair.from, pair.to)));
        let down = Lists::new(count, inclusions.clone().map(|pair| (pair.to, pair.from)));
        let (class_of, classes) = components(nodes, &up, &down);
        drop((up, down));

        let count = classes as usize;
        let between = move |class_of: &Numbered<u32>, pair: Pair| {
            let (from, to) = (class_of[pair.from], class_of[pair.to]);
            (from != to).then_some((from, to))
        };
        let above = {
            let class_of = &class_of;
            let pairs = inclusions.clone();
            Lists::new(count, pairs.filter_map(move |pair| between(class_of, pair)))
        };
        let Chains {
            place,
            chain_of,
            starts,
        } = chains(classes, &above);
        drop(above);

        let mut rank = Numbered::all(0, count);
        for class in 0..classes {
            rank[place[class]] = class;
        }
        let mut class_of = class_of;
        for node in 0..nodes {
            class_of[node] = place[class_of[node]];
        }
        let leaving = {
            let (class_of, chain_of) = (&class_of, &chain_of);
            inclusions
                .clone()
                .filter_map(move |pair| between(class_of, pair))
                // Within a chain, only an inclusion downwards could lead anywhere new, and there is none.
                .filter(move |(from, to)| chain_of[*from] != chain_of[*to])
        };
        let up = Lists::new(count, leaving.clone());
        let down = Lists::new(count, leaving.clone().map(|(from, to)| (to, from)));
        drop(leaving);
        Self {
            class_of,
            classes,
            chain_of,
            starts,
            rank,
            up,
            down,
        }
    }

    /// The number of chains.
    pub fn chains(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether one class can contain another, from how far up they stand: if not, it does not.
    pub fn may_contain(&self, upper: u32, lower: u32) -> bool {
        self.rank[lower] < self.rank[upper]
    }

    /// Whether anything leads up from one class and down from another: if not, neither contains the other.
    pub fn may_be_reached(&self, lower: u32, upper: u32) -> bool {
        let leads = |direction, class: u32| {
            let chain = self.chain(self.chain_of[class]);
            let rest = match direction {
                Direction::Up => class + 1 < chain.end,
                Direction::Down => chain.start < class,
            };
            rest || !self.leaving(direction, class..class + 1).is_empty()
        };
        leads(Direction::Up, lower) && leads(Direction::Down, upper)
    }

    /// The classes of a chain.
    pub fn chain(&self, chain: u32) -> std::ops::Range<u32> {
        self.starts[chain]..self.starts[chain + 1]
    }

    /// The inclusions that leave a piece of a chain.
    pub fn leaving(&self, direction: Direction, piece: std::ops::Range<u32>) -> &[u32] {
        match direction {
            Direction::Up => self.up.within(piece),
            Direction::Down => self.down.within(piece),
        }
    }
}

struct Chains {
    /// The new number of each class.
    place: Numbered<u32>,
    chain_of: Numbered<u32>,
    starts: Numbered<u32>,
}

/// Takes the lowest class that is left, the lowest class above it that is left, and so on.
fn chains(classes: u32, above: &Lists<u32>) -> Chains {
    const NOWHERE: u32 = u32::MAX;
    let mut place = Numbered::all(NOWHERE, classes as usize);
    let mut chain_of = Vec::with_capacity(classes as usize);
    let mut starts = Vec::new();
    let mut next = 0;
    for bottom in 0..classes {
        let mut at = (place[bottom] == NOWHERE).then_some(bottom);
        let chain = starts.len() as u32;
        if at.is_some() {
            starts.push(next);
        }
        while let Some(class) = at {
            place[class] = next;
            chain_of.push(chain);
            next += 1;
            let left = above.of(class).iter().copied();
            at = left.filter(|above| place[*above] == NOWHERE).min();
        }
    }
    starts.push(next);
    Chains {
        place,
        chain_of: chain_of.into(),
        starts: starts.into(),
    }
}
