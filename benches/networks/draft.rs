//! A network in the making.

use xwalk::reason::{Claim, Node, Statement};
use xwalk::relation::Label;

/// A network, and what was made up about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Generated {
    /// The number of nodes.
    pub nodes: u32,
    /// What is said of them.
    pub statements: Vec<Statement>,
    /// The claims that are false, ascending. Each makes one statement, and few true ones refute it.
    pub injected: Vec<Claim>,
}

/// Collects statements, numbering nodes and claims.
#[derive(Default)]
pub struct Draft {
    generated: Generated,
    claims: u32,
    sense: u8,
}

impl Draft {
    /// One more node.
    pub fn node(&mut self) -> Node {
        self.generated.nodes += 1;
        Node(self.generated.nodes - 1)
    }

    /// From here on, claims are made in this sense.
    pub fn sense(&mut self, sense: u8) {
        self.sense = sense;
    }

    /// A claim with one statement.
    pub fn claim(&mut self, a: Node, b: Node, label: Label) {
        self.claims += 1;
        self.claim_too(a, b, label);
    }

    /// One more statement of the latest claim.
    pub fn claim_too(&mut self, a: Node, b: Node, label: Label) {
        let claim = Claim(self.claims.saturating_sub(1));
        self.say(a, b, label, claim);
    }

    /// A claim that is false.
    pub fn inject(&mut self, a: Node, b: Node, label: Label) {
        self.generated.injected.push(Claim(self.claims));
        self.claim(a, b, label);
    }

    /// A part of a whole, beyond dispute.
    pub fn part(&mut self, part: Node, whole: Node) {
        self.say(part, whole, Label::WITHIN, Claim::GIVEN);
    }

    fn say(&mut self, a: Node, b: Node, label: Label, claim: Claim) {
        self.generated.statements.push(Statement {
            a,
            b,
            label,
            sense: self.sense,
            claim,
        });
    }

    /// How much has been said.
    pub fn statements(&self) -> usize {
        self.generated.statements.len()
    }

    /// How much of it is false.
    pub fn injected(&self) -> usize {
        self.generated.injected.len()
    }

    /// The first so many statements.
    pub fn finish(mut self, statements: usize) -> Generated {
        self.generated.statements.truncate(statements);
        self.generated
    }
}
