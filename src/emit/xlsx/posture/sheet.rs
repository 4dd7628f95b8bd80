//! What a sheet is.

use super::plan::Plan;
use crate::table::{AnyTable, Column, Layout, Table};

/// A sheet with one table.
pub(super) struct Sheet {
    /// Its name, at most 31 characters.
    pub name: &'static str,
    /// The name of its table: letters only.
    pub table: &'static str,
    /// What it shows, for the list in the summary.
    pub about: &'static str,
    /// Makes the table.
    pub make: for<'a> fn(&'a Plan<'a>) -> AnyTable<'a>,
}

/// What stands above the lines of a sheet.
pub(super) struct Head {
    /// What it shows.
    pub purpose: String,
    /// How to read it.
    pub reading: String,
    /// How many columns stay in sight.
    pub frozen: u16,
    /// What stands in the first line if there is no other.
    pub empty: &'static str,
}

impl Sheet {
    /// The table of this sheet, without lines.
    pub fn table<'a, T: Copy + 'a>(&self, head: Head, columns: Vec<Column<'a, T>>) -> Table<'a, T> {
        Table::new(Layout {
            sheet: self.name,
            table: self.table.to_owned(),
            title: self.name.to_owned(),
            purpose: head.purpose,
            reading: head.reading,
            columns,
            frozen: head.frozen,
            empty: head.empty,
        })
    }
}
