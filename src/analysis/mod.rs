//! One file per question that is asked of a model.

mod share;
mod verdict;

mod bond;
mod eligibility;
mod floor;
mod options;

mod circle;

mod argument;
mod contradiction;
mod logic;
mod loss;
mod one_rationale;
mod phrase;
mod proved;
mod provers;
mod related;

mod marked;
mod standpoint;
mod statements;

mod claims;
mod concern;
mod connected;
mod connection;
mod explanation;

mod between;
mod connecting;
mod contradicted;
mod cover;
mod coverage;
mod gaps;
mod judge;
mod overlap;
mod per_control;
mod reason;
mod remainder;
mod silence;
mod wholes;

mod facts;

mod alike;
mod said;
mod stated;
mod through;
mod ties;

mod decided;
mod possible;
mod question;

mod migration;

pub mod posture;

pub use circle::circles;

pub use argument::{Chain, Ground, Merit, Step};
pub use claims::{claims_digest, claims_text};
pub use connection::Reach;
pub use contradiction::Contradiction;
pub use explanation::{Answer, Explanation, Known};
pub use floor::Floor;
pub use logic::{ControlKnowledge, Logic, Proof, Prover};
pub use phrase::{Names, claim, infinitive, middle, verb};
pub use proved::{Proved, prove_between};
pub use standpoint::Standpoint;
pub use statements::Subject;

pub use connecting::Connection;
pub use contradicted::{ContradictedSilence, contradicted_silences};
pub use coverage::{Coverage, Covered, Judgement};
pub use eligibility::{Eligibilities, Eligibility};
pub use facts::{Facts, analyse, coverage_between};
pub use marked::{Marked, related_between};
pub use options::Options;
pub use overlap::Overlap;
pub use reason::Reason;
pub use related::{Mark, Related};
pub use remainder::{Remainder, Remainders, Unfulfilled};
pub use share::{Rounding, Share, percent};
pub use silence::{claims_complete, in_scope, silent_controls};
pub use verdict::{Basis, Tally, Verdict};

pub use possible::Possible;
pub use question::{Decides, Question, Reply, questions};
pub use through::{ChainKind, Through};
pub use ties::Tie;

pub use migration::{
    Again, Argument, Because, Carried, Heritage, Link, Migration, Replacement, Succession,
    Successor, Why, crosswalks, migrate,
};
