//! The rows in the data.

use serde::Serialize;

use super::words::Words;
use crate::report::{End, Report};

/// A row as an array; numbers name `words` unless said otherwise. Author, reviewer and document are there only where
/// they are the row's own.
#[derive(Serialize)]
pub(super) struct Claim<'r>(
    usize,           // mapping
    Side<'r>,        // source
    Side<'r>,        // target
    usize,           // relation
    usize,           // relation read from the target
    usize,           // rationale
    Option<u8>,      // strength
    usize,           // confidence
    usize,           // status
    usize,           // property
    Option<&'r str>, // note
    usize,           // author
    usize,           // reviewer
    usize,           // document
    usize,           // condition
    usize,           // why it is left out
    usize,           // file
    u32,             // line
);

/// A control, a list of controls that stand for their union, or -1 for the whole framework.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Side<'r> {
    Control(usize),
    Union(&'r [usize]),
    Everything(i8),
}

impl<'r> From<&'r End> for Side<'r> {
    fn from(end: &'r End) -> Self {
        match end {
            End::Control(control) => Self::Control(*control),
            End::Union(parts) => Self::Union(parts),
            End::Everything => Self::Everything(-1),
        }
    }
}

/// All rows, in order.
pub(super) fn claims<'r>(report: &'r Report<'_>, words: &mut Words<'r>) -> Vec<Claim<'r>> {
    report
        .rows
        .iter()
        .map(|row| {
            let (file, line) = words.place(&row.place);
            // The mapping says once what holds for all of its rows.
            let mapping = report.mappings.get(row.mapping);
            let author = mapping.and_then(|mapping| mapping.author.as_deref());
            let reviewer = mapping.and_then(|mapping| mapping.reviewer.as_deref());
            let document = mapping.and_then(|mapping| mapping.source);
            let own = |word: Option<&'r str>, common| word.filter(|_| word != common);
            Claim(
                row.mapping,
                Side::from(&row.source),
                Side::from(&row.target),
                words.number(Some(&row.relation)),
                words.number(Some(&row.converse)),
                words.number(row.rationale),
                row.strength,
                words.number(row.confidence.as_deref()),
                words.number(Some(row.status)),
                words.number(row.property),
                row.note,
                words.number(own(row.author.as_deref(), author)),
                words.number(own(row.reviewer.as_deref(), reviewer)),
                words.number(own(row.source_document, document)),
                words.number(row.condition),
                words.number(row.left_out),
                file,
                line,
            )
        })
        .collect()
}
