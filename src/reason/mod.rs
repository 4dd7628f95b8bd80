//! The reasoner: what statements about sets force, what they forbid, and why. It knows integers and labels, nothing
//! of frameworks.
//!
//! (argument to come)

mod network;
mod statement;

mod conflict;
mod proof;

pub use conflict::Conflict;
pub use network::{Network, Unfit};
pub use proof::{Chain, Proof, Step};
pub use statement::{Claim, Node, Statement, StatementId};
