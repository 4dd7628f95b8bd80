//! The rows of a report.

use std::borrow::Cow;

use super::context::Context;
use super::{MappingAt, Row, RowAt};
use xwalk_model::{Mapping, RowId, Table};
use xwalk_syntax::ast::Date;

/// All claims; those of one mapping are contiguous and in the order of its text.
pub(super) fn rows<'m>(context: &Context<'_, 'm, '_>) -> Table<RowAt, Row<'m>> {
    let kept = context.selection.mappings.iter();
    kept.flat_map(|(at, id)| {
        let mapping = &context.model.mappings[*id];
        let rows = context.model.rows_of(*id);
        rows.filter_map(move |(id, claim)| row(context, at, mapping, id, claim))
    })
    .collect()
}

fn row<'m>(
    context: &Context<'_, 'm, '_>,
    at: MappingAt,
    mapping: &'m Mapping<'_>,
    id: RowId,
    row: &'m xwalk_model::Row<'_>,
) -> Option<Row<'m>> {
    let model = context.model;
    let details = row.details.as_deref();
    let author = details.and_then(|details| details.author.as_ref());
    let reviewer = details.and_then(|details| details.reviewer.as_ref());
    let source = details.and_then(|details| details.source.as_deref());
    Some(Row {
        mapping: at,
        source: context.selection.end(model, &row.source)?,
        target: context.selection.end(model, &row.target)?,
        relation: row.relation_text(),
        converse: row.converse_text(),
        rationale: model.rationale(row),
        strength: row.strength,
        confidence: row.confidence.map(|confidence| confidence.to_string()),
        status: model.status(row),
        property: details.and_then(|details| details.property),
        note: row.note.as_deref(),
        author: author.or(mapping.author.as_ref()).map(attribution),
        reviewer: reviewer.or(mapping.reviewer.as_ref()).map(attribution),
        source_document: source.or(mapping.source.as_deref()),
        condition: row.condition(),
        left_out: context.facts.eligibilities[id].left_out(),
        place: context.sources.file_line(row.place),
    })
}

/// `Standards team, 2026-02-01`.
pub(super) fn attribution((name, on): &(Cow<'_, str>, Option<Date>)) -> String {
    on.map_or_else(|| name.to_string(), |on| format!("{name}, {on}"))
}
