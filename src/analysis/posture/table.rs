//! Tables in CSV (RFC 4180, with commas), read row by row: a file may have millions of them.

/// A table with headings.
pub(super) struct Table<'b> {
    headings: Vec<String>,
    reader: csv::Reader<&'b [u8]>,
}

impl<'b> Table<'b> {
    /// Opens a table; nothing where the bytes are none.
    pub(super) fn open(bytes: &'b [u8]) -> Option<Self> {
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let mut reader = csv::Reader::from_reader(bytes);
        let headings = reader.headers().ok()?.iter();
        let headings = headings.map(|heading| heading.trim().to_owned()).collect();
        Some(Self { headings, reader })
    }

    /// The position of the column with this heading.
    pub(super) fn column(&self, heading: &str) -> Option<usize> {
        self.headings.iter().position(|own| own == heading.trim())
    }

    /// Shows all rows from the top, each with the line of the file in which it begins; all are as wide as the headings. Tells
    /// how many there are; nothing where one cannot be read, and then what was shown means nothing either.
    pub(super) fn rows(mut self, mut show: impl FnMut(u64, &csv::StringRecord)) -> Option<usize> {
        let mut record = csv::StringRecord::new();
        let mut count = 0;
        while self.reader.read_record(&mut record).ok()? {
            show(record.position().map_or(0, csv::Position::line), &record);
            count += 1;
        }
        Some(count)
    }
}
