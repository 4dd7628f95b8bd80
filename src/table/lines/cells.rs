//! Lines and cells (RFC 4180), each with its place.
//!
//! Own code, since the well-kept readers neither say where a cell begins nor refuse a quotation mark that is never closed.

use std::borrow::Cow;

use super::opening::Opening;
use crate::limits::MOST_CELLS;
use crate::refusal::{Cause, Refusal};
use xwalk_source::Span;

/// Blanks around a cell, which say nothing. A no-break space is none of them: nobody sees it, and it makes another word.
const BLANKS: [char; 3] = [' ', '\t', '\n'];

/// A cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell<'s> {
    /// What stands in it, without the blanks and the quotation marks around it; doubled quotation marks within stay.
    pub text: &'s str,
    /// Its first byte.
    pub start: usize,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
}

impl<'s> Cell<'s> {
    fn new(text: &'s str, start: usize, quoted: bool) -> Self {
        let trimmed = text.trim_start_matches(BLANKS);
        Self {
            text: trimmed.trim_end_matches(BLANKS),
            start: start + text.len() - trimmed.len(),
            quoted,
        }
    }

    /// What it says, with single quotation marks for doubled ones.
    #[must_use]
    pub fn value(&self) -> Cow<'s, str> {
        if self.quoted && self.text.contains("\"\"") {
            Cow::Owned(self.text.replace("\"\"", "\""))
        } else {
            Cow::Borrowed(self.text)
        }
    }

    /// Where it is.
    #[must_use]
    pub fn span(&self) -> Span {
        Span::new(self.start, self.start + self.text.len())
    }
}

/// Reads a table line by line. Lines that say nothing are left out, and nothing follows one that is refused.
#[derive(Clone, Debug)]
pub struct Lines<'s> {
    text: &'s str,
    at: usize,
    /// The line in which `at` is, from 1.
    line: u64,
    separator: u8,
    refused: Option<(Cause, usize)>,
}

impl<'s> Lines<'s> {
    /// Of a text as [`decode`](crate::decode) makes it.
    #[must_use]
    pub fn new(text: &'s str) -> Self {
        let opening = Opening::of(text);
        let refused = opening.clone().err();
        let (at, separator) = opening.map_or((0, b','), |it| (it.headings, it.separator));
        let before = text.get(..at).unwrap_or_default();
        Self {
            text,
            at,
            line: 1 + breaks(before),
            separator,
            refused,
        }
    }

    /// The sign between cells, for people: `commas`.
    #[must_use]
    pub const fn separators(&self) -> &'static str {
        match self.separator {
            b';' => "semicolons",
            b'\t' => "tabs",
            _ => "commas",
        }
    }

    /// The next cell, and whether another one follows on its line.
    fn cell(&mut self) -> Result<(Cell<'s>, bool), (Cause, usize)> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let ends = |byte: u8| byte == self.separator || byte == b'\n';
        let blank = rest
            .bytes()
            .take_while(|byte| matches!(byte, b' ' | b'\t') && !ends(*byte))
            .count();
        let start = self.at + blank;
        let inner = self.text.get(start..).unwrap_or_default();
        let (cell, end) = match inner.strip_prefix('"') {
            Some(quoted) => {
                let length = closing(quoted).ok_or((Cause::Unclosed, start))?;
                let text = quoted.get(..length).unwrap_or_default();
                (Cell::new(text, start + 1, true), start + length + 2)
            }
            None => {
                let length = inner.bytes().take_while(|byte| !ends(*byte)).count();
                let text = inner.get(..length).unwrap_or_default();
                (Cell::new(text, start, false), start + length)
            }
        };
        // What stands between a closing quotation mark and the end of its cell is blank, or lost with the line.
        let behind = self.text.get(end..).unwrap_or_default();
        let skipped = behind.bytes().take_while(|byte| !ends(*byte)).count();
        let strays = behind.get(..skipped).unwrap_or_default();
        if cell.quoted && !strays.trim_matches(BLANKS).is_empty() {
            return Err((Cause::Behind, end));
        }
        let sign = behind.as_bytes().get(skipped).copied();
        let next = end + skipped + usize::from(sign.is_some());
        self.line += breaks(self.text.get(self.at..next).unwrap_or_default());
        self.at = next;
        Ok((cell, sign == Some(self.separator)))
    }

    /// The cells up to the end of the line.
    fn cells(&mut self) -> Result<Vec<Cell<'s>>, (Cause, usize)> {
        let start = self.at;
        let mut cells = Vec::new();
        loop {
            let (cell, more) = self.cell()?;
            cells.push(cell);
            if !more {
                return Ok(cells);
            }
            if cells.len() == MOST_CELLS {
                return Err((Cause::TooWide, start));
            }
        }
    }
}

impl<'s> Iterator for Lines<'s> {
    /// The number of a line, from 1, and its cells.
    type Item = Result<(u64, Vec<Cell<'s>>), Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        let (cause, offset) = loop {
            if let Some(refused) = self.refused.take() {
                break refused;
            }
            if self.at >= self.text.len() {
                return None;
            }
            let line = self.line;
            match self.cells() {
                Ok(cells)
                    if cells
                        .iter()
                        .all(|cell| cell.text.is_empty() && !cell.quoted) => {}
                Ok(cells) => return Some(Ok((line, cells))),
                Err(refused) => break refused,
            }
        };
        self.at = self.text.len();
        Some(Err(Refusal::new(cause, self.text, offset)))
    }
}

fn breaks(text: &str) -> u64 {
    let breaks = text.bytes().filter(|byte| *byte == b'\n').count();
    u64::try_from(breaks).unwrap_or(u64::MAX)
}

/// How long a quoted text is, if it is closed.
fn closing(quoted: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        at += quoted.get(at..)?.find('"')?;
        if quoted.get(at + 1..)?.starts_with('"') {
            at += 2;
        } else {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(u64, Vec<String>)> {
        let lines = Lines::new(text).map(|line| {
            let (number, cells) = line.unwrap();
            let cells = cells.iter().map(|cell| cell.value().into_owned());
            (number, cells.collect())
        });
        lines.collect()
    }

    fn line(number: u64, cells: &[&str]) -> (u64, Vec<String>) {
        (
            number,
            cells.iter().map(|cell| (*cell).to_owned()).collect(),
        )
    }

    #[test]
    fn cells_are_what_spreadsheets_write() {
        assert_eq!(
            read("a,b\n\"x, \"\"y\"\"\nz\", 2 \n,,\n\n3"),
            [
                line(1, &["a", "b"]),
                line(2, &["x, \"y\"\nz", "2"]),
                line(6, &["3"])
            ]
        );
        assert_eq!(
            read("a;b,c\n1;2"),
            [line(1, &["a", "b,c"]), line(2, &["1", "2"])]
        );
        assert_eq!(
            read("a\tb\n\t2"),
            [line(1, &["a", "b"]), line(2, &["", "2"])]
        );
        assert_eq!(read("sep=;\na;b\n"), [line(2, &["a", "b"])]);
        assert_eq!(read("a\n\"\"\n"), [line(1, &["a"]), line(2, &[""])]);
        assert_eq!(read(""), []);
    }

    #[test]
    fn blanks_around_a_cell_say_nothing_and_a_no_break_space_does() {
        assert_eq!(
            read(" H-1 ,\" 3\n\"\nH-2\u{a0},3"),
            [line(1, &["H-1", "3"]), line(3, &["H-2\u{a0}", "3"])]
        );
    }

    #[test]
    fn what_is_refused_is_told_by_its_place() {
        let refused = |text: &str| {
            let last = Lines::new(text).last().unwrap().unwrap_err();
            (last.cause, last.position.line, last.position.column)
        };
        assert_eq!(refused("a,\"b\nc"), (Cause::Unclosed, 1, 3));
        assert_eq!(refused("a\n\"a\"b,c"), (Cause::Behind, 2, 4));
        assert_eq!(refused(&",".repeat(20_000)), (Cause::TooWide, 1, 1));
        assert_eq!(
            refused("sep=|\na"),
            (Cause::Separator("|".to_owned()), 1, 1)
        );
    }

    #[test]
    fn a_cell_knows_where_it_stands() {
        let text = "a, b\n\" c\",d";
        for (_, cells) in Lines::new(text).flatten() {
            for cell in cells {
                assert_eq!(text.get(cell.span().range()), Some(cell.text));
            }
        }
    }
}
