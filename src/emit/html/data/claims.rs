//! The rows in the data.

use serde::Serialize;

use super::table::{Table, entry};
use super::words::Words;
use xwalk_report::{ControlAt, End, MappingAt, Report};

entry! {
    /// A row; all but controls, numbers and note are numbers of `words`. Author, reviewer and document are there only where
    /// they are the row's own.
    pub(super) struct Claim<'r> {
        mapping: MappingAt,
        source: Side<'r>,
        target: Side<'r>,
        relation: usize,
        /// The relation read from the target.
        converse: usize,
        rationale: usize,
        strength: Option<u8>,
        confidence: usize,
        status: usize,
        property: usize,
        note: Option<&'r str>,
        author: usize,
        reviewer: usize,
        document: usize,
        condition: usize,
        /// Why it counts in no verdict.
        left_out: usize,
        file: usize,
        line: u32,
    }
}

/// A control, a list of controls that stand for their union, or -1 for the whole framework.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Side<'r> {
    Control(ControlAt),
    Union(&'r [ControlAt]),
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
pub(super) fn claims<'r>(report: &'r Report<'_>, words: &mut Words<'r>) -> Table<Claim<'r>> {
    report
        .rows
        .values()
        .map(|row| {
            let (file, line) = words.place(&row.place);
            // The mapping says once what holds for all of its rows.
            let mapping = &report.mappings[row.mapping];
            let (author, reviewer) = (mapping.author.as_deref(), mapping.reviewer.as_deref());
            let document = mapping.source;
            let own = |word: Option<&'r str>, common| word.filter(|_| word != common);
            Claim {
                mapping: row.mapping,
                source: Side::from(&row.source),
                target: Side::from(&row.target),
                relation: words.number(Some(&row.relation)),
                converse: words.number(Some(&row.converse)),
                rationale: words.number(row.rationale.map(|it| it.word())),
                strength: row.strength,
                confidence: words.number(row.confidence.as_deref()),
                status: words.number(Some(row.status.word())),
                property: words.number(row.property.map(|it| it.word())),
                note: row.note,
                author: words.number(own(row.author.as_deref(), author)),
                reviewer: words.number(own(row.reviewer.as_deref(), reviewer)),
                document: words.number(own(row.source_document, document)),
                condition: words.number(row.condition),
                left_out: words.number(row.left_out),
                file,
                line,
            }
        })
        .collect()
}
