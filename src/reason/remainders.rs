//! Remainders that clash: N(a,b) where b contains a.

use super::demand::Pair;
use super::numbered::{Lists, Numbered};
use super::order::{Direction, Order};
use super::walk::Walk;

/// The remainders N(a,b) where b contains a.
pub(super) fn clashing(order: &Order, remainders: impl Iterator<Item = Pair>) -> Vec<Pair> {
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
    let mut as_lower = Numbered::all(0_u32, classes);
    let mut as_upper = as_lower.clone();
    for (lower, upper, _) in &asked {
        as_lower[*lower] += 1;
        as_upper[*upper] += 1;
    }
    let from_below = |lower: u32, upper: u32| as_lower[lower] >= as_upper[upper];
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
