//! The reasoner against oracles that know nothing of it, and of labels no more than their names.
//!
//! Few sets can be laid out in all ways that there are; for more, the relation of every pair can be searched for; for
//! many, sets can be hidden behind what is said of them. The oracles are held to each other, too.

mod chains;
mod draw;
mod held;
mod proofs;
mod search;
mod sets;
mod verdict;
mod worlds;

mod drawn;
mod flaws;
mod hidden;
mod long;
mod senses;
mod small;
