//! Why a file is not read, and where.

use std::fmt;

use xwalk_source::{LineIndex, Position};

use crate::limits::{DEEPEST, MOST_CELLS};

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// It is a workbook, or another packed file.
    Workbook,
    /// It is UTF-16 that does not say which.
    Unmarked,
    /// This byte belongs to no character of UTF-8.
    NotUtf8(u8),
    /// Half of a character of UTF-16 stands alone.
    HalfCharacter,
    /// It says nothing at all.
    Empty,
    /// The first line names a separator that is not read.
    Separator(String),
    /// A quotation mark begins a cell, and none ends it.
    Unclosed,
    /// Something stands behind the quotation mark that ends a cell.
    Behind,
    /// A line has more cells than are read.
    TooWide,
    /// A line has so many cells, and the headings are so many.
    Ragged(usize, usize),
    /// Two columns have this heading.
    TwoColumns(String),
    /// A number that JSON does not have: `NaN` and the infinities.
    NoNumber(String),
    /// A number beyond what programs compute with.
    Huge(String),
    /// An object has two members of this name.
    TwoMembers(String),
    /// Behind the document stands something else.
    Second,
    /// Lists and objects stand in each other too deeply.
    Deep,
    /// The file ends in the middle of something.
    Cut,
    /// This cannot stand where it does.
    Unexpected(String),
}

/// As a sentence about a place, or about the file where it has none, without its full stop.
impl fmt::Display for Cause {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Workbook => {
                to.write_str("it is a workbook, such as `.xlsx`, or another packed file")
            }
            Self::Unmarked => {
                to.write_str("it looks like UTF-16, and has no byte order mark that says so")
            }
            Self::NotUtf8(byte) => {
                write!(to, "the byte {byte:#04X} belongs to no character of UTF-8")
            }
            Self::HalfCharacter => to.write_str("half of a character of UTF-16 stands alone"),
            Self::Empty => to.write_str("it is empty"),
            Self::Separator(separator) => write!(
                to,
                "cells are said to be separated by `{separator}`; commas, semicolons and tabs are read"
            ),
            Self::Unclosed => {
                to.write_str("the quotation mark that begins this cell is never closed")
            }
            Self::Behind => {
                to.write_str("something stands behind the quotation mark that ends this cell")
            }
            Self::TooWide => write!(to, "this line has more than {MOST_CELLS} cells"),
            Self::Ragged(cells, headings) => write!(
                to,
                "this line has {}, and the headings are {headings}",
                counted(*cells)
            ),
            Self::TwoColumns(heading) => write!(to, "the column `{heading}` appears here twice"),
            Self::NoNumber(word) => write!(to, "`{word}` is no number of JSON"),
            Self::Huge(number) => write!(
                to,
                "the number `{number}` is larger than programs compute with"
            ),
            Self::TwoMembers(name) => {
                write!(to, "the member `{name}` appears here twice in one object")
            }
            Self::Second => to.write_str("the document is over, and something else begins"),
            Self::Deep => write!(
                to,
                "lists and objects are {DEEPEST} levels deep here; fewer than {DEEPEST} are read"
            ),
            Self::Cut => to.write_str("the file ends in the middle of a value"),
            Self::Unexpected(what) => write!(to, "{what} cannot stand here"),
        }
    }
}

fn counted(cells: usize) -> String {
    match cells {
        1 => "1 cell".to_owned(),
        many => format!("{many} cells"),
    }
}

impl Cause {
    /// What to do about it; nothing where that depends on what the file is for.
    #[must_use]
    pub const fn help(&self) -> Option<&'static str> {
        Some(match self {
            Self::Workbook => "save the sheet as CSV (in Excel: *CSV UTF-8*), and name that file",
            Self::Unmarked | Self::NotUtf8(_) | Self::HalfCharacter => {
                "save it again as UTF-8 (in Excel: *CSV UTF-8*; in PowerShell: `-Encoding utf8`)"
            }
            Self::Separator(_) => "save it with commas, semicolons or tabs between the cells",
            Self::Unclosed => "close it, or double it if it belongs to the text",
            Self::Behind => "double each quotation mark within a cell",
            Self::Ragged(..) => {
                "write a cell for each heading; a text with a separator in it is written in quotation marks, as spreadsheets do"
            }
            Self::TwoColumns(_) => "rename one of the two",
            Self::NoNumber(_) => {
                "have the program that writes the file write `null` or a number, or leave the member out"
            }
            Self::TwoMembers(_) => {
                "keep one of the two: programs differ in which of them they read"
            }
            Self::Second => {
                "name a file with one document: lines of JSON each of which is a document can be put into a list, `[…, …]`"
            }
            Self::Deep => "name a file that contains only what is needed",
            Self::Cut => "collect it again: it was perhaps not written to its end",
            Self::Empty | Self::TooWide | Self::Huge(_) | Self::Unexpected(_) => return None,
        })
    }

    /// Whether it speaks of a place; the others speak of the file as a whole.
    const fn has_place(&self) -> bool {
        !matches!(self, Self::Workbook | Self::Unmarked | Self::Empty)
    }
}

/// Why a file is not read, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Why.
    pub cause: Cause,
    /// Where, in bytes of the text that [`decode`](crate::decode) made.
    pub offset: usize,
    /// Where, for people.
    pub position: Position,
}

impl Refusal {
    /// Something is wrong at an offset of a text.
    pub(crate) fn new(cause: Cause, text: &str, offset: usize) -> Self {
        let at = u32::try_from(offset).unwrap_or(u32::MAX);
        Self {
            cause,
            offset,
            position: LineIndex::new(text).position(text, at),
        }
    }

    /// A file is nothing that is read.
    pub(crate) const fn whole(cause: Cause) -> Self {
        let position = Position { line: 1, column: 1 };
        Self {
            cause,
            offset: 0,
            position,
        }
    }

    /// That a file cannot be read as something, and why: `` `a.json` cannot be read as JSON, line 3, column 7: … ``.
    #[must_use]
    pub fn told(&self, file: &str, kind: &str) -> String {
        let Position { line, column } = self.position;
        let place = match self.cause.has_place() {
            true => format!(", line {line}, column {column}"),
            false => String::new(),
        };
        format!("`{file}` cannot be read as {kind}{place}: {}", self.cause)
    }
}
