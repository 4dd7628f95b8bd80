//! What the tables of a page say, read without knowing how they were written.

use std::collections::BTreeMap;

use serde_json::Value;

pub fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

pub fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// What stands between two markers.
pub fn part<'p>(page: &'p str, start: &str, end: &str) -> &'p str {
    let (_, rest) = page.split_once(start).unwrap();
    rest.split_once(end).unwrap().0
}

/// The text of a piece of markup, as a reader sees it.
pub fn seen(markup: &str) -> String {
    let mut seen = String::new();
    for piece in markup.split('<') {
        let text = piece.split_once('>').map_or(piece, |(_, text)| text);
        seen.push_str(text);
    }
    for (escaped, letter) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ] {
        seen = seen.replace(escaped, letter);
    }
    seen.trim().to_owned()
}

/// The cells of a row.
fn cells_of(row: &str) -> Vec<String> {
    let row = row.replace("<th ", "<td ");
    row.split("<td ")
        .skip(1)
        .map(|cell| seen(&format!("<td {cell}")))
        .collect()
}

/// The cells of all rows that have an address, by that.
pub fn rows(page: &str) -> BTreeMap<&str, Vec<String>> {
    let rows = page.split("<tr id=\"").skip(1);
    rows.map(|rest| {
        let (id, rest) = rest.split_once('"').unwrap();
        let row = rest.split_once("</tr>").unwrap().0;
        (id, cells_of(row))
    })
    .collect()
}

/// The cells of all rows.
pub fn cells(page: &str) -> Vec<Vec<String>> {
    let rows = page.split("<tr").skip(1);
    rows.map(|rest| cells_of(rest.split_once("</tr>").unwrap().0))
        .collect()
}
