//! One shortest argument for each demand that clashes.

use rustc_hash::{FxHashMap, FxHashSet};

use super::clashes::Clashes;
use super::demand::{self, Pair};
use super::numbered::Lists;
use super::paths::{Edge, Length, Paths, Toll};
use super::{Chain, Claim, Conflict, Network, Node, StatementId};
use crate::relation::Relation;

/// How much is explained at a time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// The longest path of inclusions, in claims.
    pub claims: u32,
    /// Once the arguments have this many steps together, the rest waits.
    pub steps: usize,
}

/// What explaining comes to.
#[derive(Debug, Default)]
pub(super) struct Explained {
    /// The arguments, in order of statements.
    pub conflicts: Vec<Conflict>,
    /// What clashes, or may: what was explained, what waits, and what would have taken longer paths.
    pub left: Clashes,
}

/// Explains clashes in a network from which claims are set aside one after the other.
#[derive(Debug)]
pub(super) struct Explainer<'n> {
    network: &'n Network,
    up: Lists<Edge>,
    down: Lists<Edge>,
    overlaps: Lists<Edge>,
    disputed: FxHashSet<Claim>,
    paths: [Paths; 2],
}

/// A demand for an element: that a node is not empty, or that two overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Demand {
    Node(u32),
    Overlap(u32),
}

impl<'n> Explainer<'n> {
    pub fn new(network: &'n Network) -> Self {
        let nodes = network.nodes();
        let inclusions = demand::inclusions(network);
        let up = inclusions
            .clone()
            .map(|pair| (pair.from, edge(pair.to, pair)));
        let down = inclusions.map(|pair| (pair.to, edge(pair.from, pair)));
        let overlaps = demand::overlaps(network).flat_map(|pair| {
            [
                (pair.from, edge(pair.to, pair)),
                (pair.to, edge(pair.from, pair)),
            ]
        });
        Self {
            network,
            up: Lists::new(nodes as usize, up),
            down: Lists::new(nodes as usize, down),
            overlaps: Lists::new(nodes as usize, overlaps),
            disputed: FxHashSet::default(),
            paths: [Paths::new(nodes), Paths::new(nodes)],
        }
    }

    /// Takes claims out of everything that follows.
    pub fn set_aside(&mut self, claims: &[Claim]) {
        self.disputed.extend(claims);
    }

    /// Whether a statement still takes part.
    pub fn takes_part(&self, statement: u32) -> bool {
        toll(self.network, &self.disputed, statement) != Toll::Closed
    }

    /// One shortest argument for each demand that clashes.
    pub fn explain(&mut self, clashes: &Clashes, limits: Limits) -> Explained {
        let mut explained = Explained::default();
        let mut steps = 0;
        for pair in &clashes.remainders {
            if steps > limits.steps {
                explained.left.remainders.push(*pair);
                continue;
            }
            let before = explained.conflicts.len();
            let all_seen = self.explain_remainder(*pair, limits, &mut explained.conflicts);
            let new = explained.conflicts.get(before..).unwrap_or_default();
            if !new.is_empty() || !all_seen {
                explained.left.remainders.push(*pair);
            }
            steps += new
                .iter()
                .map(|new| new.chain.steps.len() + 1)
                .sum::<usize>();
        }
        // The shortest argument so far for each demand; none if the shortest one is about another node at heart.
        let mut shortest: FxHashMap<Demand, (Length, Option<Conflict>)> = FxHashMap::default();
        let mut demands = Vec::new();
        // What many share nothing with, such as a whole framework, is the second end: it is searched once for all.
        let mut exclusions = clashes.exclusions.clone();
        exclusions.sort_by_key(|pair| (pair.to, pair.statement));
        let mut searched = None;
        for pair in &exclusions {
            if steps > limits.steps {
                explained.left.exclusions.push(*pair);
                continue;
            }
            let clashing =
                self.explain_exclusion(*pair, limits, &mut searched, &mut shortest, &mut demands);
            if clashing.found || !clashing.all_seen {
                explained.left.exclusions.push(*pair);
            }
            steps += clashing.steps;
        }
        let arguments = demands
            .iter()
            .filter_map(|demand| shortest.remove(demand)?.1);
        explained.conflicts.extend(arguments);
        explained
    }

    /// N(a,b), although b contains a. Whether the search for a path saw all that there is.
    fn explain_remainder(
        &mut self,
        pair: Pair,
        limits: Limits,
        conflicts: &mut Vec<Conflict>,
    ) -> bool {
        if !self.takes_part(pair.statement) {
            return true;
        }
        let (network, disputed) = (self.network, &self.disputed);
        let [paths, _] = &mut self.paths;
        let toll = |statement| toll(network, disputed, statement);
        let all_seen = paths.search(&self.up, pair.from, Some(pair.to), limits.claims, toll);
        if paths.has(pair.to) {
            let mut steps: Vec<_> = paths.back(pair.to).collect();
            steps.reverse();
            // Read forwards, each statement leads to where the one after it leads back to.
            let nodes = steps.iter().skip(1).map(|(_, node)| *node).chain([pair.to]);
            let nodes: Vec<u32> = nodes.collect();
            let taken = steps.iter().map(|(statement, _)| *statement).zip(nodes);
            conflicts.push(conflict(network, pair.from, pair.to, taken, pair.statement));
        }
        all_seen
    }

    /// D(x,y), although something lies in both. What was searched last for y, and whether all was seen, is kept.
    fn explain_exclusion(
        &mut self,
        pair: Pair,
        limits: Limits,
        searched: &mut Option<(u32, bool)>,
        shortest: &mut FxHashMap<Demand, (Length, Option<Conflict>)>,
        demands: &mut Vec<Demand>,
    ) -> Clashing {
        let mut clashing = Clashing {
            found: false,
            all_seen: true,
            steps: 0,
        };
        if !self.takes_part(pair.statement) {
            return clashing;
        }
        let (network, disputed) = (self.network, &self.disputed);
        let toll = |statement| toll(network, disputed, statement);
        let [x, y] = &mut self.paths;
        clashing.all_seen = x.search(&self.down, pair.from, None, limits.claims, toll);
        let (_, all_seen) = match *searched {
            Some(searched) if searched.0 == pair.to => searched,
            _ => *searched.insert((
                pair.to,
                y.search(&self.down, pair.to, None, limits.claims, toll),
            )),
        };
        clashing.all_seen &= all_seen;
        let mut consider =
            |demand: Demand, length: Length, argument: &dyn Fn() -> Option<Conflict>| {
                clashing.found = true;
                let known = shortest.get(&demand);
                if known.is_none() {
                    demands.push(demand);
                }
                if known.is_none_or(|(known, _)| length < *known) {
                    let argument = argument();
                    clashing.steps += argument
                        .as_ref()
                        .map_or(1, |argument| argument.chain.steps.len());
                    shortest.insert(demand, (length, argument));
                }
            };
        for node in x.nodes() {
            let Some(to_x) = x.length(*node) else {
                continue;
            };
            if let Some(to_y) = y.length(*node) {
                consider(Demand::Node(*node), to_x + to_y, &|| {
                    let same_way = x.last_step(*node).zip(y.last_step(*node));
                    if same_way.is_some_and(|(one, other)| one.0 == other.0) {
                        return None;
                    }
                    argue(network, pair, x, y, (*node, *node, None))
                });
            }
            for overlap in self.overlaps.of(*node) {
                let (Some(to_y), true) = (
                    y.length(overlap.other),
                    toll(overlap.statement) != Toll::Closed,
                ) else {
                    continue;
                };
                let own = Length {
                    claims: u32::from(toll(overlap.statement) == Toll::Claim),
                    statements: 1,
                };
                consider(
                    Demand::Overlap(overlap.statement),
                    to_x + own + to_y,
                    &|| {
                        let by_way_of = (*node, overlap.other, Some(overlap.statement));
                        argue(network, pair, x, y, by_way_of)
                    },
                );
            }
        }
        clashing
    }
}

/// What became of one exclusion.
struct Clashing {
    found: bool,
    all_seen: bool,
    steps: usize,
}

const fn edge(other: u32, pair: Pair) -> Edge {
    Edge {
        other,
        statement: pair.statement,
    }
}

fn toll(network: &Network, disputed: &FxHashSet<Claim>, statement: u32) -> Toll {
    match network.statement(StatementId(statement)) {
        Some(said) if said.claim == Claim::GIVEN => Toll::Given,
        Some(said) if disputed.is_empty() || !disputed.contains(&said.claim) => Toll::Claim,
        _ => Toll::Closed,
    }
}

/// The argument from x down to a node, perhaps over an overlap to another one, and up to y, where x and y are said to
/// share nothing. `None` if it comes by the same node twice: then it says more than it has to, and that node's own
/// argument says just enough.
fn argue(
    network: &Network,
    exclusion: Pair,
    x: &Paths,
    y: &Paths,
    (near_x, near_y, overlap): (u32, u32, Option<u32>),
) -> Option<Conflict> {
    let mut down: Vec<(u32, u32)> = Vec::new();
    let mut at = near_x;
    for (statement, before) in x.back(near_x) {
        down.push((statement, at));
        at = before;
    }
    down.reverse();
    let across = overlap.map(|statement| (statement, near_y));
    let taken: Vec<_> = down
        .into_iter()
        .chain(across)
        .chain(y.back(near_y))
        .collect();
    let mut nodes: Vec<u32> = taken.iter().map(|(_, node)| *node).collect();
    if exclusion.from != exclusion.to {
        nodes.push(exclusion.from);
    }
    nodes.sort_unstable();
    let distinct = nodes.windows(2).all(|pair| pair.first() != pair.last());
    distinct.then(|| {
        let (from, to) = (exclusion.from, exclusion.to);
        conflict(network, from, to, taken.into_iter(), exclusion.statement)
    })
}

/// The conflict of a chain from one node to another with a statement about the two.
fn conflict(
    network: &Network,
    from: u32,
    to: u32,
    taken: impl Iterator<Item = (u32, u32)>,
    denial: u32,
) -> Conflict {
    let taken = taken.map(|(statement, node)| (StatementId(statement), Node(node)));
    let chain = Chain::compose(network, Node(from), taken);
    let denial = StatementId(denial);
    let denied = network.statement(denial);
    let denied = denied.map_or(chain.label(), |said| said.towards(Node(from), Node(to)));
    let statements = chain
        .steps
        .iter()
        .map(|step| step.statement)
        .chain([denial]);
    let said = statements.filter_map(|id| network.statement(id));
    let disputable: Vec<_> = said.filter(|said| said.is_disputable()).collect();
    let mut claims: Vec<Claim> = disputable.iter().map(|said| said.claim).collect();
    claims.sort_unstable();
    claims.dedup();
    Conflict {
        chain,
        denial,
        denied,
        claims,
        senses: disputable.iter().fold(0, |senses, said| {
            senses | 1_u8.checked_shl(said.sense.into()).unwrap_or(0)
        }),
        // Only a remainder that an `intersects-with` asks for is gone under the loose reading; exclusions, inclusions
        // and overlaps are not.
        stands_loosely: !denied.allows(Relation::IntersectsWith),
    }
}
