//! From text to what it says.

pub mod ast;
mod explain;
mod grammar;
mod lower;
mod outline;
mod parse;
mod read;
mod tree;

pub use parse::{Parsed, parse};
