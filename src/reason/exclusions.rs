//! Exclusions that something clashes with: D(x,y) where something is forced to lie in both.
//!
//! That is so if and only if a class below x is below y too, or overlaps one that is. Both questions are the same: whether
//! anything below y is among what is below x and what overlaps that.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::demand::Pair;
use super::numbered::{Lists, Numbered};
use super::order::{Direction, Order};
use super::walk::Walk;

/// The exclusions with which something clashes, in the order of their statements.
pub(super) fn clashing(
    order: &Order,
    overlaps: impl Iterator<Item = Pair> + Clone,
    exclusions: Vec<Pair>,
) -> Vec<Pair> {
    if exclusions.is_empty() {
        return exclusions;
    }
    let class = |node: u32| order.class_of[node];
    let both = overlaps.flat_map(|pair| {
        let (one, other) = (class(pair.from), class(pair.to));
        [(one, other), (other, one)]
    });
    let mut search = Search {
        order,
        overlaps: Lists::new(order.classes as usize, both),
        walk: Walk::new(order, Direction::Down),
        remembered: FxHashMap::default(),
        room: order.classes as usize * 4,
        shared: Marks::new(order.classes),
    };
    let mut found = Vec::new();
    let mut asked = by_cheaper_end(order, &search.overlaps, exclusions);
    asked.sort_unstable_by_key(|(often, _, pair)| (*often, pair.statement));
    for group in asked.chunk_by(|one, next| one.0 == next.0) {
        if let Some((often, ..)) = group.first() {
            search.share(*often);
        }
        let clashes = group.iter().filter(|(_, seldom, _)| search.meets(*seldom));
        found.extend(clashes.map(|(.., pair)| *pair));
        search.shared.clear();
    }
    found.sort_unstable_by_key(|pair| pair.statement);
    found
}

/// Each exclusion with the classes of its ends, the one first that more of them have: it is looked at once for all. One
/// high up a long chain has to have so many more.
fn by_cheaper_end(
    order: &Order,
    overlaps: &Lists<u32>,
    exclusions: Vec<Pair>,
) -> Vec<(u32, u32, Pair)> {
    // What is below less than this is found so fast that how much less it is says nothing of the time taken.
    const LITTLE: usize = 1024;
    let mut times = Numbered::all(0_u64, order.classes as usize);
    for pair in &exclusions {
        times[order.class_of[pair.from]] += 1;
        times[order.class_of[pair.to]] += 1;
    }
    let ends = exclusions.into_iter().map(|pair| {
        let (one, other) = (order.class_of[pair.from], order.class_of[pair.to]);
        // What of its own chain is below it, and what overlaps that.
        let cost = |class: u32| {
            let below = order.chain(class).start..class + 1;
            (below.len() + overlaps.within(below).len()).max(LITTLE) as u64
        };
        if cost(one) * times[other] <= cost(other) * times[one] {
            (one, other, pair)
        } else {
            (other, one, pair)
        }
    });
    ends.collect()
}

struct Search<'o> {
    order: &'o Order,
    /// What each class overlaps.
    overlaps: Lists<u32>,
    walk: Walk,
    /// What is below classes that have much directly below them: those are come by again and again.
    remembered: FxHashMap<u32, Box<[Range<u32>]>>,
    /// How many more pieces are remembered.
    room: usize,
    /// What is below the busier end, and what overlaps that.
    shared: Marks,
}

impl Search<'_> {
    /// Marks what is below a class, and what overlaps that.
    fn share(&mut self, class: u32) {
        self.walk.from(self.order, class, usize::MAX);
        for piece in self.walk.pieces(self.order) {
            for other in self.overlaps.within(piece.clone()) {
                self.shared.mark(*other..*other + 1);
            }
            self.shared.mark(piece);
        }
    }

    /// Whether anything below a class is marked.
    fn meets(&mut self, class: u32) -> bool {
        // A class that has at least so many directly below it is worth remembering.
        const MUCH: usize = 64;
        let order = self.order;
        let mut much = Vec::new();
        self.walk.within(order, class, |class| {
            let below = order.chain(class).start..class + 1;
            let is_much = order.leaving(Direction::Down, below).len() >= MUCH;
            if is_much {
                much.push(class);
            }
            !is_much
        });
        much.sort_unstable();
        much.dedup();
        let marked = |piece: Range<u32>| self.shared.any(piece);
        self.walk.pieces(order).any(marked) || much.into_iter().any(|class| self.recall(class))
    }

    /// The same for a class that has much below it.
    fn recall(&mut self, class: u32) -> bool {
        if let Some(pieces) = self.remembered.get(&class) {
            return pieces.iter().any(|piece| self.shared.any(piece.clone()));
        }
        self.walk.from(self.order, class, usize::MAX);
        let meets = self
            .walk
            .pieces(self.order)
            .any(|piece| self.shared.any(piece));
        if let Some(room) = self.room.checked_sub(self.walk.chains().len()) {
            self.room = room;
            let pieces = self.walk.pieces(self.order).collect();
            self.remembered.insert(class, pieces);
        }
        meets
    }
}

/// Marked classes, a bit each.
struct Marks {
    words: Vec<u64>,
    /// What was marked, to be cleared.
    pieces: Vec<Range<u32>>,
}

impl Marks {
    fn new(classes: u32) -> Self {
        Self {
            words: vec![0; classes as usize / 64 + 1],
            pieces: Vec::new(),
        }
    }

    fn mark(&mut self, piece: Range<u32>) {
        for (at, bits) in words_of(&piece) {
            if let Some(word) = self.words.get_mut(at) {
                *word |= bits;
            }
        }
        self.pieces.push(piece);
    }

    /// Whether any of a piece is marked.
    fn any(&self, piece: Range<u32>) -> bool {
        if self.pieces.len() < piece.len() / 64 {
            let meets = |marked: &Range<u32>| marked.start < piece.end && piece.start < marked.end;
            return self.pieces.iter().any(meets);
        }
        words_of(&piece).any(|(at, bits)| self.words.get(at).is_some_and(|word| word & bits != 0))
    }

    fn clear(&mut self) {
        for piece in self.pieces.drain(..) {
            for (at, _) in words_of(&piece) {
                if let Some(word) = self.words.get_mut(at) {
                    *word = 0;
                }
            }
        }
    }
}

/// The words that hold the bits of a piece, which is not empty, with these bits.
fn words_of(piece: &Range<u32>) -> impl Iterator<Item = (usize, u64)> + use<> {
    let (first, last) = (piece.start, piece.end - 1);
    let words = first / 64..=last / 64;
    words.map(move |word| {
        let from = if word == first / 64 { first % 64 } else { 0 };
        let to = if word == last / 64 { last % 64 } else { 63 };
        (word as usize, (u64::MAX << from) & (u64::MAX >> (63 - to)))
    })
}
