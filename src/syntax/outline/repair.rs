//! Where braces have no partner: which ones to disregard, and where to close what is never closed.
//!
//! Only files that do not balance are looked at. What the author meant is read off the indentation, and an item
//! keyword in column one begins an item whatever is still open: so at most one item is damaged.

use super::lexical::{backtick, comment, line_end, text};

/// What makes an unbalanced file balanced. Empty for all others.
#[derive(Debug, Default)]
pub struct Repairs {
    /// Braces that count for nothing, in order.
    ignored: Vec<usize>,
    /// Line starts before which a block ends that nobody closed, in order; twice for two blocks.
    closings: Vec<usize>,
}

/// A brace without a partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unpaired {
    /// An opening brace that is never closed.
    Opening(usize),
    /// A closing brace that closes nothing.
    Closing(usize),
}

impl Repairs {
    /// Whether the brace at this offset counts for nothing.
    pub fn ignores(&self, at: usize) -> bool {
        self.ignored.binary_search(&at).is_ok()
    }

    /// The closings behind an offset.
    pub fn closings_after(&self, at: usize) -> &[usize] {
        let first = self.closings.partition_point(|closing| *closing <= at);
        self.closings.get(first..).unwrap_or_default()
    }
}

/// How to balance a text, and which of its braces have no partner, in order.
pub fn repair(source: &str, keywords: &[&str]) -> (Repairs, Vec<Unpaired>) {
    let marks = marks(source, keywords);
    let count = |sign: MarkKind| marks.iter().filter(|mark| mark.kind == sign).count();
    let mut repair = Repair {
        open: Vec::new(),
        surplus: count(MarkKind::Close) > count(MarkKind::Open),
        ..Repair::default()
    };
    for mark in &marks {
        repair.take(mark);
    }
    repair
        .unpaired
        .extend(repair.open.last().map(|mark| Unpaired::Opening(mark.at)));
    repair.unpaired.sort_unstable();
    repair.repairs.ignored.sort_unstable();
    (repair.repairs, repair.unpaired)
}

/// A brace, or a line that begins with an item keyword in column one.
#[derive(Clone, Copy, Debug)]
struct Mark {
    kind: MarkKind,
    at: usize,
    /// Where its line begins.
    line: usize,
    /// How far its line is indented, in bytes.
    indent: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MarkKind {
    Open,
    Close,
    Item,
}

#[derive(Default)]
struct Repair {
    open: Vec<Mark>,
    /// There are more closing braces than opening ones.
    surplus: bool,
    repairs: Repairs,
    unpaired: Vec<Unpaired>,
}

impl Repair {
    fn take(&mut self, mark: &Mark) {
        match mark.kind {
            MarkKind::Open => self.open.push(*mark),
            MarkKind::Item => {
                self.unpaired
                    .extend(self.open.last().map(|open| Unpaired::Opening(open.at)));
                self.repairs
                    .closings
                    .extend(self.open.drain(..).map(|_| mark.line));
            }
            MarkKind::Close => self.close(mark),
        }
    }

    fn close(&mut self, mark: &Mark) {
        let first_on_line = mark.at == mark.line + mark.indent;
        let innermost = self.open.last().map(|open| open.indent);
        let alike = self
            .open
            .iter()
            .rposition(|open| open.indent == mark.indent);
        match (innermost, alike) {
            (Some(innermost), _) if !first_on_line || innermost == mark.indent => {
                self.open.pop();
            }
            (Some(innermost), Some(alike)) if innermost > mark.indent => {
                for open in self.open.drain(alike + 1..) {
                    self.unpaired.push(Unpaired::Opening(open.at));
                    self.repairs.closings.push(mark.line);
                }
                self.open.pop();
            }
            (Some(innermost), _) if innermost > mark.indent || !self.surplus => {
                self.open.pop();
            }
            _ => {
                self.repairs.ignored.push(mark.at);
                self.unpaired.push(Unpaired::Closing(mark.at));
            }
        }
    }
}

/// The braces of a text and the item keywords in its first column, in order.
fn marks(source: &str, keywords: &[&str]) -> Vec<Mark> {
    let bytes = source.as_bytes();
    let end = bytes.len();
    let mut marks = Vec::new();
    let mut line = 0;
    let mut at = 0;
    while at < end {
        if at == line && begins_item(source.get(line..).unwrap_or_default(), keywords) {
            marks.push(Mark {
                kind: MarkKind::Item,
                at,
                line,
                indent: 0,
            });
        }
        let skipped = |result: Result<usize, super::LexicalError>| {
            result.unwrap_or_else(|fault| fault.span.end as usize)
        };
        let brace = |kind| {
            let indent = bytes
                .iter()
                .skip(line)
                .take_while(|byte| matches!(byte, b' ' | b'\t'))
                .count();
            Mark {
                kind,
                at,
                line,
                indent,
            }
        };
        at = match bytes.get(at) {
            Some(b'\n') => {
                line = at + 1;
                line
            }
            Some(b'"') => skipped(text(bytes, at, end)),
            Some(b'`') => skipped(backtick(bytes, at, end)),
            Some(b'/') if bytes.get(at + 1) == Some(&b'/') => line_end(bytes, at, end),
            Some(b'/') if bytes.get(at + 1) == Some(&b'*') => skipped(comment(bytes, at, end)),
            Some(b'{') => {
                marks.push(brace(MarkKind::Open));
                at + 1
            }
            Some(b'}') => {
                marks.push(brace(MarkKind::Close));
                at + 1
            }
            _ => at + 1,
        };
    }
    marks
}

fn begins_item(line: &str, keywords: &[&str]) -> bool {
    let behind = keywords
        .iter()
        .find_map(|keyword| line.strip_prefix(keyword));
    behind.is_some_and(|behind| behind.starts_with([' ', '\t']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unpaired(source: &str) -> Vec<Unpaired> {
        repair(source, &["framework", "mapping"]).1
    }

    #[test]
    fn a_block_that_is_never_closed_ends_where_the_next_item_begins() {
        let source = "mapping a {\n  A equal B\n\nmapping b {\n}\n";
        let (repairs, unpaired) = repair(source, &["mapping"]);
        assert_eq!(unpaired, [Unpaired::Opening(10)]);
        assert_eq!(repairs.closings, [25]);
    }

    #[test]
    fn the_indentation_tells_which_of_two_blocks_is_not_closed() {
        let source = "framework f@1 {\n  A {\n    B {\n      C\n  }\n}\n";
        assert_eq!(
            unpaired(source),
            [Unpaired::Opening(source.find("B {").unwrap() + 2)]
        );
    }

    #[test]
    fn a_brace_too_many_is_the_one_that_is_indented_like_nothing() {
        let source = "framework f@1 {\n  A\n  }\n  B\n}\n";
        assert_eq!(
            unpaired(source),
            [Unpaired::Closing(source.find("  }").unwrap() + 2)]
        );
    }

    #[test]
    fn a_brace_behind_the_last_item_closes_nothing() {
        assert_eq!(unpaired("mapping a {\n}\n}\n"), [Unpaired::Closing(14)]);
    }
}
