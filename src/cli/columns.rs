//! Aligned columns of text.

use super::findings::one_line;

/// Lines of cells, each column as wide as its widest cell.
#[derive(Debug, Default)]
pub struct Columns {
    lines: Vec<Vec<String>>,
    /// Columns whose cells stand at their right edge: numbers.
    right: Vec<usize>,
}

impl Columns {
    /// Aligns these columns (from 0) to the right.
    pub fn right(columns: &[usize]) -> Self {
        Self {
            lines: Vec::new(),
            right: columns.to_vec(),
        }
    }

    /// Adds a line. A line break in a cell is a blank, so that nobody's text can pass for another line.
    pub fn push<T: Into<String>>(&mut self, cells: impl IntoIterator<Item = T>) {
        let cells = cells.into_iter().map(Into::into);
        self.lines.push(cells.map(|cell| one_line(&cell)).collect());
    }

    /// The lines, two spaces between columns and none at the end.
    pub fn text(&self) -> String {
        let mut widths: Vec<usize> = Vec::new();
        for line in &self.lines {
            widths.resize(widths.len().max(line.len()), 0);
            for (width, cell) in widths.iter_mut().zip(line) {
                *width = (*width).max(cell.chars().count());
            }
        }
        let mut text = String::new();
        for line in &self.lines {
            let mut written = String::new();
            for (column, (cell, width)) in line.iter().zip(&widths).enumerate() {
                if column > 0 {
                    written.push_str("  ");
                }
                let space = " ".repeat(width.saturating_sub(cell.chars().count()));
                if self.right.contains(&column) {
                    written.push_str(&space);
                    written.push_str(cell);
                } else {
                    written.push_str(cell);
                    written.push_str(&space);
                }
            }
            text.push_str(written.trim_end());
            text.push('\n');
        }
        text
    }

    /// The same, two spaces to the right.
    pub fn indented(&self) -> String {
        indented(&self.text())
    }
}

/// Each line two spaces to the right.
pub fn indented(text: &str) -> String {
    let lines = text.lines().map(|line| match line {
        "" => "\n".to_owned(),
        line => format!("  {line}\n"),
    });
    lines.collect()
}
