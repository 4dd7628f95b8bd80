//! The few lines of a file that a diagnostic shows, with what a terminal would obey made visible.
//!
//! An excerpt is a text of its own, with its own offsets: control characters become symbols of other lengths, long
//! lines are cut, and what lies between two distant places is left out. It is made from the file's line index, so
//! that its cost does not depend on where in a large file it lies.

use std::ops::Range;

use super::visible::visible;
use xwalk_source::{Position, Source, Span};

/// Lines shown before and after a place.
const CONTEXT: usize = 1;
/// A place of more lines than this is shown by its first line.
const LONGEST: usize = 6;
/// Stands where a long line is cut.
const CUT: &str = "…";

/// Some lines of a file.
#[derive(Debug)]
pub struct Excerpt {
    /// The file's name, made visible.
    pub name: String,
    /// Where each place begins in the file, by its offset in the excerpt.
    starts: Vec<(usize, Position)>,
    blocks: Vec<Block>,
}

/// Adjacent lines.
#[derive(Debug)]
struct Block {
    /// The offset of the block in the excerpt.
    at: usize,
    /// Its first line in the file, from 0.
    first_line: usize,
    /// The lines, each with a line break.
    text: String,
    /// Where in `text` each line begins.
    line_starts: Vec<usize>,
}

/// What [`Excerpt::around`] finds: whole lines.
pub struct Lines<'e> {
    /// The offset of the first line in the excerpt.
    pub at: usize,
    /// The number of the first line in the file, from 0.
    pub first_line: usize,
    /// The lines, each with a line break.
    pub text: &'e str,
    /// How many there are.
    pub count: usize,
}

impl Excerpt {
    /// The lines around some places of one file, at most `width` characters wide, and the places as ranges of the
    /// excerpt, in the order given.
    pub fn new(source: &Source, spans: &[Span], width: usize) -> (Self, Vec<Range<usize>>) {
        let spans: Vec<Range<usize>> = spans.iter().map(|span| shown_part(source, *span)).collect();
        let mut excerpt = Self {
            name: visible(&source.path().replace(['\n', '\t'], " ")).into_owned(),
            starts: Vec::new(),
            blocks: Vec::new(),
        };
        for lines in merged_lines(source, &spans) {
            excerpt.push_block(source, lines, &spans, width.max(40));
        }
        let moved: Vec<Range<usize>> = spans
            .iter()
            .map(|span| excerpt.moved(source, span, &spans, width.max(40)))
            .collect();
        excerpt.starts = std::iter::zip(&spans, &moved)
            .map(|(span, moved)| {
                (
                    moved.start,
                    source.lines().position(source.text(), offset(span.start)),
                )
            })
            .collect();
        (excerpt, moved)
    }

    /// The line and column in the file of a place that begins at this offset of the excerpt.
    pub fn position(&self, at: usize) -> Option<Position> {
        self.starts
            .iter()
            .find(|(start, _)| *start == at)
            .map(|(_, position)| *position)
    }

    /// The lines that hold a range of the excerpt, and some before and after it, as far as they are here.
    pub fn around(&self, range: Range<usize>, before: usize, after: usize) -> Option<Lines<'_>> {
        let block = self
            .blocks
            .iter()
            .rev()
            .find(|block| block.at <= range.start)?;
        let within = |at: usize| block.line_of(at.checked_sub(block.at)?);
        let first = within(range.start)?.saturating_sub(before);
        let last = (within(range.end)? + after).min(block.line_starts.len().saturating_sub(1));
        let start = block.line_starts.get(first).copied()?;
        let end = block
            .line_starts
            .get(last + 1)
            .copied()
            .unwrap_or(block.text.len());
        Some(Lines {
            at: block.at + start,
            first_line: block.first_line + first,
            text: block.text.get(start..end)?,
            count: last + 1 - first,
        })
    }

    fn push_block(
        &mut self,
        source: &Source,
        lines: Range<usize>,
        spans: &[Range<usize>],
        width: usize,
    ) {
        // One byte between blocks, so that no offset belongs to two.
        let at = self
            .blocks
            .last()
            .map_or(0, |block| block.at + block.text.len() + 1);
        let mut block = Block {
            at,
            first_line: lines.start,
            text: String::new(),
            line_starts: Vec::new(),
        };
        for line in lines {
            let range = line_range(source, line);
            let window = window(source, &range, spans, width);
            block.line_starts.push(block.text.len());
            block
                .text
                .push_str(if window.start > range.start { CUT } else { "" });
            block
                .text
                .push_str(&visible(source.text().get(window.clone()).unwrap_or("")));
            block
                .text
                .push_str(if window.end < range.end { CUT } else { "" });
            block.text.push('\n');
        }
        self.blocks.push(block);
    }

    /// A range of the file as a range of the excerpt.
    fn moved(
        &self,
        source: &Source,
        span: &Range<usize>,
        spans: &[Range<usize>],
        width: usize,
    ) -> Range<usize> {
        let moved = |at: usize| {
            let line = source.lines().line(offset(at));
            let range = line_range(source, line);
            let window = window(source, &range, spans, width);
            let cut = if window.start > range.start {
                CUT.len()
            } else {
                0
            };
            let before = source
                .text()
                .get(window.start..at.clamp(window.start, window.end))
                .unwrap_or("");
            let block = self
                .blocks
                .iter()
                .rev()
                .find(|block| block.first_line <= line)?;
            let start = block.line_starts.get(line - block.first_line)?;
            Some(block.at + start + cut + visible(before).len())
        };
        let start = moved(span.start).unwrap_or(0);
        start..moved(span.end).unwrap_or(start).max(start)
    }
}

impl Block {
    /// The line that holds an offset of the block, if the block holds it.
    fn line_of(&self, at: usize) -> Option<usize> {
        (at <= self.text.len()).then(|| {
            self.line_starts
                .partition_point(|start| *start <= at)
                .saturating_sub(1)
        })
    }
}

/// The part of a place that is shown: without white space at its end, and not more than a few lines.
fn shown_part(source: &Source, span: Span) -> Range<usize> {
    let end_of_text = source.text().len();
    let start = (span.start as usize).min(end_of_text);
    let end = (span.end as usize).clamp(start, end_of_text);
    let end = source
        .text()
        .get(start..end)
        .map_or(end, |text| start + text.trim_end().len());
    let first = source.lines().line(offset(start));
    if source.lines().line(offset(end)) - first >= LONGEST {
        start..line_range(source, first).end.max(start)
    } else {
        start..end
    }
}

/// The lines that the places need, with context, where they touch made one.
fn merged_lines(source: &Source, spans: &[Range<usize>]) -> Vec<Range<usize>> {
    // What follows the last line break is no line, unless a place points there.
    let last_line = source
        .lines()
        .line(offset(source.text().trim_end_matches('\n').len()));
    let mut needed: Vec<Range<usize>> = spans
        .iter()
        .map(|span| {
            let first = source
                .lines()
                .line(offset(span.start))
                .saturating_sub(CONTEXT);
            let last = source.lines().line(offset(span.end));
            first..last.max((last + CONTEXT).min(last_line)) + 1
        })
        .collect();
    needed.sort_by_key(|lines| lines.start);
    let mut merged: Vec<Range<usize>> = Vec::new();
    for lines in needed {
        match merged.last_mut() {
            // Nothing is gained by leaving out one or two lines between two places.
            Some(last) if lines.start <= last.end + 2 => last.end = last.end.max(lines.end),
            _ => merged.push(lines),
        }
    }
    merged
}

/// The bytes of a line (from 0) without its line break.
fn line_range(source: &Source, line: usize) -> Range<usize> {
    let text = source.text();
    let start = source
        .lines()
        .start(line)
        .map_or(text.len(), |start| start as usize);
    let end = source
        .lines()
        .start(line + 1)
        .map_or(text.len(), |next| next as usize);
    let kept = text
        .get(start..end)
        .unwrap_or("")
        .trim_end_matches(['\n', '\r']);
    start..start + kept.len()
}

/// The part of a line that fits into the width and holds what is pointed at on it.
fn window(
    source: &Source,
    line: &Range<usize>,
    spans: &[Range<usize>],
    width: usize,
) -> Range<usize> {
    if line.len() <= width {
        return line.clone();
    }
    let here = || {
        spans
            .iter()
            .filter(|span| span.start <= line.end && span.end >= line.start)
    };
    let first = here()
        .map(|span| span.start.max(line.start))
        .min()
        .unwrap_or(line.start);
    let last = here()
        .map(|span| span.end.min(line.end))
        .max()
        .unwrap_or(line.start);
    // A little of what follows, but always the beginning of what is pointed at.
    let start = (last + width / 8)
        .min(line.end)
        .saturating_sub(width)
        .clamp(line.start, first);
    let end = (start + width).min(line.end);
    source.text().floor_char_boundary(start)..source.text().floor_char_boundary(end)
}

/// Offsets of files fit into 32 bits.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
