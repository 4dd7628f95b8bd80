//! What stands around the lines of a table.

use rust_xlsxwriter::{IgnoreError, Table as ExcelTable, TableStyle, Url, Worksheet, XlsxError};

use super::{AnyTable, FIRST, Frame, HEADER, LINES};
use crate::column::{Kind, described, printed};
use crate::measure;
use crate::page::{self, Binding};
use crate::pen::put;
use crate::place::{INSIDE, address};
use crate::style::{self, Rank};

/// The line above the header: the way back, and what is said of whole columns.
const ABOVE_HEADER: u32 = HEADER - 1;
/// The columns and lines beside a table that a chart takes, with what keeps it apart from the next.
const CHART_COLUMNS: u16 = 13;
const CHART_LINES: u32 = 36;
/// The height of a line of which nothing is said, in points.
const DEFAULT_HEIGHT: f64 = 15.0;

impl AnyTable<'_> {
    /// Writes everything but the lines, unless there are charts: what they show has to stand beside them.
    pub fn write_frame(
        &self,
        sheet: &mut Worksheet,
        binding: Binding<'_>,
    ) -> Result<(), XlsxError> {
        let (last_line, last_column) = (self.last_line(), self.last_column());
        if last_line >= LINES {
            return Err(XlsxError::CustomError(format!(
                "the sheet `{}` would need more than the {LINES} lines that Excel allows; leave frameworks out \
                 (`--only`), or use the CSV or JSON output",
                self.frame.sheet
            )));
        }
        self.write_above(sheet, binding)?;
        if self.is_in_frame() {
            self.write_lines(sheet)?;
            self.write_header(sheet, last_line)?;
        } else {
            self.write_traces(sheet)?;
            self.write_header(sheet, FIRST)?;
        }
        let beside = match self.frame.charts.as_slice() {
            [] => self.frame.beside(),
            _ => CHART_COLUMNS + 1,
        };
        let last_printed = u16::try_from(printed(&self.frame.columns).count())
            .map_or(last_column, |columns| columns.saturating_sub(1))
            .saturating_add(beside);
        sheet.set_print_area(0, 0, last_line, last_printed)?;
        let texts = IgnoreError::NumberStoredAsText;
        sheet.ignore_error_range(HEADER, 0, last_line, last_column, texts)?;
        Ok(())
    }

    /// What stands above the lines.
    fn write_above(&self, sheet: &mut Worksheet, binding: Binding<'_>) -> Result<(), XlsxError> {
        let frame = &self.frame;
        sheet.set_name(frame.sheet)?;
        let width = printed(&frame.columns).map(|column| column.width).sum();
        page::set_up(sheet, binding.title, width);
        for (position, column) in (0..).zip(&frame.columns) {
            sheet.set_column_width(position, column.width)?;
        }
        sheet.set_row_height(0, style::TITLE_HEIGHT)?;
        sheet.write_string_with_format(0, 0, &frame.title, &style::title())?;
        sheet.write_string_with_format(1, 0, &frame.purpose, &style::caption())?;
        sheet.write_string_with_format(2, 0, &frame.reading, &style::caption())?;
        let back = Url::new(address(binding.summary, 0)).set_text("Back to Summary");
        sheet.write_url_with_format(ABOVE_HEADER, 0, back, &style::link())?;
        let (first, above) = &frame.above;
        for (column, cell) in (*first..).zip(above) {
            put(sheet, ABOVE_HEADER, column, Rank::Leaf, cell)?;
        }
        sheet.set_repeat_rows(HEADER, HEADER)?;
        sheet.set_freeze_panes(FIRST, frame.frozen)?;
        if let Some(last) = frame.frozen.checked_sub(1) {
            // Where a sheet is several pages wide, each page says what its lines are about.
            sheet.set_repeat_columns(0, last)?;
        }
        sheet.group_symbols_above(true);
        Ok(())
    }

    /// The header, down to a last line of the table.
    fn write_header(&self, sheet: &mut Worksheet, last_line: u32) -> Result<(), XlsxError> {
        let table = ExcelTable::new()
            .set_name(&self.frame.table)
            .set_columns(&described(&self.frame.columns))
            .set_style(TableStyle::None)
            .set_alt_text_title(&self.frame.title)
            .set_alt_text(&self.frame.purpose);
        measure::set(sheet, HEADER, self.frame.header_height())?;
        sheet.add_table(HEADER, 0, last_line, self.last_column(), &table)?;
        Ok(())
    }

    /// The lines themselves, for charts to show.
    fn write_lines(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        self.each(&mut |line| {
            for (column, cell) in (0..).zip(&line.cells) {
                put(sheet, line.at, column, line.rank, cell)?;
            }
            group(sheet, line.at, line.height, line.depth)
        })?;
        let mut line = HEADER;
        for chart in &self.frame.charts {
            sheet.insert_chart(line, self.last_column() + 2, chart)?;
            line += CHART_LINES;
        }
        Ok(())
    }

    /// What leads out of the workbook, and how deep the outline is: all that the frame has to know of lines that are written
    /// into it later. They are written where its first line stands, in the place of what it has there.
    fn write_traces(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.write_blank(FIRST, 0, &style::caption())?;
        let columns = (0..).zip(&self.frame.columns).enumerate();
        for (column, (position, head)) in columns {
            if !head.leads_out {
                continue;
            }
            for (line, at) in (FIRST..).zip(0..self.lines.count()) {
                let Some((rank, cell)) = self.lines.cell(at, column) else {
                    continue;
                };
                let link = cell.link.as_deref();
                if link.is_some_and(|link| !link.starts_with(INSIDE)) {
                    put(sheet, line, position, rank, &cell)?;
                }
            }
        }
        group(sheet, FIRST, None, self.lines.depth())
    }
}

impl Frame<'_> {
    /// How many empty columns are printed beside a narrow table, so that the texts above it are not cut off.
    fn beside(&self) -> u16 {
        const EMPTY_COLUMN: f64 = 9.0;
        let texts = [self.purpose.as_str(), &self.reading];
        let width: f64 = printed(&self.columns).map(|column| column.width).sum();
        let missing = measure::fit(texts, 0.0, page::A4_WIDTH) - width;
        (1..)
            .take_while(|columns| f64::from(*columns - 1) * EMPTY_COLUMN < missing)
            .last()
            .unwrap_or(0)
    }

    /// Upright headers need about 6.2 points for a character, and room for the filter's arrow; others wrap beside it.
    fn header_height(&self) -> Option<f64> {
        const ARROW: f64 = 3.0;
        let columns = self.columns.iter();
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

/// Sets the height of a line, and its level in the outline.
fn group(
    sheet: &mut Worksheet,
    line: u32,
    height: Option<f64>,
    depth: u8,
) -> Result<(), XlsxError> {
    if depth > 0 || height.is_some() {
        sheet.set_row_height(line, height.unwrap_or(DEFAULT_HEIGHT))?;
    }
    for _ in 0..depth {
        sheet.group_rows(line, line)?;
    }
    Ok(())
}
