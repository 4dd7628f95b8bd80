//! A workbook: its first sheet, then tables.
//!
//! The library that writes workbooks keeps every cell until all are written; of large tables that is most of the memory
//! that the program needs. So it only writes the frame: the first sheet, and of each table what stands around its
//! lines. [`splice`] writes the lines into it, each made when its turn comes.

use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};

use super::cover::Cover;
use super::page::Binding;
use super::pen::Formats;
use super::splice::splice;
use super::table::AnyTable;

/// A workbook that is being made.
pub(super) struct Book<'a> {
    frame: Workbook,
    formats: Formats,
    binding: Binding<'a>,
    /// By sheet, the table whose lines are not yet written.
    tables: Vec<Option<AnyTable<'a>>>,
}

impl<'a> Book<'a> {
    /// Begins a workbook.
    pub fn new(binding: Binding<'a>, properties: &DocProperties) -> Self {
        let mut frame = Workbook::new();
        frame.set_properties(properties);
        Self {
            formats: Formats::register(&mut frame),
            frame,
            binding,
            tables: Vec::new(),
        }
    }

    /// Adds the first sheet, with as many columns as asked for beside the first.
    pub fn cover(&mut self, columns: usize) -> Result<Cover<'_>, XlsxError> {
        self.tables.push(None);
        Cover::begin(self.frame.add_worksheet(), self.binding, columns)
    }

    /// Adds a sheet with a table.
    pub fn add(&mut self, table: AnyTable<'a>) -> Result<(), XlsxError> {
        table.write_frame(self.frame.add_worksheet(), self.binding)?;
        self.tables.push((!table.is_in_frame()).then_some(table));
        Ok(())
    }

    /// The bytes of the file.
    pub fn save(mut self) -> Result<Vec<u8>, XlsxError> {
        let frame = self.frame.save_to_buffer()?;
        splice(&frame, &self.tables, &self.formats)
    }
}
