//! Tables on standard output.

use super::findings::cell;
use xwalk_emit::{EmitError, csv_text};

/// A header, then one line per record. A log may have these lines, so line breaks in texts are blanks, and what would give an
/// order to whoever reads the log is shown by its number; the files of a build have the texts as they are.
pub fn text<const WIDTH: usize>(
    header: [&str; WIDTH],
    records: impl IntoIterator<Item = [String; WIDTH]>,
) -> Result<String, EmitError> {
    let records = records.into_iter();
    csv_text(header, records.map(|cells| cells.map(|text| cell(&text))))
}
