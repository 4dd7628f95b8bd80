//! One item of a file: what has been read of it, until it is lowered as a whole.

use crate::ast::{Item, Row};
use crate::found::Found;
use crate::lower::{Lower, construct, row};
use crate::outline::{Piece, Run};
use crate::read::Reader;
use crate::tree::Entry;
use crate::within::Within;
use xwalk_source::Span;

/// What has been read of one item.
pub struct Gathered<'s> {
    span: Span,
    head: Vec<Entry<'s>>,
    mapping: bool,
    /// The entries of its block, but for the rows of a mapping.
    pub entries: Vec<Entry<'s>>,
    /// The rows of a mapping.
    pub rows: Vec<Row<'s>>,
    /// Whether an entry that begins with a word is missing, or something behind the block.
    pub lost: bool,
}

/// What has been read of one run. The rows of mappings are lowered at once, so that their tree is small.
pub struct Block<'s> {
    /// All other entries.
    pub entries: Vec<Entry<'s>>,
    /// The rows.
    pub rows: Vec<Row<'s>>,
    /// What is wrong with them.
    pub found: Found,
    /// Whether an entry that begins with a word is missing.
    pub lost: bool,
}

/// Reads the head of an item.
pub fn gather<'s>(reader: &Reader<'s>, piece: &Piece, found: &mut Found) -> Gathered<'s> {
    let head = match piece.open {
        Some(_) => reader
            .head(piece, Within::Other, found)
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
                Within::Other,
            );
            found.append(reading.found);
            reading.entries
        }
    };
    let mapping = matches!(head.first(), Some(Entry::Construct(construct)) if construct.word.text == "mapping");
    let rows = Vec::with_capacity(if mapping { piece.entries } else { 0 });
    found.extend(reader.behind(piece, Within::Other));
    Gathered {
        span: Span::new(piece.start, piece.end),
        head,
        mapping,
        entries: Vec::new(),
        rows,
        lost: reader.has_behind(piece),
    }
}

/// Reads a run of an item's block.
pub fn block<'s>(reader: &Reader<'s>, run: &Run, mapping: bool, within: Within) -> Block<'s> {
    let mut reading = reader.run(run, 1, within);
    if !mapping {
        return Block {
            entries: reading.entries,
            rows: Vec::new(),
            found: reading.found,
            lost: reading.lost.word,
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
    reading.found.extend(lower.diagnostics);
    Block {
        entries: reading.entries,
        rows,
        found: reading.found,
        lost: reading.lost.word,
    }
}

impl<'s> Gathered<'s> {
    /// Whether its rows are lowered run by run.
    pub fn is_mapping(&self) -> bool {
        self.mapping
    }

    /// What its block is for.
    pub fn within(&self) -> Within {
        match self.head.first() {
            Some(Entry::Construct(construct)) if construct.word.text == "framework" => {
                Within::Controls
            }
            Some(Entry::Construct(construct)) if construct.word.text == "assessment" => {
                Within::Assessment
            }
            _ => Within::Other,
        }
    }

    /// What the item says.
    pub fn lower(self, lower: &mut Lower<'s>) -> Option<Item<'s>> {
        let mut head = self.head.into_iter().next()?;
        match &mut head {
            Entry::Construct(construct) => {
                construct.span = self.span;
                construct.block = self.entries;
                construct.lost = self.lost;
            }
            Entry::Control(control) => control.block = self.entries,
            _ => {}
        }
        construct(lower, head, self.rows)
    }
}
