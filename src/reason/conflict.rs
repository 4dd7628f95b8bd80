//! Contradictions: statements that cannot all be true.

use super::{Chain, Claim, Network, Node, StatementId};
use xwalk_relation::{Label, Relation};

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
    /// Whether it remains if every `intersects-with` is read as `overlaps`: the loose reading.
    pub stands_loosely: bool,
}

impl Conflict {
    /// The conflict of a chain, each statement with the node that it leads to, with a statement about its two ends.
    pub(super) fn of(
        network: &Network,
        from: u32,
        to: u32,
        taken: impl Iterator<Item = (u32, u32)>,
        denial: u32,
    ) -> Self {
        let taken = taken.map(|(statement, node)| (StatementId(statement), Node(node)));
        let chain = Chain::compose(network, Node(from), taken);
        let denial = StatementId(denial);
        let denied = network.statement(denial);
        let denied = denied.map_or(chain.label(), |said| said.towards(Node(from), Node(to)));
        let statements = chain
            .steps
            .iter()
            .map(|step| step.statement)
            .chain([denial]);
        let said = statements.filter_map(|id| network.statement(id));
        let disputable: Vec<_> = said.filter(|said| said.is_disputable()).collect();
        let mut claims: Vec<Claim> = disputable.iter().map(|said| said.claim).collect();
        claims.sort_unstable();
        claims.dedup();
        Self {
            chain,
            denial,
            denied,
            claims,
            senses: disputable.iter().fold(0, |senses, said| {
                senses | 1_u8.checked_shl(said.sense.into()).unwrap_or(0)
            }),
            // Only a remainder that an `intersects-with` asks for is gone under the loose reading; exclusions, inclusions
            // and overlaps are not.
            stands_loosely: !denied.allows(Relation::IntersectsWith),
        }
    }

    /// Whether claims made in different senses take part.
    #[must_use]
    pub const fn mixes_senses(&self) -> bool {
        self.senses.count_ones() > 1
    }
}
