//! Lines of cells (RFC 4180), and tables with headings.

mod cells;
mod opening;
mod table;

pub use cells::{Cell, Lines};
pub use table::{Row, Table};
