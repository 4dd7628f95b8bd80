//! From runs of entries to trees, with what is broken set apart.

use crate::diagnostic::Diagnostic;
use crate::source::SourceId;
use crate::syntax::explain;
use crate::syntax::outline::{Fault, LARGEST_RUN, Piece, Repairs, Run, outline};
use crate::syntax::tree::{self, Entry};

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
    /// What has already been said: an entry that holds one of these is broken because of it.
    pub faults: Vec<Fault>,
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
    pub fn run(&self, run: &Run, depth: usize) -> Reading<'s> {
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
            self.piece(&piece, depth, &mut reading);
        }
        reading
    }

    /// Reads one entry: as a whole if it can be, else its head and its nested entries each by itself.
    fn piece(&self, piece: &Piece, depth: usize, reading: &mut Reading<'s>) {
        let small = piece.end - piece.start <= LARGEST_RUN && depth + piece.depth <= DEEPEST;
        if small || piece.open.is_none() {
            match tree::run(self.slice(piece.start, piece.end), piece.start) {
                Ok(entries) => return reading.entries.extend(entries),
                Err(at) if piece.open.is_none() => {
                    reading
                        .diagnostics
                        .extend(self.explain(piece.start, piece.end, at));
                    return;
                }
                Err(_) => {}
            }
        }
        let Some(head) = self.head(piece, &mut reading.diagnostics) else {
            return;
        };
        let nested = self.block(piece, depth + 1);
        reading.diagnostics.extend(nested.diagnostics);
        reading.entries.push(with_block(head, nested.entries));
    }

    /// The head of an entry that has a block.
    pub fn head(&self, piece: &Piece, diagnostics: &mut Vec<Diagnostic>) -> Option<Entry<'s>> {
        let open = piece.open?;
        match tree::head(self.slice(piece.start, open + 1), piece.start) {
            Ok(head) => head,
            Err(at) => {
                diagnostics.extend(self.explain(piece.start, open + 1, at));
                None
            }
        }
    }

    /// The entries of the block of an entry.
    fn block(&self, piece: &Piece, depth: usize) -> Reading<'s> {
        let mut reading = Reading::default();
        for run in &piece.runs {
            let nested = self.run(run, depth);
            reading.entries.extend(nested.entries);
            reading.diagnostics.extend(nested.diagnostics);
        }
        reading
    }

    fn slice(&self, start: usize, end: usize) -> &'s str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// What is wrong with an entry that makes no sense at an offset; nothing if that has been said already.
    fn explain(&self, start: usize, end: usize, at: usize) -> Option<Diagnostic> {
        let said = |fault: &Fault| (start..end).contains(&(fault.opening.start as usize));
        if self.faults.iter().any(said) {
            return None;
        }
        Some(explain::entry(self.source, self.text, start..end, at))
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
