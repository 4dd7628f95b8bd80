//! Checks proofs without trusting whoever made them: it reads statements and composes, and knows nothing of how a
//! proof is found.

use super::{Chain, Network, Node, Proof, StatementId};
use xwalk_relation::{Label, Relation};

/// What is wrong with a proof. Chains and steps are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProofError {
    /// It has no chain, or more than three.
    NumberOfChains(usize),
    /// A chain begins at another node than the proof.
    BeginsElsewhere {
        /// The chain.
        chain: usize,
    },
    /// A chain has no step.
    Empty {
        /// The chain.
        chain: usize,
    },
    /// A step rests on a statement that there is not.
    NoSuchStatement {
        /// The chain.
        chain: usize,
        /// The step.
        step: usize,
    },
    /// The statement of a step does not lead from where the chain stands to where the step says.
    LeadsElsewhere {
        /// The chain.
        chain: usize,
        /// The step.
        step: usize,
        /// Where the chain stands.
        from: Node,
    },
    /// A step says something else than what the statements up to it say together.
    WrongStep {
        /// The chain.
        chain: usize,
        /// The step.
        step: usize,
        /// What they say.
        composed: Label,
    },
    /// A chain ends at another node than the proof.
    EndsElsewhere {
        /// The chain.
        chain: usize,
    },
    /// The label is not what the chains say together.
    WrongLabel {
        /// What they say.
        together: Label,
    },
    /// The proof proves nothing: everything is still possible, or nothing is.
    ProvesNothing,
}

/// Accepts a proof, or says what is wrong with it: every step must follow by the composition table, and the label must
/// be the intersection of the chains.
///
/// # Errors
///
/// The first flaw, chain by chain and step by step.
pub fn check(network: &Network, proof: &Proof) -> Result<(), ProofError> {
    if !(1..=3).contains(&proof.chains.len()) {
        return Err(ProofError::NumberOfChains(proof.chains.len()));
    }
    let mut together = Label::ANY;
    for (at, chain) in proof.chains.iter().enumerate() {
        if chain.from != proof.a {
            return Err(ProofError::BeginsElsewhere { chain: at });
        }
        let (end, says) = follow(network, at, chain)?;
        if end != proof.b {
            return Err(ProofError::EndsElsewhere { chain: at });
        }
        together = together.and(says);
    }
    if together != proof.label {
        return Err(ProofError::WrongLabel { together });
    }
    if together == Label::ANY || together.is_contradiction() {
        return Err(ProofError::ProvesNothing);
    }
    Ok(())
}

/// Where a chain ends and what it says, if each of its steps holds.
fn follow(network: &Network, chain: usize, steps: &Chain) -> Result<(Node, Label), ProofError> {
    let mut at = steps.from;
    let mut known = Label::only(Relation::Equal);
    if steps.steps.is_empty() {
        return Err(ProofError::Empty { chain });
    }
    for (step, taken) in steps.steps.iter().enumerate() {
        let says = said(network, taken.statement, at, taken.to);
        let says = says.ok_or(ProofError::NoSuchStatement { chain, step })?;
        let says = says.ok_or(ProofError::LeadsElsewhere {
            chain,
            step,
            from: at,
        })?;
        known = known.then(says);
        if known != taken.known {
            return Err(ProofError::WrongStep {
                chain,
                step,
                composed: known,
            });
        }
        at = taken.to;
    }
    Ok((at, known))
}

/// What a statement says of two nodes: `None` if there is no such statement, `Some(None)` if they are not its ends.
fn said(network: &Network, id: StatementId, from: Node, to: Node) -> Option<Option<Label>> {
    let statement = network.statement(id)?;
    let ends = (statement.a, statement.b);
    Some(if ends == (from, to) {
        Some(statement.label)
    } else if ends == (to, from) {
        Some(statement.label.converse())
    } else {
        None
    })
}
