//! From text to what it says.

pub mod ast;
mod characters;
mod explain;
mod grammar;
mod item;
pub mod layout;
mod lower;
mod outline;
mod parse;
mod read;
pub mod table;
mod tree;
mod within;

pub use lower::{Construct, Word, Words, dedented, is_identifier, reference};
pub use parse::{Parsed, parse};
pub use tree::{Atom, Sign};
