//! A file as it is laid out: entries and comments in order, with their atoms. It needs no vocabulary.

use pest::Parser;
use pest::iterators::{Pair, Pairs};

use super::grammar::{Grammar, Rule};
use super::tree::{Atom, sign};
use xwalk_source::Span;

/// One entry, or a comment on lines of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node<'s> {
    /// All of it, with its block.
    pub span: Span,
    /// Whether a blank line stands before it.
    pub blank_before: bool,
    /// Whether it stands on the line on which what is before it ends.
    pub same_line: bool,
    /// What it is.
    pub kind: NodeKind<'s>,
}

/// What a [`Node`] is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NodeKind<'s> {
    /// `// …` or `/* … */`.
    Comment(&'s str),
    /// `/// …`
    Doc(&'s str),
    /// An entry.
    Entry(Entry<'s>),
}

/// An entry with its block, if it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'s> {
    /// What stands on its line or lines.
    pub parts: Vec<Part<'s>>,
    /// The nodes of its block.
    pub block: Option<Vec<Node<'s>>>,
}

/// An atom, or a comment between atoms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'s> {
    /// An atom.
    Atom(Atom<'s>),
    /// A comment.
    Comment(&'s str),
}

/// The layout of a text; where it makes no sense, the offset at which it stops.
///
/// # Errors
///
/// The text has an entry that makes no sense; [`parse`](super::parse) says why.
pub fn layout(text: &str) -> Result<Vec<Node<'_>>, usize> {
    let pairs = Grammar::parse(Rule::run, text).map_err(|error| match error.location {
        pest::error::InputLocation::Pos(at) | pest::error::InputLocation::Span((at, _)) => at,
    })?;
    Ok(pairs
        .into_iter()
        .next()
        .map_or_else(Vec::new, |run| nodes(text, run.into_inner(), 0)))
}

/// The nodes of a block that begins at `before`.
fn nodes<'s>(text: &'s str, pairs: Pairs<'s, Rule>, mut before: usize) -> Vec<Node<'s>> {
    let mut nodes = Vec::new();
    for pair in pairs {
        let span = pair.as_span();
        let pair_text = pair.as_str();
        let kind = match pair.as_rule() {
            Rule::line_comment | Rule::inline_comment => {
                NodeKind::Comment(pair.as_str().trim_end())
            }
            Rule::doc => NodeKind::Doc(pair.as_str().trim_end()),
            Rule::named | Rule::marked => NodeKind::Entry(entry(text, pair)),
            _ => continue,
        };
        let breaks = text
            .get(before..span.start())
            .unwrap_or_default()
            .bytes()
            .filter(|byte| *byte == b'\n')
            .count();
        let same_line = breaks == 0 && before > 0;
        nodes.push(Node {
            span: Span::new(span.start(), span.start() + pair_text.trim_end().len()),
            blank_before: breaks > 1,
            same_line,
            kind,
        });
        before = span.end();
    }
    nodes
}

fn entry<'s>(text: &'s str, pair: Pair<'s, Rule>) -> Entry<'s> {
    let mut parts = Vec::new();
    let mut block = None;
    for pair in pair.into_inner() {
        match pair.as_rule() {
            Rule::line_comment | Rule::inline_comment | Rule::doc => {
                parts.push(Part::Comment(pair.as_str().trim_end()));
            }
            Rule::block => {
                let start = pair.as_span().start() + 1;
                block = Some(nodes(text, pair.into_inner(), start));
            }
            rule => {
                let start = u32::try_from(pair.as_span().start()).unwrap_or(u32::MAX);
                parts.extend(sign(rule).map(|sign| {
                    Part::Atom(Atom {
                        sign,
                        start,
                        text: pair.as_str(),
                    })
                }));
            }
        }
    }
    Entry { parts, block }
}
