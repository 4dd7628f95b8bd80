//! What stands at a position of the report.
//!
//! A report makes its positions together with its tables, so that something stands at each of them.

use crate::report::{
    Control, ControlAt, Framework, FrameworkAt, Mapping, MappingAt, Report, Row, RowAt,
};

macro_rules! at {
    ($name:ident, $table:ident, $position:ident, $kind:ident) => {
        pub(super) fn $name<'r, 'm>(report: &'r Report<'m>, position: $position) -> &'r $kind<'m> {
            &report.$table[position]
        }
    };
}

at!(framework, frameworks, FrameworkAt, Framework);
at!(control, controls, ControlAt, Control);
at!(mapping, mappings, MappingAt, Mapping);
at!(row, rows, RowAt, Row);
