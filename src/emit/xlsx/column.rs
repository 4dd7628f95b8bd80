//! The columns of a table, and the headers that Excel takes.

use std::collections::BTreeSet;

use super::cell::shorten;

/// A column of a table.
#[derive(Debug)]
pub(super) struct Column {
    /// What stands above it.
    pub header: String,
    /// Its width in digits.
    pub width: f64,
    /// How its header looks.
    pub kind: Kind,
    /// Whether it is printed; what follows one that is not is not either.
    pub is_printed: bool,
}

/// How the header of a column looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Read from left to right.
    Plain,
    /// The same over what is proved.
    Proved,
    /// Read from below.
    Upright,
}

impl Column {
    /// A column with a header, and a width in digits.
    pub fn new(header: impl Into<String>, width: f64) -> Self {
        Self {
            header: header.into(),
            width,
            kind: Kind::Plain,
            is_printed: true,
        }
    }

    /// The same column, left out on paper: so are all that follow it.
    pub fn on_screen_only(self) -> Self {
        Self {
            is_printed: false,
            ..self
        }
    }

    /// A column that holds what is proved, set apart by its header.
    pub fn proved(header: impl Into<String>, width: f64) -> Self {
        Self {
            kind: Kind::Proved,
            ..Self::new(header, width)
        }
    }

    /// The same, wide enough for a header such as `2027-01` to be read at ease.
    pub fn wide_upright(header: impl Into<String>) -> Self {
        Self {
            width: 3.6,
            ..Self::upright(header)
        }
    }

    /// A narrow column whose header is read from below.
    pub fn upright(header: impl Into<String>) -> Self {
        Self {
            kind: Kind::Upright,
            ..Self::new(header, 2.8)
        }
    }
}

/// The columns that are printed.
pub(super) fn printed(columns: &[Column]) -> impl Iterator<Item = &Column> {
    columns.iter().take_while(|column| column.is_printed)
}

/// Headers that Excel takes: no line breaks, not longer than 255 units, and different without regard to case.
pub(super) fn distinct<'a>(headers: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut distinct = Vec::new();
    for header in headers {
        let header: String = header
            .chars()
            .map(|character| {
                if character.is_control() {
                    ' '
                } else {
                    character
                }
            })
            .collect();
        let header = shorten(header.into(), 200);
        let mut name = header.clone().into_owned();
        let mut number = 2;
        while !taken.insert(name.to_lowercase()) {
            name = format!("{header} ({number})");
            number += 1;
        }
        distinct.push(name);
    }
    distinct
}
