//! The columns of a table, and the headers that Excel takes.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::cell::{Cell, shorten};
use crate::report::posture::Date;

/// A column of a table: what stands above it, and what it says of the value of a line.
pub(super) struct Column<'a, T = ()> {
    /// What stands above it.
    pub heading: String,
    /// Its width in digits.
    pub width: f64,
    /// How its heading looks.
    pub kind: Kind,
    /// Whether it is printed; what follows one that is not is not either.
    pub is_printed: bool,
    /// What it says of a line.
    cell: Box<dyn Fn(T) -> Cell<'a> + 'a>,
}

/// How the heading of a column looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Read from left to right.
    Plain,
    /// The same over what is proved.
    Proved,
    /// Read from below.
    Upright,
}

impl Column<'_> {
    /// A column with a heading, and a width in digits.
    pub fn new(heading: impl Into<String>, width: f64) -> Self {
        Self::cell(heading, width, |()| Cell::BLANK)
    }

    /// A column that holds what is proved, set apart by its heading.
    pub fn proved(heading: impl Into<String>, width: f64) -> Self {
        Self::new(heading, width).of_proofs()
    }
}

impl<'a, T> Column<'a, T> {
    /// A column of cells, with a heading and a width in digits.
    pub fn cell(heading: impl Into<String>, width: f64, cell: impl Fn(T) -> Cell<'a> + 'a) -> Self {
        Self {
            heading: heading.into(),
            width,
            kind: Kind::Plain,
            is_printed: true,
            cell: Box::new(cell),
        }
    }

    /// A column of running text.
    pub fn text<S: Into<Cow<'a, str>>>(
        heading: impl Into<String>,
        width: f64,
        text: impl Fn(T) -> S + 'a,
    ) -> Self {
        Self::cell(heading, width, move |line| Cell::text(text(line)))
    }

    /// A column of text of second rank.
    pub fn muted<S: Into<Cow<'a, str>>>(
        heading: impl Into<String>,
        width: f64,
        text: impl Fn(T) -> S + 'a,
    ) -> Self {
        Self::cell(heading, width, move |line| Cell::muted(text(line)))
    }

    /// A column of running text where there is one.
    pub fn maybe<S: Into<Cow<'a, str>>>(
        heading: impl Into<String>,
        width: f64,
        text: impl Fn(T) -> Option<S> + 'a,
    ) -> Self {
        Self::cell(heading, width, move |line| Cell::maybe(text(line)))
    }

    /// A column of identifiers.
    pub fn identifier<S: Into<Cow<'a, str>>>(
        heading: impl Into<String>,
        width: f64,
        text: impl Fn(T) -> S + 'a,
    ) -> Self {
        Self::cell(heading, width, move |line| Cell::identifier(text(line)))
    }

    /// A column of counts.
    pub fn count(heading: impl Into<String>, width: f64, count: impl Fn(T) -> usize + 'a) -> Self {
        Self::cell(heading, width, move |line| Cell::count(count(line)))
    }

    /// A column of days, empty where there is none.
    pub fn date(
        heading: impl Into<String>,
        width: f64,
        day: impl Fn(T) -> Option<Date> + 'a,
    ) -> Self {
        Self::cell(heading, width, move |line| Cell::maybe_date(day(line)))
    }

    /// A column of `yes` and `no`.
    pub fn yes(heading: impl Into<String>, width: f64, holds: impl Fn(T) -> bool + 'a) -> Self {
        Self::cell(heading, width, move |line| Cell::yes(holds(line)))
    }

    /// The same column, left out on paper: so are all that follow it.
    pub fn on_screen_only(self) -> Self {
        Self {
            is_printed: false,
            ..self
        }
    }

    /// The same column, set apart by its heading: it holds what is proved.
    pub fn of_proofs(self) -> Self {
        Self {
            kind: Kind::Proved,
            ..self
        }
    }

    /// The same column, its heading read from below.
    pub fn upright(self) -> Self {
        Self {
            kind: Kind::Upright,
            ..self
        }
    }

    /// What it says of a line.
    pub fn say(&self, line: T) -> Cell<'a> {
        (self.cell)(line)
    }
}

/// The columns that are printed.
pub(super) fn printed<'c, 'a, T>(
    columns: &'c [Column<'a, T>],
) -> impl Iterator<Item = &'c Column<'a, T>> {
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
