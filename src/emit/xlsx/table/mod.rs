//! One sheet, one table: title, two lines that say how to read it, header, lines.

mod frame;

use rust_xlsxwriter::{Chart, XlsxError};

use super::cell::Cell;
pub(super) use super::column::Column;
use super::column::{Head, Say, apart, cells};
use super::lines::Line;
use super::measure;
use super::place::push_column;
use super::style::Rank;

/// The line of the header, counted from 0. It is the same on every sheet, so that links can be made ahead.
const HEADER: u32 = 4;
/// The first line below the header.
pub(super) const FIRST: u32 = HEADER + 1;
/// The lines that Excel has.
const LINES: u32 = 1_048_576;
/// The links that Excel keeps on one sheet; beyond them cells stay plain.
const LINKS: u32 = 65_530;
/// The outline levels that Excel has below the top.
const OUTLINE_LEVELS: u8 = 7;

/// What a sheet is, before its first line.
pub(super) struct Layout<'a, T> {
    /// The name of the sheet, from [`super::place::Names`].
    pub sheet: &'a str,
    /// The name of the table: letters and digits only.
    pub table: String,
    /// The title in A1.
    pub title: String,
    /// What it shows.
    pub purpose: String,
    /// How to read it.
    pub reading: String,
    /// The columns.
    pub columns: Vec<Column<'a, T>>,
    /// How many columns stay in sight.
    pub frozen: u16,
    /// What stands in the first line if there is no other.
    pub empty: &'static str,
}

/// A table: its columns, and what each of its lines is about. What the columns say of a line is worked out only when the
/// line is written.
pub(super) struct Table<'a, T> {
    frame: Frame<'a>,
    about: About<'a, T>,
}

/// What stands around the lines.
struct Frame<'a> {
    sheet: &'a str,
    table: String,
    title: String,
    purpose: String,
    reading: String,
    columns: Vec<Head>,
    frozen: u16,
    empty: &'static str,
    /// What is said of whole columns, and from which on.
    above: (u16, Vec<Cell<'a>>),
    charts: Vec<Chart>,
}

/// What the columns say, and what of.
struct About<'a, T> {
    says: Vec<Say<'a, T>>,
    lines: Vec<(Rank, u8, Content<'a, T>)>,
}

/// What a line is about.
enum Content<'a, T> {
    /// Something of which the columns say something.
    Of(T),
    /// Nothing but these cells, which may be fewer than the columns.
    Cells(Vec<Cell<'a>>),
}

/// A table of whatever lines.
pub(super) struct AnyTable<'a> {
    frame: Frame<'a>,
    lines: Box<dyn Lines + 'a>,
}

/// The lines of a table, counted from 0. All else is the same whatever they are about.
trait Lines {
    fn count(&self) -> usize;
    /// The rank of a line, its level in the outline and its cells.
    fn line(&self, at: usize, columns: &[Head]) -> Option<(Rank, u8, Vec<Cell<'_>>)>;
    /// What one column says of a line that is about something, and its rank.
    fn cell(&self, at: usize, column: usize) -> Option<(Rank, Cell<'_>)>;
    /// The level of the deepest.
    fn depth(&self) -> u8;
}

/// What takes a line.
type Write<'w> = dyn FnMut(Line<'_>) -> Result<(), XlsxError> + 'w;

/// The name of a table, and where it ends.
pub(super) struct Extent<'a> {
    /// Its name.
    pub table: &'a str,
    last_line: u32,
    last_column: u16,
}

impl Extent<'_> {
    /// The name of its last cell.
    pub fn last(&self) -> String {
        self.cell(self.last_line)
    }

    /// Its cells, as its description names them.
    pub fn whole(&self) -> String {
        format!("ref=\"A{}:{}\"", HEADER + 1, self.last())
    }

    /// The same as long as it has one line only.
    pub fn in_frame(&self) -> String {
        format!("ref=\"A{}:{}\"", HEADER + 1, self.cell(FIRST))
    }

    fn cell(&self, line: u32) -> String {
        let mut cell = String::new();
        push_column(&mut cell, self.last_column);
        cell + &(line + 1).to_string()
    }
}

impl<'a, T: Copy + 'a> Table<'a, T> {
    /// A table without lines.
    pub fn new(layout: Layout<'a, T>) -> Self {
        let (columns, says) = apart(layout.columns);
        let frame = Frame {
            sheet: layout.sheet,
            table: layout.table,
            title: layout.title,
            purpose: layout.purpose,
            reading: layout.reading,
            columns,
            frozen: layout.frozen,
            empty: layout.empty,
            above: (0, Vec::new()),
            charts: Vec::new(),
        };
        let lines = Vec::new();
        let about = About { says, lines };
        Self { frame, about }
    }

    /// Says something of whole columns, from `first` on, above the header.
    pub fn above(&mut self, first: u16, cells: Vec<Cell<'a>>) {
        self.frame.above = (first, cells);
    }

    /// Adds a line; `depth` is its level in the outline.
    pub fn row(&mut self, rank: Rank, depth: u8, line: T) {
        self.add(rank, depth, Content::Of(line));
    }

    /// Adds a line of these cells, which may be fewer than the columns.
    pub fn line(&mut self, rank: Rank, depth: u8, cells: impl IntoIterator<Item = Cell<'a>>) {
        self.add(rank, depth, Content::Cells(cells.into_iter().collect()));
    }

    fn add(&mut self, rank: Rank, depth: u8, content: Content<'a, T>) {
        let depth = depth.min(OUTLINE_LEVELS);
        self.about.lines.push((rank, depth, content));
    }

    /// The whole table; without lines, it says that.
    pub fn finish(mut self) -> AnyTable<'a> {
        if self.about.lines.is_empty() {
            self.line(Rank::Leaf, 0, [Cell::muted(self.frame.empty)]);
        }
        AnyTable {
            frame: self.frame,
            lines: Box::new(self.about),
        }
    }

    /// The same with charts at the right of the table, one below the other.
    pub fn finish_with(mut self, charts: Vec<Chart>) -> AnyTable<'a> {
        self.frame.charts = charts;
        self.finish()
    }
}

impl<'a, T: Copy + 'a> Lines for About<'a, T> {
    fn count(&self) -> usize {
        self.lines.len()
    }

    fn line(&self, at: usize, columns: &[Head]) -> Option<(Rank, u8, Vec<Cell<'_>>)> {
        let (rank, depth, content) = self.lines.get(at)?;
        let cells = match content {
            Content::Of(about) => cells(columns, &self.says, *rank, *about),
            Content::Cells(cells) => cells.clone(),
        };
        Some((*rank, *depth, cells))
    }

    fn cell(&self, at: usize, column: usize) -> Option<(Rank, Cell<'_>)> {
        match self.lines.get(at)? {
            (rank, _, Content::Of(about)) => Some((*rank, self.says.get(column)?(*about))),
            _ => None,
        }
    }

    fn depth(&self) -> u8 {
        let depths = self.lines.iter().map(|(_, depth, _)| *depth);
        depths.max().unwrap_or(0)
    }
}

impl AnyTable<'_> {
    /// Whether the lines stand in the frame.
    pub fn is_in_frame(&self) -> bool {
        !self.frame.charts.is_empty()
    }

    /// The name and the size.
    pub fn extent(&self) -> Extent<'_> {
        Extent {
            table: &self.frame.table,
            last_line: self.last_line(),
            last_column: self.last_column(),
        }
    }

    /// Makes every line when its turn comes.
    pub fn each(&self, write: &mut Write<'_>) -> Result<(), XlsxError> {
        let columns = &self.frame.columns;
        let lines = (0..).map_while(|at| self.lines.line(at, columns));
        // The way back is the first link.
        let mut links = 1;
        for (at, (rank, depth, mut cells)) in (FIRST..).zip(lines) {
            for cell in &mut cells {
                if links >= LINKS {
                    cell.link = None;
                }
                links += u32::from(cell.link.is_some());
            }
            let widths = columns.iter().map(|column| column.width);
            write(Line {
                at,
                rank,
                depth,
                height: measure::height(rank, cells.iter().zip(widths)),
                cells,
            })?;
        }
        Ok(())
    }

    fn last_line(&self) -> u32 {
        u32::try_from(self.lines.count()).map_or(LINES, |lines| lines.saturating_add(HEADER))
    }

    fn last_column(&self) -> u16 {
        let columns = u16::try_from(self.frame.columns.len());
        columns.map_or(u16::MAX, |columns| columns.saturating_sub(1))
    }
}
