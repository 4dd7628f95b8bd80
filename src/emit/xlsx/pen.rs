//! The one place where cells are written.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, Url, Worksheet, XlsxError};

use super::cell::{Look, Value};
use super::style::{self, Rank};

/// Writes one cell. Texts are never evaluated, whatever they begin with.
pub(super) fn put(
    sheet: &mut Worksheet,
    line: u32,
    column: u16,
    value: &Value<'_>,
    link: Option<&str>,
    format: &Format,
) -> Result<(), XlsxError> {
    match (value, link) {
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

/// The formats in use, each made once: they are compared for every cell that is written.
#[derive(Default)]
pub(super) struct Formats(BTreeMap<(Look, Rank, bool), Format>);

impl Formats {
    /// The format of a cell.
    pub fn get(&mut self, look: Look, rank: Rank, is_link: bool) -> &Format {
        self.0
            .entry((look, rank, is_link))
            .or_insert_with(|| style::cell(look, rank, is_link))
    }
}
