//! Which statements clash, decided on the condensed order without finding out by which argument.
//!
//! An inclusion and an exclusion are clauses of two literals about one element, so each demand for an element can be
//! looked at by itself: a remainder N(a,b) clashes if and only if b contains a; an exclusion D(x,y) has something
//! that clashes with it if and only if some node lies within both, or some overlap has one end within each.

use super::Network;
use super::demand::{self, Pair};
use super::numbered::Lists;
use super::order::{Direction, Order};
use super::walk::Walk;

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
    remainders: impl Iterator<Item = Pair>,
    exclusions: impl Iterator<Item = Pair>,
) -> Clashes {
    let order = Order::new(
        network.nodes(),
        &demand::inclusions(network).filter(move |pair| wanted(pair)),
    );
    Clashes {
        remainders: contained(&order, remainders.filter(wanted)),
        exclusions: shared(network, &order, wanted, exclusions.filter(wanted)),
    }
}

/// The remainders N(a,b) where b contains a.
fn contained(order: &Order, remainders: impl Iterator<Item = Pair>) -> Vec<Pair> {
    let mut found = Vec::new();
    // What is left to ask: lower class, upper class, and the remainder.
    let mut asked: Vec<(u32, u32, Pair)> = Vec::new();
    for pair in remainders {
        let (lower, upper) = (order.class_of[pair.from], order.class_of[pair.to]);
        if lower == upper {
            found.push(pair);
        } else if order.may_contain(upper, lower) && order.may_be_reached(lower, upper) {
            asked.push((lower, upper, pair));
        }
    }
    ask(order, asked, &mut found);
    found.sort_unstable_by_key(|pair| (pair.statement, pair.from));
    found
}

/// Asks the questions of one class together, whichever end has more of them: one walk from a control of a hub answers
/// for all that is compared with it.
fn ask(order: &Order, asked: Vec<(u32, u32, Pair)>, found: &mut Vec<Pair>) {
    let classes = order.classes as usize;
    let (mut as_lower, mut as_upper) = (vec![0_u32; classes], vec![0_u32; classes]);
    for (lower, upper, _) in &asked {
        count(&mut as_lower, *lower);
        count(&mut as_upper, *upper);
    }
    let from_below =
        |lower: u32, upper: u32| as_lower.get(lower as usize) >= as_upper.get(upper as usize);
    let (below, above): (Vec<_>, Vec<_>) = asked
        .into_iter()
        .partition(|(lower, upper, _)| from_below(*lower, *upper));
    let mut walks = Walks::new(order);
    let groups = Lists::new(
        classes,
        below
            .iter()
            .map(|(lower, upper, pair)| (*lower, Question(*upper, *pair))),
    );
    walks.answer(Direction::Up, &groups, found);
    drop(below);
    let groups = Lists::new(
        classes,
        above
            .iter()
            .map(|(lower, upper, pair)| (*upper, Question(*lower, *pair))),
    );
    walks.answer(Direction::Down, &groups, found);
}

fn count(counts: &mut [u32], class: u32) {
    if let Some(count) = counts.get_mut(class as usize) {
        *count += 1;
    }
}

/// Whether the walk from a class comes over another one, for a remainder.
#[derive(Clone, Copy, Debug, Default)]
struct Question(u32, Pair);

/// Walks both ways over one order.
struct Walks<'o> {
    order: &'o Order,
    up: Walk,
    down: Walk,
}

impl<'o> Walks<'o> {
    fn new(order: &'o Order) -> Self {
        Self {
            order,
            up: Walk::new(order, Direction::Up),
            down: Walk::new(order, Direction::Down),
        }
    }

    fn answer(&mut self, direction: Direction, groups: &Lists<Question>, found: &mut Vec<Pair>) {
        // What a walk may cost for each question that it answers, before each is asked by itself from the nearer end.
        const STEPS_PER_QUESTION: usize = 64;
        for class in 0..self.order.classes {
            let questions = groups.of(class);
            if questions.is_empty() {
                continue;
            }
            let allowed = STEPS_PER_QUESTION * questions.len() + 1024;
            let walk = match direction {
                Direction::Up => &mut self.up,
                Direction::Down => &mut self.down,
            };
            let complete = walk.from(self.order, class, allowed);
            for Question(other, pair) in questions {
                let yes = if complete {
                    let walk = match direction {
                        Direction::Up => &self.up,
                        Direction::Down => &self.down,
                    };
                    walk.has(self.order, *other)
                } else {
                    match direction {
                        Direction::Up => self.contains(*other, class),
                        Direction::Down => self.contains(class, *other),
                    }
                };
                if yes {
                    found.push(*pair);
                }
            }
        }
    }

    /// Whether one class contains another: walks from both ends in turn, further each time, until one walk is done.
    fn contains(&mut self, upper: u32, lower: u32) -> bool {
        let mut allowed = 1024;
        loop {
            if self.up.from(self.order, lower, allowed) {
                return self.up.has(self.order, upper);
            }
            if self.down.from(self.order, upper, allowed) {
                return self.down.has(self.order, lower);
            }
            allowed = allowed.saturating_mul(4);
        }
    }
}

/// The exclusions D(x,y) where something is forced to lie in both.
fn shared(
    network: &Network,
    order: &Order,
    wanted: impl Fn(&Pair) -> bool + Copy,
    exclusions: impl Iterator<Item = Pair>,
) -> Vec<Pair> {
    let mut exclusions: Vec<Pair> = exclusions.collect();
    if exclusions.is_empty() {
        return exclusions;
    }
    let classes = order.classes as usize;
    let overlaps = {
        let class = |node: u32| order.class_of[node];
        let pairs = demand::overlaps(network).filter(move |pair| wanted(pair));
        let both = pairs.flat_map(move |pair| {
            let (one, other) = (class(pair.from), class(pair.to));
            [(one, other), (other, one)]
        });
        Lists::new(classes, both)
    };
    let mut times = vec![0_u32; classes];
    for pair in &exclusions {
        count(&mut times, order.class_of[pair.from]);
        count(&mut times, order.class_of[pair.to]);
    }
    // The end that more exclusions have comes first, and is walked once for all of them.
    let ends = |pair: &Pair| {
        let (one, other) = (order.class_of[pair.from], order.class_of[pair.to]);
        if times.get(one as usize) >= times.get(other as usize) {
            (one, other)
        } else {
            (other, one)
        }
    };
    exclusions.sort_by_cached_key(ends);
    let mut below = [
        Walk::new(order, Direction::Down),
        Walk::new(order, Direction::Down),
    ];
    let mut walked = None;
    exclusions.retain(|pair| {
        let (often, seldom) = ends(pair);
        let [first, second] = &mut below;
        if walked != Some(often) {
            first.from(order, often, usize::MAX);
            walked = Some(often);
        }
        second.from(order, seldom, usize::MAX);
        meet(first, second) || overlap(order, &overlaps, first, second)
    });
    exclusions.sort_unstable_by_key(|pair| pair.statement);
    exclusions
}

/// Whether two walks down came over the same class: if they came over the same chain, both came over its bottom.
fn meet(one: &Walk, other: &Walk) -> bool {
    let (fewer, more) = if one.chains().len() <= other.chains().len() {
        (one, other)
    } else {
        (other, one)
    };
    fewer.chains().iter().any(|chain| more.has_chain(*chain))
}

/// Whether something that overlaps what one walk came over lies in what the other one did.
fn overlap(order: &Order, overlaps: &Lists<u32>, one: &Walk, other: &Walk) -> bool {
    let count = |walk: &Walk| -> usize {
        walk.pieces(order)
            .map(|piece| overlaps.within(piece).len())
            .sum()
    };
    let (fewer, more) = if count(one) <= count(other) {
        (one, other)
    } else {
        (other, one)
    };
    fewer
        .pieces(order)
        .flat_map(|piece| overlaps.within(piece))
        .any(|end| more.has(order, *end))
}
