//! Tables in CSV (RFC 4180, with commas).

/// A table with headings.
#[derive(Debug)]
pub(super) struct Table {
    headings: Vec<String>,
    /// The rows from the top, each with the line of the file in which it begins; all are as wide as the headings.
    pub rows: Vec<(u64, Vec<String>)>,
}

impl Table {
    /// Reads a table; nothing where the bytes are none.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let mut reader = csv::Reader::from_reader(bytes);
        let headings = reader.headers().ok()?.iter();
        let headings = headings.map(|heading| heading.trim().to_owned()).collect();
        let rows = reader.records().map(|row| {
            let row = row.ok()?;
            let line = row.position().map_or(0, csv::Position::line);
            Some((line, row.iter().map(str::to_owned).collect()))
        });
        Some(Self {
            headings,
            rows: rows.collect::<Option<_>>()?,
        })
    }

    /// The position of the column with this heading.
    pub(super) fn column(&self, heading: &str) -> Option<usize> {
        self.headings.iter().position(|own| own == heading.trim())
    }
}
