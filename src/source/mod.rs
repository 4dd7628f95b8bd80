//! Files and places: what was read, and where in it something stands.

mod line_index;
mod map;
mod span;

pub use line_index::{LineIndex, Position};
pub use map::{Flaw, LARGEST, Origin, Source, SourceMap};
pub use span::{Place, SourceId, Span};
