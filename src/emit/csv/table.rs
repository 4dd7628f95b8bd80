//! From records to the text of a table.

use std::borrow::Cow;

use csv::{Terminator, Writer, WriterBuilder};

use super::guard::guarded;
use xwalk_format::names::Names;
use xwalk_report::Report;

/// The columns of a table, each with what its cells say of a record.
pub(super) type Columns<'r, Record> = [(&'static str, fn(Names<'r>, &Record) -> Cow<'r, str>)];

/// Writes a table: a header, then one line per record.
pub(super) fn table<'r, Record>(
    report: &'r Report<'r>,
    columns: &Columns<'r, Record>,
    records: impl IntoIterator<Item = Record>,
) -> csv::Result<Vec<u8>> {
    let names = Names::new(report);
    let mut writer = writer();
    writer.write_record(columns.iter().map(|(name, _)| name))?;
    for record in records {
        for (_, cell) in columns {
            writer.write_field(guarded(cell(names, &record)).as_ref())?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    finished(writer)
}

/// The text of a table that is no part of a report: a header, then one line per record, as in the files of this format.
///
/// # Errors
///
/// None that could come of texts; the library gives one.
pub(super) fn table_of_texts<const WIDTH: usize>(
    header: [&str; WIDTH],
    records: impl IntoIterator<Item = [String; WIDTH]>,
) -> csv::Result<Vec<u8>> {
    let mut writer = writer();
    writer.write_record(header)?;
    for record in records {
        writer.write_record(record.map(|cell| guarded(Cow::Owned(cell)).into_owned()))?;
    }
    finished(writer)
}

fn writer() -> Writer<Vec<u8>> {
    WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new())
}

fn finished(writer: Writer<Vec<u8>>) -> csv::Result<Vec<u8>> {
    let bytes = writer.into_inner();
    bytes.map_err(|error| csv::Error::from(error.into_error()))
}

/// A cell with what can be printed.
#[expect(
    clippy::needless_pass_by_value,
    reason = "so that it can stand where a function of a value is asked for"
)]
pub(super) fn shown<'r>(value: impl ToString) -> Cow<'r, str> {
    Cow::Owned(value.to_string())
}

/// A cell with text, empty where there is none.
pub(super) fn maybe(text: Option<&str>) -> Cow<'_, str> {
    Cow::Borrowed(text.unwrap_or_default())
}

/// A cell with several names: `a, b`.
pub(super) fn list<'r, Name: AsRef<str>>(names: impl IntoIterator<Item = Name>) -> Cow<'r, str> {
    joined(names, ", ")
}

/// A cell with several names and what stands between them.
pub(super) fn joined<'r, Name: AsRef<str>>(
    names: impl IntoIterator<Item = Name>,
    between: &str,
) -> Cow<'r, str> {
    let mut cell = String::new();
    for (at, name) in names.into_iter().enumerate() {
        if at > 0 {
            cell.push_str(between);
        }
        cell.push_str(name.as_ref());
    }
    Cow::Owned(cell)
}

/// A row that the report leaves out: `csf2-iso (maps/csf2-iso.xwalk:12)`.
pub(super) fn place(mapping: &str, place: &str) -> String {
    format!("{mapping} ({place})")
}
