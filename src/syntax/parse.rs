//! A file from its text to its items: outline, runs in parallel, lowering.

use rayon::prelude::*;

use crate::ast::File;
use crate::found::{COUNTED, Found};
use crate::item::{Block, Gathered, block, gather};
use crate::lower::{Lower, keywords, kind};
use crate::outline::{Piece, Repairs, Run, outline, repair};
use crate::read::Reader;
use crate::within::Within;
use crate::{characters, explain};
use xwalk_diagnostic::Diagnostic;
use xwalk_source::{Source, SourceId};

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
    let mut found = Found::of(characters::check(id, source));
    let (reader, pieces) = cut(id, source.text(), &mut found);
    let mut items: Vec<Gathered<'_>> = pieces
        .iter()
        .map(|piece| gather(&reader, piece, &mut found))
        .collect();
    let read = read_blocks(&reader, &pieces, &mut items, &mut found);
    let mut lower = Lower::new(id, source.text());
    let items = items
        .into_iter()
        .filter_map(|item| item.lower(&mut lower))
        .collect();
    found.extend(lower.diagnostics);
    Parsed {
        file: File { source: id, items },
        diagnostics: found.into_diagnostics(source, read),
    }
}

/// Cuts a text into its items, and says what is never closed.
fn cut<'s>(id: SourceId, text: &'s str, found: &mut Found) -> (Reader<'s>, Vec<Piece>) {
    let mut repairs = Repairs::default();
    let mut cut = outline(text, 0..text.len(), &repairs);
    found.extend(
        cut.faults
            .iter()
            .map(|fault| explain::unclosed(id, text, fault)),
    );
    if !cut.balanced {
        let (balanced, unpaired) = repair(text, &keywords().collect::<Vec<_>>());
        found.extend(unpaired.iter().map(|brace| explain::unpaired(id, brace)));
        repairs = balanced;
        cut = outline(text, 0..text.len(), &repairs);
    }
    let mut said: Vec<u32> = found
        .kept()
        .iter()
        .map(|diagnostic| diagnostic.primary.place.span.start)
        .collect();
    said.sort_unstable();
    (
        Reader {
            source: id,
            text,
            repairs,
            said,
        },
        without_orphans(text, cut.pieces),
    )
}

/// Leaves out what stands below the header of an item that has no block, up to the next item: it was meant to stand
/// in that block, and the header says what is wrong with all of it.
fn without_orphans(text: &str, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let mut orphaned = false;
    pieces.retain(|piece| {
        let begins_item = kind(first_word(text, piece)).is_some();
        if begins_item {
            orphaned = piece.open.is_none();
        }
        begins_item || !orphaned
    });
    pieces
}

/// The word that a piece begins with, below its doc comment.
fn first_word<'s>(text: &'s str, piece: &Piece) -> &'s str {
    let text = text.get(piece.start..piece.end).unwrap_or_default();
    let head = text
        .lines()
        .find(|line| !line.trim_start().starts_with("///"));
    head.and_then(|line| line.split_whitespace().next())
        .unwrap_or_default()
}

/// Reads the blocks of all items, run by run: the runs of a batch in parallel, their results in order. Answers with where
/// reading came to: a file in which too much is wrong is not read to its end.
fn read_blocks<'s>(
    reader: &Reader<'s>,
    pieces: &[Piece],
    items: &mut [Gathered<'s>],
    found: &mut Found,
) -> usize {
    let runs_of = |(item, piece): (usize, &Piece)| {
        piece
            .runs
            .iter()
            .map(move |run| (item, *run))
            .collect::<Vec<_>>()
    };
    let runs: Vec<(usize, Run)> = pieces.iter().enumerate().flat_map(runs_of).collect();
    let mut left = runs.chunks(BATCH);
    let mut end = reader.text.len();
    for batch in left.by_ref() {
        let of_mapping = |item: usize| items.get(item).is_some_and(Gathered::is_mapping);
        let within = |item: usize| items.get(item).map_or(Within::Other, Gathered::within);
        let read: Vec<Block<'_>> = batch
            .par_iter()
            .map(|(item, run)| block(reader, run, of_mapping(*item), within(*item)))
            .collect();
        for ((item, _), block) in batch.iter().zip(read) {
            found.append(block.found);
            if let Some(item) = items.get_mut(*item) {
                item.entries.extend(block.entries);
                item.rows.extend(block.rows);
                item.lost |= block.lost;
            }
        }
        if found.count() > COUNTED {
            end = batch.last().map_or(end, |(_, run)| run.end);
            break;
        }
    }
    for (item, _) in left.flatten() {
        if let Some(item) = items.get_mut(*item) {
            item.lost = true;
        }
    }
    end
}
