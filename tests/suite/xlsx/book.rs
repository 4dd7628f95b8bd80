//! A workbook as a reader has it.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};

/// The texts of a sheet's cells, line by line.
pub type Cells = Vec<Vec<String>>;

/// A sheet by its name.
pub type Sheet = (String, Cells);

/// A cell that leads, and the sheet and cell that it leads to.
pub type Link = ((u32, u32), String);

type Book<'b> = Xlsx<Cursor<&'b [u8]>>;

/// A cell's text, as a person sees it: numbers without a needless fraction.
pub fn shown(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        // A day, as the workbook writes it.
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        other => panic!("the workbook holds {other:?}"),
    }
}

/// The sheets of a workbook, with their cells from A1 on.
pub fn sheets(bytes: &[u8]) -> Vec<Sheet> {
    let mut book = open(bytes);
    let names = book.sheet_names().into_iter();
    names
        .map(|name| {
            let cells = cells(&mut book, &name);
            (name, cells)
        })
        .collect()
}

/// The cells of one sheet.
pub fn sheet(bytes: &[u8], name: &str) -> Cells {
    cells(&mut open(bytes), name)
}

fn cells(book: &mut Book<'_>, sheet: &str) -> Cells {
    let range = book
        .worksheet_range(sheet)
        .unwrap_or_else(|error| panic!("sheet `{sheet}`: {error}"));
    let (last, wide) = range.end().unwrap();
    let text = |line, at| range.get_value((line, at)).map_or_else(String::new, shown);
    let line = |line| (0..=wide).map(|at| text(line, at)).collect();
    (0..=last).map(line).collect()
}

/// The tables: sheet, name, and where they lie, first line and column, last line and column, header included.
pub fn tables(bytes: &[u8]) -> Vec<(String, String, [u32; 4], Vec<String>)> {
    let mut book = open(bytes);
    book.load_tables().unwrap();
    let names: Vec<String> = book.table_names().into_iter().cloned().collect();
    let mut tables: Vec<_> = names
        .into_iter()
        .map(|name| {
            let table = book.table_by_name(&name).unwrap();
            let (first, left) = table.data().start().unwrap();
            let (last, right) = table.data().end().unwrap();
            let place = [first - 1, left, last, right];
            (
                table.sheet_name().to_owned(),
                name,
                place,
                table.columns().to_vec(),
            )
        })
        .collect();
    tables.sort();
    tables
}

/// Gives the internal links of any sheet by its name.
pub fn links(bytes: &[u8]) -> impl FnMut(&str) -> Vec<Link> {
    let mut book = open(bytes);
    move |sheet| links_of(&mut book, sheet)
}

fn links_of(book: &mut Book<'_>, sheet: &str) -> Vec<Link> {
    let found = book.hyperlinks_by_sheet_name(sheet).unwrap();
    let internal = found.into_iter().filter_map(|link| {
        // Some programs write an internal link as a target that begins with `#`.
        let place = link
            .location
            .or_else(|| Some(link.target?.strip_prefix('#')?.to_owned()))?;
        Some((
            link.range.start,
            place.trim_start_matches('#').replace('$', ""),
        ))
    });
    let mut links: Vec<_> = internal.collect();
    links.sort();
    links
}

/// The last column that is printed of each sheet, counted from 0.
pub fn last_printed(bytes: &[u8]) -> Vec<usize> {
    let book = part(bytes, "xl/workbook.xml");
    let areas = book.split("<definedName name=\"_xlnm.Print_Area\"").skip(1);
    let mut columns: Vec<(usize, usize)> = areas
        .map(|area| {
            let (_, sheet) = area.split_once("localSheetId=\"").unwrap();
            let (sheet, _) = sheet.split_once('"').unwrap();
            let (area, _) = area.split_once("</definedName>").unwrap();
            let letters = area.rsplit('$').nth(1).unwrap().bytes();
            let column = letters.fold(0, |sum, letter| sum * 26 + usize::from(letter - b'A') + 1);
            (sheet.parse().unwrap(), column - 1)
        })
        .collect();
    columns.sort_unstable();
    columns.into_iter().map(|(_, column)| column).collect()
}

/// The parts of the file, by name.
pub fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = (0..archive.len())
        .map(|at| archive.by_index(at).unwrap().name().unwrap().into_owned())
        .collect();
    let mut part = |name: &String| {
        let mut content = Vec::new();
        archive
            .by_name(name)
            .unwrap()
            .read_to_end(&mut content)
            .unwrap();
        content
    };
    names
        .iter()
        .map(|name| (name.clone(), part(name)))
        .collect()
}

/// One part of the file as text.
pub fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

fn open(bytes: &[u8]) -> Book<'_> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

/// Every part is well-formed XML, and none holds a formula.
pub fn assert_well_formed(bytes: &[u8]) {
    for (name, content) in parts(bytes) {
        let mut reader = quick_xml::Reader::from_reader(content.as_slice());
        let mut buffer = Vec::new();
        loop {
            match reader.read_event_into(&mut buffer) {
                Ok(quick_xml::events::Event::Eof) => break,
                Ok(_) => buffer.clear(),
                Err(error) => panic!("{name}: {error}"),
            }
        }
        // Charts say where their numbers stand in an element of another name space.
        assert!(
            !content.windows(3).any(|bytes| bytes == b"<f>"),
            "{name} holds a formula"
        );
    }
}
