//! A workbook as a reader has it.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};

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
pub fn sheets(bytes: &[u8]) -> Vec<(String, Vec<Vec<String>>)> {
    let mut book = open(bytes);
    let names = book.sheet_names();
    let mut cells = |name: &String| {
        let range = book.worksheet_range(name).unwrap();
        let (last, wide) = range.end().unwrap();
        let text = |line, at| range.get_value((line, at)).map_or_else(String::new, shown);
        let line = |line| (0..=wide).map(|at| text(line, at)).collect();
        (0..=last).map(line).collect()
    };
    names
        .iter()
        .map(|name| (name.clone(), cells(name)))
        .collect()
}

/// The cells of one sheet.
pub fn sheet(bytes: &[u8], name: &str) -> Vec<Vec<String>> {
    let found = sheets(bytes).into_iter().find(|(known, _)| known == name);
    found.unwrap_or_else(|| panic!("no sheet `{name}`")).1
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

/// The internal links of a sheet: the cell that leads, and the sheet and cell that it leads to.
pub fn links(bytes: &[u8], sheet: &str) -> Vec<((u32, u32), String)> {
    let found = open(bytes).hyperlinks_by_sheet_name(sheet).unwrap();
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
    let found = parts(bytes).into_iter().find(|(known, _)| known == name);
    String::from_utf8(found.unwrap().1).unwrap()
}

fn open(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
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
