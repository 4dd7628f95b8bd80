//! The five ways in which two sets can lie, what can be said of them, and what follows.
//!
//! Each control denotes a non-empty set of outcomes. Exactly one of the five relations of NIST IR 8477 holds for
//! any pair of such sets. What is *known* of a pair is a [`Label`], a set of the five; what can be *said* is one of
//! the fourteen labels that are conjunctions of four atoms. [`Label::then`] composes what is known; its table is printed
//! and explained in `docs/composition.md`.

mod atoms;
mod base;
mod composition;
mod label;
mod word;

pub use atoms::Atoms;
pub use base::Relation;
pub use label::Label;
pub use word::Word;
