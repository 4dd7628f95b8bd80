//! Tables and JSON as people have them: what spreadsheets, consoles and scripts write, read in one way by everybody who
//! asks.
//!
//! Whoever names such a file did not write it: Excel has its separators, PowerShell its UTF-16 and its `#TYPE`, Python its
//! `NaN`. What can only be meant in one way is read; the rest is a [`Refusal`], which says why and at which line and
//! column. Nothing here opens a file: bytes in, answers out.

mod decode;
mod json;
mod limits;
mod lines;
mod refusal;
mod source;
mod words;

pub use decode::decode;
pub use json::{Found, at_pointer};
pub use limits::{DEEPEST, MOST_CELLS};
pub use lines::{Cell, Lines, Row, Table};
pub use refusal::{Cause, Refusal};
pub use source::source;
pub use words::{is_not_applicable, is_not_assessed, truth};
