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
    /// The chain that a class lies on: its first class, and one past its last.
    chain_of: Numbered<(u32, u32)>,
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
    pub fn new(nodes: u32, inclusions: impl Iterator<Item = Pair>) -> Self {
        let mut inclusions: Vec<(u32, u32)> = inclusions.map(|pair| (pair.from, pair.to)).collect();
        let (mut class_of, classes) = {
            let up = Lists::new(nodes as usize, inclusions.iter().copied());
            let down = Lists::new(nodes as usize, inclusions.iter().map(turned));
            components(nodes, &up, &down)
        };
        // From here on between classes, and only those between different ones.
        inclusions.retain_mut(|(from, to)| {
            (*from, *to) = (class_of[*from], class_of[*to]);
            from != to
        });
        let count = classes as usize;
        let Chains { place, chain_of } =
            chains(classes, &Lists::new(count, inclusions.iter().copied()));
        let mut rank = Numbered::all(0, count);
        for class in 0..classes {
            rank[place[class]] = class;
        }
        for node in 0..nodes {
            class_of[node] = place[class_of[node]];
        }
        // Within a chain, only an inclusion downwards could lead anywhere new, and there is none.
        inclusions.retain_mut(|(from, to)| {
            (*from, *to) = (place[*from], place[*to]);
            chain_of[*from] != chain_of[*to]
        });
        Self {
            class_of,
            classes,
            chain_of,
            rank,
            up: Lists::new(count, inclusions.iter().copied()),
            down: Lists::new(count, inclusions.iter().map(turned)),
        }
    }

    /// Whether one class can contain another, from how far up they stand: if not, it does not.
    pub fn may_contain(&self, upper: u32, lower: u32) -> bool {
        self.rank[lower] < self.rank[upper]
    }

    /// Whether anything leads up from one class and down from another: if not, neither contains the other.
    pub fn may_be_reached(&self, lower: u32, upper: u32) -> bool {
        let leads = |direction, class: u32| {
            let chain = self.chain(class);
            let rest = match direction {
                Direction::Up => class + 1 < chain.end,
                Direction::Down => chain.start < class,
            };
            rest || !self.leaving(direction, class..class + 1).is_empty()
        };
        leads(Direction::Up, lower) && leads(Direction::Down, upper)
    }

    /// The classes of the chain that a class lies on.
    pub fn chain(&self, class: u32) -> std::ops::Range<u32> {
        let (start, end) = self.chain_of[class];
        start..end
    }

    /// The inclusions that leave a piece of a chain.
    pub fn leaving(&self, direction: Direction, piece: std::ops::Range<u32>) -> &[u32] {
        match direction {
            Direction::Up => self.up.within(piece),
            Direction::Down => self.down.within(piece),
        }
    }
}

fn turned(pair: &(u32, u32)) -> (u32, u32) {
    (pair.1, pair.0)
}

struct Chains {
    /// The new number of each class.
    place: Numbered<u32>,
    /// By new numbers.
    chain_of: Numbered<(u32, u32)>,
}

/// Takes the lowest class that is left, the lowest class above it that is left, and so on.
fn chains(classes: u32, above: &Lists<u32>) -> Chains {
    const NOWHERE: u32 = u32::MAX;
    let mut place = Numbered::all(NOWHERE, classes as usize);
    let mut chain_of = Vec::with_capacity(classes as usize);
    let mut next = 0;
    for bottom in 0..classes {
        let start = next;
        let mut at = (place[bottom] == NOWHERE).then_some(bottom);
        while let Some(class) = at {
            place[class] = next;
            next += 1;
            let left = above.of(class).iter().copied();
            at = left.filter(|above| place[*above] == NOWHERE).min();
        }
        chain_of.extend((start..next).map(|_| (start, next)));
    }
    Chains {
        place,
        chain_of: chain_of.into(),
    }
}
