//! Where entries begin and end, found by braces and line ends alone.
//!
//! pest is not run on a whole file: this scanner first cuts the text into whole entries, so that what is broken
//! stays alone, large files are read in parallel, and memory is bounded by the size of a run.

mod lexical;
mod repair;
mod scan;

pub use lexical::{LexicalError, LexicalErrorKind};
pub use repair::{Repairs, Unpaired, repair};
pub use scan::{Piece, Run, outline};

/// The largest run of entries that is read at once, in bytes.
pub const LARGEST_RUN: usize = 64 * 1024;
