//! What is said: one statement about two nodes.

use xwalk_relation::Label;

/// A set that statements speak of, by its number. Every node is a non-empty set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Node(pub u32);

/// What a statement belongs to, by its number: what is accepted or set aside as a whole. A claim may make several
/// statements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Claim(pub u32);

impl Claim {
    /// The claim of statements that are beyond dispute: they take part in every argument, count as no row of it, and
    /// are never set aside.
    pub const GIVEN: Self = Self(u32::MAX);
}

/// The number of a statement in its network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatementId(pub u32);

/// One of the fourteen labels, said of an ordered pair of nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Statement {
    /// The first node.
    pub a: Node,
    /// The second node.
    pub b: Node,
    /// How `a` relates to `b`.
    pub label: Label,
    /// In which sense it is said, 0 to 7: arguments that mix senses are marked with all of them. Without meaning for
    /// what is given.
    pub sense: u8,
    /// What it belongs to.
    pub claim: Claim,
}
