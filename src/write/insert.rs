//! Edits by what they are for: an entry into a block, another value for a property. Made twice, they are made once.

use super::block::{INDENT, behind, file};
use super::edit::{Edit, EditError};
use super::entry::atom;
use super::group::alike;
use super::same::{same, same_entry};
use xwalk_source::Span;
use xwalk_syntax::Atom;
use xwalk_syntax::layout::{Entry, Node, NodeKind, Part, layout};

/// Where entries are put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    /// Among the items of the file.
    File,
    /// In the first block that begins and ends in this place, such as that of a construct.
    Block(Span),
}

/// Puts entries with their comments behind the last one of a block, in canonical layout; nothing, if they stand there
/// already. Lines that stand there are not aligned anew.
///
/// # Errors
///
/// The text or the entries make no sense, or there is no such block.
pub fn append(text: &str, within: Within, entries: &str) -> Result<Vec<Edit>, EditError> {
    let nodes = read(text)?;
    let new = read(entries)?;
    let Some(first) = new.first() else {
        return Ok(Vec::new());
    };
    let block = match within {
        Within::File => None,
        Within::Block(span) => Some(find(text, &nodes, span)?),
    };
    let there = block.as_ref().map_or(nodes.as_slice(), |block| block.nodes);
    if there.windows(new.len()).any(|some| same(some, &new)) {
        return Ok(Vec::new());
    }
    let Some(block) = block else {
        let break_before = match text {
            "" => "",
            text if text.ends_with("\n\n") => "",
            text if text.ends_with('\n') => "\n",
            _ => "\n\n",
        };
        return Ok(vec![put(
            text,
            text.len(),
            format!("{break_before}{}", file(&new)),
        )]);
    };
    let blank = there.last().is_some_and(|last| !alike(last, first));
    Ok(vec![block.line(there.len(), &new, blank)])
}

/// Gives a property of a block another value, or puts it behind the other properties; comments stay. Nothing, if it
/// stands there already. Of several properties with this word, it is the first.
///
/// # Errors
///
/// The text makes no sense, there is no such block, or what is to be set is not one property.
pub fn set(text: &str, block: Span, property: &str) -> Result<Vec<Edit>, EditError> {
    let nodes = read(text)?;
    set_by(&find(text, &nodes, block)?, property, 1)
}

/// The same for a property that may repeat and says something of its first value: the one that says something of the same
/// gets other values, or it is put behind the last with this word. The block is that of the item of the file in which a
/// place lies, such as that of its name.
///
/// # Errors
///
/// The text makes no sense, there is no such item, or what is to be set is not one property.
pub fn set_of(text: &str, item: Span, property: &str) -> Result<Vec<Edit>, EditError> {
    let nodes = read(text)?;
    set_by(&around(text, &nodes, item)?, property, 2)
}

/// Sets the property of which so many atoms are the same, the word among them.
fn set_by(block: &Block<'_, '_>, property: &str, same: usize) -> Result<Vec<Edit>, EditError> {
    let new = read(property)?;
    let [node] = new.as_slice() else {
        return Err(EditError::Broken { at: 0 });
    };
    let (Some(wanted), Some(word)) = (entry(node), word(node)) else {
        return Err(EditError::Broken { at: 0 });
    };
    let begins = |entry: &Entry<'_>| -> Vec<String> {
        let atoms = atoms(entry).take(same);
        atoms.map(|atom| atom.text.to_owned()).collect()
    };
    let old = block.nodes.iter().find(|node| {
        self::word(node) == Some(word)
            && entry(node).is_some_and(|entry| begins(entry) == begins(wanted))
    });
    if let Some(old) = old.and_then(entry) {
        return Ok(if same_entry(old, wanted) {
            Vec::new()
        } else {
            other_values(old, property, wanted)
        });
    }
    let nodes = || block.nodes.iter();
    let alike = nodes().rposition(|node| same > 1 && self::word(node) == Some(word));
    let last = alike.or_else(|| nodes().rposition(|node| self::word(node).is_some()));
    let behind = last.map_or(0, |last| {
        let rest = block.nodes.get(last + 1..).unwrap_or_default();
        last + 1 + rest.iter().take_while(|node| node.same_line).count()
    });
    Ok(vec![block.line(behind, &new, false)])
}

/// A block, and how deep it stands.
struct Block<'a, 's> {
    text: &'a str,
    nodes: &'a [Node<'s>],
    depth: usize,
    /// Where its closing brace stands.
    end: usize,
}

impl Block<'_, '_> {
    /// New nodes on lines of their own, behind so many of the block.
    fn line(&self, count: usize, new: &[Node<'_>], blank: bool) -> Edit {
        let before = self.nodes.get(..count).unwrap_or_default();
        let lines = behind(before, new, self.depth * INDENT);
        let blank = if blank { "\n" } else { "" };
        let mut lines = format!("\n{blank}{}", lines.trim_end());
        let open = || match self.nodes.first() {
            Some(first) => first.span.start as usize,
            None => self.end,
        };
        let at = before.last().map_or_else(
            || {
                self.text
                    .get(..open())
                    .map_or(0, |text| text.trim_end().len())
            },
            |last| last.span.end as usize,
        );
        // A brace on the same line gets a line of its own, and with it what is between.
        let rest = self.text.get(at..).unwrap_or_default();
        let next = rest.trim_start_matches([' ', '\t', '\r']);
        if next.starts_with('\n') {
            return put(self.text, at, lines);
        }
        let depth = self
            .depth
            .saturating_sub(usize::from(next.starts_with('}')));
        lines.push('\n');
        lines.push_str(&" ".repeat(depth * INDENT));
        Edit {
            span: Span::new(at, at + rest.len() - next.len()),
            text: breaks_of(self.text, lines),
        }
    }
}

/// The first block that begins and ends in a place.
fn find<'a, 's>(
    text: &'a str,
    nodes: &'a [Node<'s>],
    span: Span,
) -> Result<Block<'a, 's>, EditError> {
    fn search<'a, 's>(
        nodes: &'a [Node<'s>],
        span: Span,
        depth: usize,
    ) -> Option<(&'a Node<'s>, &'a [Node<'s>], usize)> {
        nodes.iter().find_map(|node| {
            let block = entry(node)?.block.as_deref()?;
            if span.start <= node.span.start && node.span.end <= span.end {
                return Some((node, block, depth));
            }
            search(block, span, depth + 1)
        })
    }
    let at = span.start as usize;
    let (node, nodes, depth) = search(nodes, span, 1).ok_or(EditError::NoPlace { at })?;
    Ok(Block {
        text,
        nodes,
        depth,
        end: (node.span.end as usize).saturating_sub(1),
    })
}

/// The block of the item in which a place lies.
fn around<'a, 's>(
    text: &'a str,
    nodes: &'a [Node<'s>],
    span: Span,
) -> Result<Block<'a, 's>, EditError> {
    let mut nodes = nodes.iter();
    let found = nodes.find_map(|node| {
        let block = entry(node)?.block.as_deref()?;
        let is_there = node.span.start <= span.start && span.end <= node.span.end;
        is_there.then_some((node, block))
    });
    let at = span.start as usize;
    let (node, nodes) = found.ok_or(EditError::NoPlace { at })?;
    Ok(Block {
        text,
        nodes,
        depth: 1,
        end: (node.span.end as usize).saturating_sub(1),
    })
}

/// The values of one property in place of those of another: comments between the old ones stay where they are.
fn other_values(old: &Entry<'_>, property: &str, wanted: &Entry<'_>) -> Vec<Edit> {
    let Some(word) = atoms(old).next().map(end) else {
        return Vec::new();
    };
    let start = atoms(wanted).nth(1).map(|atom| atom.start as usize);
    let end_of = atoms(wanted).last().map(end).unwrap_or_default();
    let values = start.and_then(|start| property.get(start..end_of));
    let mut values = values.unwrap_or_default().to_owned();
    let mut edits = Vec::new();
    for run in old.parts.split(|part| matches!(part, Part::Comment(_))) {
        let mut run = run
            .iter()
            .filter_map(atom)
            .filter(|atom| atom.start as usize >= word);
        let Some(first) = run.next() else { continue };
        edits.push(Edit {
            span: Span::new(first.start as usize, end(run.next_back().unwrap_or(first))),
            text: std::mem::take(&mut values),
        });
    }
    if edits.is_empty() {
        edits.push(Edit {
            span: Span::new(word, word),
            text: format!(" {values}"),
        });
    }
    edits
}

fn read(text: &str) -> Result<Vec<Node<'_>>, EditError> {
    layout(text).map_err(|at| EditError::Broken { at })
}

/// The word of a property.
fn word<'s>(node: &Node<'s>) -> Option<&'s str> {
    let entry = entry(node).filter(|entry| entry.block.is_none())?;
    let mut atoms = atoms(entry);
    let word = atoms.next().filter(|atom| atom.is_word())?;
    let second = atoms.next();
    second
        .is_none_or(|atom| atom.text != "->")
        .then_some(word.text)
}

fn entry<'a, 's>(node: &'a Node<'s>) -> Option<&'a Entry<'s>> {
    match &node.kind {
        NodeKind::Entry(entry) => Some(entry),
        NodeKind::Comment(_) | NodeKind::Doc(_) => None,
    }
}

fn atoms<'a, 's>(entry: &'a Entry<'s>) -> impl Iterator<Item = &'a Atom<'s>> {
    entry.parts.iter().filter_map(atom)
}

/// Where an atom ends.
fn end(atom: &Atom<'_>) -> usize {
    atom.start as usize + atom.text.len()
}

fn put(text: &str, at: usize, new: String) -> Edit {
    Edit {
        span: Span::new(at, at),
        text: breaks_of(text, new),
    }
}

/// New text with the line breaks of the text that it goes into.
fn breaks_of(text: &str, new: String) -> String {
    if text.contains("\r\n") {
        new.replace('\n', "\r\n")
    } else {
        new
    }
}
