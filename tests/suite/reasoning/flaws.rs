//! The checker refuses what is no proof, and says what is wrong with it.

use rayon::prelude::*;
use xwalk::reason::{
    Chain, Claim, Network, Node, Proof, ProofError, Reasoner, Statement, StatementId, Step, check,
};
use xwalk::relation::{Label, Relation};

use super::chains::read;
use super::draw::Recipe;
use super::held::tell;
use super::search::composed;
use super::sets::{ANY, label_of, only, possible};
use crate::chance::Chance;

#[test]
fn a_proof_that_was_tampered_with_is_refused() {
    let refused: usize = (0..3_000_u64)
        .into_par_iter()
        .map(|seed| {
            let mut chance = Chance::new(seed);
            let drawn = Recipe::small(&mut chance).draw(&mut chance);
            let network = drawn.network();
            let decision = network.decide();
            let reasoner = Reasoner::new(&network, &decision);
            let a = Node(chance.below(drawn.nodes as usize) as u32);
            let b = Node(chance.below(drawn.nodes as usize) as u32);
            let Some(proof) = reasoner.prove(a, b) else {
                return 0;
            };
            assert_eq!(check(&network, &proof), Ok(()));
            let chain = chance.below(proof.chains.len());
            let step = chance.below(proof.chains[chain].steps.len());
            let place = Place {
                network: &network,
                proof: &proof,
                chain,
                step,
            };
            let tampered = [
                place.other_label(&mut chance),
                place.other_begin(),
                place.other_end(),
                place.chain_begins_elsewhere(),
                place.chain_left_out(),
                place.too_many_chains(),
                place.empty_chain(),
                place.step_says_otherwise(&mut chance),
                place.step_leads_elsewhere(),
                place.unknown_statement(),
            ];
            let maybe = [place.step_left_out(), place.other_statement(&mut chance)];
            let mut refused = 0;
            for (proof, flaw) in tampered.into_iter().chain(maybe.into_iter().flatten()) {
                assert_eq!(check(&network, &proof), Err(flaw), "{proof:#?}");
                refused += 1;
            }
            refused
        })
        .sum();
    tell(&format!("tampered with: {refused} proofs"));
    assert!(refused > 10_000);
}

/// Where a proof is tampered with.
struct Place<'p> {
    network: &'p Network,
    proof: &'p Proof,
    chain: usize,
    step: usize,
}

/// A proof, and what is wrong with it.
type Flawed = (Proof, ProofError);

impl Place<'_> {
    fn chain(&self) -> &Chain {
        &self.proof.chains[self.chain]
    }

    /// Where the chain stands before the step.
    fn before(&self) -> Node {
        let before = self.step.checked_sub(1);
        before.map_or(self.proof.a, |before| self.chain().steps[before].to)
    }

    fn tampered(&self, tamper: impl FnOnce(&mut Proof)) -> Proof {
        let mut proof = self.proof.clone();
        tamper(&mut proof);
        proof
    }

    fn with_step(&self, tamper: impl FnOnce(&mut Step)) -> Proof {
        self.tampered(|proof| tamper(&mut proof.chains[self.chain].steps[self.step]))
    }

    /// Any node but this one.
    fn but(&self, node: Node) -> Node {
        Node((node.0 + 1) % self.network.nodes())
    }

    fn other_label(&self, chance: &mut Chance) -> Flawed {
        let bits = possible(self.proof.label) as usize;
        let other = (bits + 1 + chance.below(31)) % 32;
        let proof = self.tampered(|proof| proof.label = label_of(other as u8));
        let together = self.proof.label;
        (proof, ProofError::WrongLabel { together })
    }

    fn other_begin(&self) -> Flawed {
        let proof = self.tampered(|proof| proof.a = self.but(proof.a));
        (proof, ProofError::BeginsElsewhere { chain: 0 })
    }

    fn other_end(&self) -> Flawed {
        let proof = self.tampered(|proof| proof.b = self.but(proof.b));
        (proof, ProofError::EndsElsewhere { chain: 0 })
    }

    fn chain_begins_elsewhere(&self) -> Flawed {
        let proof = self.tampered(|proof| {
            let chain = &mut proof.chains[self.chain];
            chain.from = self.but(chain.from);
        });
        (proof, ProofError::BeginsElsewhere { chain: self.chain })
    }

    /// None of them is superfluous.
    fn chain_left_out(&self) -> Flawed {
        let proof = self.tampered(|proof| _ = proof.chains.remove(self.chain));
        if proof.chains.is_empty() {
            return (proof, ProofError::NumberOfChains(0));
        }
        let together = proof
            .chains
            .iter()
            .fold(ANY, |known, chain| known & possible(chain.label()));
        let together = label_of(together);
        (proof, ProofError::WrongLabel { together })
    }

    fn too_many_chains(&self) -> Flawed {
        let proof = self.tampered(|proof| proof.chains.resize(4, self.chain().clone()));
        (proof, ProofError::NumberOfChains(4))
    }

    fn empty_chain(&self) -> Flawed {
        let proof = self.tampered(|proof| proof.chains[self.chain].steps.clear());
        (proof, ProofError::Empty { chain: self.chain })
    }

    fn step_says_otherwise(&self, chance: &mut Chance) -> Flawed {
        let composed = self.chain().steps[self.step].known;
        let other = (possible(composed) as usize + 1 + chance.below(31)) % 32;
        let proof = self.with_step(|step| step.known = label_of(other as u8));
        let (chain, step) = (self.chain, self.step);
        (
            proof,
            ProofError::WrongStep {
                chain,
                step,
                composed,
            },
        )
    }

    fn step_leads_elsewhere(&self) -> Flawed {
        let proof = self.with_step(|step| step.to = self.but(step.to));
        (proof, self.leads_elsewhere())
    }

    fn leads_elsewhere(&self) -> ProofError {
        ProofError::LeadsElsewhere {
            chain: self.chain,
            step: self.step,
            from: self.before(),
        }
    }

    fn unknown_statement(&self) -> Flawed {
        let unknown = StatementId(self.network.statements().len() as u32);
        let proof = self.with_step(|step| step.statement = unknown);
        let (chain, step) = (self.chain, self.step);
        (proof, ProofError::NoSuchStatement { chain, step })
    }

    /// The next step does not begin where the chain then stands; not told of chains that come by a node twice.
    fn step_left_out(&self) -> Option<Flawed> {
        let steps = &self.chain().steps;
        let mut nodes: Vec<Node> = steps.iter().map(|step| step.to).collect();
        nodes.push(self.proof.a);
        nodes.sort_unstable();
        let distinct = nodes.windows(2).all(|pair| pair[0] != pair[1]);
        let proof = self.tampered(|proof| _ = proof.chains[self.chain].steps.remove(self.step));
        let chain = self.chain;
        let flaw = match (steps.len(), self.step + 1 == steps.len()) {
            (1, _) => ProofError::Empty { chain },
            (_, true) => ProofError::EndsElsewhere { chain },
            (_, false) => self.leads_elsewhere(),
        };
        distinct.then_some((proof, flaw))
    }

    /// Another statement: about other nodes, or about the same ones and saying something that matters.
    fn other_statement(&self, chance: &mut Chance) -> Option<Flawed> {
        let step = &self.chain().steps[self.step];
        let other = StatementId(chance.below(self.network.statements().len()) as u32);
        let proof = self.with_step(|step| step.statement = other);
        let said = self.network.statement(other)?;
        let ends = [(said.a, said.b), (said.b, said.a)];
        if !ends.contains(&(self.before(), step.to)) {
            return Some((proof, self.leads_elsewhere()));
        }
        let before = self
            .step
            .checked_sub(1)
            .map(|before| self.chain().steps[before].known);
        let before = before.map_or(only(Relation::Equal), possible);
        let says = read(said, self.before(), step.to);
        let composed = label_of(composed(before, says));
        let flaw = ProofError::WrongStep {
            chain: self.chain,
            step: self.step,
            composed,
        };
        (composed != step.known).then_some((proof, flaw))
    }
}

/// Two statements, and the chain over both of them.
fn chain_of(first: Relation, second: Relation) -> (Network, Chain) {
    let says = |a: u32, relation, claim| Statement {
        a: Node(a),
        b: Node(a + 1),
        label: Label::only(relation),
        sense: 0,
        claim: Claim(claim),
    };
    let network = Network::new(3, vec![says(0, first, 0), says(1, second, 1)]).unwrap();
    let both = composed(only(first), only(second));
    let step = |statement: u32, known| Step {
        statement: StatementId(statement),
        to: Node(statement + 1),
        known: label_of(known),
    };
    let steps = vec![step(0, only(first)), step(1, both)];
    let chain = Chain {
        from: Node(0),
        steps,
    };
    (network, chain)
}

#[test]
fn a_chain_that_says_nothing_proves_nothing() {
    let (network, chain) = chain_of(Relation::SubsetOf, Relation::SupersetOf);
    let proof = Proof {
        a: Node(0),
        b: Node(2),
        label: Label::ANY,
        chains: vec![chain],
    };
    assert_eq!(check(&network, &proof), Err(ProofError::ProvesNothing));
}

#[test]
fn chains_that_contradict_each_other_prove_nothing() {
    let (network, chain) = chain_of(Relation::SubsetOf, Relation::Equal);
    let mut statements = network.statements().to_vec();
    statements.push(Statement {
        a: Node(0),
        b: Node(2),
        label: Label::only(Relation::NoRelationship),
        sense: 0,
        claim: Claim(2),
    });
    let denial = Chain {
        from: Node(0),
        steps: vec![Step {
            statement: StatementId(2),
            to: Node(2),
            known: Label::only(Relation::NoRelationship),
        }],
    };
    let network = Network::new(3, statements).unwrap();
    let proof = Proof {
        a: Node(0),
        b: Node(2),
        label: Label::NONE,
        chains: vec![denial, chain],
    };
    assert_eq!(check(&network, &proof), Err(ProofError::ProvesNothing));
}
