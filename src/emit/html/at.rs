//! What stands at a position of the report.
//!
//! A report makes its positions together with its tables, so that something stands at each of them.

use crate::report::{Control, Framework, Mapping, Report, Row};

macro_rules! at {
    ($name:ident, $table:ident, $kind:ident) => {
        #[expect(
            clippy::indexing_slicing,
            reason = "positions are made with the tables of their report"
        )]
        pub(super) fn $name<'r, 'm>(report: &'r Report<'m>, position: usize) -> &'r $kind<'m> {
            &report.$table[position]
        }
    };
}

at!(framework, frameworks, Framework);
at!(control, controls, Control);
at!(mapping, mappings, Mapping);
at!(row, rows, Row);
