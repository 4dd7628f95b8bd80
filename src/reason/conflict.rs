//! Contradictions: statements that cannot all be true.

use super::{Chain, Claim, StatementId};
use crate::relation::Label;

/// A minimal set of claims that cannot all be true, as an argument: a chain proves something of two nodes, and a
/// statement about the same two denies it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The chain, from one end of the denying statement to the other. Empty where a statement denies itself.
    pub chain: Chain,
    /// The statement that denies it.
    pub denial: StatementId,
    /// What that statement says, read from the chain's first node to its last. Nothing is left that both allow.
    pub denied: Label,
    /// The claims of all these statements, ascending, each once, without what is given. Take away any one, and this
    /// contradiction is gone.
    pub claims: Vec<Claim>,
    /// The senses of the statements, a bit each: more than one bit, and the claims speak of different things.
    pub senses: u8,
    /// Whether it remains if every `intersects-with` is read as `related-to`: the loose reading.
    pub stands_loosely: bool,
}

impl Conflict {
    /// Whether claims made in different senses take part.
    #[must_use]
    pub const fn mixes_senses(&self) -> bool {
        self.senses.count_ones() > 1
    }
}
