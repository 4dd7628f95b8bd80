//! All set models of a few nodes.
//!
//! Statements speak of pairs alone. So worlds in which all pairs lie the same way are one to them, and are kept once.

use std::collections::BTreeSet;

use xwalk::reason::Statement;
use xwalk::relation::Relation;

use super::sets::{Possible, lie, only, said, worlds};

/// The ways in which all pairs of so many sets can lie together.
pub struct Worlds {
    nodes: usize,
    /// For every two nodes and every set of relations, the ways in which they lie by one of these.
    lying: Vec<[Ways; 32]>,
}

/// A choice among all ways, a bit each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ways(Vec<u128>);

impl Worlds {
    pub fn of(nodes: u32) -> Self {
        let ways: BTreeSet<Vec<Relation>> = worlds(nodes).map(|sets| lies(&sets)).collect();
        let nodes = nodes as usize;
        let lying = |pair: usize| {
            std::array::from_fn(|possible| {
                let lies = |way: &Vec<Relation>| only(way[pair]) & possible as Possible != 0;
                let bits: Vec<bool> = ways.iter().map(lies).collect();
                let word = |bits: &[bool]| {
                    bits.iter()
                        .rev()
                        .fold(0, |word, bit| word << 1 | u128::from(*bit))
                };
                Ways(bits.chunks(128).map(word).collect())
            })
        };
        Self {
            nodes,
            lying: (0..nodes * nodes).map(lying).collect(),
        }
    }

    /// The ways in which all statements are true.
    pub fn models<'s>(&self, statements: impl IntoIterator<Item = &'s Statement>) -> Ways {
        let mut models = self.lying[0][31].clone();
        for statement in statements {
            let (a, b, possible) = said(statement);
            let lying = &self.lying[a * self.nodes + b][possible as usize];
            for (word, lying) in models.0.iter_mut().zip(&lying.0) {
                *word &= lying;
            }
        }
        models
    }

    /// How two nodes lie in some of the models.
    pub fn possible(&self, models: &Ways, a: usize, b: usize) -> Possible {
        let lying = &self.lying[a * self.nodes + b];
        let relations = Relation::ALL.into_iter().map(only);
        let relations = relations.filter(|relation| models.meets(&lying[*relation as usize]));
        relations.sum()
    }
}

impl Ways {
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    fn meets(&self, other: &Self) -> bool {
        self.0
            .iter()
            .zip(&other.0)
            .any(|(one, other)| one & other != 0)
    }
}

/// How each of several sets relates to each.
fn lies(sets: &[u32]) -> Vec<Relation> {
    let pairs = sets.iter().flat_map(|a| sets.iter().map(move |b| (*a, *b)));
    pairs.map(|(a, b)| lie(a, b)).collect()
}
