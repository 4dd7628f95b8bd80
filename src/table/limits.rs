//! How much is read of what comes from outside. How large a file may be is up to whoever opens it.

/// The most cells of a line; as many as spreadsheets have columns.
pub const MOST_CELLS: usize = 16_384;

/// Lists and objects within each other are read while they are fewer than this.
pub const DEEPEST: usize = 128;
