//! A table with headings, of which one column after the other is asked for.

use super::cells::{Cell, Lines};
use crate::refusal::{Cause, Refusal};

/// A table with headings. Its rows are read when they are asked for.
#[derive(Debug)]
pub struct Table<'t> {
    text: &'t str,
    headings: Vec<Cell<'t>>,
    lines: Lines<'t>,
}

/// A row, with a cell for every heading.
#[derive(Debug)]
pub struct Row<'t> {
    /// The line in which it begins, from 1.
    pub line: u64,
    /// Its cells.
    pub cells: Vec<Cell<'t>>,
}

impl<'t> Table<'t> {
    /// A table of a text as [`decode`](crate::decode) makes it.
    ///
    /// # Errors
    ///
    /// It has no headings, or they cannot be read.
    pub fn read(text: &'t str) -> Result<Self, Refusal> {
        let mut lines = Lines::new(text);
        let first = lines.next().transpose()?;
        let (_, mut headings) = first.ok_or(Refusal::whole(Cause::Empty))?;
        // Spreadsheets keep columns in which nothing stands any more.
        while headings.last().is_some_and(|last| last.text.is_empty()) {
            headings.pop();
        }
        Ok(Self {
            text,
            headings,
            lines,
        })
    }

    /// The position of the column with this heading; nothing where there is none.
    ///
    /// # Errors
    ///
    /// There are two of them.
    pub fn column(&self, heading: &str) -> Result<Option<usize>, Refusal> {
        let named = |cell: &Cell<'_>| cell.value() == heading.trim();
        let mut found = self
            .headings
            .iter()
            .enumerate()
            .filter(|(_, cell)| named(cell));
        let first = found.next().map(|(at, _)| at);
        match found.next() {
            None => Ok(first),
            Some((_, again)) => {
                let cause = Cause::TwoColumns(again.value().into_owned());
                Err(Refusal::new(cause, self.text, again.start))
            }
        }
    }

    /// The headings and what stands between them, as the end of a sentence: `` its columns, with semicolons between them, are
    /// `a`, `b` and 3 more ``.
    #[must_use]
    pub fn columns(&self) -> String {
        const SHOWN: usize = 6;
        let shown = self.headings.iter().take(SHOWN);
        let shown =
            shown.map(|cell| format!("`{}`", cell.value().chars().take(40).collect::<String>()));
        let mut shown: Vec<String> = shown.collect();
        if let Some(more @ 1..) = self.headings.len().checked_sub(SHOWN) {
            shown.push(format!("{more} more"));
        }
        let last = shown.pop().unwrap_or_default();
        match shown.is_empty() {
            true => format!("its only column is {last}"),
            false => format!(
                "its columns, with {} between them, are {} and {last}",
                self.lines.separators(),
                shown.join(", ")
            ),
        }
    }

    /// The rows from the top. Nothing follows one that is refused.
    ///
    /// # Errors
    ///
    /// A line cannot be read, or it has cells without a heading or headings without a cell: then nobody can tell which cell is
    /// which.
    pub fn rows(&self) -> impl Iterator<Item = Result<Row<'t>, Refusal>> {
        let width = self.headings.len();
        self.lines.clone().map(move |line| {
            let (line, cells) = line?;
            let surplus = cells.get(width..).unwrap_or_default();
            if cells.len() < width || surplus.iter().any(|cell| !cell.text.is_empty()) {
                let start = cells.first().map_or(0, |cell| cell.start);
                let cause = Cause::Ragged(cells.len(), width);
                return Err(Refusal::new(cause, self.text, start));
            }
            Ok(Row { line, cells })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_have_a_cell_for_each_heading() {
        let rows = |text: &str| {
            let table = Table::read(text).unwrap();
            let rows = table.rows().map(|row| match row {
                Ok(row) => format!("{}: {}", row.line, row.cells.len()),
                Err(refusal) => refusal.told("t", "CSV"),
            });
            rows.collect::<Vec<_>>()
        };
        assert_eq!(rows("a,b,,\n1,2\n3,4,,,\n"), ["2: 2", "3: 5"]);
        assert_eq!(
            rows("a,b\n1\n"),
            [
                "`t` cannot be read as CSV, line 2, column 1: this line has 1 cell, and the headings are 2"
            ]
        );
        assert_eq!(rows("a\n"), [""; 0]);
    }

    #[test]
    fn columns_are_found_by_their_headings() {
        let table = Table::read("name; hours;name").unwrap();
        assert_eq!(table.column("hours"), Ok(Some(1)));
        assert_eq!(table.column("Hours"), Ok(None));
        let twice = table.column("name").unwrap_err();
        assert_eq!(
            (twice.cause, twice.offset),
            (Cause::TwoColumns("name".to_owned()), 12)
        );
        assert_eq!(
            table.columns(),
            "its columns, with semicolons between them, are `name`, `hours` and `name`"
        );
        assert_eq!(Table::read("").unwrap_err().cause, Cause::Empty);
    }
}
