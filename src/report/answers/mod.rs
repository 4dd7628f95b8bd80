//! What is asked of a model, with a type and a function for each question: nothing else is worked out for an answer.
//!
//! An answer holds what is said (numbers, order, sentences, places); commands dress it as text or JSON.

mod namer;

mod coverage;
mod mapping;
mod overlap;
mod questions;
mod remainder;
mod show;
mod teller;
mod why;

pub use coverage::{CoverageBetween, CoverageWay, Grounded, Judged, Proofs, Section, Tallies};
pub use mapping::{AcceptedBy, KnownMapping};
pub use namer::Named;
pub use overlap::{Covering, WhatIsSpared};
pub use questions::{Answered, Asked, Questions, Through, ThroughKind};
pub use remainder::{MissingParts, OpenControl, RemainderOf, ToldRow, Unachieved, remainders};
pub use show::{
    Carried, Claimed, KnownControl, KnownWithdrawn, NamingMapping, NamingRow, ProvedPair, Worded,
};
pub use why::{
    ArgumentChain, ArgumentStep, Discord, KnownProof, Outlook, RowOfPair, Why, WhyKnown, WhyRelated,
};
