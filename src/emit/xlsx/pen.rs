//! The one place where cells of the frame are written, and the formats of all cells.

use std::collections::{BTreeMap, HashMap};

use rust_xlsxwriter::{Format, Url, Workbook, Worksheet, XlsxError};

use super::cell::{Cell, Look, Value};
use super::style::{self, Rank};

/// Writes one cell. Texts are never evaluated, whatever they begin with.
pub(super) fn put(
    sheet: &mut Worksheet,
    line: u32,
    column: u16,
    rank: Rank,
    cell: &Cell<'_>,
) -> Result<(), XlsxError> {
    let format = &style::cell(cell.look, rank, cell.link.is_some());
    match (&cell.value, &cell.link) {
        (Value::Blank, _) => sheet.write_blank(line, column, format)?,
        (Value::Text(text), Some(link)) => {
            let url = Url::new(link).set_text(text.as_ref());
            sheet.write_url_with_format(line, column, url, format)?
        }
        (Value::Text(text), None) => {
            sheet.write_string_with_format(line, column, text.as_ref(), format)?
        }
        (Value::Number(number), Some(link)) => {
            // The number takes the place of the link's text; the link stays.
            sheet.write_url_with_format(line, column, Url::new(link), format)?;
            sheet.write_number_with_format(line, column, *number, format)?
        }
        (Value::Number(number), None) => {
            sheet.write_number_with_format(line, column, *number, format)?
        }
    };
    Ok(())
}

/// The numbers under which a workbook knows the formats of cells.
pub(super) struct Formats(BTreeMap<(Look, Rank, bool), usize>);

impl Formats {
    /// Makes the formats of all cells known to a workbook that knows none but its own, which has the number 0: the others
    /// are numbered as they come, equal ones once.
    pub fn register(book: &mut Workbook) -> Self {
        let mut known: HashMap<Format, usize> = HashMap::new();
        let mut numbers = BTreeMap::new();
        for look in Look::all() {
            for (rank, is_link) in Rank::ALL
                .into_iter()
                .flat_map(|rank| [(rank, false), (rank, true)])
            {
                let format = style::cell(look, rank, is_link);
                let next = known.len() + 1;
                book.register_format(&format);
                let number = *known.entry(format).or_insert(next);
                numbers.insert((look, rank, is_link), number);
            }
        }
        Self(numbers)
    }

    /// The number of a cell's format.
    pub fn number(&self, look: Look, rank: Rank, is_link: bool) -> Result<usize, XlsxError> {
        let number = self.0.get(&(look, rank, is_link)).copied();
        number.ok_or_else(|| XlsxError::CustomError(format!("{look:?} is missing among all looks")))
    }
}
