//! Walks over all that contains a class, or all that it contains.

use std::ops::Range;

use super::numbered::Numbered;
use super::order::{Direction, Order};

/// Pieces of chains that a walk has come over. Kept from walk to walk, so that a short walk costs little in a large
/// network.
#[derive(Debug)]
pub(super) struct Walk {
    direction: Direction,
    /// For each chain, at its first class: the class nearest to the walk's beginning that was reached, and in which walk.
    reached: Numbered<(u32, u32)>,
    walk: u32,
    /// The first classes of the chains reached, in the order in which they were.
    chains: Vec<u32>,
    pending: Vec<u32>,
}

impl Walk {
    pub fn new(order: &Order, direction: Direction) -> Self {
        Self {
            direction,
            reached: Numbered::all((0, 0), order.classes as usize),
            walk: 0,
            chains: Vec::new(),
            pending: Vec::new(),
        }
    }

    /// Walks from a class, unless that takes more steps than allowed: then it says so, and what was reached is not all.
    pub fn from(&mut self, order: &Order, class: u32, allowed: usize) -> bool {
        self.begin(class);
        self.proceed(order, allowed, |_| true)
    }

    /// Walks from a class, but passes through other classes only where it is asked to.
    pub fn within(&mut self, order: &Order, class: u32, enter: impl FnMut(u32) -> bool) {
        self.begin(class);
        self.proceed(order, usize::MAX, enter);
    }

    fn begin(&mut self, class: u32) {
        self.walk += 1;
        self.chains.clear();
        self.pending.clear();
        self.pending.push(class);
    }

    fn proceed(
        &mut self,
        order: &Order,
        mut allowed: usize,
        mut enter: impl FnMut(u32) -> bool,
    ) -> bool {
        while let Some(class) = self.pending.pop() {
            let Some(piece) = self.reach(order, class) else {
                continue;
            };
            let leaving = order.leaving(self.direction, piece);
            match allowed.checked_sub(leaving.len() + 1) {
                Some(left) => allowed = left,
                None => return false,
            }
            self.pending
                .extend(leaving.iter().filter(|class| enter(**class)));
        }
        true
    }

    /// Marks a class and what follows on its chain; the piece that is new, if any.
    fn reach(&mut self, order: &Order, class: u32) -> Option<Range<u32>> {
        let chain = order.chain(class);
        let (before, walk) = self.reached[chain.start];
        let first = walk != self.walk;
        if first {
            self.chains.push(chain.start);
        }
        let piece = match self.direction {
            Direction::Up => class..if first { chain.end } else { before },
            Direction::Down => (if first { chain.start } else { before + 1 })..class + 1,
        };
        if piece.is_empty() {
            return None;
        }
        self.reached[chain.start] = (class, self.walk);
        Some(piece)
    }

    /// Whether the walk came over a class.
    pub fn has(&self, order: &Order, class: u32) -> bool {
        let (reached, walk) = self.reached[order.chain(class).start];
        walk == self.walk
            && match self.direction {
                Direction::Up => reached <= class,
                Direction::Down => class <= reached,
            }
    }

    /// The first classes of the chains that the walk came over.
    pub fn chains(&self) -> &[u32] {
        &self.chains
    }

    /// The pieces that the walk came over.
    pub fn pieces<'a>(&'a self, order: &'a Order) -> impl Iterator<Item = Range<u32>> + Clone + 'a {
        self.chains.iter().map(move |start| {
            let chain = order.chain(*start);
            let (reached, _) = self.reached[*start];
            match self.direction {
                Direction::Up => reached..chain.end,
                Direction::Down => chain.start..reached + 1,
            }
        })
    }
}
