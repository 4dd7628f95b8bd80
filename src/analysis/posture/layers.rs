//! Layers of what leads to what, to be drawn: each node stands before all that it leads to, as far as circles allow.
//!
//! The method of Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system structures" (1981):
//! break circles, put each node behind the longest way to it, let long edges pass through the layers between their ends,
//! and order each layer by the middle of its neighbours in the one before.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash;

use petgraph::Direction::{Incoming, Outgoing};
use petgraph::algo::{kosaraju_scc, toposort};
use petgraph::graphmap::DiGraphMap;

/// How often the layers are put in order, forth and back.
const SWEEPS: usize = 6;
/// The most places that are drawn: far more than anybody can read, and soon put in order.
pub const MOST_PLACES: usize = 100_000;

/// What has a place in a layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place<N> {
    /// A node.
    Node(N),
    /// An edge that passes on its way from one node to another.
    Passage(N, N),
}

/// What feeds what, and in which layer each node stands.
struct Layered<N> {
    graph: DiGraphMap<N, ()>,
    depths: BTreeMap<N, usize>,
}

impl<N: Copy + Ord + Hash> Layered<N> {
    fn of<'e>(edges: impl IntoIterator<Item = &'e (N, N)>) -> Self
    where
        N: 'e,
    {
        let mut graph: DiGraphMap<N, ()> = DiGraphMap::from_edges(edges);
        let nodes: Vec<N> = graph.nodes().collect();
        for node in nodes {
            graph.remove_edge(node, node);
        }
        let depths = depths(&without_circles(&graph));
        Self { graph, depths }
    }

    /// How many places it takes to draw all of it.
    fn places(&self) -> usize {
        let depth = |node: N| self.depths.get(&node).copied().unwrap_or_default();
        let edges = self.graph.all_edges();
        let passages =
            edges.map(|(from, to, ())| depth(from).abs_diff(depth(to)).saturating_sub(1));
        self.depths.len() + passages.sum::<usize>()
    }
}

/// How many places it takes to draw these edges.
pub(super) fn places<'e, N: Copy + Ord + Hash + 'e>(
    edges: impl IntoIterator<Item = &'e (N, N)>,
) -> usize {
    Layered::of(edges).places()
}

/// The layers of the nodes of these edges, each in the order in which few edges cross. An edge leads to a later layer, or
/// closes a circle and leads to an earlier one; one from a node to itself is in no layer. `None` if there are too many places.
pub(super) fn layers<'e, N: Copy + Ord + Hash + 'e>(
    edges: impl IntoIterator<Item = &'e (N, N)>,
) -> Option<Vec<Vec<Place<N>>>> {
    let layered = Layered::of(edges);
    if layered.places() > MOST_PLACES {
        return None;
    }
    let Layered { graph, depths } = layered;
    let last = depths.values().copied().max();
    let mut layers = vec![Vec::new(); last.map_or(0, |last| last + 1)];
    let mut neighbours: BTreeMap<Place<N>, BTreeSet<Place<N>>> = BTreeMap::new();
    for (node, depth) in &depths {
        if let Some(layer) = layers.get_mut(*depth) {
            layer.push(Place::Node(*node));
        }
    }
    for (from, to, ()) in graph.all_edges() {
        let depth = |node: N| depths.get(&node).copied().unwrap_or_default();
        let (first, last) = if depth(from) < depth(to) {
            (from, to)
        } else {
            (to, from)
        };
        let mut before = Place::Node(first);
        let mut join = |one, other| {
            neighbours.entry(one).or_default().insert(other);
            neighbours.entry(other).or_default().insert(one);
        };
        for between in depth(first) + 1..depth(last) {
            let passage = Place::Passage(from, to);
            if let Some(layer) = layers.get_mut(between) {
                layer.push(passage);
            }
            // A passage is the same in all layers that it passes, so it is joined with itself only by being there.
            if before != passage {
                join(before, passage);
            }
            before = passage;
        }
        join(before, Place::Node(last));
    }
    for sweep in 0..SWEEPS {
        order(&mut layers, &neighbours, sweep % 2 == 0);
    }
    Some(layers)
}

/// The graph with the edges turned that lead back in an order in which what leads to others comes first; where only circles
/// are left, the least node of the first of them goes on. Only edges of circles are turned.
fn without_circles<N: Copy + Ord + Hash>(graph: &DiGraphMap<N, ()>) -> DiGraphMap<N, ()> {
    // Nodes that lead to each other have one rank; what leads to others has a lower one. Kosaraju's algorithm gives the last
    // first.
    let knots = kosaraju_scc(graph).into_iter().rev().enumerate();
    let ranks: BTreeMap<N, usize> = knots
        .flat_map(|(rank, knot)| knot.into_iter().map(move |node| (node, rank)))
        .collect();
    let ranked = |node: N| (ranks.get(&node).copied().unwrap_or_default(), node);
    let mut waits_for: BTreeMap<(usize, N), usize> = graph
        .nodes()
        .map(|node| {
            (
                ranked(node),
                graph.neighbors_directed(node, Incoming).count(),
            )
        })
        .collect();
    let ready = waits_for.iter().filter(|(_, count)| **count == 0);
    let mut ready: BTreeSet<(usize, N)> = ready.map(|(node, _)| *node).collect();
    let mut forward = DiGraphMap::new();
    while let Some((rank, node)) = ready
        .pop_first()
        .or_else(|| waits_for.first_key_value().map(|(node, _)| *node))
    {
        waits_for.remove(&(rank, node));
        forward.add_node(node);
        for next in graph.neighbors(node) {
            if let Some(count) = waits_for.get_mut(&ranked(next)) {
                forward.add_edge(node, next, ());
                *count -= 1;
                if *count == 0 {
                    ready.insert(ranked(next));
                }
            }
        }
        for before in graph.neighbors_directed(node, Incoming) {
            if waits_for.contains_key(&ranked(before)) {
                forward.add_edge(node, before, ());
            }
        }
    }
    forward
}

/// In which layer each node of a graph without circles stands: behind all that lead to it, and what nothing leads to right
/// before the first that it leads to.
fn depths<N: Copy + Ord + Hash>(graph: &DiGraphMap<N, ()>) -> BTreeMap<N, usize> {
    let mut depths: BTreeMap<N, usize> = BTreeMap::new();
    let order = toposort(graph, None).unwrap_or_default();
    for node in &order {
        let before = graph.neighbors_directed(*node, Incoming);
        let depth = before.filter_map(|before| depths.get(&before)).max();
        depths.insert(*node, depth.map_or(0, |depth| depth + 1));
    }
    for node in &order {
        if graph.neighbors_directed(*node, Incoming).next().is_none() {
            let next = graph.neighbors_directed(*node, Outgoing);
            let next = next.filter_map(|next| depths.get(&next)).min();
            let depth = next.map_or(0, |depth| depth.saturating_sub(1));
            depths.insert(*node, depth);
        }
    }
    depths
}

/// Orders each layer by the middle of its neighbours in the layer before, or in the one after.
fn order<N: Copy + Ord>(
    layers: &mut [Vec<Place<N>>],
    neighbours: &BTreeMap<Place<N>, BTreeSet<Place<N>>>,
    forth: bool,
) {
    let mut before: BTreeMap<Place<N>, usize> = BTreeMap::new();
    let mut order = |layer: &mut Vec<Place<N>>| {
        let middle = |(at, place): (usize, &Place<N>)| {
            // A passage goes on straight where it can.
            let own = before.get(place);
            let next = neighbours.get(place).into_iter().flatten();
            let next = next.filter_map(|next| before.get(next));
            let (sum, count) = own
                .into_iter()
                .chain(next)
                .fold((0, 0), |(sum, count), at| (sum + at, count + 1));
            // In thousandths, which tell apart the middles of more neighbours than can be drawn.
            let middle = (sum * 1_000_usize).checked_div(count).unwrap_or(at * 1_000);
            (middle, at)
        };
        let mut keyed: Vec<_> = layer
            .iter()
            .enumerate()
            .map(|(at, place)| (middle((at, place)), *place))
            .collect();
        keyed.sort_unstable();
        *layer = keyed.into_iter().map(|(_, place)| place).collect();
        before = layer.iter().copied().zip(0..).collect();
    };
    if forth {
        layers.iter_mut().for_each(&mut order);
    } else {
        layers.iter_mut().rev().for_each(&mut order);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{MOST_PLACES, Place, places};

    /// The layers of a few edges.
    fn layers<N: Copy + Ord + std::hash::Hash>(edges: &BTreeSet<(N, N)>) -> Vec<Vec<Place<N>>> {
        super::layers(edges).unwrap_or_default()
    }

    fn nodes(edges: &[(u8, u8)]) -> Vec<Vec<u8>> {
        let layers = layers(&edges.iter().copied().collect());
        let nodes = layers.iter().map(|layer| {
            let nodes = layer.iter().filter_map(|place| match place {
                Place::Node(node) => Some(*node),
                Place::Passage(..) => None,
            });
            nodes.collect()
        });
        nodes.collect()
    }

    /// Whether there is a way from one node to another.
    fn leads(edges: &BTreeSet<(u64, u64)>, from: u64, to: u64) -> bool {
        let mut reached = BTreeSet::from([from]);
        for _ in 0..edges.len() {
            let next = edges.iter().filter(|(from, _)| reached.contains(from));
            let next: Vec<u64> = next.map(|(_, to)| *to).collect();
            reached.extend(next);
        }
        reached.contains(&to)
    }

    #[test]
    fn what_leads_to_others_stands_before_them_and_near() {
        assert_eq!(nodes(&[]), Vec::<Vec<u8>>::new());
        assert_eq!(nodes(&[(1, 2), (2, 3), (1, 3)]), [[1], [2], [3]]);
        assert_eq!(
            nodes(&[(1, 2), (2, 3), (4, 3)]),
            [vec![1], vec![2, 4], vec![3]]
        );
    }

    #[test]
    fn long_edges_pass_through_all_layers_between_their_ends() {
        let edges = [(1, 2), (2, 3), (3, 4), (1, 4)];
        let layers = layers(&edges.into_iter().collect());
        let passages = layers
            .iter()
            .flatten()
            .filter(|place| **place == Place::Passage(1, 4));
        assert_eq!(passages.count(), 2);
    }

    #[test]
    fn circles_are_broken_at_their_least_node() {
        assert_eq!(nodes(&[(2, 1), (1, 2)]), [[1], [2]]);
        assert_eq!(nodes(&[(7, 7)]), [[7]]);
        assert_eq!(
            nodes(&[(1, 2), (2, 3), (3, 1), (0, 2)]),
            [vec![0, 1], vec![2], vec![3]]
        );
    }

    #[test]
    fn every_node_has_one_place_and_every_edge_one_in_each_layer_between_its_ends() {
        let mut state = 27_103_u64;
        let mut draw = |below: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            (state >> 33) % below
        };
        for _ in 0..300 {
            let (nodes, count) = (2 + draw(9), 1 + draw(24));
            let edges: BTreeSet<(u64, u64)> =
                (0..count).map(|_| (draw(nodes), draw(nodes))).collect();
            let layers = layers(&edges);
            let layers_of = |place: Place<u64>| {
                let found = layers.iter().enumerate();
                let found = found.flat_map(|(at, layer)| layer.iter().map(move |it| (at, *it)));
                let found = found.filter(|(_, it)| *it == place).map(|(at, _)| at);
                found.collect::<Vec<_>>()
            };
            for (from, to) in edges.iter().filter(|(from, to)| from != to) {
                let (first, last) = (layers_of(Place::Node(*from)), layers_of(Place::Node(*to)));
                let ([first], [last]) = (first.as_slice(), last.as_slice()) else {
                    assert_eq!((first.len(), last.len()), (1, 1));
                    continue;
                };
                assert_ne!(first, last);
                assert!(first < last || leads(&edges, *to, *from));
                let between: Vec<usize> = (*first.min(last) + 1..*first.max(last)).collect();
                assert_eq!(layers_of(Place::Passage(*from, *to)), between);
            }
        }
    }

    #[test]
    fn what_takes_too_many_places_has_no_layers() {
        // A chain, each node of which leads to the last one as well: over n layers pass n edges.
        let fan = |last: usize| -> BTreeSet<(usize, usize)> {
            let each = (0..last).flat_map(|node| [(node, node + 1), (node, last)]);
            each.collect()
        };
        assert_eq!(places(&fan(4)), 5 + 3 + 2 + 1);
        let drawn = super::layers(&fan(4)).unwrap_or_default();
        assert_eq!(drawn.iter().flatten().count(), 11);
        assert!(places(&fan(500)) > MOST_PLACES);
        assert_eq!(super::layers(&fan(500)), None);
    }

    #[test]
    fn edges_that_need_not_cross_do_not() {
        assert_eq!(nodes(&[(1, 6), (2, 5), (3, 4)]), [[1, 2, 3], [6, 5, 4]]);
    }
}
