//! Lines and cells (RFC 4180), each with its place.
//!
//! Spreadsheets write a comma, a semicolon or a tab between cells, as their language has it: the one that comes first in
//! the first line holds for all of them.

use std::borrow::Cow;

use crate::tree::{Atom, Sign};
use xwalk_source::Span;

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
    /// What it says, with single quotation marks for doubled ones.
    pub fn value(&self) -> Cow<'s, str> {
        if self.quoted && self.text.contains("\"\"") {
            Cow::Owned(self.text.replace("\"\"", "\""))
        } else {
            Cow::Borrowed(self.text)
        }
    }

    /// Where it is.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.start + self.text.len())
    }

    /// It as one piece of an entry.
    pub fn atom(&self) -> Atom<'s> {
        bare(self.text, self.start)
    }
}

/// A part of a cell as one piece of an entry.
pub(super) fn bare(text: &str, start: usize) -> Atom<'_> {
    Atom {
        sign: Sign::Bare,
        start: u32::try_from(start).unwrap_or(u32::MAX),
        text,
    }
}

/// A line that is not empty; or the place of a quotation mark that is never closed.
pub type Line<'s> = Result<Vec<Cell<'s>>, usize>;

/// Reads a table line by line.
pub struct Lines<'s> {
    text: &'s str,
    at: usize,
    separator: u8,
}

impl<'s> Lines<'s> {
    pub fn new(text: &'s str) -> Self {
        let first = text
            .bytes()
            .find(|byte| matches!(byte, b',' | b';' | b'\t' | b'\n'));
        let separator = first.filter(|byte| *byte != b'\n').unwrap_or(b',');
        Self {
            text,
            at: 0,
            separator,
        }
    }

    /// The next cell, and whether another one follows on its line.
    fn cell(&mut self) -> Result<(Cell<'s>, bool), usize> {
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
                let length = closing(quoted).ok_or(start)?;
                let cell = Cell {
                    text: quoted.get(..length).unwrap_or_default(),
                    start: start + 1,
                    quoted: true,
                };
                (cell, start + length + 2)
            }
            None => {
                let length = inner.bytes().take_while(|byte| !ends(*byte)).count();
                let cell = Cell {
                    text: inner.get(..length).unwrap_or_default().trim_end(),
                    start,
                    quoted: false,
                };
                (cell, start + length)
            }
        };
        // What stands between a closing quotation mark and the end of its cell is blank, or lost with the line.
        let behind = self.text.get(end..).unwrap_or_default();
        let skipped = behind.bytes().take_while(|byte| !ends(*byte)).count();
        let strays = behind.get(..skipped).unwrap_or_default();
        if cell.quoted && !strays.trim().is_empty() {
            return Err(end);
        }
        let sign = behind.as_bytes().get(skipped).copied();
        self.at = end + skipped + usize::from(sign.is_some());
        Ok((cell, sign == Some(self.separator)))
    }
}

impl<'s> Iterator for Lines<'s> {
    type Item = Line<'s>;

    fn next(&mut self) -> Option<Line<'s>> {
        loop {
            if self.at >= self.text.len() {
                return None;
            }
            let mut cells = Vec::new();
            loop {
                match self.cell() {
                    Ok((cell, more)) => {
                        cells.push(cell);
                        if !more {
                            break;
                        }
                    }
                    Err(at) => {
                        self.at = self.text.len();
                        return Some(Err(at));
                    }
                }
            }
            if cells.iter().any(|cell| !cell.text.is_empty()) {
                return Some(Ok(cells));
            }
        }
    }
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

    fn read(text: &str) -> Vec<Vec<String>> {
        let cells = |line: Line<'_>| {
            let cells = line.unwrap_or_default();
            cells.iter().map(|cell| cell.value().into_owned()).collect()
        };
        Lines::new(text).map(cells).collect()
    }

    #[test]
    fn cells_are_what_spreadsheets_write() {
        assert_eq!(
            read("a,b\r\n\"x, \"\"y\"\"\nz\", 2 \r\n,,\n\n3"),
            [vec!["a", "b"], vec!["x, \"y\"\nz", "2"], vec!["3"]]
        );
        assert_eq!(read("a;b,c\n1;2"), [["a", "b,c"], ["1", "2"]]);
        assert_eq!(read("a\tb\n\t2"), [["a", "b"], ["", "2"]]);
        assert_eq!(read(""), Vec::<Vec<String>>::new());
    }

    #[test]
    fn what_is_never_closed_is_told_by_its_place() {
        assert_eq!(Lines::new("a,\"b\nc").collect::<Vec<_>>(), [Err(2)]);
        assert_eq!(Lines::new("\"a\"b,c").collect::<Vec<_>>(), [Err(3)]);
    }

    #[test]
    fn a_cell_knows_where_it_stands() {
        let text = "a, b\n\"c\",d";
        for cell in Lines::new(text).flatten().flatten() {
            assert_eq!(
                text.get(cell.start..cell.start + cell.text.len()),
                Some(cell.text)
            );
        }
    }
}
