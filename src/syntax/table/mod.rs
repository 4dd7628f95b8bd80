//! Tables that stand beside a file: the rows of an assessment, as spreadsheets keep them.

mod atoms;
mod clauses;
mod header;
mod named;
mod rows;
mod taken;

pub use named::named;
pub use rows::assessed;
