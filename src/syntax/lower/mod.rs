//! From the tree to what it says: the vocabulary, construct by construct.
//!
//! Every file of this folder knows the words of one construct and says, in a user's words, what was expected.

mod clauses;
mod construct;
mod context;
mod control;
mod date;
mod framework;
mod identifier;
mod language;
mod line;
mod mapping;
mod message;
mod overlay;
mod policy;
mod posture;
mod property;
mod reference;
mod row;
mod sides;
mod spelling;
mod text;
mod unknown;
mod value;
mod values;
mod words;

pub use construct::{construct, keywords, kind};
pub use context::Lower;
pub use posture::MOST_DAYS;
pub use reference::{Construct, Word, Words, reference};
pub use row::row;
pub use spelling::is_identifier;
pub use text::dedented;
pub use values::Values;
