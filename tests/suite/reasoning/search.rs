//! Search over the relation of each pair, with path consistency.
//!
//! Where every pair has one relation left, path consistency decides whether there are such sets: Bennett, "Spatial
//! reasoning with propositional logics" (1994); Jonsson and Drakengren, "A complete classification of tractability in RCC-5"
//! (1997); Renz and Nebel, "On the complexity of qualitative spatial reasoning" (1999). So a search that gets there
//! has found a model, and one that tries everything else has shown that there is none.

use std::sync::LazyLock;

use xwalk::reason::Statement;
use xwalk::relation::Relation;

use super::sets::{ANY, Possible, lie, only, said, turned, worlds};

/// What two neighbouring pairs leave possible for the outer one: read off all worlds of three sets.
static COMPOSED: LazyLock<[[Possible; 32]; 32]> = LazyLock::new(|| {
    let mut composed = [[0; 32]; 32];
    for sets in worlds(3) {
        let [a, b, c] = sets[..] else { panic!() };
        let (first, second) = (only(lie(a, b)), only(lie(b, c)));
        for one in (0..32).filter(|one| one & first != 0) {
            for other in (0..32).filter(|other| other & second != 0) {
                composed[one as usize][other as usize] |= only(lie(a, c));
            }
        }
    }
    composed
});

/// What (a, b) and (b, c) leave possible for (a, c).
pub fn composed(first: Possible, second: Possible) -> Possible {
    COMPOSED[first as usize][second as usize]
}

/// What is possible for every pair of nodes.
#[derive(Clone)]
pub struct Pairs {
    nodes: usize,
    possible: Vec<Possible>,
}

impl Pairs {
    /// What statements leave possible, before anything is composed.
    pub fn of<'s>(nodes: u32, statements: impl IntoIterator<Item = &'s Statement>) -> Self {
        let nodes = nodes as usize;
        let mut pairs = Self {
            nodes,
            possible: vec![ANY; nodes * nodes],
        };
        for node in 0..nodes {
            pairs.leave(node, node, only(Relation::Equal));
        }
        for statement in statements {
            let (a, b, possible) = said(statement);
            pairs.leave(a, b, possible);
        }
        pairs
    }

    pub fn get(&self, a: usize, b: usize) -> Possible {
        self.possible[a * self.nodes + b]
    }

    /// Leaves only these possible for a pair; whether that takes anything away.
    pub fn leave(&mut self, a: usize, b: usize, possible: Possible) -> bool {
        let before = self.get(a, b);
        let after = before & possible;
        self.possible[a * self.nodes + b] = after;
        self.possible[b * self.nodes + a] = turned(after);
        after != before
    }

    /// Takes away what no third node allows, until nothing changes. Whether something is left for every pair.
    pub fn close(&mut self) -> bool {
        let nodes = self.nodes;
        let all = (0..nodes).flat_map(|a| (a..nodes).map(move |b| (a, b)));
        let known = all.filter(|(a, b)| self.get(*a, *b) != ANY).collect();
        self.close_from(known)
    }

    /// The same, where only these pairs have changed since it was last done.
    fn close_from(&mut self, mut changed: Vec<(usize, usize)>) -> bool {
        while let Some((a, b)) = changed.pop() {
            let known = self.get(a, b);
            if known == 0 {
                return false;
            }
            for c in 0..self.nodes {
                if self.leave(a, c, composed(known, self.get(b, c))) {
                    changed.push((a, c));
                }
                if self.leave(c, b, composed(self.get(c, a), known)) {
                    changed.push((c, b));
                }
            }
        }
        true
    }

    /// One relation for every pair, such that there are such sets; none if there are no such sets. What is possible is
    /// closed already.
    pub fn solve(&self) -> Option<Self> {
        let nodes = self.nodes;
        let pairs = (0..nodes).flat_map(|a| (a + 1..nodes).map(move |b| (a, b)));
        let open = pairs.filter(|(a, b)| self.get(*a, *b).count_ones() > 1);
        let Some((a, b)) = open.min_by_key(|(a, b)| self.get(*a, *b).count_ones()) else {
            return Some(self.clone());
        };
        let relations = Relation::ALL.into_iter().map(only);
        let mut left = relations.filter(|relation| self.get(a, b) & relation != 0);
        left.find_map(|relation| self.with(a, b, relation)?.solve())
    }

    /// The same with one relation alone for a pair, closed; none if then nothing is left for some pair.
    pub fn with(&self, a: usize, b: usize, relation: Possible) -> Option<Self> {
        let mut pairs = self.clone();
        let changed = if pairs.leave(a, b, relation) {
            vec![(a, b)]
        } else {
            Vec::new()
        };
        pairs.close_from(changed).then_some(pairs)
    }
}

/// Whether there are sets of which all statements are true.
pub fn satisfiable(nodes: u32, statements: &[Statement]) -> bool {
    Search::new(nodes, statements).is_some()
}

/// Statements that have a model, to be asked how pairs can lie.
pub struct Search {
    closed: Pairs,
    models: Vec<Pairs>,
}

impl Search {
    /// None if the statements have no model.
    pub fn new(nodes: u32, statements: &[Statement]) -> Option<Self> {
        let mut closed = Pairs::of(nodes, statements);
        let model = closed.close().then(|| closed.solve())??;
        Some(Self {
            closed,
            models: vec![model],
        })
    }

    /// How two nodes lie in some model.
    pub fn possible(&mut self, a: usize, b: usize) -> Possible {
        let mut found = 0;
        for relation in Relation::ALL.map(only) {
            let seen = self.models.iter().any(|model| model.get(a, b) == relation);
            if seen {
                found |= relation;
            } else if self.closed.get(a, b) & relation != 0
                && let Some(with) = self.closed.with(a, b, relation)
                && let Some(model) = with.solve()
            {
                self.models.push(model);
                found |= relation;
            }
        }
        found
    }
}
