//! A network: what is said of a number of nodes.

use super::{Claim, Node, Statement, StatementId};
use xwalk_relation::Label;

/// Statements about nodes. Their order is the order of preference wherever two arguments are as good as each other, so
/// that whoever numbers nodes and orders statements by names gets answers that no order of files changes.
#[derive(Clone, Debug, Default)]
pub struct Network {
    nodes: u32,
    statements: Vec<Statement>,
}

/// Why statements make no network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NetworkError {
    /// A statement names a node that there is not.
    NoSuchNode(StatementId),
    /// A label is not one of the fourteen that are conjunctions of atoms: nothing could be decided exactly.
    NotAtoms(StatementId),
    /// More than 2³² - 1 statements.
    TooMany,
}

impl Network {
    /// A network of this many nodes.
    ///
    /// # Errors
    ///
    /// Where a statement names a node that there is not, or says what is not one of the fourteen labels.
    pub fn new(nodes: u32, statements: Vec<Statement>) -> Result<Self, NetworkError> {
        if u32::try_from(statements.len()).is_err() {
            return Err(NetworkError::TooMany);
        }
        let expressible: [bool; 32] =
            std::array::from_fn(|bits| Label::from_bits(bits as u8).atoms().is_some());
        for (at, statement) in statements.iter().enumerate() {
            let id = StatementId(at as u32);
            if statement.a.0 >= nodes || statement.b.0 >= nodes {
                return Err(NetworkError::NoSuchNode(id));
            }
            if expressible.get(statement.label.bits() as usize) != Some(&true) {
                return Err(NetworkError::NotAtoms(id));
            }
        }
        Ok(Self { nodes, statements })
    }

    /// The number of nodes.
    #[must_use]
    pub const fn nodes(&self) -> u32 {
        self.nodes
    }

    /// All statements, in order.
    #[must_use]
    pub fn statements(&self) -> &[Statement] {
        &self.statements
    }

    /// One statement; `None` for the number of another network.
    #[must_use]
    pub fn statement(&self, id: StatementId) -> Option<&Statement> {
        self.statements.get(id.0 as usize)
    }

    /// All statements with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (StatementId, &Statement)> + Clone {
        (0..).map(StatementId).zip(&self.statements)
    }
}

impl Statement {
    /// Whether it can be set aside.
    #[must_use]
    pub fn is_disputable(&self) -> bool {
        self.claim != Claim::GIVEN
    }

    /// What it says of two nodes: `from` to `to`; [`Label::ANY`] if they are not its ends.
    #[must_use]
    pub fn towards(&self, from: Node, to: Node) -> Label {
        if (from, to) == (self.a, self.b) {
            self.label
        } else if (from, to) == (self.b, self.a) {
            self.label.converse()
        } else {
            Label::ANY
        }
    }
}
