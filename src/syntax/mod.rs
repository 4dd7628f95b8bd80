//! From text to what it says.

pub mod ast;
mod characters;
mod explain;
mod grammar;
mod item;
mod lower;
mod outline;
mod parse;
mod read;
mod tree;

pub use parse::{Parsed, parse};
