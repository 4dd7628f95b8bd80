//! One shortest argument for each demand that clashes.

use rustc_hash::{FxHashMap, FxHashSet};

use super::arguments::{Arguments, Demand};
use super::clashes::Clashes;
use super::demand::{self, Pair};
use super::numbered::Lists;
use super::paths::{Edge, Paths, Toll};
use super::{Claim, Conflict, Network, StatementId};

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
    /// The arguments, each with the demand that it refuses, in no order that means anything.
    pub conflicts: Vec<(Demand, Conflict)>,
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
    part: Part,
    paths: [Paths; 2],
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
            part: Part::default(),
            paths: [Paths::new(nodes), Paths::new(nodes)],
        }
    }

    /// Takes claims out of everything that follows.
    pub fn set_aside(&mut self, claims: &[Claim]) {
        self.part.disputed.extend(claims);
    }

    /// From here on, only claims made in one sense take part, or all.
    pub fn restrict(&mut self, sense: Option<u8>) {
        self.part.sense = sense;
    }

    /// Whether a statement still takes part.
    pub fn takes_part(&self, statement: u32) -> bool {
        toll(self.network, &self.part, statement) != Toll::Closed
    }

    /// One shortest argument for each demand that clashes. Those that were explained before wait.
    pub fn explain(
        &mut self,
        clashes: &Clashes,
        limits: Limits,
        explained_before: &FxHashSet<Demand>,
    ) -> Explained {
        let mut explained = Explained::default();
        let mut steps = 0;
        for pair in &clashes.remainders {
            if steps > limits.steps
                || explained_before.contains(&Demand::Remainder(pair.statement, pair.from))
            {
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
                .map(|(_, new)| new.chain.steps.len() + 1)
                .sum::<usize>();
        }
        self.explain_exclusions(&clashes.exclusions, limits, steps, &mut explained);
        let is_new = |demand: &Demand| !explained_before.contains(demand);
        explained.conflicts.retain(|(demand, _)| is_new(demand));
        explained
    }

    /// N(a,b), although b contains a. Whether the search for a path saw all that there is.
    fn explain_remainder(
        &mut self,
        pair: Pair,
        limits: Limits,
        conflicts: &mut Vec<(Demand, Conflict)>,
    ) -> bool {
        if !self.takes_part(pair.statement) {
            return true;
        }
        let (network, part) = (self.network, &self.part);
        let [paths, _] = &mut self.paths;
        let toll = |statement| toll(network, part, statement);
        let all_seen = paths.search(&self.up, pair.from, Some(pair.to), limits.claims, toll);
        if paths.has(pair.to) {
            let mut steps: Vec<_> = paths.back(pair.to).collect();
            steps.reverse();
            // Read forwards, each statement leads to where the one after it leads back to.
            let nodes = steps.iter().skip(1).map(|(_, node)| *node).chain([pair.to]);
            let nodes: Vec<u32> = nodes.collect();
            let taken = steps.iter().map(|(statement, _)| *statement).zip(nodes);
            let conflict = Conflict::of(network, pair.from, pair.to, taken, pair.statement);
            conflicts.push((Demand::Remainder(pair.statement, pair.from), conflict));
        }
        all_seen
    }

    /// D(x,y), although something lies in both.
    fn explain_exclusions(
        &mut self,
        exclusions: &[Pair],
        limits: Limits,
        steps: usize,
        explained: &mut Explained,
    ) {
        let (network, part) = (self.network, &self.part);
        let toll = |statement| toll(network, part, statement);
        let [often, seldom] = &mut self.paths;
        let mut arguments = Arguments::new(network, &self.overlaps, steps);
        let mut searched = None;
        for pair in by_busier_end(exclusions) {
            if toll(pair.statement) == Toll::Closed {
                continue;
            }
            if arguments.steps() > limits.steps {
                explained.left.exclusions.push(pair);
                continue;
            }
            // The busier end comes first, and is searched from once for all that it has.
            let all_seen_there = match searched {
                Some((node, all_seen)) if node == pair.from => all_seen,
                _ => often.search(&self.down, pair.from, None, limits.claims, toll),
            };
            searched = Some((pair.from, all_seen_there));
            let all_seen = seldom.search(&self.down, pair.to, None, limits.claims, toll);
            let found = arguments.collect(pair, often, seldom, toll);
            if found || !(all_seen_there && all_seen) {
                explained.left.exclusions.push(pair);
            }
        }
        explained
            .left
            .exclusions
            .sort_unstable_by_key(|pair| pair.statement);
        explained.conflicts.extend(arguments.into_conflicts());
    }
}

/// The exclusions, each turned so that the node that more of them have comes first, by that node.
fn by_busier_end(exclusions: &[Pair]) -> Vec<Pair> {
    let mut times: FxHashMap<u32, usize> = FxHashMap::default();
    for node in exclusions.iter().flat_map(|pair| [pair.from, pair.to]) {
        *times.entry(node).or_default() += 1;
    }
    let turned = exclusions.iter().map(|pair| {
        if times.get(&pair.from) >= times.get(&pair.to) {
            *pair
        } else {
            pair.turned()
        }
    });
    let mut turned: Vec<Pair> = turned.collect();
    turned.sort_unstable_by_key(|pair| (pair.from, pair.statement));
    turned
}

const fn edge(other: u32, pair: Pair) -> Edge {
    Edge {
        other,
        statement: pair.statement,
    }
}

/// What takes part.
#[derive(Debug, Default)]
struct Part {
    disputed: FxHashSet<Claim>,
    /// Only what is said in this sense; `None` for all.
    sense: Option<u8>,
}

fn toll(network: &Network, part: &Part, statement: u32) -> Toll {
    let Some(said) = network.statement(StatementId(statement)) else {
        return Toll::Closed;
    };
    if !said.is_disputable() {
        return Toll::Given;
    }
    let is_meant = part.sense.is_none_or(|sense| sense == said.sense);
    if is_meant && (part.disputed.is_empty() || !part.disputed.contains(&said.claim)) {
        Toll::Claim
    } else {
        Toll::Closed
    }
}
