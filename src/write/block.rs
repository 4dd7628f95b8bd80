//! The lines of a block: groups of entries that stand together are aligned with one another.

use super::columns::{padded, width, wrapped};
use super::entry::{Cells, cells};
use super::group::{Shape, begins_group, shape};
use xwalk_syntax::layout::{Entry, Node, NodeKind};

/// How far a block is indented, in blanks.
pub const INDENT: usize = 2;

/// The canonical text of a file.
pub fn file(nodes: &[Node<'_>]) -> String {
    let mut lines = Lines::default();
    let mut after_block = false;
    for (at, node) in nodes.iter().enumerate() {
        // Between items there is one blank line, whatever the author wrote.
        let blank = at > 0 && !node.same_line && (node.blank_before || after_block);
        lines.node(nodes, at, 0, blank);
        after_block = match &node.kind {
            NodeKind::Entry(entry) => entry.block.is_some(),
            NodeKind::Comment(_) => node.same_line && after_block,
            NodeKind::Doc(_) => false,
        };
    }
    lines.text()
}

/// The lines of nodes that are put behind others of the same block, aligned with those as far as they are like them.
pub fn behind(before: &[Node<'_>], new: &[Node<'_>], indent: usize) -> String {
    let all = [before, new].concat();
    let mut lines = Lines::default();
    let mut kept = 0;
    for at in 0..all.len() {
        if at == before.len() {
            kept = lines.lines.len();
        }
        let blank = at > before.len() && all.get(at).is_some_and(|node| node.blank_before);
        lines.node(&all, at, indent, blank);
    }
    lines.lines.drain(..kept.min(lines.lines.len()));
    lines.text()
}

/// One line, and the comment at its end.
#[derive(Debug, Default)]
struct Line {
    text: String,
    comment: Option<String>,
    /// The comments of one group begin in one column.
    group: usize,
}

#[derive(Debug, Default)]
struct Lines {
    lines: Vec<Line>,
    group: usize,
    groups: usize,
    shape: Shape,
}

impl Lines {
    fn nodes(&mut self, nodes: &[Node<'_>], indent: usize) {
        for (at, node) in nodes.iter().enumerate() {
            self.node(nodes, at, indent, at > 0 && node.blank_before);
        }
    }

    fn node(&mut self, nodes: &[Node<'_>], at: usize, indent: usize, blank: bool) {
        let Some(node) = nodes.get(at) else { return };
        match &node.kind {
            NodeKind::Comment(comment) if node.same_line && !self.lines.is_empty() => {
                self.trailing(comment);
            }
            NodeKind::Comment(text) | NodeKind::Doc(text) => {
                self.blank(blank);
                self.comment(text, indent);
            }
            NodeKind::Entry(entry) => {
                self.blank(blank);
                if begins_group(nodes, at) {
                    self.next_group();
                    self.shape = shape(nodes.get(at..).unwrap_or_default(), indent);
                }
                self.entry(entry, indent);
            }
        }
    }

    /// What follows is aligned with nothing before.
    fn next_group(&mut self) {
        self.groups += 1;
        self.group = self.groups;
    }

    fn blank(&mut self, blank: bool) {
        if blank {
            self.next_group();
            self.lines.push(Line::default());
        }
    }

    fn trailing(&mut self, comment: &str) {
        if let Some(line) = self.lines.last_mut() {
            line.comment = Some(match line.comment.take() {
                Some(first) => format!("{first} {comment}"),
                None => comment.to_owned(),
            });
        }
    }

    /// A comment over several lines keeps the indentation of all but its first line.
    fn comment(&mut self, comment: &str, indent: usize) {
        for (at, line) in comment.lines().enumerate() {
            let indent = if at == 0 { indent } else { 0 };
            self.push(&format!("{}{}", " ".repeat(indent), line.trim_end()));
        }
    }

    fn push(&mut self, text: &str) {
        for line in text.split('\n') {
            self.lines.push(Line {
                text: line.to_owned(),
                comment: None,
                group: self.group,
            });
        }
    }

    fn entry(&mut self, entry: &Entry<'_>, indent: usize) {
        let head = self.head(entry, indent);
        match entry.block.as_deref() {
            None => self.push(&head),
            Some([]) => self.push(&format!("{head} {{}}")),
            Some(nodes) => {
                let shape = self.shape.clone();
                self.next_group();
                self.push(&format!("{head} {{"));
                self.nodes(nodes, indent + INDENT);
                self.next_group();
                self.push(&format!("{}}}", " ".repeat(indent)));
                self.next_group();
                self.shape = shape;
            }
        }
    }

    /// The line or lines of an entry without its block.
    fn head(&self, entry: &Entry<'_>, indent: usize) -> String {
        let margin = " ".repeat(indent);
        let shape = &self.shape;
        match cells(entry, indent) {
            Cells::Plain(text) => format!("{margin}{text}"),
            Cells::Property { word, values } if values.is_empty() => format!("{margin}{word}"),
            Cells::Property { word, values } => {
                let word = padded(&word, shape.word);
                let column = indent + width(&word) + 1;
                format!("{margin}{word} {}", broken(&values, column))
            }
            Cells::Row {
                source,
                relation,
                targets,
                clauses,
                note,
            } => {
                let gap = if relation == "->" { " " } else { "  " };
                let (source, relation) = (
                    padded(&source, shape.source),
                    padded(&relation, shape.relation),
                );
                // The tail has its own gap where it begins with something else than targets.
                let behind = if targets.is_empty() { "" } else { gap };
                let start = format!("{margin}{source}{gap}{relation}{behind}");
                let column = width(&start);
                let targets = broken(&targets, column);
                let (first, last) = targets
                    .rsplit_once('\n')
                    .map_or(("", targets.as_str()), |(first, last)| (first, last));
                // Further lines begin with their indentation, the first one does not.
                let (start, taken) = if first.is_empty() {
                    (start, 0)
                } else {
                    (format!("{start}{first}\n"), column)
                };
                let tail = [
                    (last, taken + shape.targets),
                    (clauses.as_str(), shape.clauses),
                    (note.as_str(), 0),
                ];
                format!("{start}{}", row_tail(&tail))
            }
        }
    }

    fn text(&self) -> String {
        let mut columns = vec![0; self.groups + 1];
        for line in self.lines.iter().filter(|line| line.comment.is_some()) {
            if let Some(column) = columns.get_mut(line.group) {
                *column = width(&line.text).max(*column);
            }
        }
        let mut text = String::new();
        for line in &self.lines {
            match &line.comment {
                None => text.push_str(line.text.trim_end()),
                Some(comment) => {
                    let column = columns.get(line.group).copied().unwrap_or_default();
                    text.push_str(&padded(&line.text, column));
                    text.push_str("  ");
                    text.push_str(comment);
                }
            }
            text.push('\n');
        }
        text
    }
}

/// A list from a column on, broken after commas where it is too long.
fn broken(members: &[String], column: usize) -> String {
    wrapped(members, column).join(&format!("\n{}", " ".repeat(column)))
}

/// Cells with two blanks between them, padded up to the last one that is not empty.
fn row_tail(cells: &[(&str, usize)]) -> String {
    let filled = cells
        .iter()
        .rposition(|(cell, _)| !cell.is_empty())
        .map_or(0, |last| last + 1);
    let mut text = String::new();
    for (at, (cell, columns)) in cells.iter().take(filled).enumerate() {
        if at > 0 && (*columns > 0 || at + 1 == filled) {
            text.push_str("  ");
        }
        text.push_str(&if at + 1 == filled {
            (*cell).to_owned()
        } else {
            padded(cell, *columns)
        });
    }
    text
}
