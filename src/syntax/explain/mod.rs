//! Why an entry makes no sense, in a user's words.
//!
//! pest says where it stopped; what is said here comes from what stands there and from the shape of the entry.

mod entry;
mod relation;
mod tier;
mod unclosed;

pub use entry::{Broken, begins_with_word, curly_quotes, entry, is_like_word, untitled};
pub use relation::{all as all_relations, meant as meant_relation};
pub use unclosed::{too_deep, unclosed, unpaired};
