//! Equal classes: the strongly connected components of the inclusions.

use petgraph::Direction;
use petgraph::algo::kosaraju_scc;
use petgraph::visit::{
    GraphBase, GraphRef, IntoNeighbors, IntoNeighborsDirected, IntoNodeIdentifiers, VisitMap,
    Visitable,
};

use super::numbered::{Lists, Numbered};

/// The nodes and inclusions as petgraph walks them.
#[derive(Clone, Copy)]
struct Inclusions<'a> {
    nodes: u32,
    up: &'a Lists<u32>,
    down: &'a Lists<u32>,
}

/// For each node its equal class. Classes are numbered upwards: what contains has a higher number than what it contains.
pub(super) fn components(nodes: u32, up: &Lists<u32>, down: &Lists<u32>) -> (Numbered<u32>, u32) {
    // Kosaraju's algorithm, since Tarjan's recurses there: a chain of inclusions may be as long as the network. It hands
    // the components out against the direction of the graph.
    let classes = kosaraju_scc(Inclusions { nodes, up, down });
    let count = classes.len() as u32;
    let mut class_of = Numbered::all(0, nodes as usize);
    for (class, members) in (0..count).rev().zip(&classes) {
        for node in members {
            class_of[*node] = class;
        }
    }
    (class_of, count)
}

impl GraphBase for Inclusions<'_> {
    type NodeId = u32;
    type EdgeId = ();
}

impl GraphRef for Inclusions<'_> {}

impl IntoNodeIdentifiers for Inclusions<'_> {
    type NodeIdentifiers = std::ops::Range<u32>;

    fn node_identifiers(self) -> Self::NodeIdentifiers {
        0..self.nodes
    }
}

impl<'a> IntoNeighbors for Inclusions<'a> {
    type Neighbors = std::iter::Copied<std::slice::Iter<'a, u32>>;

    fn neighbors(self, node: u32) -> Self::Neighbors {
        self.up.of(node).iter().copied()
    }
}

impl IntoNeighborsDirected for Inclusions<'_> {
    type NeighborsDirected = Self::Neighbors;

    fn neighbors_directed(self, node: u32, direction: Direction) -> Self::NeighborsDirected {
        let lists = match direction {
            Direction::Outgoing => self.up,
            Direction::Incoming => self.down,
        };
        lists.of(node).iter().copied()
    }
}

impl Visitable for Inclusions<'_> {
    type Map = Visited;

    fn visit_map(&self) -> Visited {
        Visited(Numbered::all(false, self.nodes as usize))
    }

    fn reset_map(&self, map: &mut Visited) {
        *map = self.visit_map();
    }
}

/// Which nodes a walk has seen.
struct Visited(Numbered<bool>);

impl VisitMap<u32> for Visited {
    fn visit(&mut self, node: u32) -> bool {
        !std::mem::replace(&mut self.0[node], true)
    }

    fn is_visited(&self, node: &u32) -> bool {
        self.0[*node]
    }

    fn unvisit(&mut self, node: u32) -> bool {
        std::mem::replace(&mut self.0[node], false)
    }
}
