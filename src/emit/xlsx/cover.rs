//! A sheet that is written from top to bottom, part by part.

use rust_xlsxwriter::{Table, TableStyle, Url, Worksheet, XlsxError};

use super::cell::{Cell, Look};
use super::column::{Column, Head, apart, cells, described};
use super::measure;
use super::page::{self, Binding};
use super::pen::put;
use super::style::{self, Rank};

/// The widths of the first column and of the others, in digits.
pub(super) const FIRST_WIDTH: f64 = 34.0;
pub(super) const OTHER_WIDTH: f64 = 18.5;
/// The longest line of running text, in characters: it must not be cut where the paper ends.
const LINE: usize = 185;

/// The sheet, and the line that comes next.
pub(super) struct Cover<'w> {
    sheet: &'w mut Worksheet,
    next: u32,
    last_column: u16,
}

impl<'w> Cover<'w> {
    /// Adds the sheet, with the title in A1 and as many columns as asked for beside the first.
    pub fn begin(
        sheet: &'w mut Worksheet,
        binding: Binding<'_>,
        columns: usize,
    ) -> Result<Self, XlsxError> {
        let last_column = u16::try_from(columns).map_err(|_| XlsxError::RowColumnLimitError)?;
        sheet.set_name(binding.summary)?;
        page::set_up(
            sheet,
            binding.title,
            FIRST_WIDTH + OTHER_WIDTH * f64::from(last_column),
        );
        sheet.set_column_width(0, FIRST_WIDTH)?;
        sheet.set_column_range_width(1, last_column, OTHER_WIDTH)?;
        sheet.set_row_height(0, style::TITLE_HEIGHT)?;
        sheet.write_string_with_format(0, 0, binding.title, &style::title())?;
        Ok(Self {
            sheet,
            next: 1,
            last_column,
        })
    }

    /// Ends the sheet.
    pub fn finish(self) -> Result<(), XlsxError> {
        let last = self.next.saturating_sub(1);
        self.sheet.set_print_area(0, 0, last, self.last_column)?;
        self.sheet.set_freeze_panes(1, 0)?;
        Ok(())
    }

    /// A heading before a part, under a line that sets it apart.
    pub fn heading(&mut self, text: &str) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.next, 30)?;
        self.sheet
            .write_string_with_format(self.next, 0, text, &style::heading())?;
        self.next += 1;
        Ok(())
    }

    /// Running text below a heading.
    pub fn caption(&mut self, text: &str) -> Result<(), XlsxError> {
        for line in wrap(text, LINE) {
            self.sheet
                .write_string_with_format(self.next, 0, line, &style::caption())?;
            self.next += 1;
        }
        Ok(())
    }

    /// A text that must not be overlooked.
    pub fn caution(&mut self, text: &str) -> Result<(), XlsxError> {
        let format = style::caution();
        for line in wrap(text, LINE) {
            for column in 0..=self.last_column {
                self.sheet.write_blank(self.next, column, &format)?;
            }
            self.sheet
                .write_string_with_format(self.next, 0, line, &format)?;
            self.next += 1;
        }
        Ok(())
    }

    /// A name and what is to be said of it.
    pub fn fact(&mut self, name: &str, text: &str) -> Result<(), XlsxError> {
        self.sheet
            .write_string_with_format(self.next, 0, name, &style::label())?;
        self.beside(text)
    }

    /// A link and where it leads.
    pub fn link(&mut self, name: &str, address: &str, about: &str) -> Result<(), XlsxError> {
        let url = Url::new(address).set_text(name);
        self.sheet
            .write_url_with_format(self.next, 0, url, &style::link())?;
        self.beside(about)
    }

    /// A word in its colour, and what it means.
    pub fn coloured(&mut self, word: &Cell<'_>, about: &str) -> Result<(), XlsxError> {
        put(self.sheet, self.next, 0, Rank::Leaf, word)?;
        self.beside(about)
    }

    /// The steps of the heat map, and of what they are.
    pub fn steps(
        &mut self,
        of: &str,
        look: fn(u8) -> Look,
        steps: &[&str],
    ) -> Result<(), XlsxError> {
        self.sheet
            .write_string_with_format(self.next, 0, of, &style::label())?;
        for ((column, step), text) in (1..).zip(0..).zip(steps) {
            let cell = Cell::new(*text, look(step));
            put(self.sheet, self.next, column, Rank::Leaf, &cell)?;
        }
        self.next += 1;
        Ok(())
    }

    /// A table with a header; without lines there is none.
    pub fn table<'a, T: Copy>(
        &mut self,
        name: &str,
        columns: Vec<Column<'a, T>>,
        lines: impl IntoIterator<Item = (Rank, T)>,
    ) -> Result<(), XlsxError> {
        let (columns, says) = apart(columns);
        let header = self.next;
        for (rank, line) in lines {
            self.next += 1;
            let cells = cells(&columns, &says, rank, line);
            for (column, cell) in (0..).zip(&cells) {
                put(self.sheet, self.next, column, rank, cell)?;
            }
            let height = measure::height(rank, cells.iter().zip(widths(&columns)));
            measure::set(self.sheet, self.next, height)?;
        }
        self.describe(name, &columns, header)
    }

    /// The header of a table, and its description, below whose header its lines are written.
    fn describe(&mut self, name: &str, columns: &[Head], header: u32) -> Result<(), XlsxError> {
        if self.next == header {
            return self.caption("None.");
        }
        let headings = columns
            .iter()
            .map(|column| column.heading.as_str())
            .zip(widths(columns));
        let wrapped = headings.map(|(text, width)| measure::lines(text, width, true));
        let height = measure::of_lines(wrapped.max().unwrap_or(1));
        measure::set(self.sheet, header, height)?;
        let last_column = u16::try_from(columns.len())
            .map_err(|_| XlsxError::RowColumnLimitError)?
            .saturating_sub(1);
        self.widen(last_column)?;
        let table = Table::new()
            .set_name(name)
            .set_columns(&described(columns))
            .set_style(TableStyle::None)
            .set_autofilter(false);
        self.sheet
            .add_table(header, 0, self.next, last_column, &table)?;
        self.next += 1;
        Ok(())
    }

    /// Prints up to this column as well, as wide as the others.
    fn widen(&mut self, last_column: u16) -> Result<(), XlsxError> {
        if last_column > self.last_column {
            let first = self.last_column + 1;
            self.sheet
                .set_column_range_width(first, last_column, OTHER_WIDTH)?;
            self.last_column = last_column;
        }
        Ok(())
    }

    /// Text from the second column on.
    fn beside(&mut self, text: &str) -> Result<(), XlsxError> {
        const FIRST: usize = 34;
        for line in wrap(text, LINE - FIRST) {
            self.sheet
                .write_string_with_format(self.next, 1, line, &style::caption())?;
            self.next += 1;
        }
        Ok(())
    }
}

fn widths(columns: &[Head]) -> impl Iterator<Item = f64> {
    columns.iter().map(|column| column.width)
}

/// The text in lines of at most so many characters, broken between words; at least one line.
fn wrap(text: &str, longest: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let length = line.chars().count() + 1 + word.chars().count();
        if !line.is_empty() && length > longest {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}
