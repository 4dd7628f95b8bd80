//! Mappings and their rows.

use std::borrow::Cow;

use super::table::{Columns, joined, maybe, shown, table};
use xwalk_format::names::Names;
use xwalk_report::{End, Mapping, Report, Row, RowAt};

/// `mappings.csv`: one line per mapping.
pub(super) fn mappings<'r>(report: &'r Report<'r>) -> csv::Result<Vec<u8>> {
    let columns: &Columns<'r, &'r Mapping<'r>> = &[
        ("mapping", |_, mapping| mapping.name.into()),
        ("title", |_, mapping| mapping.title.into()),
        ("from", |names, mapping| {
            names.framework(mapping.from).into()
        }),
        ("to", |names, mapping| names.framework(mapping.to).into()),
        ("rows", |_, mapping| shown(mapping.rows.len())),
        ("conditional", |_, mapping| shown(mapping.conditional)),
        ("status", |_, mapping| mapping.status.word().into()),
        ("style", |_, mapping| mapping.style.word().into()),
        ("complete", |_, mapping| mapping.complete.word().into()),
        ("comprehensive", |_, mapping| {
            mapping
                .comprehensive
                .map_or("", |sides| sides.word())
                .into()
        }),
        ("version", |_, mapping| maybe(mapping.version.as_deref())),
        ("published", |_, mapping| {
            mapping.published.map_or(Cow::Borrowed(""), shown)
        }),
        ("author", |_, mapping| maybe(mapping.author.as_deref())),
        ("reviewer", |_, mapping| maybe(mapping.reviewer.as_deref())),
        ("source_document", |_, mapping| maybe(mapping.source)),
        ("url", |_, mapping| maybe(mapping.url)),
        ("use_case", |_, mapping| maybe(mapping.use_case)),
        ("audience", |_, mapping| {
            maybe(mapping.submission.audience.as_deref())
        }),
        ("home", |_, mapping| {
            maybe(mapping.submission.home.as_deref())
        }),
        ("contact", |_, mapping| {
            maybe(mapping.submission.contact.as_deref())
        }),
        ("authority", |_, mapping| {
            maybe(mapping.submission.authority.as_deref())
        }),
        ("citations", |_, mapping| {
            mapping.submission.citations.join("; ").into()
        }),
        ("doc", |_, mapping| maybe(mapping.doc)),
        ("place", |_, mapping| mapping.place.as_str().into()),
    ];
    table(report, columns, report.mappings.values())
}

/// A row with its position and its mapping.
type Claim<'r> = (RowAt, &'r Row<'r>, &'r Mapping<'r>);

/// `rows.csv`: one line per claim.
pub(super) fn rows<'r>(report: &'r Report<'r>) -> csv::Result<Vec<u8>> {
    let columns: &Columns<'r, Claim<'r>> = &[
        ("row", |names, (at, ..)| names.row(*at).into()),
        ("mapping", |_, (.., mapping)| mapping.name.into()),
        ("source_framework", |names, (.., mapping)| {
            names.framework(mapping.from).into()
        }),
        ("source", |names, (_, row, _)| end(names, &row.source)),
        ("source_title", |names, (_, row, _)| {
            titles(names, &row.source)
        }),
        ("relation", |_, (_, row, _)| row.relation.as_ref().into()),
        ("target_framework", |names, (.., mapping)| {
            names.framework(mapping.to).into()
        }),
        ("target", |names, (_, row, _)| end(names, &row.target)),
        ("target_title", |names, (_, row, _)| {
            titles(names, &row.target)
        }),
        ("converse", |_, (_, row, _)| row.converse.as_ref().into()),
        ("rationale", |_, (_, row, _)| {
            maybe(row.rationale.map(|it| it.word()))
        }),
        ("strength", |_, (_, row, _)| {
            row.strength.map_or(Cow::Borrowed(""), shown)
        }),
        ("confidence", |_, (_, row, _)| {
            maybe(row.confidence.as_deref())
        }),
        ("status", |_, (_, row, _)| row.status.word().into()),
        ("property", |_, (_, row, _)| {
            maybe(row.property.map(|it| it.word()))
        }),
        ("note", |_, (_, row, _)| maybe(row.note)),
        ("condition", |_, (_, row, _)| maybe(row.condition)),
        ("left_out", |_, (_, row, _)| maybe(row.left_out)),
        ("author", |_, (_, row, _)| maybe(row.author.as_deref())),
        ("reviewer", |_, (_, row, _)| maybe(row.reviewer.as_deref())),
        ("source_document", |_, (_, row, _)| {
            maybe(row.source_document)
        }),
        ("place", |_, (_, row, _)| row.place.as_str().into()),
    ];
    let rows = report.rows.iter();
    let claims = rows.map(|(at, row)| (at, row, &report.mappings[row.mapping]));
    table(report, columns, claims)
}

/// One end of a row as the language writes it: a control, `a + b`, or `*`.
pub(super) fn end<'r>(names: Names<'r>, end: &End) -> Cow<'r, str> {
    match end {
        End::Everything => "*".into(),
        end => {
            let controls = end.controls().iter();
            joined(controls.map(|control| names.qualified(*control)), " + ")
        }
    }
}

/// The titles of the controls at one end of a row.
fn titles<'r>(names: Names<'r>, end: &End) -> Cow<'r, str> {
    let controls = end.controls().iter();
    joined(controls.map(|control| names.title(*control)), " + ")
}
