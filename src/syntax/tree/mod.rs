//! The shape of what was written, before anybody asks what its words mean.
//!
//! pest's pairs become this tree, run by run; it lives only until it is lowered. Nothing of the order of the text is
//! lost, and no vocabulary is needed, so that files of a later version have a tree too.

mod atom;
mod build;
mod entry;

pub use atom::{Atom, Sign, is_word};
pub use build::{head, run, sign};
pub use entry::{Construct, Control, Doc, Entry, Property, Row};
