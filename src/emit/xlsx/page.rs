//! How a sheet prints.

use std::borrow::Cow;

use rust_xlsxwriter::Worksheet;

use super::cell::shorten;

/// Paper sizes as Excel numbers them.
const A3: u8 = 8;
const A4: u8 = 9;
/// Sheets wider than this, in digits, are easier to read on A3.
pub(super) const A4_WIDTH: f64 = 190.0;
/// Sheets wider than this are unreadable on one page, even on A3.
const A3_WIDTH: f64 = 480.0;

/// What all sheets of a workbook have in common.
#[derive(Clone, Copy, Debug)]
pub(super) struct Binding<'a> {
    /// The title of the whole, above each printed page.
    pub title: &'a str,
    /// The name of the first sheet, to which each other one leads back.
    pub summary: &'a str,
}

/// Landscape, one page wide or as many as it takes to be readable, the report's title above and the page's number below.
pub(super) fn set_up(sheet: &mut Worksheet, title: &str, width: f64) {
    let name = sheet.name();
    sheet
        .set_landscape()
        .set_paper_size(if width > A4_WIDTH { A3 } else { A4 })
        .set_print_fit_to_pages((width / A3_WIDTH).ceil().clamp(1.0, 20.0) as u16, 0)
        .set_margins(0.4, 0.4, 0.75, 0.65, 0.3, 0.3)
        .set_header(format!("&L&9{}&R&9{}", escape(title), escape(&name)))
        .set_footer("&R&9Page &P of &N")
        .set_screen_gridlines(false);
}

/// In headers and footers `&` begins a command, and a digit after `&9` would belong to the size.
fn escape(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|character| {
            if character.is_control() {
                ' '
            } else {
                character
            }
        })
        .collect();
    let escaped = shorten(Cow::Borrowed(&text), 90).replace('&', "&&");
    format!(" {escaped}")
}
