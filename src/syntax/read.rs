//! From runs of entries to trees, with what is broken set apart.

use crate::explain;
use crate::outline::{LARGEST_RUN, Piece, Repairs, Run, outline};
use crate::tree::{self, Entry};
use crate::within::Within;
use xwalk_diagnostic::Diagnostic;
use xwalk_source::SourceId;

/// How deep blocks may be nested.
pub const DEEPEST: usize = 128;

/// What is known of a file while its runs are read.
pub struct Reader<'s> {
    /// The file.
    pub source: SourceId,
    /// Its whole text.
    pub text: &'s str,
    /// What makes its braces balanced.
    pub repairs: Repairs,
    /// Where something has been said already, in order: an entry that holds one of these is broken because of it.
    pub said: Vec<u32>,
}

/// What became of a run.
#[derive(Debug, Default)]
pub struct Reading<'s> {
    /// The entries that make sense.
    pub entries: Vec<Entry<'s>>,
    /// What is wrong with the others.
    pub diagnostics: Vec<Diagnostic>,
}

impl<'s> Reader<'s> {
    /// Reads a run whose entries stand at this depth: at once if it can be, else entry by entry.
    pub fn run(&self, run: &Run, depth: usize, within: Within) -> Reading<'s> {
        if run.end - run.start <= LARGEST_RUN
            && depth + run.depth <= DEEPEST
            && let Ok(entries) = tree::run(self.slice(run.start, run.end), run.start)
        {
            return Reading {
                entries,
                diagnostics: Vec::new(),
            };
        }
        let mut reading = Reading::default();
        for piece in outline(self.text, run.start..run.end, &self.repairs).pieces {
            self.piece(&piece, depth, within, &mut reading);
        }
        reading
    }

    /// Reads one entry: as a whole if it can be, else its head and its nested entries each by itself.
    fn piece(&self, piece: &Piece, depth: usize, within: Within, reading: &mut Reading<'s>) {
        let small = piece.end - piece.start <= LARGEST_RUN && depth + piece.depth <= DEEPEST;
        if small || piece.open.is_none() {
            match tree::run(self.slice(piece.start, piece.end), piece.start) {
                Ok(entries) => return reading.entries.extend(entries),
                Err(at) if piece.open.is_none() => {
                    if let Some((control, untitled)) = self.untitled(piece, at, within) {
                        reading.entries.push(control);
                        reading.diagnostics.push(untitled);
                        return;
                    }
                    reading
                        .diagnostics
                        .extend(self.explain(piece.start, piece.end, at, within));
                    return;
                }
                Err(_) => {}
            }
        }
        let before = reading.diagnostics.len();
        let Some(head) = self.head(piece, within, &mut reading.diagnostics) else {
            return self.orphans(piece, depth, within, reading);
        };
        let nested = self.block(piece, depth + 1, within);
        reading.diagnostics.extend(nested.diagnostics);
        reading.entries.push(with_block(head, nested.entries));
        if reading.diagnostics.len() == before && small {
            reading.diagnostics.extend(self.behind(piece, within));
        }
    }

    /// The control that an entry declares, where only what follows its title, or the title, makes no sense: without it
    /// every row that names it would be wrong too.
    fn salvage(&self, start: usize, at: usize) -> Option<Entry<'s>> {
        let titled = self
            .text
            .get(at..)
            .is_some_and(|rest| rest.starts_with('"'));
        match tree::run(self.slice(start, at), start).ok()?.pop()? {
            Entry::Control(control) if titled || !control.values.is_empty() => {
                Some(Entry::Control(control))
            }
            _ => None,
        }
    }

    /// The control of a framework whose title stands in no quotation marks: rows may name it all the same.
    fn untitled(
        &self,
        piece: &Piece,
        at: usize,
        within: Within,
    ) -> Option<(Entry<'s>, Diagnostic)> {
        let rest = self.slice(at, piece.end);
        let begins = |first: char| first.is_alphabetic() || matches!(first, '“' | '”' | '„');
        if within != Within::Controls
            || !rest.starts_with(begins)
            || self.has_said(piece.start, piece.end)
        {
            return None;
        }
        let control = match tree::run(self.slice(piece.start, at), piece.start)
            .ok()?
            .pop()?
        {
            Entry::Control(control) if control.values.is_empty() => Entry::Control(control),
            _ => return None,
        };
        Some((control, explain::untitled(self.source, at, rest)))
    }

    /// What a head that makes no sense leaves behind: controls of its block stand for themselves.
    fn orphans(&self, piece: &Piece, depth: usize, within: Within, reading: &mut Reading<'s>) {
        let nested = self.block(piece, depth + 1, within);
        reading.diagnostics.extend(nested.diagnostics);
        let control = |entry: &Entry<'s>| matches!(entry, Entry::Control(_));
        reading
            .entries
            .extend(nested.entries.into_iter().filter(control));
    }

    /// What comes after the end of a block, on the same line.
    fn behind(&self, piece: &Piece, within: Within) -> Option<Diagnostic> {
        let close = piece.close?;
        let rest = self.slice(close + 1, piece.end);
        let at = close + 1 + (rest.len() - rest.trim_start().len());
        self.explain(piece.start, piece.end, at, within)
            .filter(|_| !rest.trim().is_empty())
    }

    /// The head of an entry that has a block.
    pub fn head(
        &self,
        piece: &Piece,
        within: Within,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Entry<'s>> {
        let open = piece.open?;
        match tree::head(self.slice(piece.start, open + 1), piece.start) {
            Ok(head) => head,
            Err(at) => {
                diagnostics.extend(self.explain(piece.start, open + 1, at, within));
                self.salvage(piece.start, at)
            }
        }
    }

    /// The entries of the block of an entry.
    fn block(&self, piece: &Piece, depth: usize, within: Within) -> Reading<'s> {
        let mut reading = Reading::default();
        if depth > DEEPEST {
            reading.diagnostics.extend(
                piece
                    .open
                    .map(|open| explain::too_deep(self.source, open, DEEPEST)),
            );
            return reading;
        }
        for run in &piece.runs {
            let nested = self.run(run, depth, within);
            reading.entries.extend(nested.entries);
            reading.diagnostics.extend(nested.diagnostics);
        }
        reading
    }

    fn slice(&self, start: usize, end: usize) -> &'s str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// Whether something has been said of this part of the text already.
    fn has_said(&self, start: usize, end: usize) -> bool {
        let first = self.said.partition_point(|said| (*said as usize) < start);
        let next = self.said.get(first);
        next.is_some_and(|said| (*said as usize) < end)
    }

    /// What is wrong with an entry that makes no sense at an offset; nothing if that is already stated.
    fn explain(&self, start: usize, end: usize, at: usize, within: Within) -> Option<Diagnostic> {
        if self.has_said(start, end) {
            return None;
        }
        let broken = explain::Broken {
            source: self.source,
            text: self.text,
            range: start..end,
            at,
            within,
        };
        Some(explain::entry(&broken))
    }
}

fn with_block<'s>(mut head: Entry<'s>, entries: Vec<Entry<'s>>) -> Entry<'s> {
    match &mut head {
        Entry::Construct(construct) => construct.block = entries,
        Entry::Control(control) => control.block = entries,
        Entry::Row(row) => row.block = Some(entries),
        Entry::Property(_) => {}
    }
    head
}
