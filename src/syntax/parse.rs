//! A file from its text to its items: outline, runs in parallel, lowering.

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::source::{Source, SourceId, Span};
use crate::syntax::ast::{File, Row};
use crate::syntax::lower::{Lower, construct, row};
use crate::syntax::outline::{Piece, Repairs, Run, outline};
use crate::syntax::read::Reader;
use crate::syntax::tree::Entry;

/// How many runs are read before their results are gathered: it bounds the memory that waits.
const BATCH: usize = 64;

/// What a file says, and what is wrong with it.
#[derive(Debug)]
pub struct Parsed<'s> {
    /// Everything that makes sense.
    pub file: File<'s>,
    /// What does not, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a file. It never fails: what is broken is reported, and everything else is there.
pub fn parse<'s>(id: SourceId, source: &'s Source) -> Parsed<'s> {
    let text = source.text();
    let outline = outline(text, 0..text.len(), &Repairs::default());
    let reader = Reader {
        source: id,
        text,
        repairs: Repairs::default(),
        faults: outline.faults,
    };
    let mut lower = Lower::new(id, text);
    let mut items: Vec<Gathered<'_>> = outline
        .pieces
        .iter()
        .map(|piece| gather(&reader, piece, &mut lower))
        .collect();
    let runs: Vec<(usize, &Run)> = outline
        .pieces
        .iter()
        .enumerate()
        .flat_map(|(item, piece)| piece.runs.iter().map(move |run| (item, run)))
        .collect();
    for batch in runs.chunks(BATCH) {
        let read: Vec<Block<'_>> = batch
            .par_iter()
            .map(|(item, run)| {
                block(
                    &reader,
                    run,
                    items.get(*item).is_some_and(|item| item.mapping),
                )
            })
            .collect();
        for ((item, _), block) in batch.iter().zip(read) {
            lower.diagnostics.extend(block.diagnostics);
            if let Some(item) = items.get_mut(*item) {
                item.entries.extend(block.entries);
                item.rows.extend(block.rows);
            }
        }
    }
    let items = items
        .into_iter()
        .filter_map(|item| item.lower(&mut lower))
        .collect();
    lower.diagnostics.sort_by(Diagnostic::order);
    Parsed {
        file: File { source: id, items },
        diagnostics: lower.diagnostics,
    }
}

/// What has been read of one item.
struct Gathered<'s> {
    span: Span,
    head: Vec<Entry<'s>>,
    mapping: bool,
    entries: Vec<Entry<'s>>,
    rows: Vec<Row<'s>>,
}

/// What has been read of one run. The rows of mappings are lowered at once, so that their tree is small.
struct Block<'s> {
    entries: Vec<Entry<'s>>,
    rows: Vec<Row<'s>>,
    diagnostics: Vec<Diagnostic>,
}

/// Reads the head of an item.
fn gather<'s>(reader: &Reader<'s>, piece: &Piece, lower: &mut Lower<'s>) -> Gathered<'s> {
    let head = match piece.open {
        Some(_) => reader
            .head(piece, &mut lower.diagnostics)
            .into_iter()
            .collect(),
        None => {
            let reading = reader.run(
                &Run {
                    start: piece.start,
                    end: piece.end,
                    depth: 0,
                },
                0,
            );
            lower.diagnostics.extend(reading.diagnostics);
            reading.entries
        }
    };
    let mapping = matches!(head.first(), Some(Entry::Construct(construct)) if construct.word.text == "mapping");
    let rows = Vec::with_capacity(if mapping { piece.entries } else { 0 });
    Gathered {
        span: Span::new(piece.start, piece.end),
        head,
        mapping,
        entries: Vec::new(),
        rows,
    }
}

/// Reads a run of an item's block.
fn block<'s>(reader: &Reader<'s>, run: &Run, mapping: bool) -> Block<'s> {
    let mut reading = reader.run(run, 1);
    if !mapping {
        return Block {
            entries: reading.entries,
            rows: Vec::new(),
            diagnostics: reading.diagnostics,
        };
    }
    let mut lower = Lower::new(reader.source, reader.text);
    let mut rows = Vec::with_capacity(reading.entries.len());
    reading.entries.retain(|entry| match entry {
        Entry::Row(tree) => {
            rows.extend(row(&mut lower, tree));
            false
        }
        _ => true,
    });
    reading.diagnostics.append(&mut lower.diagnostics);
    Block {
        entries: reading.entries,
        rows,
        diagnostics: reading.diagnostics,
    }
}

impl<'s> Gathered<'s> {
    fn lower(self, lower: &mut Lower<'s>) -> Option<crate::syntax::ast::Item<'s>> {
        let mut head = self.head.into_iter().next()?;
        match &mut head {
            Entry::Construct(construct) => {
                construct.span = self.span;
                construct.block = self.entries;
            }
            Entry::Control(control) => control.block = self.entries,
            _ => {}
        }
        construct(lower, head, self.rows)
    }
}
