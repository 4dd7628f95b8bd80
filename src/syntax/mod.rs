//! From text to what it says.

pub mod ast;
