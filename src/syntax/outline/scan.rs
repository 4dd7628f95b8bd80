//! One pass over the bytes that finds the entries of a range and, in each, the runs of its block.

use std::ops::Range;

use super::lexical::{LexicalError, Skipped, backtick, comment, line_end, text};
use super::{LARGEST_RUN, Repairs};

/// The entries of a range, in order.
#[derive(Debug, Default)]
pub struct Outline {
    /// The entries.
    pub pieces: Vec<Piece>,
    /// What is opened and never closed.
    pub faults: Vec<LexicalError>,
    /// Whether every brace has its partner. Only where a file is not balanced are there repairs.
    pub balanced: bool,
}

/// One entry: its doc comment, its head and, if it has a block, the runs of entries in it.
#[derive(Debug, Default)]
pub struct Piece {
    /// Where it begins, with its doc comment.
    pub start: usize,
    /// Its end, without a comment that follows.
    pub end: usize,
    /// The brace that opens its block.
    pub open: Option<usize>,
    /// The brace that closes it.
    pub close: Option<usize>,
    /// The runs of the block.
    pub runs: Vec<Run>,
    /// The number of entries in the block.
    pub entries: usize,
    /// How many blocks are nested in it at the deepest, its own included.
    pub depth: usize,
}

/// Whole entries that follow one another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// Where the first one begins.
    pub start: usize,
    /// Where the last one ends.
    pub end: usize,
    /// How many blocks are nested in them at the deepest.
    pub depth: usize,
}

/// Finds the entries between two offsets, which are those of a file, of a block, or of a run.
pub fn outline(source: &str, range: Range<usize>, repairs: &Repairs) -> Outline {
    let bytes = source.as_bytes();
    let mut scan = Scan {
        bytes,
        end: range.end.min(bytes.len()),
        repairs,
        closings: repairs.closings_after(range.start),
        at: range.start,
        floor: range.start,
        tail: None,
        depth: 0,
        outer: Level::default(),
        inner: Level::default(),
        piece: Piece::default(),
        run: None,
        outline: Outline {
            balanced: true,
            ..Outline::default()
        },
    };
    scan.run();
    scan.outline
}

/// The entry that is under way on one level.
#[derive(Clone, Copy, Debug, Default)]
struct Level {
    start: Option<usize>,
    /// So far there is only its doc comment.
    doc: bool,
    /// The end of what has been read of it, without comments.
    end: usize,
    depth: usize,
}

struct Scan<'a> {
    bytes: &'a [u8],
    end: usize,
    repairs: &'a Repairs,
    /// The line starts before which a block has to be closed that nobody closed, in order.
    closings: &'a [usize],
    at: usize,
    /// Before this, nothing of the present line counts: the start of the line, or the end of a comment in it.
    floor: usize,
    /// The last byte of the present line that stands before a comment.
    tail: Option<usize>,
    depth: usize,
    outer: Level,
    inner: Level,
    piece: Piece,
    run: Option<Run>,
    outline: Outline,
}

impl Scan<'_> {
    fn run(&mut self) {
        loop {
            while let Some((at, rest)) = self
                .closings
                .split_first()
                .filter(|(at, _)| **at <= self.at)
            {
                self.closings = rest;
                self.close(*at);
                self.end_entry();
            }
            self.begin();
            let Some(found) = self.next_sign() else { break };
            self.at = found + 1;
            match self.byte(found) {
                Some(b'\n') => self.line_break(found),
                Some(b'"') => self.skip(text(self.bytes, found, self.end)),
                Some(b'`') => self.skip(backtick(self.bytes, found, self.end)),
                Some(b'/') => self.slash(found),
                _ if self.repairs.ignores(found) => {}
                Some(b'{') => self.open(found),
                _ => self.close(found),
            }
        }
        self.finish();
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.bytes.get(at).filter(|_| at < self.end).copied()
    }

    /// The next byte that can matter to the outline.
    fn next_sign(&self) -> Option<usize> {
        let rest = self.bytes.get(self.at..self.end)?;
        let sign = |byte: &u8| matches!(byte, b'\n' | b'"' | b'`' | b'/' | b'{' | b'}');
        rest.iter().position(sign).map(|length| self.at + length)
    }

    fn level(&mut self) -> Option<&mut Level> {
        match self.depth {
            0 => Some(&mut self.outer),
            1 => Some(&mut self.inner),
            _ => None,
        }
    }

    /// Where no entry is under way, the next thing that is neither blank nor a comment begins one.
    fn begin(&mut self) {
        if self
            .level()
            .is_none_or(|level| level.start.is_some() && !level.doc)
        {
            return;
        }
        while matches!(self.byte(self.at), Some(b' ' | b'\t' | b'\r')) {
            self.at += 1;
        }
        let at = self.at;
        let comment = self.byte(at) == Some(b'/') && matches!(self.byte(at + 1), Some(b'/' | b'*'));
        if comment || matches!(self.byte(at), None | Some(b'\n' | b'}')) {
            return;
        }
        if let Some(level) = self.level() {
            level.start = level.start.or(Some(at));
            level.doc = false;
        }
    }

    fn skip(&mut self, skipped: Skipped) {
        self.at = match skipped {
            Ok(end) => end,
            Err(fault) => {
                self.outline.faults.push(fault);
                fault.span.end as usize
            }
        };
    }

    /// A slash that begins no comment belongs to an identifier.
    fn slash(&mut self, at: usize) {
        match self.byte(at + 1) {
            Some(b'/') => {
                self.tail = self.last_before(at).or(self.tail);
                let doc = self.byte(at + 2) == Some(b'/') && self.byte(at + 3) != Some(b'/');
                if let Some(level) = self.level()
                    && doc
                    && level.start.is_none()
                {
                    *level = Level {
                        start: Some(at),
                        doc: true,
                        end: at,
                        depth: 0,
                    };
                }
                self.at = line_end(self.bytes, at, self.end);
                self.floor = self.at;
            }
            Some(b'*') => {
                self.tail = self.last_before(at).or(self.tail);
                self.skip(comment(self.bytes, at, self.end));
                self.floor = self.at;
            }
            _ => {}
        }
    }

    /// The last byte of the present line before `at` that is not blank.
    fn last_before(&self, at: usize) -> Option<usize> {
        let line = self.bytes.get(self.floor..at)?;
        line.iter()
            .rposition(|byte| !matches!(byte, b' ' | b'\t' | b'\r'))
            .map(|length| self.floor + length)
    }

    /// A line break ends the entry, unless the line ends in a comma, an arrow or a plus.
    fn line_break(&mut self, at: usize) {
        let last = self.last_before(at).or(self.tail);
        self.floor = at + 1;
        self.tail = None;
        let Some(last) = last else { return };
        let continued = match self.byte(last) {
            Some(b',' | b'+') => true,
            Some(b'>') => last.checked_sub(1).and_then(|before| self.byte(before)) == Some(b'-'),
            _ => false,
        };
        let Some(level) = self.level() else { return };
        if level.start.is_none() || level.doc {
            return;
        }
        level.end = last + 1;
        if !continued {
            self.end_entry();
        }
    }

    /// The entry of the present level is complete.
    fn end_entry(&mut self) {
        if self.depth > 1 {
            return;
        }
        if self.depth == 0 {
            let level = std::mem::take(&mut self.outer);
            if let Some(start) = level.start.filter(|_| !level.doc) {
                let piece = std::mem::take(&mut self.piece);
                self.outline.pieces.push(Piece {
                    start,
                    end: level.end,
                    depth: level.depth,
                    ..piece
                });
            }
            return;
        }
        let level = std::mem::take(&mut self.inner);
        // A second block on one line belongs to nothing.
        let counts = !level.doc && self.piece.close.is_none();
        let Some(start) = level.start.filter(|_| counts) else {
            return;
        };
        self.piece.entries += 1;
        match &mut self.run {
            Some(run) if level.end - run.start <= LARGEST_RUN => {
                run.end = level.end;
                run.depth = run.depth.max(level.depth);
            }
            run => {
                let next = Run {
                    start,
                    end: level.end,
                    depth: level.depth,
                };
                self.piece.runs.extend(run.replace(next));
            }
        }
    }

    fn open(&mut self, at: usize) {
        if self.depth == 0 {
            self.piece.open = self.piece.open.or(Some(at));
        }
        self.depth += 1;
        self.outer.depth = self.outer.depth.max(self.depth);
        if self.depth > 1 {
            self.inner.depth = self.inner.depth.max(self.depth - 1);
        }
    }

    fn close(&mut self, at: usize) {
        match self.depth {
            0 => {
                self.outline.balanced = false;
                return;
            }
            1 => {
                if let Some(last) = self.last_before(at).or(self.tail)
                    && self.inner.start.is_some_and(|start| start <= last)
                    && !self.inner.doc
                {
                    self.inner.end = self.inner.end.max(last + 1);
                }
                self.end_entry();
                self.piece.runs.extend(self.run.take());
                self.piece.close = self.piece.close.or(Some(at));
            }
            _ => {}
        }
        self.depth -= 1;
        let end = self.at;
        if let Some(level) = self.level() {
            level.end = end.max(level.end);
        }
    }

    fn finish(&mut self) {
        self.outline.balanced &= self.depth == 0;
        let last = self
            .last_before(self.end)
            .or(self.tail)
            .map_or(0, |last| last + 1);
        while self.depth > 0 {
            self.close(self.end);
        }
        self.outer.end = self.outer.end.max(last);
        self.end_entry();
    }
}
