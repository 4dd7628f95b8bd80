//! The reasoner: what statements about sets force, what they forbid, and why. It knows integers and labels, nothing
//! of frameworks, and can be used by itself.
//!
//! Nodes are non-empty sets. A [`Statement`] says one of the fourteen [labels](xwalk_relation::Label) of two of them
//! that are conjunctions of four atoms:
//!
//! | atom | says | asks of the elements |
//! |---|---|---|
//! | S(a,b) | a lies within b | no element is in a and not in b |
//! | D(a,b) | a and b share nothing | no element is in both |
//! | N(a,b) | a does not lie within b | some element is in a and not in b |
//! | O(a,b) | a and b share something | some element is in both |
//!
//! # Why the answers are exact
//!
//! S and D forbid elements; N, O and that no node is empty demand some. What is forbidden is forbidden to each element by
//! itself, and two models side by side are a model again. So a network has a model if and only if each demand *by itself*
//! can be met by one element, and an element meets a demand best if it lies in no node that it does not have to: in those
//! that the demand names and everything that contains them, Up. That element is forbidden only if
//!
//! 1. the demand is N(a,b), and b is in Up(a); or
//! 2. both nodes of some D(x,y) are among those that it has to lie in: Up(e) for a demand that e is not empty,
//!    Up(e) ∪ Up(f) for O(e,f).
//!
//! Nothing else can go wrong. So [`Network::decide`] answers by reachability along S, on the graph whose nodes are the
//! strongly connected components of S (equal classes): no closure of all pairs, which would be far larger than what is said.
//! A contradiction is one demand, at most one D, and at most two paths of S: a single cycle of statements, so that a
//! shortest one is a minimal one. Only where a claim makes several statements, or what is given leads around, may a smaller
//! one hide in it, and is looked for.
//!
//! Claims may be made in several senses, about different things. What contradicts itself in one sense is set aside. Claims that
//! only contradict those of other senses are *kept apart*: each stands in its own sense, where nothing clashes any
//! more, and whatever mixes senses does without them.
//!
//! What *follows* is what cannot be denied: an atom holds in all models if and only if its negation, which is an atom again,
//! brings about 1 or 2. Read off, each atom that follows has one chain of statements from a to b:
//!
//! | follows | chain |
//! |---|---|
//! | S(a,b) | up, any number of times |
//! | O(a,b) | down, perhaps over an O, up |
//! | D(a,b) | up, over a D, down |
//! | N(a,b) | down, over an N, down; or down, perhaps over an O, up, over a D, down |
//!
//! These are the walks along which an atom, composed with one statement after the other, stays an atom. So
//! [`Reasoner::about`] carries atoms from one node along statements until nothing new comes, and what it knows of each
//! other node in the end is the intersection over *all* chains. A [`Proof`] shows one shortest chain for each atom; each
//! of its steps can be checked with the composition of relations alone, which [`check`] does.
//!
//! ```
//! use xwalk_reason::{Claim, Network, Node, Reasoner, Statement, check};
//! use xwalk_relation::{Label, Relation};
//!
//! let says = |claim, a, relation, b| Statement {
//!     a: Node(a),
//!     b: Node(b),
//!     label: Label::only(relation),
//!     sense: 0,
//!     claim: Claim(claim),
//! };
//! let mut statements = vec![
//!     says(0, 0, Relation::SubsetOf, 1),
//!     says(1, 1, Relation::Equal, 2),
//! ];
//! let network = Network::new(3, statements.clone())?;
//! let decision = network.decide();
//! let reasoner = Reasoner::new(&network, &decision);
//! let proof = reasoner.prove(Node(0), Node(2)).expect("a chain leads there");
//! assert_eq!(proof.label, Label::only(Relation::SubsetOf));
//! assert_eq!(check(&network, &proof), Ok(()));
//!
//! statements.push(says(2, 0, Relation::Equal, 2));
//! let decision = Network::new(3, statements)?.decide();
//! assert_eq!(decision.conflicts().len(), 1);
//! assert_eq!(decision.disputed(), [Claim(0), Claim(1), Claim(2)]);
//! # Ok::<(), xwalk_reason::NetworkError>(())
//! ```
//!
//! Everything that is public here is meant for others as well. Before version 1.0, names may change with a minor version.

mod network;
mod statement;

mod conflict;
mod proof;

mod atom;
mod incident;
mod numbered;
mod scratch;

mod saturate;

mod demand;

mod components;
mod order;
mod walk;

mod clashes;
mod exclusions;
mod remainders;

mod arguments;
mod explain;
mod paths;
mod smaller;

mod decide;

mod checker;

pub use checker::{ProofError, check};
pub use conflict::Conflict;
pub use decide::Decision;
pub use network::{Network, NetworkError};
pub use proof::{Chain, Proof, Step};
pub use saturate::{Knowledge, Reasoner};
pub use statement::{Claim, Node, Statement, StatementId};
