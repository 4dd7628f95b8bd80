//! The columns of a CSV file (RFC 4180, with commas).

use super::probe::Failure;

/// A cell of a column.
pub(super) struct Cell {
    /// What it says.
    pub text: String,
    /// The line of the file in which its row begins.
    pub line: u64,
}

/// The cells below a heading, from the top; at least one.
pub(super) fn column(bytes: &[u8], heading: &str) -> Result<Vec<Cell>, Failure> {
    const UNREADABLE: Failure = Failure::Unreadable("CSV");
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut table = csv::Reader::from_reader(bytes);
    let headings = table.headers().map_err(|_| UNREADABLE)?;
    let at = headings
        .iter()
        .position(|own| own.trim() == heading)
        .ok_or(Failure::NoColumn)?;
    let mut cells = Vec::new();
    for row in table.records() {
        let row = row.map_err(|_| UNREADABLE)?;
        cells.push(Cell {
            text: row.get(at).unwrap_or_default().to_owned(),
            line: row.position().map_or(0, csv::Position::line),
        });
    }
    if cells.is_empty() {
        return Err(Failure::NoRows);
    }
    Ok(cells)
}
