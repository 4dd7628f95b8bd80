//! What a sheet is.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::plan::Plan;
use crate::emit::xlsx::table::{Column, Layout, Table};

/// A sheet with one table.
pub(super) struct Sheet {
    /// Its name, at most 31 characters.
    pub name: &'static str,
    /// The name of its table: letters only.
    pub table: &'static str,
    /// What it shows, for the list in the summary.
    pub about: &'static str,
    /// Writes it.
    pub write: fn(&mut Workbook, &Plan<'_>) -> Result<(), XlsxError>,
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
    /// Begins the table of this sheet.
    pub fn begin<'w, T: Copy>(
        &self,
        book: &'w mut Workbook,
        plan: &Plan<'_>,
        head: Head,
        columns: Vec<Column<'w, T>>,
    ) -> Result<Table<'w, T>, XlsxError> {
        let layout = Layout {
            sheet: self.name,
            table: self.table.to_owned(),
            title: self.name.to_owned(),
            purpose: head.purpose,
            reading: head.reading,
            columns,
            frozen: head.frozen,
            empty: head.empty,
        };
        Table::begin(book, plan.binding(), layout)
    }
}
