//! JSON (RFC 8259) that two readers cannot read in two ways (RFC 7493), and what stands at a place of it.

mod check;
mod fault;
mod name;
mod pointer;

pub use pointer::{Found, at_pointer};
