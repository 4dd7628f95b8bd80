//! The columns of a table, and the headers that Excel takes.

use std::borrow::Cow;
use std::collections::BTreeSet;

use rust_xlsxwriter::TableColumn;

use super::cell::{Cell, shorten};
use super::measure;
use super::style::{self, Rank};
use xwalk_report::posture::Date;

/// A column of a table: what stands above it, and what it says of the value of a line.
pub(super) struct Column<'a, T> {
    head: Head,
    say: Say<'a, T>,
}

/// What a column says of a line.
pub(super) type Say<'a, T> = Box<dyn Fn(T) -> Cell<'a> + 'a>;

/// A column whatever its lines are about, so that what stands around them is compiled once and not for each kind of
/// lines.
pub(super) struct Head {
    /// What stands above it.
    pub heading: String,
    /// Its width in digits.
    pub width: f64,
    /// How its heading looks.
    pub kind: Kind,
    /// Whether it is printed; what follows one that is not is not either.
    pub is_printed: bool,
    /// Whether its links may lead out of the workbook.
    pub leads_out: bool,
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

impl<'a, T> Column<'a, T> {
    /// A column of cells, with a heading and a width in digits.
    pub fn cell(heading: impl Into<String>, width: f64, cell: impl Fn(T) -> Cell<'a> + 'a) -> Self {
        let head = Head {
            heading: heading.into(),
            width,
            kind: Kind::Plain,
            is_printed: true,
            leads_out: false,
        };
        let say = Box::new(cell);
        Self { head, say }
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
    pub fn on_screen_only(mut self) -> Self {
        self.head.is_printed = false;
        self
    }

    /// The same column, with links that may lead out of the workbook.
    pub fn leading_out(mut self) -> Self {
        self.head.leads_out = true;
        self
    }

    /// The same column, set apart by its heading: it holds what is proved.
    pub fn of_proofs(mut self) -> Self {
        self.head.kind = Kind::Proved;
        self
    }

    /// The same column, its heading read from below.
    pub fn upright(mut self) -> Self {
        self.head.kind = Kind::Upright;
        self
    }
}

/// The columns apart from what they say, with headings that Excel takes.
pub(super) fn apart<'a, T>(columns: Vec<Column<'a, T>>) -> (Vec<Head>, Vec<Say<'a, T>>) {
    let columns = columns.into_iter();
    let (mut heads, says): (Vec<Head>, _) = columns.map(|column| (column.head, column.say)).unzip();
    make_distinct(&mut heads);
    (heads, says)
}

/// The columns that are printed.
pub(super) fn printed(columns: &[Head]) -> impl Iterator<Item = &Head> {
    columns.iter().take_while(|column| column.is_printed)
}

/// What columns say of a line.
pub(super) fn cells<'a, T: Copy>(
    columns: &[Head],
    says: &[Say<'a, T>],
    rank: Rank,
    line: T,
) -> Vec<Cell<'a>> {
    let mut cells = Vec::with_capacity(says.len());
    for say in says {
        cells.push(say(line));
    }
    for (cell, column) in cells.iter_mut().zip(columns) {
        if measure::is_cut(cell, rank, column.width) {
            cell.link = None;
        }
    }
    cells
}

/// The columns as the description of a table has them.
pub(super) fn described(columns: &[Head]) -> Vec<TableColumn> {
    let columns = columns.iter();
    let described = columns.map(|column| {
        let format = match column.kind {
            Kind::Plain => style::header(),
            Kind::Proved => style::proved_header(),
            Kind::Upright => style::upright_header(),
        };
        TableColumn::new()
            .set_header(&column.heading)
            .set_header_format(format)
    });
    described.collect()
}

/// Gives columns headings that Excel takes: no line breaks, not longer than 255 units, and different without regard to
/// case.
fn make_distinct(columns: &mut [Head]) {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for column in columns {
        let heading: String = (column.heading.chars())
            .map(|character| match character.is_control() {
                true => ' ',
                false => character,
            })
            .collect();
        let heading = shorten(heading.into(), 200);
        let mut name = heading.clone().into_owned();
        let mut number = 2;
        while !taken.insert(name.to_lowercase()) {
            name = format!("{heading} ({number})");
            number += 1;
        }
        column.heading = name;
    }
}
