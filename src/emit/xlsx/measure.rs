//! How high a line has to be for its texts to be seen whole.
//!
//! Programs differ in whether they fit heights when they open a file, so the heights are written. They are worked out
//! for Calibri, from the widths at 96 dots per inch; a font put in its place comes with columns of its own width.

use rust_xlsxwriter::Worksheet;

use super::cell::{Cell, Look, Value};
use super::style::Rank;

/// The height of one line of text, in points.
const LINE: f64 = 13.2;
/// What stands above and below the text.
const PADDING: f64 = 2.4;
/// The greatest height of a line that Excel has.
const HIGHEST: f64 = 409.0;
/// Pixels of a column for one digit, and what a cell keeps free on both sides together.
const DIGIT: f64 = 7.0;
const MARGIN: f64 = 4.0;

/// The height for these cells in columns of these widths (in digits); `None` where one line of text is enough.
pub(super) fn height<'a, 'c: 'a>(
    rank: Rank,
    cells: impl IntoIterator<Item = (&'a Cell<'c>, f64)>,
) -> Option<f64> {
    let lines = cells.into_iter().map(|(cell, width)| match &cell.value {
        // Letters of a grid shrink to their column.
        Value::Text(_)
            if matches!(
                cell.look,
                Look::Letter(_) | Look::ProvedLetter | Look::Mark(_)
            ) =>
        {
            1
        }
        Value::Text(text) => lines(text, width, rank != Rank::Leaf),
        _ => 1,
    });
    of_lines(lines.max().unwrap_or(1))
}

/// Whether a cell is a list that takes several lines: LibreOffice keeps a link in one line, and cuts off what does not fit.
pub(super) fn is_cut(cell: &Cell<'_>, rank: Rank, width: f64) -> bool {
    match (&cell.value, cell.look) {
        (Value::Text(text), Look::Identifier) => {
            text.contains(' ') && lines(text, width, rank != Rank::Leaf) > 1
        }
        _ => false,
    }
}

/// The height of so many lines of text; `None` for one.
pub(super) fn of_lines(lines: u32) -> Option<f64> {
    (lines > 1).then(|| (f64::from(lines) * LINE + PADDING).min(HIGHEST))
}

/// How many lines a text takes in a column of a width in digits.
pub(super) fn lines(text: &str, width: f64, is_bold: bool) -> u32 {
    let room = width * DIGIT - MARGIN;
    let wider = if is_bold { 1.07 } else { 1.0 };
    text.split('\n')
        .map(|line| lines_of(line, room / wider))
        .sum()
}

/// How many lines a text without line breaks takes in so many pixels.
fn lines_of(text: &str, room: f64) -> u32 {
    let mut lines = 1;
    let mut taken = 0.0;
    for word in text.split_inclusive(' ') {
        let wide = pixels(word);
        // The space behind a word may hang over the edge.
        let bare = pixels(word.trim_end());
        if taken > 0.0 && taken + bare > room {
            lines += 1;
            taken = 0.0;
        }
        // A word that no line holds is broken where the line ends.
        let mut rest = wide;
        while rest > room && bare > room {
            lines += 1;
            rest -= room;
        }
        taken += rest;
    }
    lines
}

fn pixels(text: &str) -> f64 {
    text.chars().map(advance).sum()
}

/// The width of a character in Calibri at 10 points, in pixels, rounded up to the class that it falls into.
fn advance(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | '\'' | '`' | ' ' | ',' | '.' | ':' | ';' | 'I' | '|' => 3.4,
        'f' | 't' | 'r' | 'J' | '-' | '(' | ')' | '[' | ']' | '{' | '}' | '!' => 4.7,
        'c' | 's' | 'z' | 'L' | '/' | '\\' | '"' => 5.7,
        'm' | 'w' | 'W' | 'M' | '%' | '@' => 11.9,
        'A'..='Z' | '&' | '#' | '+' | '=' | '<' | '>' | '~' | '^' => 8.6,
        ' '..='~' => 7.2,
        // Latin, Greek and Cyrillic letters and marks are a little wider than ASCII; others as wide as high.
        '\u{80}'..='\u{2FFF}' => 8.6,
        _ => 13.4,
    }
}

/// The width, in digits, that holds the longest of these texts in one line, between two bounds.
pub(super) fn fit<'a>(texts: impl IntoIterator<Item = &'a str>, least: f64, most: f64) -> f64 {
    let widest = texts.into_iter().map(pixels).fold(0.0, f64::max);
    // Bold, and the room that a link takes in programs that do not wrap links.
    (widest * 1.1 / DIGIT + 1.5).clamp(least, most)
}

/// Sets the height of a line, if it needs one.
pub(super) fn set(
    sheet: &mut Worksheet,
    line: u32,
    height: Option<f64>,
) -> Result<(), rust_xlsxwriter::XlsxError> {
    if let Some(height) = height {
        sheet.set_row_height(line, height)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_takes_as_many_lines_as_its_words_and_breaks_need() {
        assert_eq!(lines("short", 20.0, false), 1);
        assert_eq!(lines("two\nlines", 20.0, false), 2);
        assert_eq!(
            lines("several words that do not fit into ten digits", 10.0, false),
            5
        );
        assert_eq!(lines(&"x".repeat(100), 10.0, false), 11);
        assert_eq!(lines("", 10.0, false), 1);
        assert_eq!(of_lines(1), None);
        assert_eq!(of_lines(1_000), Some(HIGHEST));
    }
}
