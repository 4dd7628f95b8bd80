//! What proofs have to be: accepted by the checker, right by the oracle's composition, and as short as can be.

use std::collections::BTreeSet;

use xwalk::reason::{Chain, Decision, Knowledge, Network, Node, Proof, check};
use xwalk::relation::{Label, Relation};

use super::chains::follow;
use super::search::composed;
use super::sets::{self, ANY, Possible, label_of, only, possible, turned};
use super::verdict;

/// Holds what is known of a node, against what is possible, to the proofs that are given for it; how many there were.
pub fn hold(network: &Network, decision: &Decision, knowledge: &Knowledge<'_>) -> usize {
    let nodes = (0..network.nodes()).map(Node);
    let proofs = nodes.filter_map(|other| {
        let proof = knowledge.proof(other);
        let label = knowledge.label(other);
        let known = label != Label::ANY && other != knowledge.node();
        assert_eq!(proof.is_some(), known, "{network:#?}");
        let proof = proof?;
        assert_eq!(
            (proof.a, proof.b, proof.label),
            (knowledge.node(), other, label)
        );
        assert_eq!(check(network, &proof), Ok(()));
        right(network, decision, &proof);
        Some(proof)
    });
    let proofs: Vec<Proof> = proofs.collect();
    if !proofs.is_empty() {
        let shortest = Shortest::from(network, decision, knowledge.node());
        for proof in &proofs {
            shortest.hold(proof);
        }
    }
    proofs.len()
}

/// The chains lead to the end over statements that stand, say together what is known, and none is superfluous.
fn right(network: &Network, decision: &Decision, proof: &Proof) {
    let follow = |chain: &Chain| {
        let steps = chain.steps.iter();
        let mut said = steps.map(|step| network.statement(step.statement).unwrap());
        assert!(said.all(|said| verdict::stands(decision, said)));
        let (end, says) = follow(network, chain);
        assert_eq!((chain.from, end), (proof.a, proof.b));
        says
    };
    let says: Vec<Possible> = proof.chains.iter().map(follow).collect();
    let together = |left_out: usize| {
        let others = says
            .iter()
            .enumerate()
            .filter(|(chain, _)| *chain != left_out);
        others.fold(ANY, |known, (_, says)| known & says)
    };
    assert_eq!(label_of(together(usize::MAX)), proof.label);
    for chain in 0..says.len() {
        assert_ne!(
            label_of(together(chain)),
            proof.label,
            "superfluous: {proof:#?}"
        );
    }
    assert!((1..=3).contains(&says.len()));
    assert!(proof.chains.is_sorted_by_key(|chain| chain.steps.len()));
}

/// For each node and each set of relations, the fewest statements that say that of the first node and this one, found
/// by trying all walks.
struct Shortest(Vec<[Option<usize>; 32]>);

impl Shortest {
    fn from(network: &Network, decision: &Decision, node: Node) -> Self {
        let mut fewest = vec![[None; 32]; network.nodes() as usize];
        let mut reached = BTreeSet::from([(node.0 as usize, only(Relation::Equal))]);
        let mut steps = 0;
        while !reached.is_empty() {
            for (node, known) in &reached {
                fewest[*node][*known as usize] = Some(steps);
            }
            steps += 1;
            let mut next = BTreeSet::new();
            for said in network.statements() {
                if !verdict::stands(decision, said) {
                    continue;
                }
                let (a, b, says) = sets::said(said);
                for (from, to, says) in [(a, b, says), (b, a, turned(says))] {
                    let known = reached.iter().filter(|(node, _)| *node == from);
                    next.extend(known.map(|(_, known)| (to, composed(*known, says))));
                }
            }
            next.retain(|(node, known)| fewest[*node][*known as usize].is_none());
            reached = next;
        }
        Self(fewest)
    }

    /// Each chain of a proof is one of the shortest for some atom of it.
    fn hold(&self, proof: &Proof) {
        let fewest = &self.0[proof.b.0 as usize];
        for chain in &proof.chains {
            let says = possible(chain.label());
            let mut proved = ATOMS.iter().filter(|atom| says & !**atom == 0);
            let shortest = |atom: Possible| {
                let proving = (0..32_u8).filter(|known| known & !atom == 0);
                proving.filter_map(|known| fewest[known as usize]).min()
            };
            assert!(
                proved.any(|atom| shortest(*atom) == Some(chain.steps.len())),
                "there are shorter chains than {chain:#?}"
            );
        }
    }
}

/// What an atom leaves possible: within, containing, neither of these, sharing something, sharing nothing.
const ATOMS: [Possible; 6] = [0b0_0011, 0b0_0101, 0b1_1100, 0b1_1010, 0b0_1111, 0b1_0000];
