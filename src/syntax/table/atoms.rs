//! Cells as pieces of entries, so that what is known of a clause is known of its column.

use crate::tree::{Atom, Sign};
use xwalk_table::Cell;

/// A cell as one piece of an entry.
pub(super) fn atom<'s>(cell: &Cell<'s>) -> Atom<'s> {
    bare(cell.text, cell.start)
}

/// A part of a cell as one piece of an entry.
pub(super) fn bare(text: &str, start: usize) -> Atom<'_> {
    Atom {
        sign: Sign::Bare,
        start: u32::try_from(start).unwrap_or(u32::MAX),
        text,
    }
}
