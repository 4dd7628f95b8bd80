//! Circles in what leads to what.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::hash::Hash;

use petgraph::algo::kosaraju_scc;
use petgraph::graphmap::DiGraphMap;

/// The circles among these edges: of each set of nodes that lead to each other, one shortest circle through its least
/// node, beginning there, each node leading to the next and the last to the first. In order of their least nodes.
///
/// What is in no circle, and does not lie between nodes of one, is in none of the sets.
#[must_use]
pub fn circles<N: Copy + Ord + Hash>(edges: impl IntoIterator<Item = (N, N)>) -> Vec<Vec<N>> {
    let graph: DiGraphMap<N, ()> = DiGraphMap::from_edges(edges);
    // Kosaraju's algorithm, since Tarjan's recurses in petgraph.
    let mut circles: Vec<Vec<N>> = kosaraju_scc(&graph)
        .into_iter()
        .filter_map(|members| match members.as_slice() {
            // Whatever it leads to leads nowhere back.
            [own] => graph.contains_edge(*own, *own).then(|| vec![*own]),
            _ => shortest_through(&graph, &members.into_iter().collect()),
        })
        .collect();
    circles.sort_unstable();
    circles
}

/// A shortest way from the least of nodes that lead to each other back to itself; of several the one found first in the
/// order of nodes. What lies outside leads nowhere back.
fn shortest_through<N: Copy + Ord + Hash>(
    graph: &DiGraphMap<N, ()>,
    members: &BTreeSet<N>,
) -> Option<Vec<N>> {
    let start = *members.first()?;
    let mut came_from = BTreeMap::new();
    let mut ahead = VecDeque::from([start]);
    while let Some(node) = ahead.pop_front() {
        let next = graph.neighbors(node).filter(|next| members.contains(next));
        let mut next: Vec<N> = next.collect();
        next.sort_unstable();
        for next in next {
            if next == start {
                let before = |node: &N| came_from.get(node).copied();
                let mut circle: Vec<N> = std::iter::successors(Some(node), before).collect();
                circle.reverse();
                return Some(circle);
            }
            came_from.entry(next).or_insert_with(|| {
                ahead.push_back(next);
                node
            });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::circles;

    #[test]
    fn each_knot_shows_one_shortest_circle_from_its_least_node() {
        assert_eq!(circles([(1, 2), (2, 3), (1, 3)]), Vec::<Vec<i32>>::new());
        assert_eq!(circles([(4, 4)]), [[4]]);
        assert_eq!(
            circles([
                (3, 1),
                (1, 2),
                (2, 3),
                (2, 4),
                (4, 2),
                (7, 6),
                (6, 7),
                (3, 7)
            ]),
            [vec![1, 2, 3], vec![6, 7]]
        );
        assert_eq!(circles([(1, 2), (2, 3), (3, 1), (2, 1)]), [[1, 2]]);
    }
}
