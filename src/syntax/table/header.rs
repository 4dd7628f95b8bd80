//! The first line of a table, which names the clauses.

use super::atoms::atom;
use crate::lower::Lower;
use crate::tree::Atom;
use xwalk_diagnostic::codes::posture::{BROKEN_TABLE, UNREAD_COLUMN};
use xwalk_diagnostic::{Diagnostic, nearest};
use xwalk_source::{Place, Span};
use xwalk_table::Cell;

/// The columns that are read; the first two must be there.
const COLUMNS: [&str; 8] = [
    "control", "tier", "target", "risk", "effort", "owner", "evidence", "note",
];

/// Which clause each column holds; nothing for one that is not read.
pub(super) type Columns<'s> = Vec<Option<(&'static str, Atom<'s>)>>;

/// Reads the line of headings; nothing where a table without one of these columns says nothing.
pub(super) fn columns<'s>(lower: &mut Lower<'s>, header: &[Cell<'s>]) -> Option<Columns<'s>> {
    let mut columns: Columns<'s> = Vec::with_capacity(header.len());
    for cell in header {
        let folded = cell.text.to_lowercase();
        let known = COLUMNS.into_iter().find(|column| *column == folded);
        let twice = known.and_then(|known| {
            let mut before = columns.iter().flatten();
            before.find(|(column, _)| *column == known).copied()
        });
        let place = lower.place(cell.span());
        match (known, twice) {
            (Some(known), Some((_, first))) => {
                let first = lower.place(first.span());
                lower.report(
                    Diagnostic::new(
                        BROKEN_TABLE,
                        place,
                        format!("the column `{known}` appears here twice"),
                    )
                    .also(first, "the first one, which is read")
                    .help("rename one of the two"),
                );
                columns.push(None);
            }
            (Some(known), None) => columns.push(Some((known, atom(cell)))),
            (None, _) => {
                columns.push(None);
                if !cell.text.is_empty() {
                    lower.report(unread(cell, place));
                }
            }
        }
    }
    let has = |wanted: &str| {
        columns
            .iter()
            .flatten()
            .any(|(column, _)| *column == wanted)
    };
    let missing: Vec<&str> = COLUMNS
        .into_iter()
        .take(2)
        .filter(|column| !has(column))
        .collect();
    let Some(first) = missing.first() else {
        return Some(columns);
    };
    let place = lower.place(whole(header));
    lower.report(
        Diagnostic::new(
            BROKEN_TABLE,
            place,
            format!("the table has no column `{first}`"),
        )
        .help(format!(
            "the first line names the columns, with commas, semicolons or tabs between them: `{}`; the first two must be there",
            COLUMNS.join("`, `")
        )),
    );
    None
}

/// Where a line is.
pub(super) fn whole(cells: &[Cell<'_>]) -> Span {
    let spans = cells.iter().map(Cell::span);
    spans.reduce(Span::to).unwrap_or_default()
}

/// What is nearly a known column is meant to be that one: skipped, its cells would be missing without anybody's notice.
fn unread(cell: &Cell<'_>, place: Place) -> Diagnostic {
    match nearest(cell.text, COLUMNS) {
        Some(near) => {
            let message = format!("there is no column `{}`", cell.text);
            Diagnostic::new(BROKEN_TABLE, place, message).help(format!("did you mean `{near}`?"))
        }
        None => {
            let message = format!("the column `{}` is not read", cell.text);
            let help = format!(
                "columns that are read are `{}`; the others may stay",
                COLUMNS.join("`, `")
            );
            Diagnostic::new(UNREAD_COLUMN, place, message).help(help)
        }
    }
}
