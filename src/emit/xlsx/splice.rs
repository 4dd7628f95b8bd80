//! Writes the lines of tables into the frame of a workbook.

use std::io::{Cursor, Read, Write};

use rust_xlsxwriter::XlsxError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::lines::LineWriter;
use super::pen::Formats;
use super::table::{AnyTable, Extent, FIRST};

/// The file that is made.
type Whole = ZipWriter<Cursor<Vec<u8>>>;

/// The frame with the lines of these tables, each on the sheet of its place.
pub(super) fn splice(
    frame: &[u8],
    tables: &[Option<AnyTable<'_>>],
    formats: &Formats,
) -> Result<Vec<u8>, XlsxError> {
    let mut frame = ZipArchive::new(Cursor::new(frame))?;
    let mut whole = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..frame.len() {
        let name = frame.by_index_raw(index)?.name()?.into_owned();
        let sheet = number(&name, "xl/worksheets/sheet");
        let table = sheet.and_then(|sheet| tables.get(sheet - 1)?.as_ref());
        match table {
            Some(table) => {
                let part = text(&mut frame, index)?;
                begin(&mut whole, &name)?;
                write_sheet(&mut whole, &part, table, formats)?;
            }
            None if number(&name, "xl/tables/table").is_some() => {
                let part = text(&mut frame, index)?;
                begin(&mut whole, &name)?;
                whole.write_all(with_extent(part, tables).as_bytes())?;
            }
            None => whole.raw_copy_file(frame.by_index_raw(index)?)?,
        }
    }
    Ok(whole.finish()?.into_inner())
}

/// The number of a part of this kind, from 1.
fn number(name: &str, kind: &str) -> Option<usize> {
    let number = name.strip_prefix(kind)?.strip_suffix(".xml")?;
    number.parse().ok().filter(|number| *number > 0)
}

fn text(frame: &mut ZipArchive<Cursor<&[u8]>>, index: usize) -> Result<String, XlsxError> {
    let mut text = String::new();
    frame.by_index(index)?.read_to_string(&mut text)?;
    Ok(text)
}

/// Begins a part; without a time, so that the same input gives the same bytes.
fn begin(whole: &mut Whole, name: &str) -> Result<(), XlsxError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o600);
    Ok(whole.start_file(name, options)?)
}

/// The part of a sheet: what stands around the lines in the frame, the lines, and where they lead.
fn write_sheet(
    whole: &mut Whole,
    part: &str,
    table: &AnyTable<'_>,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let (above, below) = cut(part, "</sheetData>")?;
    let (above, _) = cut(above, &format!("<row r=\"{}\"", FIRST + 1))?;
    let (before, dimension) = cut(above, "<dimension ref=\"")?;
    let (_, above) = cut(dimension, "\"/>")?;
    write!(
        whole,
        "{before}<dimension ref=\"A1:{}",
        table.extent().last()
    )?;
    whole.write_all(above.as_bytes())?;
    let mut lines = LineWriter::new(formats);
    table.each(&mut |line| Ok(whole.write_all(lines.line(&line)?.as_bytes())?))?;
    let (between, after) = cut(below, "</hyperlinks>")?;
    for text in [between, lines.links(), after] {
        whole.write_all(text.as_bytes())?;
    }
    Ok(())
}

/// The description of a table, which in the frame has one line only.
fn with_extent(part: String, tables: &[Option<AnyTable<'_>>]) -> String {
    let named = |extent: &Extent<'_>| part.contains(&format!(" name=\"{}\"", extent.table));
    let mut extents = tables.iter().flatten().map(|table| table.extent());
    match extents.find(named) {
        Some(extent) => part.replace(&extent.in_frame(), &extent.whole()),
        None => part,
    }
}

/// What stands before a mark, and the mark with what follows.
fn cut<'p>(part: &'p str, mark: &str) -> Result<(&'p str, &'p str), XlsxError> {
    part.find(mark)
        .and_then(|at| part.split_at_checked(at))
        .ok_or_else(|| XlsxError::CustomError(format!("a sheet of the frame has no `{mark}`")))
}
