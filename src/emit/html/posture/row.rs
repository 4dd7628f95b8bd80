//! A row by its name, as a link to all that it says.

use super::places::few;
use crate::emit::html::anchors;
use crate::emit::html::markup::Markup;

/// The `id` of a row.
pub(super) fn id(row: &str) -> String {
    format!("row:{row}")
}

/// A row by its name.
pub(super) fn name(markup: &mut Markup, row: &str) {
    let (mapping, number) = row.rsplit_once('/').unwrap_or((row, ""));
    markup
        .raw("<a class=\"quiet\" href=\"")
        .text(&anchors::link(&id(row)));
    markup
        .raw("\">row ")
        .text(number)
        .raw(" of ")
        .text(mapping)
        .raw("</a>");
}

/// Several rows by their names.
pub(super) fn names(markup: &mut Markup, rows: &[String]) {
    few(markup, rows, |markup, row| name(markup, row));
}
