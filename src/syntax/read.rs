//! From runs of entries to trees, with what is broken set apart.

use crate::explain;
use crate::found::Found;
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
    pub found: Found,
    /// What of it is missing.
    pub lost: Lost,
}

/// Which entries are missing because they make no sense.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lost {
    /// Any at all.
    pub any: bool,
    /// One that begins with a small word: it may have been a condition or a scope of what it stands in.
    pub word: bool,
}

impl Lost {
    /// What is missing of one or the other.
    fn add(&mut self, other: Self) {
        self.any |= other.any;
        self.word |= other.word;
    }
}

impl<'s> Reading<'s> {
    /// Keeps an entry, of which something may be missing or wrong. A row of which that is so is lost as a whole: what
    /// is missing may have limited it, and without that it would claim more than its author does.
    fn keep(&mut self, entry: Entry<'s>, broken: bool, within: Within) {
        let claims = match &entry {
            Entry::Row(_) => true,
            Entry::Control(_) => within == Within::Assessment,
            Entry::Construct(_) | Entry::Property(_) => false,
        };
        if claims && broken {
            self.lost.any = true;
            return;
        }
        self.lost.word |= broken && !matches!(entry, Entry::Control(_));
        self.entries.push(entry);
    }
}

impl<'s> Reader<'s> {
    /// Reads a run whose entries stand at this depth: at once if it can be, else entry by entry.
    pub fn run(&self, run: &Run, depth: usize, within: Within) -> Reading<'s> {
        if run.end - run.start <= LARGEST_RUN
            && depth + run.depth <= DEEPEST
            && !self.has_said(run.start, run.end)
            && let Ok(entries) = tree::run(self.slice(run.start, run.end), run.start)
        {
            return Reading {
                entries,
                ..Reading::default()
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
                Ok(entries) => {
                    let said = self.has_said(piece.start, piece.end);
                    for entry in entries {
                        reading.keep(entry, said, within);
                    }
                    return;
                }
                Err(at) if piece.open.is_none() => {
                    if let Some((control, untitled)) = self.untitled(piece, at, within) {
                        reading.entries.push(control);
                        reading.found.add(|| untitled);
                        return;
                    }
                    reading.lost.add(self.lost(piece));
                    if !self.has_said(piece.start, piece.end) {
                        let why = || self.why(piece.start, piece.end, at, within);
                        reading.found.add(why);
                    }
                    return;
                }
                Err(_) => {}
            }
        }
        let before = reading.found.count();
        let Some(head) = self.head(piece, within, &mut reading.found) else {
            reading.lost.add(self.lost(piece));
            return self.orphans(piece, depth, within, reading);
        };
        let nested = self.block(piece, depth + 1, within);
        let behind = self.has_behind(piece);
        let wrong = reading.found.count() > before || self.has_said(piece.start, piece.end);
        let broken = wrong || nested.lost.any || behind;
        reading.found.append(nested.found);
        if behind {
            reading.found.extend(self.behind(piece, within));
        }
        reading.keep(with_block(head, nested.entries), broken, within);
    }

    /// An entry that is missing.
    fn lost(&self, piece: &Piece) -> Lost {
        let word = explain::begins_with_word(self.slice(piece.start, piece.end));
        Lost { any: true, word }
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
        reading.found.append(nested.found);
        let control = |entry: &Entry<'s>| matches!(entry, Entry::Control(_));
        reading
            .entries
            .extend(nested.entries.into_iter().filter(control));
    }

    /// Whether anything but a comment comes after the end of a block, on the same line.
    pub fn has_behind(&self, piece: &Piece) -> bool {
        self.place_behind(piece).is_some()
    }

    /// What is wrong with what comes after the end of a block, on the same line; nothing if that is already stated.
    pub fn behind(&self, piece: &Piece, within: Within) -> Option<Diagnostic> {
        let at = self.place_behind(piece)?;
        if self.has_said(at, piece.end) {
            return None;
        }
        Some(self.why(piece.start, piece.end, at, within))
    }

    /// Where it begins. A block that nobody closed ends where nothing closes it, and nothing is behind it.
    fn place_behind(&self, piece: &Piece) -> Option<usize> {
        let close = piece.close?;
        if self.slice(close, close + 1) != "}" {
            return None;
        }
        let mut at = close + 1;
        loop {
            let rest = self.slice(at, piece.end);
            let inner = rest.trim_start();
            at += rest.len() - inner.len();
            match inner.strip_prefix("/*").map(|comment| comment.find("*/")) {
                Some(Some(length)) => at += length + 4,
                _ => return (!inner.is_empty()).then_some(at),
            }
        }
    }

    /// The head of an entry that has a block.
    pub fn head(&self, piece: &Piece, within: Within, found: &mut Found) -> Option<Entry<'s>> {
        let open = piece.open?;
        match tree::head(self.slice(piece.start, open + 1), piece.start) {
            Ok(head) => head,
            Err(at) => {
                if !self.has_said(piece.start, open + 1) {
                    found.add(|| self.why(piece.start, open + 1, at, within));
                }
                self.salvage(piece.start, at)
            }
        }
    }

    /// The entries of the block of an entry.
    fn block(&self, piece: &Piece, depth: usize, within: Within) -> Reading<'s> {
        let mut reading = Reading::default();
        if depth > DEEPEST {
            reading.found.extend(
                piece
                    .open
                    .map(|open| explain::too_deep(self.source, open, DEEPEST)),
            );
            reading.lost.any = true;
            return reading;
        }
        for run in &piece.runs {
            let nested = self.run(run, depth, within);
            reading.entries.extend(nested.entries);
            reading.found.append(nested.found);
            reading.lost.add(nested.lost);
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

    /// What is wrong with an entry that makes no sense at an offset.
    fn why(&self, start: usize, end: usize, at: usize, within: Within) -> Diagnostic {
        let broken = explain::Broken {
            source: self.source,
            text: self.text,
            range: start..end,
            at,
            within,
        };
        explain::entry(&broken)
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
