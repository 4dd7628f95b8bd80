//! The mappings of a report.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::context::Context;
use super::rows::attribution;
use super::{Mapping, MappingAt};
use xwalk_model::{MappingId, Row, Table};
use xwalk_relation::{Label, Word};
use xwalk_syntax::ast::Complete;

/// The mappings, by name.
pub(super) fn mappings<'m>(context: &Context<'_, 'm, '_>) -> Table<MappingAt, Mapping<'m>> {
    let kept = &context.selection.mappings;
    kept.values()
        .filter_map(|id| mapping(context, *id))
        .collect()
}

fn mapping<'m>(context: &Context<'_, 'm, '_>, id: MappingId) -> Option<Mapping<'m>> {
    let (model, selection) = (context.model, &context.selection);
    let declared = &model.mappings[id];
    let rows = || model.rows_of(id).map(|(_, row)| row);
    let mut statuses = BTreeMap::new();
    for row in rows() {
        *statuses.entry(model.status(row)).or_insert(0) += 1;
    }
    let statuses = statuses.into_iter();
    Some(Mapping {
        name: declared.name,
        title: &declared.title,
        doc: declared.doc.as_deref(),
        from: selection.framework(declared.from)?,
        to: selection.framework(declared.to)?,
        source: declared.source.as_deref(),
        url: declared.url.as_deref(),
        author: declared.author.as_ref().map(attribution),
        reviewer: declared.reviewer.as_ref().map(attribution),
        published: declared.published,
        version: declared.version.map(|version| version.to_string()),
        use_case: declared.use_case.as_deref(),
        submission: &declared.submission,
        status: declared.status,
        style: declared.style,
        complete: declared.complete,
        comprehensive: declared
            .comprehensive
            .map(|(sides, _)| sides)
            .filter(|sides| *sides != Complete::None),
        rows: selection.rows_of(model, id),
        relations: relations(rows()),
        statuses: statuses.collect(),
        conditional: rows().filter(|row| row.condition().is_some()).count(),
        place: context.sources.file_line(declared.place),
    })
}

/// A relation as written, in the order of the specification, combinations last.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Written {
    Word(Word),
    Either(Label),
}

fn relations<'r, 's: 'r>(
    rows: impl Iterator<Item = &'r Row<'s>>,
) -> Vec<(Cow<'static, str>, usize)> {
    let mut relations = BTreeMap::new();
    for row in rows {
        let written = if row.word.label() == row.label {
            Written::Word(row.word)
        } else {
            Written::Either(row.label)
        };
        let (_, count) = relations
            .entry(written)
            .or_insert_with(|| (row.relation_text(), 0));
        *count += 1;
    }
    relations.into_values().collect()
}
