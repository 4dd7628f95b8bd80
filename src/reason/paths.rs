//! Shortest paths of inclusions, counted in claims: what is given costs nothing.

use super::numbered::{Lists, Numbered};

/// An inclusion, read from one of its ends.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Edge {
    pub other: u32,
    pub statement: u32,
}

/// What an edge costs a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Toll {
    /// It belongs to a claim.
    Claim,
    /// It is given.
    Given,
    /// It was set aside.
    Closed,
}

/// How long a path is: in claims, then in statements.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Length {
    pub claims: u32,
    pub statements: u32,
}

impl Length {
    /// One statement of a claim.
    pub const fn of_claim() -> Self {
        Self {
            claims: 1,
            statements: 1,
        }
    }

    /// One statement that is given.
    pub const fn of_given() -> Self {
        Self {
            claims: 0,
            statements: 1,
        }
    }
}

impl std::ops::Add for Length {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            claims: self.claims + other.claims,
            statements: self.statements + other.statements,
        }
    }
}

/// Shortest paths from one node. Kept from search to search, so that a short one costs little in a large network.
#[derive(Debug)]
pub(super) struct Paths {
    search: u32,
    reached: Numbered<Reached>,
    nodes: Vec<u32>,
}

#[derive(Clone, Copy, Debug)]
struct Reached {
    search: u32,
    before: u32,
    statement: u32,
    length: Length,
}

impl Paths {
    pub fn new(nodes: u32) -> Self {
        let nowhere = Reached {
            search: 0,
            before: 0,
            statement: 0,
            length: Length::default(),
        };
        Self {
            search: 0,
            reached: Numbered::all(nowhere, nodes as usize),
            nodes: Vec::new(),
        }
    }

    /// Searches from a node along edges, no further than so many claims, and no further than a goal. Whether all was
    /// seen: not if the limit cut the search off.
    pub fn search(
        &mut self,
        edges: &Lists<Edge>,
        from: u32,
        goal: Option<u32>,
        most_claims: u32,
        toll: impl Fn(u32) -> Toll,
    ) -> bool {
        self.search += 1;
        self.nodes.clear();
        // Each waits with the node before it and the statement that leads to it.
        let (mut waiting, mut further) = (vec![(from, from, u32::MAX)], Vec::new());
        let mut claims = 0;
        loop {
            let mut at = 0;
            while let Some((node, before, statement)) = waiting.get(at).copied() {
                at += 1;
                if self.has(node) {
                    continue;
                }
                let statements = if statement == u32::MAX {
                    0
                } else {
                    self.reached[before].length.statements + 1
                };
                self.reached[node] = Reached {
                    search: self.search,
                    before,
                    statement,
                    length: Length { claims, statements },
                };
                self.nodes.push(node);
                if goal == Some(node) {
                    return true;
                }
                for edge in edges.of(node) {
                    if self.has(edge.other) {
                        continue;
                    }
                    let next = (edge.other, node, edge.statement);
                    match toll(edge.statement) {
                        Toll::Given => waiting.push(next),
                        Toll::Claim => further.push(next),
                        Toll::Closed => {}
                    }
                }
            }
            waiting.clear();
            further.retain(|(node, ..)| !self.has(*node));
            if further.is_empty() {
                return true;
            }
            if claims == most_claims {
                return false;
            }
            claims += 1;
            std::mem::swap(&mut waiting, &mut further);
        }
    }

    /// Whether the search reached a node.
    pub fn has(&self, node: u32) -> bool {
        self.reached[node].search == self.search
    }

    /// The nodes reached, nearest first.
    pub fn nodes(&self) -> &[u32] {
        &self.nodes
    }

    /// How long the path to a node is; `None` if the search did not reach it.
    pub fn length(&self, node: u32) -> Option<Length> {
        self.has(node).then(|| self.reached[node].length)
    }

    /// The last step to a node: the node before it and the statement. `None` for where the search began, and for what
    /// it did not reach.
    pub fn last_step(&self, node: u32) -> Option<(u32, u32)> {
        let reached = &self.reached[node];
        (self.has(node) && reached.statement != u32::MAX)
            .then_some((reached.before, reached.statement))
    }

    /// The path from a node back to where the search began: each statement with the node that it leads back to.
    pub fn back(&self, node: u32) -> impl Iterator<Item = (u32, u32)> {
        let mut at = node;
        std::iter::from_fn(move || {
            let (before, statement) = self.last_step(at)?;
            at = before;
            Some((statement, before))
        })
    }
}
