//! Lines of a table as the format keeps them (ECMA-376, part 1, 18.3.1).

use std::fmt::Write as _;

use rust_xlsxwriter::XlsxError;

use super::cell::{Cell, Value};
use super::pen::Formats;
use super::place::{INSIDE, push_column};
use super::style::Rank;

/// A line of a sheet.
pub(super) struct Line<'a> {
    /// Where it stands, counted from 0.
    pub at: u32,
    /// Its rank in its hierarchy.
    pub rank: Rank,
    /// Its level in the outline.
    pub depth: u8,
    /// Its height in points, if it is not that of one line of text.
    pub height: Option<f64>,
    /// Its cells, from the first column on.
    pub cells: Vec<Cell<'a>>,
}

/// Writes the lines of a sheet, and gathers where they lead.
pub(super) struct LineWriter<'f> {
    formats: &'f Formats,
    line: String,
    links: String,
}

impl<'f> LineWriter<'f> {
    /// No line yet.
    pub fn new(formats: &'f Formats) -> Self {
        Self {
            formats,
            line: String::new(),
            links: String::new(),
        }
    }

    /// Where the cells of all lines lead.
    pub fn links(&self) -> &str {
        &self.links
    }

    /// The next line.
    pub fn line(&mut self, line: &Line<'_>) -> Result<&str, XlsxError> {
        self.line.clear();
        let _ = write!(self.line, "<row r=\"{}\"", line.at + 1);
        if let Some(height) = line.height {
            // Heights are kept in whole pixels, of which four are three points.
            let points = (height * 4.0 / 3.0).round() * 0.75;
            let _ = write!(self.line, " ht=\"{points}\" customHeight=\"1\"");
        }
        if line.depth > 0 {
            let _ = write!(self.line, " outlineLevel=\"{}\"", line.depth);
        }
        self.line.push('>');
        for (column, cell) in (0..).zip(&line.cells) {
            self.cell(line, column, cell)?;
        }
        self.line.push_str("</row>");
        Ok(&self.line)
    }

    fn cell(&mut self, line: &Line<'_>, column: u16, cell: &Cell<'_>) -> Result<(), XlsxError> {
        let format = (self.formats).number(cell.look, line.rank, cell.link.is_some())?;
        let text = &mut self.line;
        text.push_str("<c r=\"");
        push_column(text, column);
        let _ = write!(text, "{}\" s=\"{format}\"", line.at + 1);
        match &cell.value {
            Value::Blank => text.push_str("/>"),
            Value::Number(number) => {
                let _ = write!(text, "><v>{number}</v></c>");
            }
            Value::Text(value) => {
                text.push_str(" t=\"inlineStr\"><is><t");
                if value.trim().len() < value.len() {
                    text.push_str(" xml:space=\"preserve\"");
                }
                text.push('>');
                push_text(text, value);
                text.push_str("</t></is></c>");
            }
        }
        // What leads out of the workbook stands in the frame.
        if let Some(place) = cell
            .link
            .as_deref()
            .and_then(|link| link.strip_prefix(INSIDE))
        {
            self.link(line.at, column, place, cell);
        }
        Ok(())
    }

    fn link(&mut self, line: u32, column: u16, place: &str, cell: &Cell<'_>) {
        let links = &mut self.links;
        links.push_str("<hyperlink ref=\"");
        push_column(links, column);
        let _ = write!(links, "{}\" location=\"", line + 1);
        push_text(links, place);
        links.push('"');
        if !matches!(cell.value, Value::Text(_)) {
            links.push_str(" display=\"");
            push_text(links, place);
            links.push('"');
        }
        links.push_str("/>");
    }
}

/// Adds a text as XML. What XML cannot hold stands as `_x0001_`, as the format has it, and so does the beginning of a text
/// that could be taken for that.
fn push_text(to: &mut String, text: &str) {
    for (at, character) in text.char_indices() {
        match character {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '"' => to.push_str("&quot;"),
            '_' if text.get(at..).is_some_and(is_escape) => to.push_str("_x005F_"),
            '\t' | '\n' => to.push(character),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {
                let _ = write!(to, "_x{:04X}_", u32::from(character));
            }
            _ => to.push(character),
        }
    }
}

/// Whether a text begins as something that XML cannot hold is written: `_x0001_`.
fn is_escape(text: &str) -> bool {
    let digits = text.get(2..6);
    text.starts_with("_x")
        && text.get(6..7) == Some("_")
        && digits.is_some_and(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_written_as_xml_and_comes_back_as_it_was() {
        let written = |text| {
            let mut written = String::new();
            push_text(&mut written, text);
            written
        };
        assert_eq!(
            written("a < b & c > \"d\""),
            "a &lt; b &amp; c &gt; &quot;d&quot;"
        );
        assert_eq!(written("one\ntwo\t\u{1}"), "one\ntwo\t_x0001_");
        assert_eq!(
            written("_x0001_ _x00_ _xé00_"),
            "_x005F_x0001_ _x00_ _xé00_"
        );
    }
}
