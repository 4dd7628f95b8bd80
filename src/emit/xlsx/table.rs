//! One sheet, one table: title, two lines that say how to read it, header, lines.

use rust_xlsxwriter::{
    Chart, IgnoreError, Table as ExcelTable, TableColumn, TableStyle, Url, Workbook, Worksheet,
    XlsxError,
};

use super::cell::Cell;
pub(super) use super::column::Column;
use super::column::{Kind, distinct, printed};
use super::measure;
use super::page::{self, Binding};
use super::pen::{Formats, put};
use super::place::address;
use super::style::{self, Rank};

/// The line of the header, counted from 0. It is the same on every sheet, so that links can be made ahead.
const HEADER: u32 = 4;
/// The first line below the header.
pub(super) const FIRST: u32 = HEADER + 1;
/// The line above the header: the way back, and what is said of whole columns.
const ABOVE_HEADER: u32 = HEADER - 1;
/// The lines that Excel has.
const LINES: u32 = 1_048_576;
/// The links that Excel keeps on one sheet; beyond them cells stay plain.
const LINKS: u32 = 65_530;
/// The columns and lines beside a table that a chart takes, with what keeps it apart from the next.
const CHART_COLUMNS: u16 = 13;
const CHART_LINES: u32 = 36;
/// The outline levels that Excel has below the top.
const OUTLINE_LEVELS: u8 = 7;

/// What a sheet is, before its first line.
pub(super) struct Layout<'a, T = ()> {
    /// The name of the sheet, from [`super::place::Names`].
    pub sheet: &'a str,
    /// The name of the table: letters and digits only.
    pub table: String,
    /// The title in A1.
    pub title: String,
    /// What it shows.
    pub purpose: String,
    /// How to read it.
    pub reading: String,
    /// The columns.
    pub columns: Vec<Column<'a, T>>,
    /// How many columns stay in sight.
    pub frozen: u16,
    /// What stands in the first line if there is no other.
    pub empty: &'static str,
}

/// A table that is being written.
pub(super) struct Table<'w, T = ()> {
    sheet: &'w mut Worksheet,
    formats: Formats,
    layout: Layout<'w, T>,
    depths: Vec<u8>,
    links: u32,
}

impl<'w, T: Copy> Table<'w, T> {
    /// Adds the sheet and writes what stands above the lines.
    pub fn begin(
        book: &'w mut Workbook,
        binding: Binding<'_>,
        mut layout: Layout<'w, T>,
    ) -> Result<Self, XlsxError> {
        let headers = distinct(layout.columns.iter().map(|column| column.heading.as_str()));
        for (column, header) in layout.columns.iter_mut().zip(headers) {
            column.heading = header;
        }
        let sheet = book.add_worksheet();
        sheet.set_name(layout.sheet)?;
        let width = printed(&layout.columns).map(|column| column.width).sum();
        page::set_up(sheet, binding.title, width);
        for (position, column) in (0..).zip(&layout.columns) {
            sheet.set_column_width(position, column.width)?;
        }
        sheet.set_row_height(0, style::TITLE_HEIGHT)?;
        sheet.write_string_with_format(0, 0, &layout.title, &style::title())?;
        sheet.write_string_with_format(1, 0, &layout.purpose, &style::caption())?;
        sheet.write_string_with_format(2, 0, &layout.reading, &style::caption())?;
        let back = Url::new(address(binding.summary, 0)).set_text("Back to Summary");
        sheet.write_url_with_format(ABOVE_HEADER, 0, back, &style::link())?;
        sheet.set_repeat_rows(HEADER, HEADER)?;
        sheet.set_freeze_panes(FIRST, layout.frozen)?;
        if let Some(last) = layout.frozen.checked_sub(1) {
            // Where a sheet is several pages wide, each page says what its lines are about.
            sheet.set_repeat_columns(0, last)?;
        }
        sheet.group_symbols_above(true);
        Ok(Self {
            sheet,
            formats: Formats::default(),
            layout,
            depths: Vec::new(),
            links: 1,
        })
    }

    /// Writes what is said of whole columns, from `first` on, above the header.
    pub fn above(&mut self, first: u16, cells: &[Cell<'_>]) -> Result<(), XlsxError> {
        for (column, cell) in (first..).zip(cells) {
            self.write(ABOVE_HEADER, column, Rank::Leaf, cell)?;
        }
        Ok(())
    }

    /// Writes the next line, with what the columns say of it; `depth` is its outline level.
    pub fn row(&mut self, rank: Rank, depth: u8, line: T) -> Result<(), XlsxError> {
        let columns = self.layout.columns.iter();
        let cells: Vec<Cell<'w>> = columns.map(|column| column.say(line)).collect();
        self.line(rank, depth, cells)
    }

    /// Writes the next line with these cells, which may be fewer than the columns.
    pub fn line<'a>(
        &mut self,
        rank: Rank,
        depth: u8,
        cells: impl IntoIterator<Item = Cell<'a>>,
    ) -> Result<(), XlsxError> {
        let line = self.next_line();
        if line >= LINES {
            return Err(XlsxError::CustomError(format!(
                "the sheet `{}` would need more than the {LINES} lines that Excel has; leave frameworks out \
                 (`--only`), or use the CSV or JSON output",
                self.layout.sheet
            )));
        }
        let widths = self.layout.columns.iter().map(|column| column.width);
        let cells: Vec<Cell<'a>> = (cells.into_iter().zip(widths))
            .map(|(cell, width)| measure::readable(cell, rank, width))
            .collect();
        for (column, cell) in (0..).zip(&cells) {
            self.write(line, column, rank, cell)?;
        }
        let widths = self.layout.columns.iter().map(|column| column.width);
        let height = measure::height(rank, cells.iter().zip(widths));
        measure::set(self.sheet, line, height)?;
        self.depths.push(depth.min(OUTLINE_LEVELS));
        Ok(())
    }

    /// Ends the table: outline, header, filter, what prints.
    pub fn finish(self) -> Result<(), XlsxError> {
        self.finish_with(&[])
    }

    /// The same with charts at the right of the table, one below the other.
    pub fn finish_with(mut self, charts: &[Chart]) -> Result<(), XlsxError> {
        if self.depths.is_empty() {
            self.line(Rank::Leaf, 0, [Cell::muted(self.layout.empty)])?;
        }
        self.outline()?;
        let last_line = self.next_line().saturating_sub(1);
        let last_column = u16::try_from(self.layout.columns.len())
            .map_err(|_| XlsxError::RowColumnLimitError)?
            .saturating_sub(1);
        let formats = [
            style::header(),
            style::proved_header(),
            style::upright_header(),
        ];
        let [plain, proved, upright] = &formats;
        let columns: Vec<TableColumn> = self
            .layout
            .columns
            .iter()
            .map(|column| {
                TableColumn::new()
                    .set_header(&column.heading)
                    .set_header_format(match column.kind {
                        Kind::Plain => plain,
                        Kind::Proved => proved,
                        Kind::Upright => upright,
                    })
            })
            .collect();
        let table = ExcelTable::new()
            .set_name(&self.layout.table)
            .set_columns(&columns)
            .set_style(TableStyle::None)
            .set_alt_text_title(&self.layout.title)
            .set_alt_text(&self.layout.purpose);
        measure::set(self.sheet, HEADER, self.header_height())?;
        self.sheet
            .add_table(HEADER, 0, last_line, last_column, &table)?;
        let beside = match charts {
            [] => self.beside(),
            _ => CHART_COLUMNS + 1,
        };
        let mut line = HEADER;
        for chart in charts {
            self.sheet.insert_chart(line, last_column + 2, chart)?;
            line += CHART_LINES;
        }
        let last_printed = u16::try_from(printed(&self.layout.columns).count())
            .map_or(last_column, |columns| columns.saturating_sub(1))
            .saturating_add(beside);
        self.sheet.set_print_area(0, 0, last_line, last_printed)?;
        self.sheet.ignore_error_range(
            HEADER,
            0,
            last_line,
            last_column,
            IgnoreError::NumberStoredAsText,
        )?;
        Ok(())
    }

    /// How many empty columns are printed beside a narrow table, so that the texts above it are not cut off.
    fn beside(&self) -> u16 {
        const EMPTY_COLUMN: f64 = 9.0;
        let texts = [self.layout.purpose.as_str(), &self.layout.reading];
        let width: f64 = printed(&self.layout.columns)
            .map(|column| column.width)
            .sum();
        let missing = measure::fit(texts, 0.0, page::A4_WIDTH) - width;
        (1..)
            .take_while(|columns| f64::from(*columns - 1) * EMPTY_COLUMN < missing)
            .last()
            .unwrap_or(0)
    }

    /// The line after the last one written.
    fn next_line(&self) -> u32 {
        u32::try_from(self.depths.len()).map_or(LINES, |lines| lines.saturating_add(FIRST))
    }

    fn write(
        &mut self,
        line: u32,
        column: u16,
        rank: Rank,
        cell: &Cell<'_>,
    ) -> Result<(), XlsxError> {
        let link = cell.link.as_ref().filter(|_| self.links < LINKS);
        let format = self.formats.get(cell.look, rank, link.is_some());
        self.links += u32::from(link.is_some());
        put(
            self.sheet,
            line,
            column,
            &cell.value,
            link.map(String::as_str),
            format,
        )
    }

    /// Groups every run of lines that lie below a line of lesser depth.
    fn outline(&mut self) -> Result<(), XlsxError> {
        for level in 1..=OUTLINE_LEVELS {
            let mut begin = None;
            for (line, depth) in (FIRST..).zip(self.depths.iter().copied().chain([0])) {
                match begin {
                    None if depth >= level => begin = Some(line),
                    Some(first) if depth < level => {
                        self.sheet.group_rows(first, line - 1)?;
                        begin = None;
                    }
                    _ => {}
                }
            }
        }
        Ok(())
    }

    /// Upright headers need about 6.2 points for a character, and room for the filter's arrow; others wrap beside it.
    fn header_height(&self) -> Option<f64> {
        const ARROW: f64 = 3.0;
        let columns = self.layout.columns.iter();
        let upright = (columns.clone())
            .filter(|column| column.kind == Kind::Upright)
            .filter_map(|column| u32::try_from(column.heading.chars().count()).ok())
            .map(|characters| f64::from(characters) * 6.2 + 22.0);
        let wrapped = columns
            .filter(|column| column.kind != Kind::Upright)
            .map(|column| measure::lines(&column.heading, column.width - ARROW, true));
        let wrapped = measure::of_lines(wrapped.max().unwrap_or(1));
        wrapped.into_iter().chain(upright).reduce(f64::max)
    }
}
