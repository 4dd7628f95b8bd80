//! Room to note what is known of each node, used again and again: asking about one node then takes as long as what is
//! found, however many nodes there are.

use std::sync::{Mutex, PoisonError};

use super::atom::AtomSet;
use super::numbered::Numbered;

/// What is known of each node, and where it was found last.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    /// All that is known of each node.
    pub known: Numbered<AtomSet>,
    /// The latest entry about each node in the order of finding, counted from 1; 0 where there is none.
    pub latest: Numbered<u32>,
}

impl Scratch {
    fn blank(nodes: usize) -> Self {
        Self {
            known: Numbered::all(AtomSet::default(), nodes),
            latest: Numbered::all(0, nodes),
        }
    }
}

/// Scratch space that is free.
#[derive(Debug, Default)]
pub(super) struct ScratchPool(Mutex<Vec<Scratch>>);

impl ScratchPool {
    /// Empty scratch space for so many nodes, which are the same each time.
    pub fn take(&self, nodes: usize) -> Scratch {
        let free = self.0.lock().unwrap_or_else(PoisonError::into_inner).pop();
        free.unwrap_or_else(|| Scratch::blank(nodes))
    }

    /// Takes scratch space back, empty but for what is noted of these nodes.
    pub fn put_back(&self, mut scratch: Scratch, nodes: impl Iterator<Item = u32>) {
        for node in nodes {
            scratch.known[node] = AtomSet::default();
            scratch.latest[node] = 0;
        }
        let mut free = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        free.push(scratch);
    }
}
