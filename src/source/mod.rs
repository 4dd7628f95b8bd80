//! Files and places: what was read, and where in it something stands.

mod beside;
mod line_index;
mod map;
mod span;
mod unread;

pub use beside::beside;
pub use line_index::{LineIndex, Position};
pub use map::{Kind, LARGEST, Origin, Source, SourceError, SourceMap};
pub use span::{Place, SourceId, Span};
pub use unread::Unread;
