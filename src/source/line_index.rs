//! From byte offsets to lines and columns.

/// A line and a column, both counted from 1; columns count characters (Unicode scalar values).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

/// Where each line of a text begins. Made once per file, and only for files that something is said about.
#[derive(Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Finds the starts of all lines: one pass over the bytes.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let breaks = memchr::memchr_iter(b'\n', text.as_bytes());
        let starts = std::iter::once(0)
            .chain(breaks.map(|at| u32::try_from(at + 1).unwrap_or(u32::MAX)))
            .collect();
        Self { starts }
    }

    /// The line of a byte offset, from 0.
    #[must_use]
    pub fn line(&self, offset: u32) -> usize {
        self.starts
            .partition_point(|start| *start <= offset)
            .saturating_sub(1)
    }

    /// The byte at which a line begins (lines from 0); the end of the last line for lines past it.
    #[must_use]
    pub fn start(&self, line: usize) -> Option<u32> {
        self.starts.get(line).copied()
    }

    /// Line and column of a byte offset in `text`, which must be the text that the index was made of.
    #[must_use]
    pub fn position(&self, text: &str, offset: u32) -> Position {
        let line = self.line(offset);
        let start = self.start(line).unwrap_or(0) as usize;
        let before = text.get(start..offset as usize).unwrap_or("");
        let number = |count: usize| u32::try_from(count + 1).unwrap_or(u32::MAX);
        Position {
            line: number(line),
            column: number(before.chars().count()),
        }
    }
}
